import { groupsOf } from './groups-of.js';
import type { Tally } from './tally.js';

/**
 * The tally of selections taken together: counts add, value by value, so that it is the tally of all their forecasts.
 *
 *     n_k = Σ n_k of each,   h_k = Σ h_k of each
 *
 * @returns a new tally by rising probability; the arguments stay as they were, and none gives an empty tally.
 * @throws RangeError where an argument is not a tally (see `groupsOf`).
 * @example addTallies(tallyOf([[7000, true]]), tallyOf([[7000, false]])) // => new Map([[7000, { n: 2, occurred: 1 }]])
 */
export function addTallies(...tallies: readonly Tally[]): Tally {
  const sum = new Map<number, { n: number; occurred: number }>();
  for (const tally of tallies) {
    for (const { bp, n, occurred } of groupsOf(tally)) {
      const count = sum.get(bp);
      if (count === undefined) {
        sum.set(bp, { n, occurred });
      } else {
        count.n += n;
        count.occurred += occurred;
      }
    }
  }
  return new Map([...sum].sort(([a], [b]) => a - b));
}
