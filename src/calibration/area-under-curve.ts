import { groupsOf } from './groups-of.js';
import type { Tally } from './tally.js';
import { totalsOf } from './totals-of.js';

/**
 * Area under the ROC curve: how often, of one case that occurred and one that did not, the first had the higher
 * probability; ties count one half. 0.5 is no telling apart, 1 perfect order, 0 perfectly the wrong way round. Calibration does not enter.
 *
 *     AUC = Σ_k h_k (2 · misses below k + misses_k) / (2 H (N − H))
 *
 * Source: Hanley and McNeil (1982), Radiology 143, https://doi.org/10.1148/radiology.143.1.7063747
 *
 * @returns null where everything or nothing occurred, and for an empty tally.
 * @example areaUnderCurve(tallyOf([[2000, false], [5000, true], [5000, false], [8000, true]])) // => 0.875
 */
export function areaUnderCurve(tally: Tally): number | null {
  const groups = groupsOf(tally);
  const { n, occurred } = totalsOf(groups);
  if (occurred === 0 || occurred === n) return null;
  let below = 0;
  let sum = 0;
  for (const g of groups) {
    const misses = g.n - g.occurred;
    sum += g.occurred * (2 * below + misses);
    below += misses;
  }
  return sum / (2 * occurred * (n - occurred));
}
