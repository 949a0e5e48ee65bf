import { normalCdf } from './normal-cdf.js';

/**
 * Standard normal quantile: the z with Φ(z) = p, right to about 14 digits. A rational start, good to 4.5e-4, is
 * corrected twice by Halley's method on `normalCdf`.
 *
 * Source: Abramowitz and Stegun, 26.2.23 (start), https://personal.math.ubc.ca/~cbm/aands/page_933.htm
 *
 * @throws RangeError unless 0 < p < 1.
 * @example normalQuantile(0.95) // => 1.6448536269514722
 */
export function normalQuantile(p: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError(`a quantile needs 0 < p < 1, not ${p}`);
  if (p > 0.5) return -normalQuantile(1 - p);
  const t = Math.sqrt(-2 * Math.log(p));
  const start =
    (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
  let z = start - t;
  for (let step = 0; step < 2; step++) {
    const gap = (normalCdf(z) - p) * Math.sqrt(2 * Math.PI) * Math.exp((z * z) / 2);
    z -= gap / (1 + (z * gap) / 2);
  }
  return z;
}
