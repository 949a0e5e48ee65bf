import { bpToProbability } from './bp-to-probability.js';
import { clipProbability } from './clip-probability.js';

/**
 * The probability that was given to what happened, p_y: p where it occurred, 1 − p where it did not; clipped like the log
 * score's to [0.00005, 0.99995], so that a certain miss costs much but not everything.
 *
 * @param probabilityBp in ten-thousandths.
 * @throws RangeError unless it is an integer from 0 to 10000.
 * @example outcomeProbability(7000, false) // => 0.3
 */
export function outcomeProbability(probabilityBp: number, occurred: boolean): number {
  const p = clipProbability(bpToProbability(probabilityBp));
  return occurred ? p : 1 - p;
}
