import { groupsOf } from './groups-of.js';
import { poissonBinomialQuantiles } from './poisson-binomial-quantiles.js';
import { chanceSums, NO_SHARED, type SharedSums } from './shared-sums.js';
import type { Tally } from './tally.js';
import { totalsOf } from './totals-of.js';

/** The level of the range of counts, and of the verdict that rests on it. */
export const COUNT_LEVEL = 0.95;

/** So many standard deviations hold 95% of a normal distribution. */
export const DEVIATIONS = 1.96;

export interface ExpectedOccurred {
  readonly sum: number;
  readonly low: number;
  readonly high: number;
}

/**
 * How many forecasts were expected to come true: the sum of the probabilities, with the range of counts that a calibrated
 * forecaster would see by chance alone in 19 of 20 cases.
 *
 *     E = Σ n_k p_k,   ⌈E − 1.96 √V⌉ … ⌊E + 1.96 √V⌋ within 0 … N
 *
 * Where no two forecasts share a scenario the range is exact: the smallest k with P(X ≤ k) ≥ 0.025 and 0.975, X
 * Poisson-binomial. A count of forecasts. Certainties leave no range: low, sum and high are then the same.
 *
 * Source: the distribution as in `poissonBinomialQuantiles`; V as in `sharedSums`.
 *
 * @returns null for an empty tally.
 * @example expectedOccurred(tallyOf([[5000, true], [5000, true], [10000, true]])) // => { sum: 2, low: 1, high: 3 }
 */
export function expectedOccurred(tally: Tally, shared: SharedSums = NO_SHARED): ExpectedOccurred | null {
  const groups = groupsOf(tally);
  if (groups.length === 0) return null;
  const { n, expected: sum } = totalsOf(groups);
  if (shared.countVariance === 0n) {
    const [low, high] = poissonBinomialQuantiles(groups, [0.5 - COUNT_LEVEL / 2, 0.5 + COUNT_LEVEL / 2]);
    return { sum, low: low!, high: high! };
  }
  const half = DEVIATIONS * Math.sqrt(chanceSums(tally, shared).countVariance);
  return { sum, low: Math.max(0, Math.ceil(sum - half)), high: Math.min(n, Math.floor(sum + half)) };
}
