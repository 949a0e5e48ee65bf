import { normalQuantile } from './normal-quantile.js';

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * Wilson score interval for a share: where the true rate may lie, given that `occurred` of `n` came true. Without
 * continuity correction:
 *
 *     (p̂ + z²/2n ± z √(p̂(1 − p̂)/n + z²/4n²)) / (1 + z²/n),   z = Φ⁻¹(½ + level/2)
 *
 * `n` may be fractional (time-weighted forecasts). Nothing of n: `low` is exactly 0; all of n: `high` is exactly 1.
 *
 * Source: Wilson (1927), Journal of the American Statistical Association 22, https://doi.org/10.1080/01621459.1927.10502953
 *
 * @throws RangeError unless n > 0, 0 ≤ occurred ≤ n and 0 < level < 1.
 * @example wilsonInterval(16, 25, 0.9) // => { low: 0.47570887, high: 0.77694815 }
 */
export function wilsonInterval(occurred: number, n: number, level: number): Interval {
  if (!(n > 0 && occurred >= 0 && occurred <= n)) throw new RangeError(`no share: ${occurred} of ${n}`);
  if (!(level > 0 && level < 1)) throw new RangeError(`a level lies between 0 and 1, not at ${level}`);
  const z = normalQuantile(0.5 + level / 2);
  const share = occurred / n;
  const centre = share + (z * z) / (2 * n);
  const half = z * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
  const scale = 1 + (z * z) / n;
  return {
    low: occurred === 0 ? 0 : (centre - half) / scale,
    high: occurred === n ? 1 : (centre + half) / scale,
  };
}
