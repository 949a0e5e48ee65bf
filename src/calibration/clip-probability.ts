/** Half of the smallest step that can be stored: where probabilities of 0 and 1 are put before taking logarithms. */
export const CLIP = 0.00005;

/**
 * A probability kept away from 0 and 1 by half of the smallest step that can be stored, so that its logarithm and
 * its log-odds are finite. No other stored probability is moved.
 *
 *     min(max(p, 0.00005), 0.99995)
 *
 * The price of a certain miss hangs on this choice: −ln 0.00005 = 9.9 nats. Whoever clips at 10⁻¹⁵ pays 34.5.
 *
 * @param p 0..1. NaN stays NaN.
 * @example clipProbability(0) // => 0.00005
 */
export function clipProbability(p: number): number {
  return Math.min(Math.max(p, CLIP), 1 - CLIP);
}
