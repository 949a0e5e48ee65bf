import { clipProbability } from './clip-probability.js';
import { groupsOf } from './groups-of.js';
import { recalibrationObstacle } from './recalibration-obstacle.js';
import type { Tally } from './tally.js';
import { BP } from './tally.js';

export interface CoxRecalibration {
  readonly intercept: number;
  readonly slope: number;
  /** Standard error of the slope, from the information matrix. */
  readonly slopeError: number;
}

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
 * Maximum likelihood by Newton's method from (0, 1); a step that would lower the likelihood is halved. The problem is
 * concave, so where a finite maximum exists it is found.
 *
 * Source: Cox (1958), Biometrika 45, https://doi.org/10.1093/biomet/45.3-4.562
 *
 * @returns null where no finite fit exists; `recalibrationObstacle` says why.
 * @example coxRecalibration(tallyOf([[2000, true], [2000, false], [2000, false], [8000, true], [8000, false]])).slope // => 0.5
 */
export function coxRecalibration(tally: Tally): CoxRecalibration | null {
  if (recalibrationObstacle(tally) !== null) return null;
  const points = groupsOf(tally).map((g) => {
    const p = clipProbability(g.bp / BP);
    return { x: Math.log(p / (1 - p)), n: g.n, occurred: g.occurred };
  });

  let intercept = 0;
  let slope = 1;
  let likelihood = logLikelihood(points, intercept, slope);
  let slopeError = 0;
  for (let iteration = 0; iteration < 100; iteration++) {
    const step = newtonStep(points, intercept, slope);
    slopeError = step.slopeError;
    const slack = 1e-12 * Math.abs(likelihood); // rounding must not look like a loss
    let scale = 1;
    let next = logLikelihood(points, intercept + step.intercept, slope + step.slope);
    while (!(next >= likelihood - slack)) {
      scale /= 2;
      next = logLikelihood(points, intercept + scale * step.intercept, slope + scale * step.slope);
    }
    intercept += scale * step.intercept;
    slope += scale * step.slope;
    likelihood = next;
    if (Math.abs(step.intercept) + Math.abs(step.slope) < 1e-11) break;
  }
  return { intercept, slope, slopeError };
}

function logLikelihood(points: readonly Point[], intercept: number, slope: number): number {
  let sum = 0;
  for (const { x, n, occurred } of points) {
    const eta = intercept + slope * x;
    // ln(1 + e^eta) without overflow
    sum += occurred * eta - n * (Math.max(eta, 0) + Math.log1p(Math.exp(-Math.abs(eta))));
  }
  return sum;
}

/** Gradient over information matrix: the step to the maximum of the local parabola. */
function newtonStep(points: readonly Point[], intercept: number, slope: number) {
  let g0 = 0;
  let g1 = 0;
  let i00 = 0;
  let i01 = 0;
  let i11 = 0;
  for (const { x, n, occurred } of points) {
    const mu = 1 / (1 + Math.exp(-(intercept + slope * x)));
    const residual = occurred - n * mu;
    const weight = n * mu * (1 - mu);
    g0 += residual;
    g1 += x * residual;
    i00 += weight;
    i01 += weight * x;
    i11 += weight * x * x;
  }
  const determinant = i00 * i11 - i01 * i01;
  return {
    intercept: (i11 * g0 - i01 * g1) / determinant,
    slope: (i00 * g1 - i01 * g0) / determinant,
    slopeError: Math.sqrt(i00 / determinant),
  };
}
