import { describe, expect, it, test } from '@jest/globals';
import {
  consistencyBand,
  expectedUnderCalibration,
  groupForResampling,
  groupsOf,
  quantileOfSorted,
  randomSource,
  sampleBinomial,
  tallyOf,
  totalsOf,
} from '../../src/calibration/index.js';
import { tally } from './builders.js';

/** n forecasts evenly over the whole percents. */
const grid = (n: number) =>
  tallyOf(Array.from({ length: n }, (_, i) => [Math.round((i * 100) / (n - 1)) * 100, false]));

describe('randomSource', () => {
  it('stays inside (0, 1), with the mean and variance of even draws', () => {
    const random = randomSource(7);
    const draws = Array.from({ length: 100_000 }, random);
    const mean = draws.reduce((a, b) => a + b) / draws.length;
    const variance = draws.reduce((a, b) => a + (b - mean) ** 2, 0) / draws.length;
    expect(draws.every((u) => u > 0 && u < 1)).toBe(true);
    expect(mean).toBeCloseTo(0.5, 2);
    expect(variance).toBeCloseTo(1 / 12, 3);
  });
});

describe('sampleBinomial', () => {
  test.each([
    [1, 0.3],
    [20, 0.1],
    [20, 0.9],
    [30, 0.4],
    [100, 0.5],
    [1000, 0.03],
    [1_000_000, 0.7],
  ])('draws of %p cases at %p have the right mean and variance, within their range', (n, p) => {
    const random = randomSource(3);
    const draws = Array.from({ length: 20_000 }, () => sampleBinomial(random, n, p));
    const mean = draws.reduce((a, b) => a + b) / draws.length;
    const variance = draws.reduce((a, b) => a + (b - mean) ** 2, 0) / draws.length;
    const sigma = Math.sqrt(n * p * (1 - p));
    expect(Math.abs(mean - n * p)).toBeLessThan((4 * sigma) / Math.sqrt(draws.length));
    expect(variance / sigma ** 2).toBeGreaterThan(0.95);
    expect(variance / sigma ** 2).toBeLessThan(1.05);
    expect(draws.every((k) => Number.isInteger(k) && k >= 0 && k <= n)).toBe(true);
  });

  test.each([
    [12, 0.5],
    [25, 0.45],
  ])('draws of %p cases at %p have the frequencies of the distribution', (n, p) => {
    const random = randomSource(5);
    const counts = new Array<number>(n + 1).fill(0);
    const draws = 200_000;
    for (let i = 0; i < draws; i++) counts[sampleBinomial(random, n, p)]! += 1;
    let mass = (1 - p) ** n;
    for (let k = 0; k <= n; k++) {
      const expected = draws * mass;
      if (expected > 10) expect(Math.abs(counts[k]! - expected)).toBeLessThan(4.5 * Math.sqrt(expected));
      mass *= ((n - k) / (k + 1)) * (p / (1 - p));
    }
  });

  it('draws nothing of nothing', () => expect(sampleBinomial(randomSource(1), 0, 0.4)).toBe(0));
});

describe('what calibration would give by luck', () => {
  // the table in the definitions: forecasts evenly over the whole percents
  test.each([
    [20, 0.211, 0.057],
    [50, 0.143, 0.034],
    [100, 0.099, 0.022],
    [200, 0.072, 0.014],
    [500, 0.046, 0.007],
    [1000, 0.032, 0.004],
    [5000, 0.014, 0.001],
  ])('with %p forecasts: calibration error %p, miscalibration %p', (n, error, miscalibration) => {
    const expected = expectedUnderCalibration(grid(n))!;
    expect(Math.abs(expected.calibrationError.mean - error)).toBeLessThan(0.012);
    expect(Math.abs(expected.miscalibration.mean - miscalibration)).toBeLessThan(0.004);
    expect(expected.miscalibration.p95).toBeGreaterThan(expected.miscalibration.mean);
  });

  it('is the same for the same seed, and another for another', () => {
    expect(expectedUnderCalibration(grid(50))).toEqual(expectedUnderCalibration(grid(50)));
    expect(expectedUnderCalibration(grid(50), 1, 1)).not.toEqual(expectedUnderCalibration(grid(50), 1, 2));
    expect(consistencyBand(grid(50), 0.9)).toEqual(consistencyBand(grid(50), 0.9));
  });

  it('is nothing for nothing', () => {
    expect(expectedUnderCalibration(new Map())).toBeNull();
    expect(consistencyBand(new Map(), 0.9)).toEqual([]);
  });

  it('is the same for a finely spread tally as for its draws in full', () => {
    const random = randomSource(9);
    const fine = tallyOf(Array.from({ length: 1000 }, () => [Math.floor(random() * 10_001), false]));
    const coarse = expectedUnderCalibration(grid(1000))!;
    const full = expectedUnderCalibration(fine)!;
    expect(full.miscalibration.mean / coarse.miscalibration.mean).toBeGreaterThan(1);
    expect(full.miscalibration.mean / coarse.miscalibration.mean).toBeLessThan(1.6);
  });
});

describe('groupForResampling', () => {
  it('leaves 200 distinct probabilities as they are', () => {
    const groups = groupsOf(tallyOf(Array.from({ length: 200 }, (_, i) => [i * 3, true])));
    expect(groupForResampling(groups)).toBe(groups);
  });

  it('merges more into at most 100, keeping counts, sums and bins', () => {
    const groups = groupsOf(tallyOf(Array.from({ length: 10_001 }, (_, i) => [i, i % 3 === 0])));
    const merged = groupForResampling(groups);
    expect(merged).toHaveLength(100);
    expect(totalsOf(merged).n).toBe(10_001);
    expect(totalsOf(merged).occurred).toBe(totalsOf(groups).occurred);
    expect(totalsOf(merged).expected).toBeCloseTo(totalsOf(groups).expected, 6);
  });
});

describe('consistencyBand', () => {
  it('encloses the diagonal and stays inside 0..1', () => {
    for (const { forecast, low, high } of consistencyBand(grid(500), 0.9)) {
      expect(low).toBeGreaterThanOrEqual(0);
      expect(high).toBeLessThanOrEqual(1);
      expect(low).toBeLessThanOrEqual(forecast + 0.03);
      expect(high).toBeGreaterThanOrEqual(forecast - 0.03);
    }
  });

  // One value: no pooling, so the band is the binomial's own quantiles; scipy.stats.binom.ppf([.05, .95], 100, .3)
  it('is the binomial range of a single value', () => {
    const [point] = consistencyBand(tally([0.3, 100, 0]), 0.9);
    expect(Math.abs(point!.low - 0.23)).toBeLessThan(0.011);
    expect(Math.abs(point!.high - 0.38)).toBeLessThan(0.011);
  });

  it('narrows with the number of forecasts', () => {
    const width = (n: number) => {
      const [point] = consistencyBand(tally([0.3, n, 0]), 0.9);
      return point!.high - point!.low;
    };
    expect(width(10_000)).toBeLessThan(width(100) / 5);
  });

  it('has a point for one forecast at the edge of millions', () => {
    const points = consistencyBand(tally([0.3, 10_000_000, 0], [0.9, 1, 0]), 0.9);
    expect(points.map(({ forecast }) => forecast)).toEqual([0.3, 0.9]);
  });
});

test('a quantile of nothing is refused', () => {
  expect(() => quantileOfSorted([], 0.5)).toThrow(RangeError);
  expect(quantileOfSorted([3], 1)).toBe(3);
});
