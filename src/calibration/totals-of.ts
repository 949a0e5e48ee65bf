import type { Group } from './tally.js';
import { BP } from './tally.js';

/**
 * The sums that most scores divide by: how many, how many occurred, and the sum of the probabilities,
 *
 *     N = Σ n_k,   H = Σ h_k,   Σ n_k b_k / 10000
 *
 * @returns zeros for no groups. The counts are exact, and so is the sum before its one division.
 * @example totalsOf([{ bp: 7000, n: 2, occurred: 1 }]) // => { n: 2, occurred: 1, expected: 1.4 }
 */
export function totalsOf(groups: readonly Group[]): { n: number; occurred: number; expected: number } {
  let n = 0;
  let occurred = 0;
  let sumBp = 0;
  for (const group of groups) {
    n += group.n;
    occurred += group.occurred;
    sumBp += group.n * group.bp;
  }
  return { n, occurred, expected: sumBp / BP };
}
