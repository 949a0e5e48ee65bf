import type { Group } from './tally.js';

/** Up to this many distinct probabilities are resampled as they are. */
export const RESAMPLE_DISTINCT = 200;

/** The width of a merged group in ten-thousandths: a hundred of them cover 0..1, and ten make one bin. */
const CELL = 100;

/**
 * The groups that resampling works on, from those of a tally in order. Many distinct probabilities (more than 200) are
 * merged into at most 100, one per percent [0, 1 %) … [99, 100 %], each standing at the mean of its forecasts,
 * Σ n_k b_k / Σ n_k: the sum of probabilities, and the bin of every forecast, stay as they were.
 *
 * @param groups by rising probability, none empty.
 * @returns up to 200 groups as they are; none for none. Merged ones have a fractional `bp`.
 * @example groupForResampling([{ bp: 7000, n: 1, occurred: 1 }]) // => [{ bp: 7000, n: 1, occurred: 1 }]
 */
export function groupForResampling(groups: readonly Group[]): readonly Group[] {
  if (groups.length <= RESAMPLE_DISTINCT) return groups;
  const cells = new Map<number, { n: number; occurred: number; bp: number }>();
  for (const g of groups) {
    const index = Math.min(99, (g.bp - (g.bp % CELL)) / CELL);
    const cell = cells.get(index) ?? { n: 0, occurred: 0, bp: 0 };
    cell.n += g.n;
    cell.occurred += g.occurred;
    cell.bp += g.n * g.bp;
    cells.set(index, cell);
  }
  return [...cells.values()].map(({ n, occurred, bp }) => ({ n, occurred, bp: bp / n }));
}
