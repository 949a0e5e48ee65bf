/** How often the verdict is right, over many simulated forecasters with a fixed seed. More of it: docs/method.md. */
import { describe, expect, it, test } from '@jest/globals';
import type { Tally, VerdictStatus } from '../../src/calibration/index.js';
import { randomSource, sampleBinomial } from '../../src/calibration/index.js';
import { reportOf } from './builders.js';

const verdictOf = (selected: Tally): VerdictStatus => reportOf(selected, { luck: null }).verdict.status;

/** What forecasters say, each probability as often as the next. */
const SHAPES = {
  'every tenth from 10 to 90%': [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9],
  'every percent from 2 to 98%': Array.from({ length: 97 }, (_, i) => (i + 2) / 100),
  'rare risks of 0.5 to 5%': [0.005, 0.01, 0.02, 0.05],
  'near certainties of 95 to 99.5%': [0.95, 0.98, 0.99, 0.995],
  'always 60%': [0.6],
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

/** Two standard errors of a share of 90% over so many draws. */
const samplingError = (draws: number) => 2 * Math.sqrt((0.9 * 0.1) / draws);

const DRAWS = 400;

describe('of perfectly calibrated forecasters, at most one in ten is called anything but calibrated', () => {
  // Two tests at 5% each, so 10% is the bound. Held to within the sampling error of the draws.
  test.each<[number, Shape]>([
    [50, 'every tenth from 10 to 90%'],
    [200, 'every tenth from 10 to 90%'],
    [1000, 'every tenth from 10 to 90%'],
    [50, 'every percent from 2 to 98%'],
    [200, 'every percent from 2 to 98%'],
    [1000, 'every percent from 2 to 98%'],
  ])('with %p forecasts: %s', (n, shape) => {
    const share = shareOf('calibrated', DRAWS, n, shape, calibrated);
    expect(share).toBeGreaterThanOrEqual(0.9 - samplingError(DRAWS));
  });
});

describe('with a thousand forecasts, at least nine in ten are named right', () => {
  test.each<[VerdictStatus, string, Shape, (p: number) => number]>([
    ['overconfident', 'log-odds 1.67 times what they should be', 'every tenth from 10 to 90%', odds(0, 0.6)],
    ['overconfident', 'log-odds 1.67 times what they should be', 'every percent from 2 to 98%', odds(0, 0.6)],
    ['underconfident', 'log-odds 0.63 times what they should be', 'every tenth from 10 to 90%', odds(0, 1.6)],
    [
      'underconfident',
      'log-odds 0.63 times what they should be',
      'every percent from 2 to 98%',
      odds(0, 1.6),
    ],
    ['biasedHigh', 'where 50% happen', 'always 60%', () => 0.5],
    ['biasedLow', 'where 70% happen', 'always 60%', () => 0.7],
    ['biasedHigh', 'odds 1.8 times what they should be', 'every tenth from 10 to 90%', odds(-0.6, 1)],
    ['biasedLow', 'odds 0.55 times what they should be', 'every tenth from 10 to 90%', odds(0.6, 1)],
  ])('%s: %s, %s', (status, _, shape, truth) => {
    expect(shareOf(status, DRAWS, 1000, shape, truth)).toBeGreaterThanOrEqual(0.9);
  });

  it('and a strong bias is never called calibrated', () => {
    expect(shareOf('calibrated', 100, 1000, 'every tenth from 10 to 90%', odds(-0.6, 1))).toBe(0);
  });

  // Among rare risks alone, both numbers of the verdict say the same: too high a forecast is also too timid a one.
  test.each<[VerdictStatus, Shape, (p: number) => number]>([
    ['biasedHigh', 'rare risks of 0.5 to 5%', odds(-2, 1)],
    ['biasedLow', 'near certainties of 95 to 99.5%', odds(2, 1)],
  ])('%s or hedging: %s', (status, shape, truth) => {
    const named = (one: VerdictStatus) => shareOf(one, DRAWS, 1000, shape, truth);
    expect(named(status) + named('underconfident')).toBeGreaterThanOrEqual(0.9);
  });
});
