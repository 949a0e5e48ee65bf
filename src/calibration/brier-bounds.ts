import { groupsOf } from './groups-of.js';
import { subtractTallies } from './subtract-tallies.js';
import type { Tally } from './tally.js';
import { BP } from './tally.js';

export interface BrierBounds {
  readonly best: number;
  readonly worst: number;
}

/**
 * The Brier score if every item that was open to choice had gone best, or worst: what was settled by
 * judgement, and what has no outcome because it is overdue or annulled. How far the two lie apart is how much the score
 * rests on what nobody could simply look up.
 *
 * Best: a forecast of 50 % or more occurred, a lower one did not. Worst: the reverse.
 *
 * @param tally all counted forecasts. @param judged the part of them whose outcome was a judgement.
 * @param unsettled probability in ten-thousandths → how many forecasts without an outcome.
 * @returns null where there is nothing at all.
 * @throws RangeError where `judged` is no part of `tally`.
 * @example brierBounds(tallyOf([[10000, true]]), new Map(), new Map([[7000, 1]])) // => { best: 0.045, worst: 0.245 }
 */
export function brierBounds(
  tally: Tally,
  judged: Tally,
  unsettled: ReadonlyMap<number, number>,
): BrierBounds | null {
  let shared = 0; // what is certain costs the same either way
  let n = 0;
  for (const g of groupsOf(judged.size === 0 ? tally : subtractTallies(tally, judged))) {
    shared += g.occurred * (BP - g.bp) ** 2 + (g.n - g.occurred) * g.bp ** 2;
    n += g.n;
  }
  let best = shared;
  let worst = shared;
  const waiting = new Map([...unsettled].map(([bp, count]) => [bp, { n: count, occurred: 0 }]));
  for (const g of [...groupsOf(judged), ...groupsOf(waiting)]) {
    best += g.n * Math.min(g.bp, BP - g.bp) ** 2;
    worst += g.n * Math.max(g.bp, BP - g.bp) ** 2;
    n += g.n;
  }
  const scale = n * BP * BP;
  return n === 0 ? null : { best: best / scale, worst: worst / scale };
}
