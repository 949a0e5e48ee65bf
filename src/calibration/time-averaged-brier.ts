import { bpToProbability } from './bp-to-probability.js';
import { spansWithin } from './spans-within.js';
import type { CoveredScore, ScenarioWindow, Span } from './timeline.js';

/**
 * Time-averaged Brier score of one forecaster for one scenario: each forecast counts for as long as it stood, until the next
 * one, its withdrawal, the outcome or the deadline.
 *
 *     score = Σ length · (p − y)² / Σ length,   coverage = Σ length / (closes − opens)
 *
 * Days without a forecast do not count, in the score: whoever joins late is neither helped nor hurt by it, and the coverage
 * says how late. On 0..1, 0 is best; the form with two classes (Good Judgment Open) is twice this.
 *
 * Source: Mellers et al. (2014), Psychological Science 25, https://doi.org/10.1177/0956797614524255 (there by whole days)
 *
 * @returns score null and coverage 0 where no forecast stood while it was open, or it was never open.
 * @throws RangeError where the window or the spans are none (see `spansWithin`).
 * @example timeAveragedBrier({ opens: 0, closes: 9, deadline: 9, occurred: false }, spansOf([{ at: 0, probabilityBp: 8000 }, { at: 6, probabilityBp: 4000 }])) // => { score: 0.48, coverage: 1 }
 */
export function timeAveragedBrier(window: ScenarioWindow, spans: readonly Span[]): CoveredScore {
  const outcome = window.occurred ? 1 : 0;
  let covered = 0;
  let sum = 0;
  for (const { from, to, probabilityBp } of spansWithin(window, spans)) {
    covered += to - from;
    sum += (to - from) * (bpToProbability(probabilityBp) - outcome) ** 2;
  }
  if (covered === 0) return { score: null, coverage: 0 };
  return { score: sum / covered, coverage: covered / (window.closes - window.opens) };
}
