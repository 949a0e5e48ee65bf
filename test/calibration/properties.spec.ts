import { describe, expect, test } from '@jest/globals';
import type { Tally } from '../../src/calibration/index.js';
import {
  addTallies,
  areaUnderCurve,
  brierScore,
  brierSkillScore,
  calibrationError,
  clipProbability,
  corpDecomposition,
  coxRecalibration,
  groupsOf,
  logScore,
  murphyDecomposition,
  poolAdjacentViolators,
  sharpness,
  sphericalScore,
  spiegelhalterTest,
  stephensonDecomposition,
  subtractTallies,
  tallyOf,
  timeWeights,
  totalsOf,
} from '../../src/calibration/index.js';
import { reportOf } from './builders.js';
import fc from '../support/fast-check.js';

type Pair = readonly [number, boolean];

const probability = fc.oneof(
  fc.integer({ min: 0, max: 10_000 }),
  fc.integer({ min: 0, max: 10 }).map((tenth) => tenth * 1000),
);
const pair: fc.Arbitrary<Pair> = fc.tuple(probability, fc.boolean());
const pairs = fc.array(pair, { maxLength: 60 });
const some = fc.array(pair, { minLength: 1, maxLength: 60 });
const seed = { seed: 1950, numRuns: 200 };

/** The other side of the coin: what was said of happening, said of not happening. */
const mirrored = (list: readonly Pair[]): Tally => tallyOf(list.map(([bp, y]) => [10_000 - bp, !y] as const));

describe('for any forecasts', () => {
  test('their order does not matter, to the last digit', () => {
    fc.assert(
      fc.property(
        pairs.chain((list) =>
          fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
        ),
        ([list, shuffled]) => {
          const report = reportOf(tallyOf(list), { luck: null });
          expect(reportOf(tallyOf(shuffled), { luck: null })).toEqual(report);
          const asShuffled = new Map(shuffled.map(([bp]) => [bp, tallyOf(list).get(bp)!]));
          expect(reportOf(asShuffled, { luck: null })).toEqual(report);
        },
      ),
      seed,
    );
  });

  test('merging adds, and subtracting undoes it', () => {
    fc.assert(
      fc.property(pairs, pairs, (a, b) => {
        const merged = addTallies(tallyOf(a), tallyOf(b));
        expect(merged).toEqual(tallyOf([...a, ...b]));
        expect(subtractTallies(merged, tallyOf(b))).toEqual(tallyOf(a));
      }),
      seed,
    );
  });

  test('saying the opposite of the opposite scores the same', () => {
    fc.assert(
      fc.property(some, (list) => {
        const [plain, mirror] = [tallyOf(list), mirrored(list)];
        for (const f of [brierScore, logScore, sphericalScore, sharpness, areaUnderCurve, brierSkillScore]) {
          const [a, b] = [f(plain), f(mirror)];
          if (a === null || b === null) expect(a).toBe(b);
          else expect(Math.abs(a - b)).toBeLessThan(1e-12 * Math.max(1, Math.abs(a)));
        }
        const [corp, mirroredCorp] = [corpDecomposition(plain)!, corpDecomposition(mirror)!];
        expect(mirroredCorp.miscalibration).toBeCloseTo(corp.miscalibration, 12);
        expect(mirroredCorp.discrimination).toBeCloseTo(corp.discrimination, 12);
        expect(mirroredCorp.uncertainty).toBeCloseTo(corp.uncertainty, 12);
        const [murphy, mirroredMurphy] = [murphyDecomposition(plain)!, murphyDecomposition(mirror)!];
        expect(mirroredMurphy.reliability).toBeCloseTo(murphy.reliability, 12);
        expect(mirroredMurphy.resolutionComponent).toBeCloseTo(murphy.resolutionComponent, 12);
        expect(spiegelhalterTest(plain)?.z ?? 0).toBeCloseTo(spiegelhalterTest(mirror)?.z ?? 0, 9);
      }),
      seed,
    );
  });

  test('each decomposition adds up to the Brier score', () => {
    fc.assert(
      fc.property(some, (list) => {
        const selected = tallyOf(list);
        const score = brierScore(selected)!;
        const murphy = murphyDecomposition(selected)!;
        const corp = corpDecomposition(selected)!;
        const binned = stephensonDecomposition(selected)!;
        expect(murphy.reliability - murphy.resolutionComponent + murphy.uncertainty).toBeCloseTo(score, 12);
        expect(corp.miscalibration - corp.discrimination + corp.uncertainty).toBeCloseTo(score, 12);
        expect(
          binned.reliability -
            binned.resolutionComponent +
            binned.uncertainty +
            binned.withinBinVariance -
            binned.withinBinCovariance,
        ).toBeCloseTo(score, 12);
        expect(corp.miscalibration).toBeGreaterThanOrEqual(0);
        expect(corp.discrimination).toBeGreaterThanOrEqual(0);
        expect(corp.miscalibration).toBeLessThanOrEqual(murphy.reliability + 1e-12);
      }),
      seed,
    );
  });

  test('the bins hold every forecast once, and the calibration error is their mean gap', () => {
    fc.assert(
      fc.property(some, (list) => {
        const { bins, n, occurred, calibrationError: error } = reportOf(tallyOf(list), { luck: null });
        expect(bins.reduce((sum, bin) => sum + bin.n, 0)).toBe(n);
        expect(bins.reduce((sum, bin) => sum + bin.occurred, 0)).toBe(occurred);
        const gap = bins.reduce(
          (sum, b) => sum + b.n * Math.abs((b.meanForecast ?? 0) - (b.observed ?? 0)),
          0,
        );
        expect(error).toBeCloseTo(gap / n, 12);
        expect(calibrationError(tallyOf(list))).toBe(error);
      }),
      seed,
    );
  });
});

describe('isotonic regression', () => {
  const counts = fc
    .array(fc.tuple(fc.integer({ min: 1, max: 5 }), fc.nat(5)), { minLength: 1, maxLength: 12 })
    .map((list) => list.map(([n, h]) => ({ n, occurred: Math.min(n, h) })));

  /** max over starts of min over ends of the pooled share: the textbook form of the same regression. */
  function bruteForce(groups: readonly { n: number; occurred: number }[]): number[] {
    return groups.map((_, k) => {
      let highest = 0;
      for (let from = 0; from <= k; from++) {
        let lowest = 1;
        for (let to = k; to < groups.length; to++) {
          const part = groups.slice(from, to + 1);
          const n = part.reduce((sum, g) => sum + g.n, 0);
          lowest = Math.min(lowest, part.reduce((sum, g) => sum + g.occurred, 0) / n);
        }
        highest = Math.max(highest, lowest);
      }
      return highest;
    });
  }

  test('is the max–min of pooled shares', () => {
    fc.assert(
      fc.property(counts, (groups) => {
        const fitted = poolAdjacentViolators(groups).flatMap((p) =>
          new Array<number>(p.last - p.first + 1).fill(p.occurred / p.n),
        );
        expect(fitted).toHaveLength(groups.length);
        for (const [k, value] of bruteForce(groups).entries()) expect(fitted[k]).toBeCloseTo(value, 12);
      }),
      seed,
    );
  });

  test('rises strictly from block to block and keeps the mean', () => {
    fc.assert(
      fc.property(some, (list) => {
        const groups = groupsOf(tallyOf(list));
        const pools = poolAdjacentViolators(groups);
        for (let i = 1; i < pools.length; i++) {
          expect(pools[i]!.occurred * pools[i - 1]!.n).toBeGreaterThan(pools[i - 1]!.occurred * pools[i]!.n);
        }
        const { n, occurred } = totalsOf(groups);
        expect(pools.reduce((sum, p) => sum + p.n, 0)).toBe(n);
        expect(pools.reduce((sum, p) => sum + p.occurred, 0)).toBe(occurred);
      }),
      seed,
    );
  });
});

test('a recalibration, where there is one, expects as many to occur as did, also weighted by their log-odds', () => {
  const extremes = fc.oneof(probability, fc.constantFrom(0, 1, 2, 4999, 5000, 5001, 9999, 10_000));
  const group = fc.tuple(extremes, fc.integer({ min: 1, max: 2000 }), fc.nat(2000));
  fc.assert(
    fc.property(fc.array(group, { minLength: 2, maxLength: 6 }), (groups) => {
      const selected = new Map(groups.map(([bp, n, h]) => [bp, { n, occurred: Math.min(n, h) }]));
      const fit = coxRecalibration(selected);
      fc.pre(fit !== null);
      let gap = 0;
      let weightedGap = 0;
      for (const { bp, n, occurred } of groupsOf(selected)) {
        const p = clipProbability(bp / 10_000);
        const x = Math.log(p / (1 - p));
        const residual = occurred - n / (1 + Math.exp(-(fit.intercept + fit.slope * x)));
        gap += residual;
        weightedGap += residual * x;
      }
      expect(Math.abs(gap)).toBeLessThan(1e-5);
      expect(Math.abs(weightedGap)).toBeLessThan(1e-4);
    }),
    { ...seed, numRuns: 1000 },
  );
});

test('time weights add up to 10000 and are within one of the exact share', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(4000), { minLength: 1, maxLength: 30 }), (days) => {
      const total = days.reduce((a, b) => a + b, 0);
      fc.pre(total > 0);
      const weights = timeWeights(days.map((d, i) => ({ days: d, probabilityBp: i })));
      expect(weights.reduce((sum, { weight }) => sum + weight, 0)).toBe(10_000);
      for (const [i, { weight }] of weights.entries()) {
        expect(Math.abs(weight - (days[i]! * 10_000) / total)).toBeLessThan(1);
      }
    }),
    seed,
  );
});
