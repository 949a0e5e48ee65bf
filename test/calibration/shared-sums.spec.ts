/** Forecasts that share an outcome: the sums behind ranges and tests, and what is computed from them. */
import { describe, expect, it, test } from '@jest/globals';
import {
  addSharedSums,
  calibrationBins,
  chanceSums,
  consistencyBand,
  expectedOccurred,
  expectedUnderCalibration,
  NO_SHARED,
  sharedSums,
  spiegelhalterTest,
  tallyOf,
  wilsonInterval,
} from '../../src/calibration/index.js';
import fc from '../support/fast-check.js';
import { NO_COUNTS, reportOf, reportOfScenarios, type SharedScenario, tally } from './builders.js';

const seed = { seed: 1950, numRuns: 200 };
const probability = fc.oneof(
  fc.integer({ min: 0, max: 10_000 }),
  fc.integer({ min: 0, max: 10 }).map((tenth) => tenth * 1000),
);
const scenario: fc.Arbitrary<SharedScenario> = fc.tuple(
  fc.array(probability, { minLength: 1, maxLength: 7 }),
  fc.boolean(),
);
const desk = fc.array(scenario, { minLength: 1, maxLength: 60 });

const tallyOfDesk = (scenarios: readonly SharedScenario[]) =>
  tallyOf(scenarios.flatMap(([some, y]) => some.map((bp) => [bp, y] as const)));
const sharedOf = (scenarios: readonly SharedScenario[]) => sharedSums(scenarios.map(([some]) => some));

/** V, W, Σp² − U and the design effect straight from their definitions. */
function byDefinition(scenarios: readonly SharedScenario[]) {
  const sums = { v: 0, w: 0, u: 0, e: 0, squares: 0 };
  for (const [forecasts] of scenarios) {
    const m = forecasts.length;
    const sum = forecasts.reduce((a, b) => a + b / 10_000, 0);
    const q = sum / m;
    sums.v += sum * (m - sum);
    sums.w += q * (1 - q) * (m - 2 * sum) ** 2;
    sums.u += (sum * sum) / m;
    sums.e += sum;
    sums.squares += forecasts.reduce((a, b) => a + (b / 10_000) ** 2, 0);
  }
  return sums;
}

describe('the sums', () => {
  test('are V, W and U of their definitions, for any desk', () => {
    fc.assert(
      fc.property(desk, (scenarios) => {
        const { v, w, u, e, squares } = byDefinition(scenarios);
        const chance = chanceSums(tallyOfDesk(scenarios), sharedOf(scenarios));
        expect(chance.countVariance).toBeCloseTo(v, 9);
        expect(chance.gapVariance).toBeCloseTo(w, 9);
        expect(chance.spread).toBeCloseTo(squares - u, 9);
        if (v > 1e-9) expect(chance.designEffect).toBeCloseTo(v / (e - u), 9);
        expect(chance.designEffect).toBeGreaterThanOrEqual(1);
      }),
      seed,
    );
  });

  test('add up over scenarios exactly, and come to nothing where no two forecasts share one', () => {
    fc.assert(
      fc.property(desk, desk, (a, b) => {
        expect(addSharedSums(sharedOf(a), sharedOf(b))).toEqual(sharedOf([...a, ...b]));
        expect(sharedOf(a.map(([some, y]) => [some.slice(0, 1), y]))).toEqual(NO_SHARED);
      }),
      seed,
    );
  });

  it('are exact past 2⁵³: 400 scenarios of 1,000 forecasters', () => {
    const alike = new Array<number>(1000).fill(5000);
    const forecasts = alike.map((bp, index) => bp + (index % 2 === 0 ? 1234 : -1234));
    const many = sharedSums(new Array<number[]>(400).fill(forecasts));
    const { countVariance } = chanceSums(tally([0.6234, 200_000, 0], [0.3766, 200_000, 0]), many);
    expect(countVariance).toBe(400 * 500 * 500);
    // All that is spread lies within scenarios, and W is 0 though each forecast alone has a share in it.
    expect(many.spread).toBe(400n * 1000n * 1234n ** 2n * 10_000n ** 2n);
    expect(chanceSums(tally([0.6234, 200_000, 0], [0.3766, 200_000, 0]), many).gapVariance).toBe(0);
  });
});

describe('what rests on them', () => {
  // Four identical forecasters on 100 scenarios: E = 4 · 50, V = 100 · 16 · 0.25 = 400, E − U = 100.
  const four = new Array<SharedScenario>(100).fill([[5000, 5000, 5000, 5000], true]);

  it('is a range by scenario, with its level', () => {
    expect(expectedOccurred(tallyOfDesk(four), sharedOf(four))).toEqual({ sum: 200, low: 161, high: 239 });
    expect(reportOfScenarios(four).expectedOccurred).toEqual({ level: 0.95, sum: 200, low: 161, high: 239 });
    // scipy.stats.binom.ppf([.025, .975], 400, .5) where each has a scenario of its own
    expect(expectedOccurred(tallyOfDesk(four))).toEqual({ sum: 200, low: 180, high: 220 });
  });

  it('is kept within what can occur, and around what is expected', () => {
    const few: SharedScenario[] = [[[5000, 5000, 5000], true]];
    expect(reportOfScenarios(few).expectedOccurred).toMatchObject({ sum: 1.5, low: 0, high: 3 });
    fc.assert(
      fc.property(desk, (scenarios) => {
        const { sum, low, high } = expectedOccurred(tallyOfDesk(scenarios), sharedOf(scenarios))!;
        expect([Math.floor(sum) <= high, low <= Math.ceil(sum), low <= high]).toEqual([true, true, true]);
      }),
      seed,
    );
  });

  it('has intervals and draws of n divided by the design effect', () => {
    const { designEffect } = chanceSums(tallyOfDesk(four), sharedOf(four));
    expect(designEffect).toBe(4);
    expect(calibrationBins(tallyOfDesk(four), 1, 4)[5]!.interval).toEqual({
      level: 0.9,
      ...wilsonInterval(100, 100, 0.9),
    });
    expect(reportOfScenarios(four).bins[5]!.interval.low).toBe(wilsonInterval(100, 100, 0.9).low);
    const [all, quarter] = [tally([0.3, 400, 0], [0.8, 400, 0]), tally([0.3, 100, 0], [0.8, 100, 0])];
    expect(expectedUnderCalibration(all, 4)).toEqual(expectedUnderCalibration(quarter));
    for (const [index, point] of consistencyBand(all, 0.9, 4).entries()) {
      expect(Math.abs(point.low - consistencyBand(quarter, 0.9)[index]!.low)).toBeLessThan(0.01);
      expect(Math.abs(point.high - consistencyBand(quarter, 0.9)[index]!.high)).toBeLessThan(0.01);
    }
  });

  it('draws the right number in all, however finely the forecasts are spread', () => {
    const fine = tallyOf(Array.from({ length: 200 }, (_, i) => [i * 50, false]));
    const thin = tallyOf(Array.from({ length: 50 }, (_, i) => [i * 200, false]));
    const error = (of: typeof fine, effect: number) =>
      expectedUnderCalibration(of, effect)!.calibrationError.mean;
    expect(Math.abs(error(fine, 4) / error(thin, 1) - 1)).toBeLessThan(0.05);
    expect(expectedUnderCalibration(tally([0.5, 3, 0]), 100)!.calibrationError.mean).toBe(0.5);
  });

  it('leaves out of the band what no draw reached', () => {
    const points = consistencyBand(tally([0.3, 1_000_000, 0], [0.9, 1, 0]), 0.9, 100_000);
    expect(points.map(({ forecast }) => forecast)).toEqual([0.3]);
  });

  it('is Spiegelhalter’s test with the variance by scenario', () => {
    const scenarios: SharedScenario[] = [
      [[2000, 4000], false],
      [[7000, 9000, 8000], true],
    ];
    const { w } = byDefinition(scenarios);
    const sum = [0.2, 0.4].reduce((s, p) => s - p * (1 - 2 * p), 0);
    const numerator = [0.7, 0.9, 0.8].reduce((s, p) => s + (1 - p) * (1 - 2 * p), sum);
    const { z } = spiegelhalterTest(tallyOfDesk(scenarios), sharedOf(scenarios))!;
    expect(z).toBeCloseTo(numerator / Math.sqrt(w), 12);
    const report = reportOfScenarios(scenarios);
    expect([report.spiegelhalter.z, report.verdict.gap!.z]).toEqual([z, z]);
    const even = reportOfScenarios([[[2000, 8000], true]]);
    expect(even.undefined['spiegelhalter.z']).toBe('the mean forecast of every scenario is 0, 50 or 100%');
  });

  it('takes forecasters to agree where they are averaged over time', () => {
    const weighted = tally([0.7, 40_000, 20_000]);
    const counts = { ...NO_COUNTS, scenarios: 2 };
    const { bins } = reportOf(weighted, { weighted: true, pairs: 4, counts });
    expect(bins[7]!.interval).toEqual({ level: 0.9, ...wilsonInterval(1, 2, 0.9) });
  });
});
