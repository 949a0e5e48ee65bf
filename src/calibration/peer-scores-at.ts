import { outcomeProbability } from './outcome-probability.js';

/**
 * Peer scores of Metaculus at one instant: by how much each forecaster's logarithmic score beats the mean of the others'.
 * They sum to 0.
 *
 *     100 · N/(N − 1) · ln(p_y / GM),   GM the geometric mean of all N forecasters' p_y
 *
 * Natural logarithm here, base 2 in the baseline score, both as Metaculus has it. p is clipped to [0.00005, 0.99995].
 *
 * Source: Metaculus, https://www.metaculus.com/help/scores-faq/#peer-score
 *
 * @param probabilitiesBp in ten-thousandths, one for each forecaster whose forecast stands.
 * @returns scores in the same order; 0 for one forecaster alone, none for none.
 * @throws RangeError where a probability is not an integer from 0 to 10000.
 * @example peerScoresAt([8000, 5000], true) // => [47.00036292457356, -47.00036292457356]
 */
export function peerScoresAt(probabilitiesBp: readonly number[], occurred: boolean): number[] {
  const logs = probabilitiesBp.map((bp) => Math.log(outcomeProbability(bp, occurred)));
  if (logs.length === 1) return [0];
  let sum = 0;
  for (const log of logs) sum += log;
  return logs.map((log) => (100 * (logs.length * log - sum)) / (logs.length - 1));
}
