import { meanLogOdds } from './mean-log-odds.js';
import { probabilityOfLogOdds } from './probability-of-log-odds.js';

/**
 * One forecast of several by the geometric mean of their odds, that is, the mean of their log-odds:
 *
 *     o = (Π p_i / (1 − p_i))^(1/N),   p = o / (1 + o)
 *
 * It treats p and 1 − p alike, and hears small probabilities that an arithmetic mean drowns: of 1.4, 2.2, 0.4 and 0.4 % the
 * mean is 1.1 %, this 0.84 %. Where each forecaster updates by the same evidence, so does this.
 *
 * Source: Satopää, Baron, Foster, Mellers, Tetlock and Ungar (2014), International Journal of Forecasting 30,
 * https://doi.org/10.1016/j.ijforecast.2013.09.009
 *
 * @param probabilities 0..1, in any order.
 * @returns null for none, and where both 0 and 1 are among them; one 0 makes it 0, one 1 makes it 1.
 * @throws RangeError where one is not from 0 to 1.
 * @example geometricMeanOfOdds([0.014, 0.0221, 0.0039, 0.004]) // => 0.00835762524922741
 */
export function geometricMeanOfOdds(probabilities: readonly number[]): number | null {
  const mean = meanLogOdds(probabilities);
  return mean === null ? null : probabilityOfLogOdds(mean);
}
