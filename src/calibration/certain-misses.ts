import type { Tally } from './tally.js';
import { BP } from './tally.js';

/**
 * How many forecasts were certain and wrong: exactly 0 that occurred, exactly 1 that did not. They are what the
 * clipping in `logScore` hides.
 *
 *     h at 0 + (n − h) at 1
 *
 * @returns a count, in the units of the tally; 0 for an empty one.
 * @example certainMisses(tallyOf([[0, true], [0, false], [10000, true]])) // => 1
 */
export function certainMisses(tally: Tally): number {
  const never = tally.get(0);
  const always = tally.get(BP);
  return (never?.occurred ?? 0) + (always === undefined ? 0 : always.n - always.occurred);
}
