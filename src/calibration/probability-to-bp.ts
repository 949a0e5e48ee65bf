import { BP } from './tally.js';

/**
 * A probability as the integer it is stored as, in ten-thousandths, or null where it cannot be stored:
 * not finite, outside 0..1, or with more than four decimals. Minus zero counts as zero.
 *
 * `Math.round(p * 10000)` recovers the integer for every value with four decimals (`Math.floor` misses 573 of them);
 * dividing back shows whether there were more decimals than four.
 *
 * @example probabilityToBp(0.57) // => 5700
 * @example probabilityToBp(0.12345) // => null
 */
export function probabilityToBp(p: number): number | null {
  if (!(p >= 0 && p <= 1)) return null;
  const bp = Math.round(p * BP);
  return bp / BP === p ? bp + 0 : null;
}
