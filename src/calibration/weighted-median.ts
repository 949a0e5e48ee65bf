import { checkedProbabilities } from './checked-probabilities.js';

/**
 * Weighted median: the value up to which half of the weight lies. Where that is a gap between two values, its middle, so
 * that with equal weights it is the ordinary median.
 *
 * Source: Edgeworth (1888), Philosophical Magazine 25; in the form of Metaculus' community prediction.
 *
 * @param probabilities 0..1. @param weights one for each, in the same order, above 0, with a finite sum.
 * @returns null for none.
 * @throws RangeError where a probability is not from 0 to 1, a weight not above 0, their sum not finite, or the weights are not as many.
 * @example weightedMedian([0.9, 0.1, 0.4], [1, 1, 5]) // => 0.4
 */
export function weightedMedian(probabilities: readonly number[], weights: readonly number[]): number | null {
  if (weights.length !== probabilities.length) {
    throw new RangeError(`${probabilities.length} forecasts need as many weights, not ${weights.length}`);
  }
  const entries = checkedProbabilities(probabilities).map((p, index) => ({ p, weight: weights[index]! }));
  let total = 0;
  for (const { weight } of entries.sort((a, b) => a.p - b.p || a.weight - b.weight)) {
    if (!(weight > 0)) throw new RangeError(`a weight is above 0, not ${weight}`);
    total += weight;
  }
  if (total === Infinity) throw new RangeError('the weights have no finite sum');
  let upTo = 0;
  for (const [index, { p, weight }] of entries.entries()) {
    upTo += weight;
    if (upTo === total / 2) return (p + entries[index + 1]!.p) / 2;
    if (upTo > total / 2) return p;
  }
  return null;
}
