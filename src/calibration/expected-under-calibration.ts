import { calibrationErrorOfGroups } from './calibration-error.js';
import { groupForResampling } from './group-for-resampling.js';
import { groupsOf } from './groups-of.js';
import { miscalibration } from './miscalibration.js';
import { quantileOfSorted } from './quantile-of-sorted.js';
import { randomSource, type RandomSource } from './random-source.js';
import { sampleBinomial } from './sample-binomial.js';
import type { Group, Tally } from './tally.js';
import { BP } from './tally.js';

/** How many times a tally is drawn anew. */
export const RESAMPLES = 1000;

/** How many of those are drawn in full where a tally is too fine to draw all of them so. */
const FULL_RESAMPLES = 50;

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
 * Above 200 distinct probabilities the draws use merged neighbours (`groupForResampling`). Isotonic regression finds less
 * luck to fit in those, so the difference, measured on 50 draws in full, is added; without it, one in four calibrated
 * forecasters with a thousand all-different probabilities would pass for miscalibrated.
 *
 * Source: Bröcker and Smith (2007), Weather and Forecasting 22, https://doi.org/10.1175/WAF993.1
 *
 * Both are in the unit of the score itself, and the smaller the more forecasts there are.
 *
 * @param designEffect how many forecasts carry the information of one with an outcome of its own: so many times fewer
 * are drawn.
 * @param seed fixes the draws; the same tally and seed give the same figures.
 * @returns null for an empty tally.
 * @example expectedUnderCalibration(tallyOf([[0, false], [10000, true]])).miscalibration // => { mean: 0, p95: 0 }
 */
export function expectedUnderCalibration(
  tally: Tally,
  designEffect = 1,
  seed = SEED,
): ExpectedUnderCalibration | null {
  const all = thinned(groupsOf(tally), designEffect);
  if (all.length === 0) return null;
  const random = randomSource(seed);
  const drawn = blank(groupForResampling(all));
  const hidden = drawn.length < all.length ? hiddenByGrouping(all, random) : 0;
  const miscalibrations = new Float64Array(RESAMPLES);
  const errors = new Float64Array(RESAMPLES);
  for (let r = 0; r < RESAMPLES; r++) {
    drawOutcomes(drawn, random);
    miscalibrations[r] = miscalibration(drawn) + hidden;
    errors[r] = calibrationErrorOfGroups(drawn);
  }
  return { miscalibration: meanAndP95(miscalibrations), calibrationError: meanAndP95(errors) };
}

/**
 * Groups with n divided by the design effect, rounded so that the sums from the first group on stay within a half of the
 * exact ones: however finely the forecasts are spread, their number is right. At least one forecast stays.
 */
function thinned(groups: readonly Group[], designEffect: number): readonly Group[] {
  if (designEffect === 1) return groups;
  const left: Group[] = [];
  let before = 0;
  let exact = 0;
  for (const { bp, n } of groups) {
    exact += n / designEffect;
    const upTo = Math.max(1, Math.round(exact));
    if (upTo > before) left.push({ bp, n: upTo - before, occurred: 0 });
    before = upTo;
  }
  return left;
}

type Drawn = Group & { occurred: number };

function blank(groups: readonly Group[]): Drawn[] {
  return groups.map(({ bp, n }) => ({ bp, n, occurred: 0 }));
}

function drawOutcomes(groups: readonly Drawn[], random: RandomSource): void {
  for (const g of groups) g.occurred = sampleBinomial(random, g.n, g.bp / BP);
}

/** The mean miscalibration by luck that a full tally has and its merged groups have not. */
function hiddenByGrouping(groups: readonly Group[], random: RandomSource): number {
  const drawn = blank(groups);
  let sum = 0;
  for (let r = 0; r < FULL_RESAMPLES; r++) {
    drawOutcomes(drawn, random);
    sum += miscalibration(drawn) - miscalibration(groupForResampling(drawn));
  }
  return sum / FULL_RESAMPLES;
}

function meanAndP95(values: Float64Array): MeanAndP95 {
  values.sort();
  let sum = 0;
  for (const value of values) sum += value;
  return { mean: sum / values.length, p95: quantileOfSorted(values, 0.95) };
}
