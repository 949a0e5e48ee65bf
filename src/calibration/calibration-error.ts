import { BIN_COUNT, binIndex } from './bin-index.js';
import { groupsOf } from './groups-of.js';
import type { Group, Tally } from './tally.js';
import { BP } from './tally.js';

/**
 * Expected calibration error over the ten bins: the mean gap between what was said and what happened,
 *
 *     Σ_j (n_j / N) · |p̄_j − ō_j|
 *
 * It is above 0 for a perfectly calibrated forecaster too, and more so the fewer the forecasts: show it beside
 * `expectedUnderCalibration`.
 *
 * Source: Naeini, Cooper and Hauskrecht (2015), AAAI 29, https://doi.org/10.1609/aaai.v29i1.9602
 *
 * @returns null for an empty tally.
 * @example calibrationError(tallyOf([[2000, true], [2000, false]])) // => 0.3
 */
export function calibrationError(tally: Tally): number | null {
  const groups = groupsOf(tally);
  return groups.length === 0 ? null : calibrationErrorOfGroups(groups);
}

/**
 * The same from groups, at least one, in any order. The gap of a bin is Σ n p − Σ h, so the bin's n cancels.
 *
 * @returns NaN for no groups.
 * @example calibrationErrorOfGroups([{ bp: 2000, n: 2, occurred: 1 }]) // => 0.3
 */
export function calibrationErrorOfGroups(groups: readonly Group[]): number {
  const gaps = new Array<number>(BIN_COUNT).fill(0);
  let n = 0;
  for (const g of groups) {
    gaps[binIndex(g.bp)]! += g.n * g.bp - g.occurred * BP;
    n += g.n;
  }
  let sum = 0;
  for (const gap of gaps) sum += Math.abs(gap);
  return sum / (n * BP);
}
