import { compareStatements, type Comparison } from '../../src/statements/index.js';
import { HELD_OUT } from './held-out.js';
import type { Pair } from './pair.js';
import { TUNED_ON } from './tuned-on.js';

/** How often the matching agrees with an editor: of pairs called the same, and of pairs that are. */
export interface MatchingFigures {
  pairs: number;
  precision: number;
  recall: number;
  f1: number;
  misses: (Pair & Comparison)[];
}

export interface MatchingReport {
  heldOut: MatchingFigures;
  tunedOn: MatchingFigures;
  whole: MatchingFigures;
}

export function figuresOf(pairs: readonly Pair[]): MatchingFigures {
  const judged = pairs.map((pair) => ({ pair, found: compareStatements(pair.was, pair.now) }));
  const right = judged.filter(({ pair, found }) => pair.same && found.same).length;
  const precision = right / judged.filter(({ found }) => found.same).length;
  const recall = right / pairs.filter(({ same }) => same).length;
  return {
    pairs: pairs.length,
    ...{ precision, recall, f1: (2 * precision * recall) / (precision + recall) },
    misses: judged
      .filter(({ pair, found }) => pair.same !== found.same)
      .map(({ pair, found }) => ({ ...found, ...pair })),
  };
}

export const measureMatching = (): MatchingReport => ({
  heldOut: figuresOf(HELD_OUT),
  tunedOn: figuresOf(TUNED_ON),
  whole: figuresOf([...HELD_OUT, ...TUNED_ON]),
});
