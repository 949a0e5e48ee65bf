import { bpToProbability } from './bp-to-probability.js';
import type { Tally, TallyCount } from './tally.js';

/**
 * Counts forecasts into a tally. Each pair is a stored probability (ten-thousandths) and whether it occurred; the
 * order of the pairs does not matter.
 *
 * @returns one entry per distinct probability, rising; an empty tally for no pairs.
 * @throws RangeError where a probability is not an integer from 0 to 10000.
 * @example tallyOf([[7000, true], [7000, false]]) // => new Map([[7000, { n: 2, occurred: 1 }]])
 */
export function tallyOf(pairs: Iterable<readonly [probabilityBp: number, occurred: boolean]>): Tally {
  const counts = new Map<number, { n: number; occurred: number }>();
  for (const [bp, occurred] of pairs) {
    let count = counts.get(bp);
    if (count === undefined) {
      bpToProbability(bp);
      counts.set(bp, (count = { n: 0, occurred: 0 }));
    }
    count.n += 1;
    if (occurred) count.occurred += 1;
  }
  return new Map<number, TallyCount>([...counts].sort(([a], [b]) => a - b));
}
