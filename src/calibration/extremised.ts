import { extremisingFactor } from './extremising-factor.js';
import { meanLogOdds } from './mean-log-odds.js';
import { probabilityOfLogOdds } from './probability-of-log-odds.js';

/**
 * One forecast of several, pushed away from 50 %: forecasters who each know a part are each too timid for what they know
 * together.
 *
 *     logit p = d · (1/N) Σ logit p_i
 *
 * With d = 1 it is the geometric mean of odds; above 1 it is more extreme. A mean of exactly 50 % stays.
 *
 * Source: Satopää et al. (2014), International Journal of Forecasting 30, https://doi.org/10.1016/j.ijforecast.2013.09.009
 *
 * @param probabilities 0..1, in any order. @param d above 0; without it, what Neyman and Roughgarden give for as many
 * forecasters (`extremisingFactor`).
 * @returns null for none, and where both 0 and 1 are among them; one 0 makes it 0, one 1 makes it 1.
 * @throws RangeError where a probability is not from 0 to 1, or d is not a finite number above 0.
 * @example extremised([0.5, 0.6, 0.65, 0.7, 0.95], 2.5) // => 0.9174444458330904
 */
export function extremised(probabilities: readonly number[], d?: number): number | null {
  if (d !== undefined && !(d > 0 && d < Infinity))
    throw new RangeError(`extremise by more than 0, not by ${d}`);
  const mean = meanLogOdds(probabilities);
  return mean === null ? null : probabilityOfLogOdds((d ?? extremisingFactor(probabilities.length)) * mean);
}
