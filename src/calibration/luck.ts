import { LEVEL } from './calibration-bins.js';
import { type BandPoint, consistencyBand } from './consistency-band.js';
import { type ExpectedUnderCalibration, expectedUnderCalibration } from './expected-under-calibration.js';
import type { Tally } from './tally.js';

/** What a perfectly calibrated forecaster with the same probabilities would get by luck alone. */
export interface Luck {
  readonly expected: ExpectedUnderCalibration | null;
  readonly band: readonly BandPoint[] | null;
}

/**
 * The parts of a report that are drawn 1000 times, and cost nearly all of its time. They depend on the tally and its design effect alone,
 * so whoever makes many reports may keep them.
 *
 * @param designEffect how many forecasts carry the information of one with an outcome of its own.
 * @returns null for both where nothing was counted.
 * @example luckOf(new Map()) // => { expected: null, band: null }
 */
export function luckOf(tally: Tally, designEffect = 1): Luck {
  if (tally.size === 0) return { expected: null, band: null };
  return {
    expected: expectedUnderCalibration(tally, designEffect),
    band: consistencyBand(tally, LEVEL, designEffect),
  };
}
