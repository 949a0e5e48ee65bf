import { normalCdf } from './normal-cdf.js';
import { normalQuantile } from './normal-quantile.js';
import type { Group } from './tally.js';
import { BP } from './tally.js';

/** Up to this variance the distribution is computed exactly; above, by its expansion. */
const EXACT_VARIANCE = 40;

/** Probabilities below this share of the largest are left out. */
const NEGLIGIBLE = 1e-18;

/** Probabilities of offset, offset + 1, … cases. */
interface Masses {
  offset: number;
  values: Float64Array;
}

/**
 * Quantiles of how many of all forecasts occur if each probability is right: the smallest count k with
 * P(X ≤ k) ≥ q. X is a sum of binomials (Poisson-binomial).
 *
 * Exact, by convolving the groups, while the variance is at most 40. Above, by the Edgeworth expansion to second
 * order of X + U, U even on (−½, ½): that sum is continuous, has P(X + U ≤ k + ½) = P(X ≤ k), variance σ² + 1/12 and
 * fourth cumulant κ₄ − 1/120. The error in probability is then below 1e-4, so a quantile can be off by one only on a tie.
 *
 * Source: Hong (2013), Computational Statistics and Data Analysis 59, https://doi.org/10.1016/j.csda.2012.10.006;
 * Kolassa (2006), Series Approximation Methods in Statistics, chapter 3
 *
 * @param groups whatever occurred in them does not matter. @param quantiles each between 0 and 1.
 * @returns a whole number of forecasts for each quantile; 0 for no groups.
 * @example poissonBinomialQuantiles([{ bp: 5000, n: 10, occurred: 0 }], [0.05, 0.95]) // => [2, 8]
 */
export function poissonBinomialQuantiles(groups: readonly Group[], quantiles: readonly number[]): number[] {
  let variance = 0;
  for (const g of groups) variance += g.n * (g.bp / BP) * (1 - g.bp / BP);
  if (variance > EXACT_VARIANCE) return quantiles.map((q) => byExpansion(groups, q));
  const { offset, values } = convolved(groups);
  return quantiles.map((q) => {
    let k = 0;
    let below = values[0]!;
    while (below < q && k < values.length - 1) below += values[++k]!;
    return offset + k;
  });
}

function convolved(groups: readonly Group[]): Masses {
  let sum: Masses = { offset: 0, values: new Float64Array([1]) };
  for (const { bp, n } of groups) {
    const next = binomialMasses(n, bp / BP);
    const values = new Float64Array(sum.values.length + next.values.length - 1);
    for (let i = 0; i < sum.values.length; i++) {
      const mass = sum.values[i]!;
      for (let j = 0; j < next.values.length; j++) values[i + j]! += mass * next.values[j]!;
    }
    sum = trimmed({ offset: sum.offset + next.offset, values });
  }
  return sum;
}

/** Binomial probabilities, walking out from the mode until they no longer matter. */
function binomialMasses(n: number, p: number): Masses {
  if (p === 0 || p === 1) return { offset: n * p, values: new Float64Array([1]) };
  const mode = Math.min(n, Math.floor((n + 1) * p));
  const odds = p / (1 - p);
  const up: number[] = [];
  for (let k = mode, mass = 1; k < n && mass > NEGLIGIBLE; k++) up.push((mass *= ((n - k) / (k + 1)) * odds));
  const down: number[] = [];
  for (let k = mode, mass = 1; k > 0 && mass > NEGLIGIBLE; k--) down.push((mass *= k / ((n - k + 1) * odds)));
  const values = Float64Array.from([...down.reverse(), 1, ...up]);
  let total = 0;
  for (const mass of values) total += mass;
  return { offset: mode - down.length, values: values.map((mass) => mass / total) };
}

function trimmed({ offset, values }: Masses): Masses {
  let start = 0;
  let end = values.length;
  while (values[start]! < NEGLIGIBLE) start++;
  while (values[end - 1]! < NEGLIGIBLE) end--;
  return { offset: offset + start, values: values.subarray(start, end) };
}

function byExpansion(groups: readonly Group[], quantile: number): number {
  let mean = 0;
  let variance = 1 / 12;
  let third = 0;
  let fourth = -1 / 120;
  for (const { bp, n } of groups) {
    const p = bp / BP;
    const own = n * p * (1 - p);
    mean += n * p;
    variance += own;
    third += own * (1 - 2 * p);
    fourth += own * (1 - 6 * p * (1 - p));
  }
  const deviation = Math.sqrt(variance);
  const skewness = third / variance ** 1.5;
  const excess = fourth / variance ** 2;
  const atMost = (count: number) => {
    const x = (count + 0.5 - mean) / deviation;
    const density = Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
    const second = (excess / 24) * (x ** 3 - 3 * x) + (skewness ** 2 / 72) * (x ** 5 - 10 * x ** 3 + 15 * x);
    return normalCdf(x) - density * ((skewness / 6) * (x * x - 1) + second);
  };
  let k = Math.floor(mean + deviation * normalQuantile(quantile));
  while (atMost(k) >= quantile) k--;
  while (atMost(k) < quantile) k++;
  return k;
}
