/** How often the verdict is right, over many simulated forecasters with a fixed seed. */
import { describe, expect, it, test } from '@jest/globals';
import type { Tally, VerdictStatus } from '../../src/calibration/index.js';
import {
  calibrationBins,
  corpDecomposition,
  coxRecalibration,
  expectedUnderCalibration,
  groupsOf,
  randomSource,
  sampleBinomial,
  spiegelhalterTest,
  totalsOf,
  verdict,
} from '../../src/calibration/index.js';

/** The verdict as a report reaches it, without what it does not need. */
function verdictOf(selected: Tally): VerdictStatus {
  const totals = totalsOf(groupsOf(selected));
  return verdict({
    ...totals,
    scenarios: totals.n,
    miscalibration: {
      value: corpDecomposition(selected)!.miscalibration,
      p95: expectedUnderCalibration(selected)!.miscalibration.p95,
    },
    spiegelhalter: spiegelhalterTest(selected),
    recalibration: coxRecalibration(selected),
    bins: calibrationBins(selected),
  }).status;
}

/** What forecasters say, each probability as often as the next. */
const SHAPES = {
  'every tenth from 10 to 90 %': [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9],
  'every percent from 2 to 98 %': Array.from({ length: 97 }, (_, i) => (i + 2) / 100),
  'rare risks of 0.5 to 5 %': [0.005, 0.01, 0.02, 0.05],
  'near certainties of 95 to 99.5 %': [0.95, 0.98, 0.99, 0.995],
  'always 60 %': [0.6],
} as const;

type Shape = keyof typeof SHAPES;

const random = randomSource(2026);

/** n forecasts of a shape (how often each: multinomial), which come true as `truth` says. */
function drawn(n: number, shape: readonly number[], truth: (p: number) => number): Tally {
  const counts = new Map<number, { n: number; occurred: number }>();
  let left = n;
  for (const [index, p] of shape.entries()) {
    const size = sampleBinomial(random, left, 1 / (shape.length - index));
    left -= size;
    counts.set(Math.round(p * 10_000), { n: size, occurred: sampleBinomial(random, size, truth(p)) });
  }
  return counts;
}

/** The truth behind p: its log-odds times `slope`, plus `shift`. */
const odds = (shift: number, slope: number) => (p: number) =>
  1 / (1 + Math.exp(-(shift + slope * Math.log(p / (1 - p)))));

const calibrated = (p: number) => p;

function shareOf(
  status: VerdictStatus,
  draws: number,
  n: number,
  shape: Shape,
  truth: (p: number) => number,
): number {
  let count = 0;
  for (let i = 0; i < draws; i++) if (verdictOf(drawn(n, SHAPES[shape], truth)) === status) count++;
  return count / draws;
}

/** Two standard errors of a share of 90 % over so many draws. */
const samplingError = (draws: number) => 2 * Math.sqrt((0.9 * 0.1) / draws);

// Thousands of resampled tallies each: minutes on a busy machine.
const PATIENCE = 300_000;

describe('of perfectly calibrated forecasters, at most one in ten is called anything but calibrated', () => {
  // Two tests at 5 % each, so 10 % is the bound. Held to within the sampling error of the draws.
  test.each<[number, Shape, number]>([
    [50, 'every tenth from 10 to 90 %', 400],
    [200, 'every tenth from 10 to 90 %', 400],
    [1000, 'every tenth from 10 to 90 %', 400],
    [50, 'every percent from 2 to 98 %', 100],
    [200, 'every percent from 2 to 98 %', 100],
    [1000, 'every percent from 2 to 98 %', 100],
  ])(
    'with %p forecasts: %s',
    (n, shape, draws) => {
      const share = shareOf('calibrated', draws, n, shape, calibrated);
      expect(share).toBeGreaterThanOrEqual(0.9 - samplingError(draws));
    },
    PATIENCE,
  );
});

describe('with a thousand forecasts, at least nine in ten are named right', () => {
  test.each<[VerdictStatus, string, Shape, (p: number) => number, number]>([
    [
      'overconfident',
      'log-odds 1.67 times what they should be',
      'every tenth from 10 to 90 %',
      odds(0, 0.6),
      200,
    ],
    [
      'overconfident',
      'log-odds 1.67 times what they should be',
      'every percent from 2 to 98 %',
      odds(0, 0.6),
      40,
    ],
    [
      'underconfident',
      'log-odds 0.63 times what they should be',
      'every tenth from 10 to 90 %',
      odds(0, 1.6),
      200,
    ],
    [
      'underconfident',
      'log-odds 0.63 times what they should be',
      'every percent from 2 to 98 %',
      odds(0, 1.6),
      40,
    ],
    ['biasedHigh', 'odds e² times what they should be', 'rare risks of 0.5 to 5 %', odds(-2, 1), 200],
    ['biasedLow', 'odds e⁻² times what they should be', 'near certainties of 95 to 99.5 %', odds(2, 1), 200],
    ['biasedHigh', 'where 50 % happen', 'always 60 %', () => 0.5, 200],
    ['biasedLow', 'where 70 % happen', 'always 60 %', () => 0.7, 200],
  ])(
    '%s: %s, %s',
    (status, _, shape, truth, draws) => {
      expect(shareOf(status, draws, 1000, shape, truth)).toBeGreaterThanOrEqual(0.9);
    },
    PATIENCE,
  );
});

describe('a bias over widely spread forecasts is named in nine of ten cases at best, as the rule has it', () => {
  // The 90 % interval of a slope that is truly 1 excludes 1 in one case of ten, which is then called over- or
  // underconfident: the share is 0.9 in the long run, and held to within the sampling error of the draws.
  const draws = 200;

  test.each<[VerdictStatus, string, (p: number) => number]>([
    ['biasedHigh', 'odds 1.8 times what they should be', odds(-0.6, 1)],
    ['biasedLow', 'odds 0.55 times what they should be', odds(0.6, 1)],
  ])(
    '%s: %s, every tenth from 10 to 90 %%',
    (status, _, truth) => {
      const share = shareOf(status, draws, 1000, 'every tenth from 10 to 90 %', truth);
      expect(share).toBeGreaterThanOrEqual(0.9 - samplingError(draws));
    },
    PATIENCE,
  );

  it('and never called calibrated', () => {
    expect(shareOf('calibrated', 50, 1000, 'every tenth from 10 to 90 %', odds(-0.6, 1))).toBe(0);
  });
});
