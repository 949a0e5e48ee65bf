import { groupsOf } from './groups-of.js';
import { normalCdf } from './normal-cdf.js';
import { chanceSums, NO_SHARED, type SharedSums } from './shared-sums.js';
import type { Tally } from './tally.js';
import { BP } from './tally.js';

export interface SpiegelhalterTest {
  readonly z: number;
  readonly pValue: number;
}

/**
 * Spiegelhalter's test: is the Brier score further from its expectation than chance explains, were each probability
 * right? z is standard normal for a calibrated forecaster; the p-value is two-sided. Forecasts of one scenario share one
 * outcome: then W, which `sharedSums` keeps, takes the place of the variance below.
 *
 *     Z = Σ (y − p)(1 − 2p) / √(Σ (1 − 2p)² p (1 − p))
 *
 * Positive z: worse than the forecasts themselves implied. A forecast of exactly 50% says nothing here.
 *
 * Source: Spiegelhalter (1986), Statistics in Medicine 5, https://doi.org/10.1002/sim.4780050506
 *
 * @returns null where the variance is 0: no forecasts, or each scenario's mean forecast is 0, 50 or 100%.
 * @example spiegelhalterTest(tallyOf([[2000, true], [2000, false]])).z // => 1.0606601717798212
 */
export function spiegelhalterTest(tally: Tally, shared: SharedSums = NO_SHARED): SpiegelhalterTest | null {
  const { gapVariance } = chanceSums(tally, shared);
  if (gapVariance === 0) return null;
  const z = excessGap(tally) / Math.sqrt(gapVariance);
  return { z, pValue: 2 * normalCdf(-Math.abs(z)) };
}

/**
 * By how much the squared gaps together exceed what the probabilities themselves imply: Σ (y − p)(1 − 2p).
 *
 * @example excessGap(tallyOf([[2000, true], [2000, false]])) // => 0.36
 */
export function excessGap(tally: Tally): number {
  let sum = 0;
  for (const { bp, n, occurred } of groupsOf(tally)) {
    sum += (occurred - (n * bp) / BP) * ((BP - 2 * bp) / BP);
  }
  return sum;
}
