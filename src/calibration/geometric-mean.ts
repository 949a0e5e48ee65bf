import { checkedProbabilities } from './checked-probabilities.js';
import { weightedMean } from './weighted-mean.js';

/**
 * One forecast of several by the geometric mean of their probabilities, (Π p_i)^(1/N). It does not treat p and 1 − p alike:
 * saying the opposite of everything does not give the opposite. Prefer `geometricMeanOfOdds`.
 *
 * @param probabilities 0..1, in any order.
 * @returns null for none; one 0 makes it 0.
 * @throws RangeError where one is not from 0 to 1.
 * @example geometricMean([0.2, 0.8]) // => 0.4
 */
export function geometricMean(probabilities: readonly number[]): number | null {
  const mean = weightedMean(checkedProbabilities(probabilities).map(Math.log));
  return mean === null ? null : Math.exp(mean);
}
