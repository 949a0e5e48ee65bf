import { checkedProbabilities } from './checked-probabilities.js';
import { recencyWeights } from './recency-weights.js';
import { weightedMean } from './weighted-mean.js';

/**
 * One forecast of several by their arithmetic mean, the newer weighing more: Σ w_i p_i / Σ w_i with the weights of
 * `recencyWeights`.
 *
 * @param oldestFirst probabilities 0..1 in the order in which they were last changed (see `standingAt`).
 * @returns null for none.
 * @throws RangeError where one is not from 0 to 1.
 * @example recencyWeightedMean([0.2, 0.8]) // => 0.561258668246273
 */
export function recencyWeightedMean(oldestFirst: readonly number[]): number | null {
  return weightedMean(checkedProbabilities(oldestFirst), recencyWeights(oldestFirst.length));
}
