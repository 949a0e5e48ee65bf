import { describe, expect, it, test } from '@jest/globals';
import {
  addTallies,
  binIndex,
  bpToProbability,
  calibrationBins,
  compareShares,
  groupsOf,
  probabilityToBp,
  subtractTallies,
  tallyOf,
  timeWeights,
} from '../../src/calibration/index.js';
import { tally } from './builders.js';

describe('probabilityToBp', () => {
  it('recovers every probability with four decimals, through arithmetic and through text', () => {
    for (let bp = 0; bp <= 10_000; bp++) {
      expect(probabilityToBp(bp / 10_000)).toBe(bp);
      expect(probabilityToBp(Number((bp / 10_000).toFixed(4)))).toBe(bp);
      expect(bpToProbability(bp)).toBe(bp / 10_000);
    }
  });

  test.each([NaN, Infinity, -Infinity, -0.1, 1.0001, 1e309, 1e-9, 0.12345, 0.1 + 0.2, 1 - 1e-16 / 2 - 1e-10])(
    'refuses %p',
    (p) => expect(probabilityToBp(p)).toBeNull(),
  );

  it('counts minus zero as zero', () => expect(Object.is(probabilityToBp(-0), 0)).toBe(true));
});

test.each([-1, 10_001, 0.5, NaN])('bpToProbability refuses %p', (bp) => {
  expect(() => bpToProbability(bp)).toThrow(RangeError);
});

describe('bins', () => {
  it('every whole percent falls into [lo, hi), and 100 % into the last bin', () => {
    for (let percent = 0; percent <= 100; percent++) {
      const bins = calibrationBins(tally([percent / 100, 1, 1]));
      expect(bins.findIndex((bin) => bin.n === 1)).toBe(Math.min(9, Math.trunc(percent / 10)));
    }
  });

  test.each([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])('the edge at %p0 %% opens its bin', (k) => {
    expect(binIndex(k * 1000)).toBe(k);
    if (k > 0) expect(binIndex(k * 1000 - 1)).toBe(k - 1);
    expect(binIndex(k * 1000 + 999)).toBe(k);
  });
});

describe('a tally', () => {
  const a = tally([0.7, 3, 2], [0.1, 1, 0]);
  const b = tally([0.7, 1, 1], [0.2, 2, 1]);

  it('counts forecasts in any order', () => {
    expect(
      tallyOf([
        [7000, true],
        [1000, false],
        [7000, false],
        [7000, true],
      ] as const),
    ).toEqual(a);
  });

  it('merges by adding, without touching its parts', () => {
    const [frozenA, frozenB] = [new Map(a), new Map(b)];
    expect(addTallies(a, b)).toEqual(tally([0.1, 1, 0], [0.2, 2, 1], [0.7, 4, 3]));
    expect([a, b]).toEqual([frozenA, frozenB]);
    expect(addTallies()).toEqual(new Map());
  });

  it('gives back what was added', () => expect(subtractTallies(addTallies(a, b), b)).toEqual(a));

  test.each([
    ['a value it does not hold', tally([0.3, 1, 0])],
    ['more than it holds', tally([0.7, 4, 2])],
    ['more that occurred than it holds', tally([0.7, 3, 3])],
    ['fewer misses than would be left', tally([0.7, 2, 0])],
  ])('does not give away %s', (_, part) => expect(() => subtractTallies(a, part)).toThrow(RangeError));

  test.each([
    ['a key that is no integer', new Map([[0.5, { n: 1, occurred: 0 }]])],
    ['a key above 10000', new Map([[10_001, { n: 1, occurred: 0 }]])],
    ['more occurred than counted', new Map([[5000, { n: 1, occurred: 2 }]])],
    ['a negative count', new Map([[5000, { n: -1, occurred: -1 }]])],
    ['a fractional count', new Map([[5000, { n: 1.5, occurred: 1 }]])],
  ])('is none with %s', (_, wrong) => expect(() => groupsOf(wrong)).toThrow(RangeError));

  it('refuses a forecast that cannot be stored', () =>
    expect(() => tallyOf([[1.5, true]])).toThrow(RangeError));
});

describe('compareShares', () => {
  it('finds equal shares equal where doubles would not', () => {
    expect(compareShares(1, 3, 2, 6)).toBe(0);
    expect(compareShares(2 ** 40, 3 * 2 ** 40, 2 ** 41, 6 * 2 ** 40)).toBe(0);
  });

  it('tells shares apart past 2⁵³', () => {
    expect(compareShares(2 ** 40, 2 ** 41, 2 ** 40 - 1, 2 ** 41)).toBeGreaterThan(0);
    expect(compareShares(2 ** 40 - 1, 2 ** 41, 2 ** 40, 2 ** 41)).toBeLessThan(0);
  });
});

describe('timeWeights', () => {
  const weigh = (...days: number[]) =>
    timeWeights(days.map((d, i) => ({ days: d, probabilityBp: i }))).map(({ weight }) => weight);

  it('shares out by days, and the remainder by the largest fractions, the earlier first', () => {
    expect(weigh(1)).toEqual([10_000]);
    expect(weigh(1, 1, 1)).toEqual([3334, 3333, 3333]);
    expect(weigh(6, 3)).toEqual([6667, 3333]);
    expect(weigh(0, 5, 0)).toEqual([0, 10_000, 0]);
  });

  it('adds up to exactly 10000 for any days, also past 2⁵³', () => {
    for (const days of [
      [1, 2, 3, 4, 5, 6, 7],
      [365, 1, 730],
      [Number.MAX_SAFE_INTEGER, 1, 12_345],
    ]) {
      expect(weigh(...days).reduce((a, b) => a + b)).toBe(10_000);
    }
    expect(weigh(Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER)).toEqual([5000, 5000]);
  });

  test.each([[[]], [[0, 0]], [[-1, 2]], [[1.5]], [[NaN]]])('has nothing to share out of %p days', (days) => {
    expect(() => weigh(...days)).toThrow(RangeError);
  });
});
