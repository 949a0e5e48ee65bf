/**
 * Probabilities 0..1 as they were given, or an error that names the first that is none.
 *
 * @throws RangeError where one is not a number from 0 to 1.
 * @example checkedProbabilities([0, 0.5, 1]) // => [0, 0.5, 1]
 */
export function checkedProbabilities(probabilities: readonly number[]): readonly number[] {
  for (const p of probabilities) {
    if (!(p >= 0 && p <= 1)) throw new RangeError(`a probability lies from 0 to 1, not at ${p}`);
  }
  return probabilities;
}
