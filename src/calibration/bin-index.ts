/** How many bins a reliability diagram has. */
export const BIN_COUNT = 10;

/** The width of a bin in ten-thousandths. */
export const BIN_WIDTH = 1000;

/**
 * The bin of a stored probability: [0, 0.1), [0.1, 0.2), …, [0.9, 1] with the last one closed. It compares integers:
 * in floating point 0.15 × 100 or 0.7 / 0.1 fall on the wrong side of an edge.
 *
 *     index = min(9, ⌊bp / 1000⌋)
 *
 * @param bp in ten-thousandths, from 0 to 10000; it is not checked, and may be fractional where neighbours are merged.
 * @returns 0 to 9. An edge belongs to the bin above it, and 10000 to the last.
 * @example [0, 999, 1000, 7000, 9999, 10000].map(binIndex) // => [0, 0, 1, 7, 9, 9]
 */
export function binIndex(bp: number): number {
  let index = 0;
  while (index < BIN_COUNT - 1 && bp >= (index + 1) * BIN_WIDTH) index++;
  return index;
}
