import type { CoveredScore } from './timeline.js';

export interface MeanOverScenarios extends CoveredScore {
  /** How many scenarios have a score, and how many were never forecast. */
  readonly scored: number;
  readonly neverActive: number;
}

/**
 * The mean of a timeline score over scenarios, each counting the same however long it was open: the second step of the
 * time-averaged Brier score. A scenario that was never forecast has no score and is left out of the mean, never taken as
 * 0; it is counted, and lowers the coverage.
 *
 *     score = Σ score_s / (scenarios with a score),   coverage = Σ coverage_s / (all scenarios)
 *
 * @param scores in the unit of the score that is averaged.
 * @returns score null where none has a score; coverage 0 where there is no scenario.
 * @example meanOverScenarios([{ score: 0.2, coverage: 1 }, { score: null, coverage: 0 }]) // => { score: 0.2, coverage: 0.5, scored: 1, neverActive: 1 }
 */
export function meanOverScenarios(scores: readonly CoveredScore[]): MeanOverScenarios {
  let sum = 0;
  let coverage = 0;
  let scored = 0;
  for (const one of scores) {
    coverage += one.coverage;
    if (one.score === null) continue;
    sum += one.score;
    scored += 1;
  }
  return {
    score: scored === 0 ? null : sum / scored,
    coverage: scores.length === 0 ? 0 : coverage / scores.length,
    scored,
    neverActive: scores.length - scored,
  };
}
