import type { Tally } from './tally.js';
import { groupsOf } from './groups-of.js';
import { totalsOf } from './totals-of.js';

/**
 * Uncertainty: the Brier score of always quoting the base rate, ō (1 − ō). It is a property of what happened, not of
 * the forecasts. 0 when everything or nothing occurred.
 *
 * @returns null for an empty tally.
 * @example uncertainty(tallyOf([[9000, true], [2000, false]])) // => 0.25
 */
export function uncertainty(tally: Tally): number | null {
  const { n, occurred } = totalsOf(groupsOf(tally));
  return n === 0 ? null : (occurred / n) * ((n - occurred) / n);
}
