import { calibrationErrorOfGroups } from './calibration-error.js';
import { groupForResampling } from './group-for-resampling.js';
import { miscalibration } from './miscalibration.js';
import { quantileOfSorted } from './quantile-of-sorted.js';
import { randomSource } from './random-source.js';
import { sampleBinomial } from './sample-binomial.js';
import type { Tally } from './tally.js';
import { BP } from './tally.js';

/** How many times a tally is drawn anew. */
export const RESAMPLES = 1000;

/** The seed of everything that a report draws. */
export const SEED = 1950;

export interface MeanAndP95 {
  readonly mean: number;
  readonly p95: number;
}

export interface ExpectedUnderCalibration {
  readonly miscalibration: MeanAndP95;
  readonly calibrationError: MeanAndP95;
}

/**
 * What a perfectly calibrated forecaster who said the same probabilities as often would get by luck alone: mean and 95th
 * percentile of the miscalibration and of the calibration error, over 1000 draws of the outcomes,
 * h_k ~ Binomial(n_k, p_k).
 *
 * Source: Bröcker and Smith (2007), Weather and Forecasting 22, https://doi.org/10.1175/WAF993.1
 *
 * @param seed fixes the draws; the same tally and seed give the same figures.
 * @returns null for an empty tally.
 * @example expectedUnderCalibration(tallyOf([[0, false], [10000, true]])).miscalibration // => { mean: 0, p95: 0 }
 */
export function expectedUnderCalibration(tally: Tally, seed = SEED): ExpectedUnderCalibration | null {
  const groups = groupForResampling(tally);
  if (groups.length === 0) return null;
  const random = randomSource(seed);
  const drawn = groups.map(({ bp, n }) => ({ bp, n, occurred: 0 }));
  const miscalibrations = new Float64Array(RESAMPLES);
  const errors = new Float64Array(RESAMPLES);
  for (let r = 0; r < RESAMPLES; r++) {
    for (const g of drawn) g.occurred = sampleBinomial(random, g.n, g.bp / BP);
    miscalibrations[r] = miscalibration(drawn);
    errors[r] = calibrationErrorOfGroups(drawn);
  }
  return { miscalibration: meanAndP95(miscalibrations), calibrationError: meanAndP95(errors) };
}

function meanAndP95(values: Float64Array): MeanAndP95 {
  values.sort();
  let sum = 0;
  for (const value of values) sum += value;
  return { mean: sum / values.length, p95: quantileOfSorted(values, 0.95) };
}
