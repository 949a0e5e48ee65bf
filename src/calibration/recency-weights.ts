/**
 * Weights by age, as Metaculus weighs the forecasts that stand: e^(√i − √n), i = 1 for the oldest, so that the newest weighs
 * 1. Of ten forecasts the oldest weighs 0.12; of a hundred the newest twelve weigh as much as the rest together.
 *
 * Source: Metaculus, https://www.metaculus.com/help/faq/#community-prediction
 *
 * @param n how many, an integer from 0.
 * @returns n weights, oldest first.
 * @throws RangeError unless n is an integer from 0.
 * @example recencyWeights(4) // => [0.36787944117144233, 0.556667905035692, 0.7649466451949237, 1]
 */
export function recencyWeights(n: number): number[] {
  if (!(Number.isInteger(n) && n >= 0)) throw new RangeError(`a number of forecasts, not ${n}`);
  return Array.from({ length: n }, (_, index) => Math.exp(Math.sqrt(index + 1) - Math.sqrt(n)));
}
