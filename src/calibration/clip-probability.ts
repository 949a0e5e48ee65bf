/** Half of the smallest step that can be stored: where probabilities of 0 and 1 are put before taking logarithms. */
export const CLIP = 0.00005;

/**
 * A probability kept away from 0 and 1 by half of the smallest step that can be stored, so that its logarithm and
 * its log-odds are finite. No other stored probability is moved.
 *
 * @example clipProbability(0) // => 0.00005
 */
export function clipProbability(p: number): number {
  return Math.min(Math.max(p, CLIP), 1 - CLIP);
}
