import type { Tally } from './tally.js';
import { groupsOf } from './groups-of.js';
import { totalsOf } from './totals-of.js';

/**
 * Uncertainty: the Brier score of always quoting the base rate. It is a property of what happened, not of the forecasts.
 *
 *     UNC = ō (1 − ō),   ō = H / N
 *
 * 0 to 0.25; 0 where everything or nothing occurred.
 *
 * Source: Murphy (1973), Journal of Applied Meteorology 12,
 * https://doi.org/10.1175/1520-0450(1973)012<0595:ANVPOT>2.0.CO;2
 *
 * @returns null for an empty tally.
 * @example uncertainty(tallyOf([[9000, true], [2000, false]])) // => 0.25
 */
export function uncertainty(tally: Tally): number | null {
  const { n, occurred } = totalsOf(groupsOf(tally));
  return n === 0 ? null : (occurred / n) * ((n - occurred) / n);
}
