import { checkedProbabilities } from './checked-probabilities.js';
import { weightedMean } from './weighted-mean.js';

/**
 * One forecast of several by the mean of what is left when the lowest and the highest are put aside: ⌊share · N⌋ at each end.
 *
 * Source: Jose and Winkler (2008), International Journal of Forecasting 24, https://doi.org/10.1016/j.ijforecast.2007.06.001
 *
 * @param probabilities 0..1, in any order. @param share put aside at each end, from 0 to below ½.
 * @returns null for none. With a share of 0.1, fewer than ten are averaged as they are.
 * @throws RangeError where a probability is not from 0 to 1, or the share not from 0 to below ½.
 * @example trimmedMean([0.1, 0.2, 0.3, 0.9], 0.25) // => 0.25
 */
export function trimmedMean(probabilities: readonly number[], share: number): number | null {
  if (!(share >= 0 && share < 0.5)) throw new RangeError(`less than half is put aside, not ${share}`);
  const sorted = [...checkedProbabilities(probabilities)].sort((a, b) => a - b);
  const cut = Math.floor(share * sorted.length);
  return weightedMean(sorted.slice(cut, sorted.length - cut));
}
