import { groupsOf } from './groups-of.js';
import type { Tally } from './tally.js';
import { BP } from './tally.js';

/**
 * Spherical score, 0..1, **higher is better**: the probability given to what happened, over the length of the forecast.
 *
 *     (1/N) Σ p_i(y_i) / √(p_i² + (1 − p_i)²)
 *
 * Source: Gneiting and Raftery (2007), Journal of the American Statistical Association 102, section 4.2,
 * https://doi.org/10.1198/016214506000001437
 *
 * @returns null for an empty tally; always finite otherwise.
 * @example sphericalScore(tallyOf([[10000, true]])) // => 1
 */
export function sphericalScore(tally: Tally): number | null {
  let sum = 0;
  let n = 0;
  for (const g of groupsOf(tally)) {
    const p = g.bp / BP;
    sum += (g.occurred * p + (g.n - g.occurred) * (1 - p)) / Math.sqrt(p * p + (1 - p) * (1 - p));
    n += g.n;
  }
  return n === 0 ? null : sum / n;
}
