/**
 * How far to extremise the mean of N forecasters who know different things, as far as their number goes:
 *
 *     d = N (√(3N² − 3N + 1) − 2) / (N² − N − 1)
 *
 * One forecaster: 1, nothing to extremise. Rising with N towards √3.
 *
 * Source: Neyman and Roughgarden (2022), Are You Smarter Than a Random Expert?, https://arxiv.org/abs/2111.03153; applied
 * to log-odds as in Sevilla (2021), https://forum.effectivealtruism.org/posts/biL94PKfeHmgHY6qe
 *
 * @throws RangeError unless N is a positive integer.
 * @example extremisingFactor(4) // => 1.4846409201084434
 */
export function extremisingFactor(n: number): number {
  if (!(Number.isInteger(n) && n > 0)) throw new RangeError(`a number of forecasters, not ${n}`);
  return (n * (Math.sqrt(3 * n * n - 3 * n + 1) - 2)) / (n * n - n - 1);
}
