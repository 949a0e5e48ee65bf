import { meanLogOdds } from './mean-log-odds.js';
import { probabilityOfLogOdds } from './probability-of-log-odds.js';
import { recencyWeights } from './recency-weights.js';

/**
 * One forecast of several by the geometric mean of their odds, the newer weighing more: logit p = Σ w_i logit p_i / Σ w_i
 * with the weights of `recencyWeights`.
 *
 * @param oldestFirst probabilities 0..1 in the order in which they were last changed (see `standingAt`).
 * @returns null for none, and where both 0 and 1 are among them; one 0 makes it 0, one 1 makes it 1.
 * @throws RangeError where one is not from 0 to 1.
 * @example recencyWeightedOdds([0.2, 0.8]) // => 0.5702999772464212
 */
export function recencyWeightedOdds(oldestFirst: readonly number[]): number | null {
  const mean = meanLogOdds(oldestFirst, recencyWeights(oldestFirst.length));
  return mean === null ? null : probabilityOfLogOdds(mean);
}
