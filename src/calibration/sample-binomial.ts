import type { RandomSource } from './random-source.js';

/** From this expected count on, rejection is faster than counting up. */
const REJECTION_FROM = 10;

// Taken out once: these run hundreds of thousands of times a report.
const { PI, abs, exp, floor, log, log1p, sqrt } = Math;

/**
 * Draws how many of `n` independent cases occur, each with probability `p`. The cost does not grow with `n`: below
 * an expected count of 10 by inversion, above by transformed rejection (BTRS), both exact.
 *
 * Source: Hörmann (1993), Journal of Statistical Computation and Simulation 46, https://doi.org/10.1080/00949659308811496
 *
 * @param n a non-negative integer. @param p from 0 to 1; neither is checked, as this runs hundreds of thousands of times.
 * @returns an integer from 0 to n; certainties (p of 0 or 1, n of 0) cost no draw.
 * @example [sampleBinomial(randomSource(1), 7, 0), sampleBinomial(randomSource(1), 7, 1)] // => [0, 7]
 */
export function sampleBinomial(random: RandomSource, n: number, p: number): number {
  if (p > 0.5) return n - sampleBinomial(random, n, 1 - p);
  if (n === 0 || p === 0) return 0;
  return n * p < REJECTION_FROM ? byInversion(random, n, p) : byRejection(random, n, p);
}

/** Walks up the probabilities of 0, 1, 2, … until they have used up one uniform draw. */
function byInversion(random: RandomSource, n: number, p: number): number {
  const odds = p / (1 - p);
  let probability = exp(n * log1p(-p));
  let left = random();
  let count = 0;
  while (left > probability && count < n) {
    left -= probability;
    count++;
    probability *= ((n + 1) / count - 1) * odds;
  }
  return count;
}

/** Proposes from a bell that fits over the distribution; most proposals are accepted without a logarithm. */
function byRejection(random: RandomSource, n: number, p: number): number {
  const odds = p / (1 - p);
  const spread = sqrt(n * p * (1 - p));
  const b = 1.15 + 2.53 * spread;
  const a = -0.0873 + 0.0248 * b + 0.01 * p;
  const centre = n * p + 0.5;
  const box = 0.92 - 4.2 / b;
  const alpha = (2.83 + 5.1 / b) * spread;
  const mode = floor((n + 1) * p);
  for (;;) {
    const u = random() - 0.5;
    const v = random();
    const us = 0.5 - abs(u);
    const count = floor(((2 * a) / us + b) * u + centre);
    if (us >= 0.07 && v <= box) return count;
    if (count < 0 || count > n) continue;
    const bound =
      (mode + 0.5) * log((mode + 1) / (odds * (n - mode + 1))) +
      (n + 1) * log((n - mode + 1) / (n - count + 1)) +
      (count + 0.5) * log((odds * (n - count + 1)) / (count + 1)) +
      stirlingGap(mode) +
      stirlingGap(n - mode) -
      stirlingGap(count) -
      stirlingGap(n - count);
    if (log((v * alpha) / (a / (us * us) + b)) <= bound) return count;
  }
}

/** ln k! minus Stirling's formula at k + 1: ln k! − [½ ln 2π + (k + ½) ln(k + 1) − (k + 1)]. */
function stirlingGap(k: number): number {
  const small = SMALL_GAPS[k];
  if (small !== undefined) return small;
  const next = k + 1;
  return (1 / 12 - (1 / 360 - 1 / 1260 / (next * next)) / (next * next)) / next;
}

const SMALL_GAPS = Array.from({ length: 10 }, (_, k) => {
  let factorial = 1;
  for (let i = 2; i <= k; i++) factorial *= i;
  return log(factorial) - (0.5 * log(2 * PI) + (k + 0.5) * log(k + 1) - (k + 1));
});
