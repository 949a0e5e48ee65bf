import { LEVEL } from './calibration-bins.js';
import { groupsOf } from './groups-of.js';
import { poissonBinomialQuantiles } from './poisson-binomial-quantiles.js';
import type { Tally } from './tally.js';
import { totalsOf } from './totals-of.js';

export interface ExpectedOccurred {
  readonly sum: number;
  readonly low: number;
  readonly high: number;
}

/**
 * How many were said to occur: the sum of the probabilities, with the range of counts that a calibrated forecaster would
 * see in nine of ten cases by luck alone (5 % and 95 % quantiles of the Poisson-binomial distribution, whole numbers).
 *
 *     sum = Σ n_k p_k,   low and high the smallest k with P(X ≤ k) ≥ 0.05 and 0.95
 *
 * A count of forecasts. Certainties leave no range: low, sum and high are then the same.
 *
 * Source: the distribution as in `poissonBinomialQuantiles`.
 *
 * @returns null for an empty tally.
 * @example expectedOccurred(tallyOf([[5000, true], [5000, true], [10000, true]])) // => { sum: 2, low: 1, high: 3 }
 */
export function expectedOccurred(tally: Tally): ExpectedOccurred | null {
  const groups = groupsOf(tally);
  if (groups.length === 0) return null;
  const [low, high] = poissonBinomialQuantiles(groups, [0.5 - LEVEL / 2, 0.5 + LEVEL / 2]);
  return { sum: totalsOf(groups).expected, low: low!, high: high! };
}
