/** Draws numbers evenly from the open interval (0, 1). */
export type RandomSource = () => number;

/**
 * A small generator with a fixed course: the same seed gives the same numbers on every machine, so the same tally
 * always draws the same picture. sfc32 ("small fast counter"), 32 bits a draw, 128 bits of state; the first 15 draws
 * are thrown away to mix the seed in. Not for secrets.
 *
 * Source: Chris Doty-Humphrey, PractRand, https://pracrand.sourceforge.net/RNG_engines.txt
 *
 * @param seed any 32-bit integer; of a larger one the low 32 bits count.
 * @returns a function; its draws are odd multiples of 2⁻³³, so never 0 and never 1.
 * @example [randomSource(1)() === randomSource(1)(), randomSource(1)() === randomSource(2)()] // => [true, false]
 */
export function randomSource(seed: number): RandomSource {
  let a = 0;
  let b = seed | 0;
  let c = 0x9e3779b9 | 0;
  let counter = 1;
  const draw = () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return ((sum >>> 0) + 0.5) / 2 ** 32;
  };
  for (let i = 0; i < 15; i++) draw();
  return draw;
}
