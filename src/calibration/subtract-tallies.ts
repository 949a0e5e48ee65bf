import { groupsOf } from './groups-of.js';
import type { Tally, TallyCount } from './tally.js';

/**
 * What is left of a tally when a part of it is taken away, as when a resolution is corrected: n_k and h_k less those of the
 * part. Values that come to nothing leave the tally, so that subtracting undoes adding.
 *
 * @returns a new tally; the arguments stay as they were.
 * @throws RangeError where `part` holds something that `whole` does not.
 * @example subtractTallies(tallyOf([[7000, true], [200, false]]), tallyOf([[200, false]])) // => new Map([[7000, { n: 1, occurred: 1 }]])
 */
export function subtractTallies(whole: Tally, part: Tally): Tally {
  const rest = new Map<number, TallyCount>(
    groupsOf(whole).map((g) => [g.bp, { n: g.n, occurred: g.occurred }]),
  );
  for (const { bp, n, occurred } of groupsOf(part)) {
    const have = rest.get(bp) ?? { n: 0, occurred: 0 };
    const left = { n: have.n - n, occurred: have.occurred - occurred };
    if (left.occurred < 0 || left.occurred > left.n) {
      throw new RangeError(`cannot take ${occurred} of ${n} from ${have.occurred} of ${have.n} at ${bp}`);
    }
    if (left.n === 0) rest.delete(bp);
    else rest.set(bp, left);
  }
  return rest;
}
