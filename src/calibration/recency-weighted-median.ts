import { recencyWeights } from './recency-weights.js';
import { weightedMedian } from './weighted-median.js';

/**
 * One forecast of several by their median, the newer weighing more (`recencyWeights`): the community prediction of
 * Metaculus. It follows the crowd when it moves, and no single forecaster can drag it.
 *
 * Source: Metaculus, https://www.metaculus.com/help/faq/#community-prediction
 *
 * @param oldestFirst probabilities 0..1 in the order in which they were last changed (see `standingAt`).
 * @returns null for none.
 * @throws RangeError where one is not from 0 to 1.
 * @example recencyWeightedMedian([0.2, 0.4, 0.8]) // => 0.4
 */
export function recencyWeightedMedian(oldestFirst: readonly number[]): number | null {
  return weightedMedian(oldestFirst, recencyWeights(oldestFirst.length));
}
