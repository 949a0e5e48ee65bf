import { clipProbability } from './clip-probability.js';
import { groupsOf } from './groups-of.js';
import { recalibrationObstacle } from './recalibration-obstacle.js';
import type { Tally } from './tally.js';
import { BP } from './tally.js';

export interface CoxRecalibration {
  readonly intercept: number;
  readonly slope: number;
}

const MOST_STEPS = 100;

/** A step as small as this ends the search. */
const SETTLED = 1e-10;

interface Point {
  readonly x: number;
  readonly n: number;
  readonly occurred: number;
}

/**
 * Cox recalibration: the logistic regression of what happened on the log-odds of what was said,
 *
 *     logit P(y = 1) = a + b · logit p,   p clipped to [0.00005, 0.99995]
 *
 * Perfect calibration is a = 0, b = 1. b < 1: too extreme (overconfident); b > 1: too timid (underconfident).
 * Maximum likelihood by Newton's method from (0, 1); a step that would lower the likelihood is halved, and none
 * may more than double the log-odds (far out the likelihood is flat, and a full step would leap into nothing). The problem
 * is concave, so where a finite maximum exists it is found.
 *
 * Source: Cox (1958), Biometrika 45, https://doi.org/10.1093/biomet/45.3-4.562
 *
 * @returns null where no finite fit exists; `recalibrationObstacle` says why.
 * @example coxRecalibration(tallyOf([[2000, true], [2000, false], [2000, false], [8000, true], [8000, false]])).slope // => 0.25
 */
export function coxRecalibration(tally: Tally): CoxRecalibration | null {
  if (recalibrationObstacle(tally) !== null) return null;
  const points = groupsOf(tally).map((g) => {
    const p = clipProbability(g.bp / BP);
    return { x: Math.log(p / (1 - p)), n: g.n, occurred: g.occurred };
  });

  let intercept = 0;
  let slope = 1;
  let here = evaluate(points, intercept, slope);
  for (let iteration = 0; iteration < MOST_STEPS; iteration++) {
    const stepIntercept = (here.i11 * here.g0 - here.i01 * here.g1) / here.determinant;
    const stepSlope = (here.i00 * here.g1 - here.i01 * here.g0) / here.determinant;
    const size = Math.abs(stepIntercept) + Math.abs(stepSlope);
    if (!(size > SETTLED && size < Infinity)) break;

    const floor = here.likelihood - 1e-12 * Math.abs(here.likelihood); // rounding must not look like a loss
    let scale = Math.min(1, reach(points, intercept, slope) / reach(points, stepIntercept, stepSlope));
    let next = evaluate(points, intercept + scale * stepIntercept, slope + scale * stepSlope);
    while (next.likelihood < floor) {
      scale /= 2;
      next = evaluate(points, intercept + scale * stepIntercept, slope + scale * stepSlope);
    }
    intercept += scale * stepIntercept;
    slope += scale * stepSlope;
    here = next;
  }
  return { intercept, slope };
}

/** The largest log-odds that a line reaches at the points, and at least 4. */
function reach(points: readonly Point[], intercept: number, slope: number): number {
  const ends = [points[0]!.x, points.at(-1)!.x];
  return Math.max(4, ...ends.map((x) => Math.abs(intercept + slope * x)));
}

/** Log-likelihood, gradient and information at one point. */
function evaluate(points: readonly Point[], intercept: number, slope: number) {
  let likelihood = 0;
  let g0 = 0;
  let g1 = 0;
  let i00 = 0;
  let i01 = 0;
  let i11 = 0;
  for (const { x, n, occurred } of points) {
    const eta = intercept + slope * x;
    const small = Math.exp(-Math.abs(eta)); // never overflows
    const mu = eta >= 0 ? 1 / (1 + small) : small / (1 + small);
    const residual = occurred - n * mu;
    const weight = (n * small) / ((1 + small) * (1 + small));
    likelihood += occurred * eta - n * (Math.max(eta, 0) + Math.log1p(small));
    g0 += residual;
    g1 += x * residual;
    i00 += weight;
    i01 += weight * x;
    i11 += weight * x * x;
  }
  return { likelihood, g0, g1, i00, i01, i11, determinant: i00 * i11 - i01 * i01 };
}
