import { groupsOf } from './groups-of.js';
import type { Tally } from './tally.js';
import { totalsOf } from './totals-of.js';

/**
 * Why a logistic recalibration has no finite fit, in words, or null where it has one. It has none if
 * everything or nothing occurred, if only one probability was said, or if a threshold splits what occurred from what
 * did not (touching at one value is enough), in either direction:
 *
 *     max p(y = 0) ≤ min p(y = 1)   or   max p(y = 1) ≤ min p(y = 0)
 *
 * Asked of the tally before any fitting, as Newton's method would run off to infinity and seem to arrive.
 *
 * Source: Albert and Anderson (1984), Biometrika 71, https://doi.org/10.1093/biomet/71.1.1
 *
 * @example recalibrationObstacle(tallyOf([[2000, false], [8000, true]])) // => 'the forecasts separate what occurred from what did not'
 */
export function recalibrationObstacle(tally: Tally): string | null {
  const groups = groupsOf(tally);
  const { n, occurred } = totalsOf(groups);
  if (n === 0) return 'no forecasts counted';
  if (occurred === 0 || occurred === n) return 'only one outcome class';
  if (groups.length === 1) return 'only one distinct probability';
  const hits = groups.filter((g) => g.occurred > 0).map((g) => g.bp);
  const misses = groups.filter((g) => g.occurred < g.n).map((g) => g.bp);
  const separated = misses.at(-1)! <= hits[0]! || hits.at(-1)! <= misses[0]!;
  return separated ? 'the forecasts separate what occurred from what did not' : null;
}
