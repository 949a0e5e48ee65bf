import { clipProbability } from './clip-probability.js';
import { groupsOf } from './groups-of.js';
import type { Tally } from './tally.js';
import { BP } from './tally.js';

/**
 * Logarithmic score in nats, 0 best, 0.69 for always saying 50 %: the mean of −ln of the probability that was given to what happened.
 *
 *     L = −(1/N) Σ ln p_i(y_i),   p clipped to [0.00005, 0.99995]
 *
 * Unclipped, one certain forecast that is wrong makes it infinite; clipped, that forecast costs 9.9, and
 * `certainMisses` says how many there were.
 *
 * Source: Good (1952), Journal of the Royal Statistical Society B 14, https://doi.org/10.1111/j.2517-6161.1952.tb00104.x
 *
 * @returns null for an empty tally.
 * @example logScore(tallyOf([[5000, true]])) // => 0.6931471805599453
 */
export function logScore(tally: Tally): number | null {
  let sum = 0;
  let n = 0;
  for (const g of groupsOf(tally)) {
    const p = clipProbability(g.bp / BP);
    sum += g.occurred * Math.log(p) + (g.n - g.occurred) * Math.log1p(-p);
    n += g.n;
  }
  return n === 0 ? null : -sum / n;
}
