import { checkedProbabilities } from './checked-probabilities.js';
import { quantileOfSorted } from './quantile-of-sorted.js';

/**
 * One forecast of several by their median: the middle one, or the middle of the two in the middle. However wild they are,
 * fewer than half of the forecasters cannot carry it beyond what the others say.
 *
 * @param probabilities 0..1, in any order.
 * @returns null for none.
 * @throws RangeError where one is not from 0 to 1.
 * @example medianForecast([0.9, 0.2, 0.3, 0.4]) // => 0.35
 */
export function medianForecast(probabilities: readonly number[]): number | null {
  const sorted = Float64Array.from(checkedProbabilities(probabilities)).sort();
  return sorted.length === 0 ? null : quantileOfSorted(sorted, 0.5);
}
