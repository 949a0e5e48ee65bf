import { groupsOf } from './groups-of.js';
import type { Tally } from './tally.js';
import { BP } from './tally.js';
import { totalsOf } from './totals-of.js';

/**
 * Sharpness: the variance of the probabilities (population form), whatever happened.
 *
 *     Σ n_k (p_k − p̄)² / N
 *
 * In squared probability, 0 to 0.25: 0 is always saying the same, 0.25 is saying 0 and 1 in equal parts.
 *
 * Source: Murphy and Winkler (1992), International Journal of Forecasting 7, https://doi.org/10.1016/0169-2070(92)90028-8
 *
 * @returns null for an empty tally.
 * @example sharpness(tallyOf([[0, false], [10000, true]])) // => 0.25
 */
export function sharpness(tally: Tally): number | null {
  const groups = groupsOf(tally);
  const { n, expected } = totalsOf(groups);
  if (n === 0) return null;
  const mean = expected / n;
  let sum = 0;
  for (const g of groups) sum += g.n * (g.bp / BP - mean) ** 2;
  return sum / n;
}
