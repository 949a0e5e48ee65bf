import { groupsOf } from './groups-of.js';
import { normalCdf } from './normal-cdf.js';
import type { Tally } from './tally.js';
import { BP } from './tally.js';

export interface SpiegelhalterTest {
  readonly z: number;
  readonly pValue: number;
}

/**
 * Spiegelhalter's test: is the Brier score further from its expectation than chance explains, were each probability
 * right? z is standard normal for a calibrated forecaster; the p-value is two-sided.
 *
 *     Z = Σ (y − p)(1 − 2p) / √(Σ (1 − 2p)² p (1 − p))
 *
 * Positive z: worse than the forecasts themselves implied. A forecast of exactly 50 % says nothing here.
 *
 * Source: Spiegelhalter (1986), Statistics in Medicine 5, https://doi.org/10.1002/sim.4780050506
 *
 * @returns null where the variance is 0: no forecasts, or only 0, 50 and 100 %.
 * @example spiegelhalterTest(tallyOf([[2000, true], [2000, false]])).z // => 1.0606601717798212
 */
export function spiegelhalterTest(tally: Tally): SpiegelhalterTest | null {
  let sum = 0;
  let variance = 0;
  for (const g of groupsOf(tally)) {
    const p = g.bp / BP;
    const lean = (BP - 2 * g.bp) / BP;
    sum += (g.occurred - g.n * p) * lean;
    variance += g.n * lean * lean * p * (1 - p);
  }
  if (variance === 0) return null;
  const z = sum / Math.sqrt(variance);
  return { z, pValue: 2 * normalCdf(-Math.abs(z)) };
}
