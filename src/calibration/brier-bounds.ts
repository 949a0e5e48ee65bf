import { groupsOf } from './groups-of.js';
import { BP, type Tally } from './tally.js';

export interface BrierBounds {
  readonly best: number;
  readonly worst: number;
}

/**
 * What could still go, or could have gone, the other way. Sums of squared gaps are in ten-thousandths squared (1e-8 of
 * the Brier score), whole numbers; where tallies count time weights, all of these do.
 */
export interface Doubt {
  /** By how much the squared gaps of judged items would be smaller had each gone best: with 50 % or more, occurred. */
  readonly judgedBetter: number;
  /** By how much they would be larger had each gone worst. */
  readonly judgedWorse: number;
  /** Forecasts of overdue and annulled items: how many, and their squared gaps at best and at worst. */
  readonly unsettled: { readonly n: number; readonly best: number; readonly worst: number };
}

/** Nothing is in doubt. */
export const NO_DOUBT: Doubt = { judgedBetter: 0, judgedWorse: 0, unsettled: { n: 0, best: 0, worst: 0 } };

/**
 * The Brier score had everything in doubt gone best, and had it gone worst: overdue and annulled items, which have no
 * outcome to score, and judged ones, whose outcome rests on somebody's view. Beside the score it says how much hangs
 * on what was not, or not plainly, settled. Best: a forecast of 50 % or more occurred, a lower one did not; worst: the
 * reverse.
 *
 * Formula: (Σ gap² − better + best) / (N + unsettled), and likewise for worst.
 *
 * @param tally all counted forecasts, the judged ones among them.
 * @returns null where there is nothing at all.
 * @example brierBounds(tallyOf([[10000, true]]), { ...NO_DOUBT, unsettled: { n: 1, best: 3000 ** 2, worst: 7000 ** 2 } }) // => { best: 0.045, worst: 0.245 }
 */
export function brierBounds(
  tally: Tally,
  { judgedBetter, judgedWorse, unsettled }: Doubt,
): BrierBounds | null {
  let gaps = 0;
  let n = unsettled.n;
  for (const group of groupsOf(tally)) {
    gaps += group.occurred * (BP - group.bp) ** 2 + (group.n - group.occurred) * group.bp ** 2;
    n += group.n;
  }
  const scale = n * BP * BP;
  if (n === 0) return null;
  return {
    best: (gaps - judgedBetter + unsettled.best) / scale,
    worst: (gaps + judgedWorse + unsettled.worst) / scale,
  };
}
