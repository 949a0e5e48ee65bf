import { medianSpans } from './median-spans.js';
import { BP } from './tally.js';
import type { CoveredScore, ScenarioWindow, Span } from './timeline.js';

export interface MedianOverTime extends CoveredScore {
  /** The mean of the median over the time that it stood, 0..1; null where it never stood. */
  readonly probability: number | null;
  /** How many forecasters had a part in it. */
  readonly forecasters: number;
}

/**
 * The median of the forecasts that stand at each moment, where at least two do, and its time-averaged Brier score: what one
 * would have had by going with the middle of the crowd all along.
 *
 *     score = Σ length · (median − y)² / Σ length,   coverage = Σ length / (closes − opens)
 *
 * The same as `timeAveragedBrier` of a forecaster who always says the median. It is not the squared gap of the mean, which
 * would be kinder to the crowd than to its members.
 *
 * Source: Mellers et al. (2014), Psychological Science 25, https://doi.org/10.1177/0956797614524255 (there by whole days)
 *
 * @param forecasters the spans of each.
 * @returns score and probability null, coverage 0, of no forecasters, where no two forecasts stood at one time.
 * @throws RangeError where the window or the spans are none (see `spansWithin`).
 * @example medianOverTime({ opens: 0, closes: 10, deadline: 10, occurred: true }, [[{ from: 0, to: 10, probabilityBp: 8000 }], [{ from: 5, to: 10, probabilityBp: 6000 }]]) // => { probability: 0.7, score: 0.09, coverage: 0.5, forecasters: 2 }
 */
export function medianOverTime(
  window: ScenarioWindow,
  forecasters: readonly (readonly Span[])[],
): MedianOverTime {
  const medians = medianSpans(window, forecasters);
  if (medians.length === 0) return { probability: null, score: null, coverage: 0, forecasters: 0 };
  const outcome = window.occurred ? BP : 0;
  let covered = 0;
  let sum = 0;
  let gaps = 0;
  let heard = 0;
  for (const { from, to, medianBp, joined } of medians) {
    const length = to - from;
    covered += length;
    sum += length * medianBp;
    gaps += length * (medianBp - outcome) ** 2;
    heard += joined.length;
  }
  return {
    probability: sum / covered / BP,
    score: gaps / covered / BP ** 2,
    coverage: covered / (window.closes - window.opens),
    forecasters: heard,
  };
}
