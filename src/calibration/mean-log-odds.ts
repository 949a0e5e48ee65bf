import { checkedProbabilities } from './checked-probabilities.js';
import { weightedMean } from './weighted-mean.js';

/**
 * The mean of log-odds, ln(p / (1 − p)), weighted or not: what the geometric mean of odds and its relatives are built on.
 *
 * A forecast of exactly 0 or 1 is not clipped. It is a veto: it makes the mean −∞ or ∞, whatever the others say.
 *
 * @param probabilities 0..1. @param weights one for each, above 0; without them, all alike.
 * @returns null for no probabilities, and where both 0 and 1 are among them: ∞ − ∞ is undefined.
 * @throws RangeError where a probability is not from 0 to 1, or the weights are not as many.
 * @example meanLogOdds([0.2, 0.8, 0.8]) // => 0.46209812037329684
 */
export function meanLogOdds(probabilities: readonly number[], weights?: readonly number[]): number | null {
  const logOdds = checkedProbabilities(probabilities).map((p) => Math.log(p) - Math.log1p(-p));
  const mean = weightedMean(logOdds, weights);
  return Number.isNaN(mean) ? null : mean;
}
