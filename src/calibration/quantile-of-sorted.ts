/**
 * Quantile of numbers that are sorted already, interpolating between neighbours at (length − 1) · q (type 7).
 *
 * Source: Hyndman and Fan (1996), The American Statistician 50, https://doi.org/10.2307/2684934
 *
 * @param sorted rising. @param q from 0 (the lowest) to 1 (the highest).
 * @returns in the unit of the numbers.
 * @throws RangeError for no numbers.
 * @example quantileOfSorted([1, 2, 3, 4], 0.5) // => 2.5
 */
export function quantileOfSorted(sorted: ArrayLike<number>, q: number): number {
  if (sorted.length === 0) throw new RangeError('no numbers, no quantile');
  const at = (sorted.length - 1) * q;
  const below = Math.floor(at);
  const low = sorted[below]!;
  const high = sorted[Math.min(below + 1, sorted.length - 1)]!;
  return low + (at - below) * (high - low);
}
