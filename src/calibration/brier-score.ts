import { groupsOf } from './groups-of.js';
import type { Group, Tally } from './tally.js';
import { BP } from './tally.js';

/**
 * Brier score: the mean squared gap between what was said (p) and what happened (y = 1 or 0).
 *
 *     S = (1/N) Σ (p − y)²  =  Σ_k [h_k (D − b_k)² + (n_k − h_k) b_k²] / (N D²),   D = 10000
 *
 * The right-hand form adds integers of one sign, so it is exact to N ≈ 4.5e7 and loses nothing by cancelling beyond.
 * 0 is perfect, 0.25 is always saying 50 %, 1 is always certain and wrong (the form on 0..1, half of Brier's own).
 *
 * Source: Brier (1950), Monthly Weather Review 78, https://doi.org/10.1175/1520-0493(1950)078<0001:VOFEIT>2.0.CO;2
 *
 * @returns null for an empty tally: no score is not a perfect score.
 * @example brierScore(tallyOf([[7000, true], [7000, false]])) // => 0.29
 */
export function brierScore(tally: Tally): number | null {
  return brierOfGroups(groupsOf(tally));
}

/**
 * The same from groups, in any order.
 *
 * @returns null for no groups.
 * @example brierOfGroups([{ bp: 7000, n: 2, occurred: 1 }]) // => 0.29
 */
export function brierOfGroups(groups: readonly Group[]): number | null {
  let sum = 0;
  let n = 0;
  for (const g of groups) {
    sum += g.occurred * (BP - g.bp) ** 2 + (g.n - g.occurred) * g.bp ** 2;
    n += g.n;
  }
  return n === 0 ? null : sum / (n * BP * BP);
}
