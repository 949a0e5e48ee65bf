import type { Group, Tally } from './tally.js';
import { BP } from './tally.js';

/** Tallies that `orderedTally` made, with their groups. */
const ordered = new WeakMap<Tally, readonly Group[]>();

/**
 * The entries of a tally by rising probability, without empty ones. Every score sums in this order, so the same
 * tally gives the same digits however it was put together.
 *
 * @throws RangeError where a key is not an integer 0..10000, or a count is not an integer with 0 ≤ occurred ≤ n.
 * @example groupsOf(new Map([[9000, { n: 2, occurred: 2 }], [100, { n: 0, occurred: 0 }]])) // => [{ bp: 9000, n: 2, occurred: 2 }]
 */
export function groupsOf(tally: Tally): readonly Group[] {
  const known = ordered.get(tally);
  if (known !== undefined) return known;
  const groups: Group[] = [];
  let sorted = true;
  let last = -1;
  for (const [bp, { n, occurred }] of tally) {
    if (!Number.isInteger(bp) || bp < 0 || bp > BP) {
      throw new RangeError(`a tally is keyed by integers from 0 to ${BP}, not ${bp}`);
    }
    if (!Number.isSafeInteger(n) || !Number.isSafeInteger(occurred) || occurred < 0 || occurred > n) {
      throw new RangeError(`a tally counts 0 ≤ occurred ≤ n in integers, not ${occurred} of ${n} at ${bp}`);
    }
    if (n === 0) continue;
    if (bp < last) sorted = false;
    last = bp;
    groups.push({ bp, n, occurred });
  }
  return sorted ? groups : groups.sort((a, b) => a.bp - b.bp);
}

/**
 * A tally of groups in order, for whoever computes many scores of one: `groupsOf` gives the groups back without
 * checking and sorting them anew.
 *
 * @param groups as `groupsOf` gives them: by rising probability, none empty.
 * @example groupsOf(orderedTally([{ bp: 100, n: 2, occurred: 1 }])) // => [{ bp: 100, n: 2, occurred: 1 }]
 */
export function orderedTally(groups: readonly Group[]): Tally {
  const tally = new Map<number, Group>();
  for (const group of groups) tally.set(group.bp, group);
  ordered.set(tally, groups);
  return tally;
}
