/** Beyond this the continued fraction converges fast; below it the series does. */
const TAIL = 2.5;
const TERMS = 80;

/**
 * Standard normal distribution function Φ(x), the probability of a value ≤ x, right to about 15 digits, also relative
 * to the small values in the lower tail.
 *
 * In the middle, Φ(x) = ½ + φ(x) (x + x³/3 + x⁵/(3·5) + …), all terms of one sign. In the tails, the upper tail is
 * φ(x) / (x + 1/(x + 2/(x + 3/(x + …)))), evaluated from its 80th term upwards.
 *
 * Source: Marsaglia (2004), Journal of Statistical Software 11(4), https://doi.org/10.18637/jss.v011.i04;
 * Laplace's continued fraction: DLMF 7.9.2, https://dlmf.nist.gov/7.9
 *
 * @returns 0 for −∞, 1 for +∞, NaN for NaN.
 * @example normalCdf(1.959963984540054) // => 0.975
 */
export function normalCdf(x: number): number {
  const density = Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
  const size = Math.abs(x);
  if (size > TAIL) {
    if (density === 0) return x < 0 ? 0 : 1;
    let fraction = size;
    for (let term = TERMS; term >= 1; term--) fraction = size + term / fraction;
    const tail = density / fraction;
    return x < 0 ? tail : 1 - tail;
  }
  let sum = x;
  let term = x;
  for (let odd = 3; Math.abs(term) > 1e-18; odd += 2) {
    term *= (x * x) / odd;
    sum += term;
  }
  return 0.5 + density * sum;
}
