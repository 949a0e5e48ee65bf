import { BP } from './tally.js';

/**
 * The probability 0..1 of a stored integer of ten-thousandths, bp / 10000: the double nearest to its decimal text, as a
 * quotient of two integers is rounded once.
 *
 * @throws RangeError unless `bp` is an integer from 0 to 10000.
 * @example bpToProbability(5700) // => 0.57
 */
export function bpToProbability(bp: number): number {
  if (!Number.isInteger(bp) || bp < 0 || bp > BP) {
    throw new RangeError(`a stored probability is an integer from 0 to ${BP}, not ${bp}`);
  }
  return bp / BP;
}
