import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from '@jest/globals';
import {
  brierScore,
  extremised,
  extremisingFactor,
  geometricMean,
  geometricMeanOfOdds,
  meanForecast,
  meanLogOdds,
  medianForecast,
  recencyWeightedMean,
  recencyWeightedMedian,
  recencyWeightedOdds,
  recencyWeights,
  trimmedMean,
  weightedMedian,
} from '../../src/calibration/index.js';
import { weightedMean } from '../../src/calibration/weighted-mean.js';
import { sharedPath } from '../support/shared.js';
import { tallyOfForecasts } from './builders.js';
import fc from '../support/fast-check.js';

const trimmed = (probabilities: readonly number[]) => trimmedMean(probabilities, 0.1);

/** By name, whether the order of the forecasts matters not. */
const anyOrder = { medianForecast, meanForecast, trimmed, geometricMean, geometricMeanOfOdds, extremised };
const byAge = { recencyWeightedMedian, recencyWeightedMean, recencyWeightedOdds };
const all = { ...anyOrder, ...byAge };

describe.each(Object.entries(all))('%s', (_, f) => {
  it('of nothing is null', () => expect(f([])).toBeNull());

  test.each([-0.1, 1.1, NaN, 70])('refuses %p', (p) => expect(() => f([0.5, p])).toThrow(RangeError));

  it('of 0 alone is 0, and of 1 alone is 1', () => expect([f([0]), f([1])]).toEqual([0, 1]));
});

describe('what one certain forecaster does', () => {
  const odds = { geometricMeanOfOdds, extremised, recencyWeightedOdds, meanLogOdds };

  test.each(Object.entries(odds))(
    '%s follows it, and is null where another is certain of the reverse',
    (_, f) => {
      expect(f([0.4, 0, 0.9])).toBe(f === meanLogOdds ? -Infinity : 0);
      expect(f([0.4, 1, 0.9])).toBe(f === meanLogOdds ? Infinity : 1);
      expect(f([0, 0.5, 1])).toBeNull();
      expect(f([1, 0.5, 0])).toBeNull();
    },
  );

  it('the geometric mean is 0 with any 0', () => expect(geometricMean([0, 1, 0.5])).toBe(0));
});

describe('weights', () => {
  it('by age rise to 1 for the newest', () => {
    expect(recencyWeights(0)).toEqual([]);
    expect(recencyWeights(1)).toEqual([1]);
    const weights = recencyWeights(100);
    expect(weights).toEqual([...weights].sort((a, b) => a - b));
    expect(weights.at(-1)).toBe(1);
  });

  test.each([-1, 0.5, NaN, Infinity])('there are not %p forecasts to weigh', (n) => {
    expect(() => recencyWeights(n)).toThrow(RangeError);
  });

  it('that are alike give the ordinary median, the middle of a gap included', () => {
    expect(weightedMedian([0.9, 0.2, 0.3, 0.4], [2, 2, 2, 2])).toBeCloseTo(0.35, 15);
    expect(weightedMedian([0.9, 0.2, 0.3], [1, 1, 1])).toBe(0.3);
  });

  it('carry the median with more than half of the whole', () => {
    expect(weightedMedian([0.1, 0.2, 0.9], [1, 1, 3])).toBe(0.9);
    expect(weightedMedian([0.1, 0.2, 0.9], [1, 1, 2])).toBeCloseTo(0.55, 15);
    // of thirteen forecasts of 10 % and then seven of 80 %, the newer outweigh the more
    const moved = [...new Array<number>(13).fill(0.1), ...new Array<number>(7).fill(0.8)];
    expect([medianForecast(moved), recencyWeightedMedian(moved)]).toEqual([0.1, 0.8]);
  });

  test.each<[string, number[]]>([
    ['too few', [1]],
    ['too many', [1, 1, 1]],
    ['none at all', [0, 1]],
    ['a negative one', [-1, 3]],
    ['no number', [NaN, 1]],
    ['no finite sum', [1, Infinity]],
  ])('of a median may not be: %s', (_, weights) => {
    expect(() => weightedMedian([0.2, 0.4], weights)).toThrow(RangeError);
  });

  it('of a mean are as many as the values, none negative, and not all 0', () => {
    expect(() => weightedMean([1, 2], [1])).toThrow(RangeError);
    expect(() => weightedMean([1, 2], [1, -1])).toThrow(RangeError);
    expect(weightedMean([1, 2], [0, 0])).toBeNull();
  });
});

describe('extremising', () => {
  it('is by more the more forecasters there are, from 1 towards √3', () => {
    const factors = [1, 2, 3, 4, 10, 100, 10_000].map(extremisingFactor);
    expect(factors).toEqual([...factors].sort((a, b) => a - b));
    expect(factors[0]).toBe(1);
    expect(factors.at(-1)).toBeCloseTo(Math.sqrt(3), 3);
    expect(Math.max(...factors)).toBeLessThan(Math.sqrt(3));
  });

  test.each([0, -1, 1.5, NaN])('there are not %p forecasters', (n) => {
    expect(() => extremisingFactor(n)).toThrow(RangeError);
  });

  test.each([0, -1, NaN, Infinity])('is not by %p', (d) => {
    expect(() => extremised([0.5, 0.6], d)).toThrow(RangeError);
  });
});

test.each([-0.1, 0.5, NaN])('a share of %p is not put aside at each end', (share) => {
  expect(() => trimmedMean([0.5], share)).toThrow(RangeError);
});

const probability = fc.integer({ min: 0, max: 10_000 }).map((bp) => bp / 10_000);
const uncertain = fc.integer({ min: 1, max: 9999 }).map((bp) => bp / 10_000);
const some = fc.array(probability, { minLength: 1, maxLength: 12 });
const someUncertain = fc.array(uncertain, { minLength: 1, maxLength: 12 });
const seed = { seed: 1785, numRuns: 300 };
const ROUNDING = 1e-12;

describe('for any forecasts', () => {
  test.each(Object.entries(anyOrder))('%s does not depend on their order', (_, f) => {
    fc.assert(
      fc.property(some, fc.nat(), (list, turn) => {
        const at = turn % list.length;
        const turned = [...list.slice(at), ...list.slice(0, at)].reverse();
        const [a, b] = [f(list), f(turned)];
        if (a === null) expect(b).toBeNull();
        else expect(Math.abs(a - b!)).toBeLessThan(ROUNDING);
      }),
      seed,
    );
  });

  // extremising goes beyond the most extreme of them: that is its point
  const between = Object.entries(all).filter(([, f]) => f !== extremised);
  test.each(between)('%s lies between the lowest and the highest', (_, f) => {
    fc.assert(
      fc.property(some, (list) => {
        const value = f(list);
        if (value === null) return;
        expect(value).toBeGreaterThanOrEqual(Math.min(...list) - ROUNDING);
        expect(value).toBeLessThanOrEqual(Math.max(...list) + ROUNDING);
      }),
      seed,
    );
  });

  const even = Object.entries(all).filter(([, f]) => f !== geometricMean);
  test.each(even)('%s of the opposites is the opposite', (_, f) => {
    fc.assert(
      fc.property(someUncertain, (list) => {
        expect(f(list.map((p) => 1 - p))! + f(list)!).toBeCloseTo(1, 9);
      }),
      seed,
    );
  });

  test.each(Object.entries(all).filter(([, f]) => f !== extremised))(
    '%s of equals is what they say',
    (_, f) => {
      fc.assert(
        fc.property(probability, fc.integer({ min: 1, max: 30 }), (p, n) => {
          expect(f(new Array<number>(n).fill(p))!).toBeCloseTo(p, 12);
        }),
        seed,
      );
    },
  );

  test('extremising by 1 is the geometric mean of odds, and by more lies further from 50 %', () => {
    fc.assert(
      fc.property(someUncertain, (list) => {
        const plain = geometricMeanOfOdds(list)!;
        expect(extremised(list, 1)).toBe(plain);
        expect(Math.abs(extremised(list, 2)! - 0.5)).toBeGreaterThanOrEqual(Math.abs(plain - 0.5) - ROUNDING);
        expect(Math.sign(extremised(list, 2)! - 0.5)).toBe(Math.sign(plain - 0.5));
      }),
      seed,
    );
  });

  test('the mean scores no worse than they do on average', () => {
    fc.assert(
      fc.property(some, fc.constantFrom(0, 1), (list, outcome) => {
        const alone = brierScore(tallyOfForecasts(list.map((p) => ({ p, outcome }))))!;
        expect((meanForecast(list)! - outcome) ** 2).toBeLessThanOrEqual(alone + ROUNDING);
      }),
      seed,
    );
  });
});

const path = sharedPath('vectors', 'extras.json');

if (path === null) {
  // Skipped only where the reference vectors do not lie beside the project: there is nothing to compare with.
  describe.skip('known answers (not handed out beside this copy)', () => it.todo('extras.json'));
} else {
  const { aggregation } = JSON.parse(readFileSync(path, 'utf8')) as {
    aggregation: {
      name: string;
      forecastsOldestFirst: number[];
      expected: {
        median: number;
        mean: number;
        geometricMeanOfP: number;
        geometricMeanOfOdds: number | null;
        extremised?: Record<string, number>;
        neymanRoughgarden?: { d: number; p: number };
        recency?: { weights: number[]; mean: number; logitMean: number };
        trimmedMean10?: number;
      };
    }[];
  };

  const near = (actual: number | null, expected: number | null) => {
    if (expected === null || actual === null) return expect(actual).toBe(expected);
    expect(Math.abs(actual - expected)).toBeLessThanOrEqual(1e-12);
  };

  it.each(aggregation)('$name', ({ forecastsOldestFirst: list, expected }) => {
    near(medianForecast(list), expected.median);
    near(meanForecast(list), expected.mean);
    near(geometricMean(list), expected.geometricMeanOfP);
    near(geometricMeanOfOdds(list), expected.geometricMeanOfOdds);
    for (const [d, p] of Object.entries(expected.extremised ?? {})) near(extremised(list, Number(d)), p);
    if (expected.neymanRoughgarden !== undefined) {
      near(extremisingFactor(list.length), expected.neymanRoughgarden.d);
      near(extremised(list), expected.neymanRoughgarden.p);
    }
    if (expected.recency !== undefined) {
      for (const [i, weight] of recencyWeights(list.length).entries())
        near(weight, expected.recency.weights[i]!);
      near(recencyWeightedMean(list), expected.recency.mean);
      near(recencyWeightedOdds(list), expected.recency.logitMean);
    }
    if (expected.trimmedMean10 !== undefined) near(trimmed(list), expected.trimmedMean10);
  });
}
