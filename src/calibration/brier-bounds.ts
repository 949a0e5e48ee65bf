import { addTallies } from './add-tallies.js';
import { brierScore } from './brier-score.js';
import { groupsOf } from './groups-of.js';
import { subtractTallies } from './subtract-tallies.js';
import type { Tally, TallyCount } from './tally.js';
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
  const sure = subtractTallies(tally, judged);
  const waiting = new Map<number, TallyCount>([...unsettled].map(([bp, n]) => [bp, { n, occurred: 0 }]));
  const open = groupsOf(addTallies(judged, waiting));
  const ending = (good: boolean): Tally =>
    new Map(open.map(({ bp, n }) => [bp, { n, occurred: bp * 2 >= BP === good ? n : 0 }]));
  const best = brierScore(addTallies(sure, ending(true)));
  const worst = brierScore(addTallies(sure, ending(false)));
  return best === null || worst === null ? null : { best, worst };
}
