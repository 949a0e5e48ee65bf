import type { RandomSource } from '../calibration/index.js';

/**
 * Draws without putting back: every sample of that size, in every order, is as likely. The first steps of the shuffle of
 * Fisher and Yates; one number is drawn for each member.
 *
 * @param size at most this many; of a smaller population, all
 * @example sample(['a', 'b', 'c'], 2, randomSource(1)).length // => 2
 */
export function sample<T>(population: readonly T[], size: number, random: RandomSource): T[] {
  const left = [...population];
  const drawn = Math.min(size, left.length);
  for (let place = 0; place < drawn; place++) {
    const other = place + Math.floor(random() * (left.length - place));
    [left[place], left[other]] = [left[other]!, left[place]!];
  }
  return left.slice(0, drawn);
}
