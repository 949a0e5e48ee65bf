import { checkedProbabilities } from './checked-probabilities.js';
import { weightedMean } from './weighted-mean.js';

/**
 * One forecast of several by their arithmetic mean, Σ p_i / N. Its Brier score is never worse than the mean of theirs.
 *
 * @param probabilities 0..1, in any order.
 * @returns null for none.
 * @throws RangeError where one is not from 0 to 1.
 * @example meanForecast([0.2, 0.7]) // => 0.45
 */
export function meanForecast(probabilities: readonly number[]): number | null {
  return weightedMean(checkedProbabilities(probabilities));
}
