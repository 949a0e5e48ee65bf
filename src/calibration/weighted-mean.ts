/**
 * Weighted mean, Σ w x / Σ w, in the unit of the values.
 *
 * @param weights one for each value, in the same order, none negative; without them, all alike.
 * @returns null for no values, and where the weights sum to 0.
 * @throws RangeError where there are not as many weights as values, or one is negative.
 * @example weightedMean([1, 4], [2, 1]) // => 2
 */
export function weightedMean(values: readonly number[], weights?: readonly number[]): number | null {
  if (weights !== undefined && weights.length !== values.length) {
    throw new RangeError(`${values.length} values need as many weights, not ${weights.length}`);
  }
  let sum = 0;
  let total = 0;
  for (const [index, value] of values.entries()) {
    const weight = weights?.[index] ?? 1;
    if (!(weight >= 0)) throw new RangeError(`a weight is not negative: ${weight}`);
    sum += weight * value;
    total += weight;
  }
  return total === 0 ? null : sum / total;
}
