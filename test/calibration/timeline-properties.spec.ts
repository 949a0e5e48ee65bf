import { describe, expect, test } from '@jest/globals';
import type { CoveredScore, Span } from '../../src/calibration/index.js';
import {
  baselineScore,
  medianForecast,
  medianOverTime,
  peerScores,
  peerScoresAt,
  spansOf,
  standingAt,
  timeAveragedBrier,
} from '../../src/calibration/index.js';
import fc from '../support/fast-check.js';

/** Forecasters who speak at whole times from −5 to 25, about a scenario open somewhere between 0 and 20. */
const statement = fc.record({
  at: fc.integer({ min: -5, max: 25 }),
  probabilityBp: fc.option(fc.integer({ min: 0, max: 10_000 }), { freq: 5 }),
});
const forecaster = fc.array(statement, { maxLength: 6 }).map(spansOf);
const scenario = fc
  .tuple(fc.nat(10), fc.nat(10), fc.nat(10), fc.boolean())
  .map(([opens, open, after, y]) => ({
    opens,
    closes: opens + open,
    deadline: opens + open + after,
    occurred: y,
  }));
const seed = { seed: 1973, numRuns: 300 };

function expectSame(a: CoveredScore, b: CoveredScore): void {
  expect(b.coverage).toBeCloseTo(a.coverage, 12);
  if (a.score === null || b.score === null) expect(b.score).toBe(a.score);
  else expect(b.score).toBeCloseTo(a.score, 9);
}

describe('for any forecasters', () => {
  test('peer scores sum to 0 at each instant', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 10_000 }), { maxLength: 12 }),
        fc.boolean(),
        (bps, y) => {
          expect(Math.abs(peerScoresAt(bps, y).reduce((a, b) => a + b, 0))).toBeLessThan(1e-9);
        },
      ),
      seed,
    );
  });

  test('peer scores sum to 0 over time', () => {
    fc.assert(
      fc.property(scenario, fc.array(forecaster, { maxLength: 5 }), (window, all) => {
        const sum = peerScores(window, all).reduce((total, { score }) => total + (score ?? 0), 0);
        expect(Math.abs(sum)).toBeLessThan(1e-9);
      }),
      seed,
    );
  });

  test('a peer score integrates the scores at the instants', () => {
    fc.assert(
      fc.property(scenario, fc.array(forecaster, { minLength: 1, maxLength: 4 }), (window, all) => {
        // all changes fall on whole times, so each unit of time is one instant long
        const sums = all.map(() => 0);
        for (let time = window.opens; time < window.closes; time++) {
          const standing = all.map((one) => one.find(({ from, to }) => from <= time && time < to));
          const scores = peerScoresAt(
            standing.flatMap((one) => (one === undefined ? [] : [one.probabilityBp])),
            window.occurred,
          );
          for (const [who, one] of standing.entries()) if (one !== undefined) sums[who]! += scores.shift()!;
        }
        const whole = window.deadline - window.opens;
        for (const [who, { score }] of peerScores(window, all).entries()) {
          if (score !== null) expect(score).toBeCloseTo(sums[who]! / whole, 9);
        }
      }),
      seed,
    );
  });

  test('the median over time scores as one would who always said the median of what stands', () => {
    fc.assert(
      fc.property(scenario, fc.array(forecaster, { maxLength: 5 }), (window, all) => {
        const standing = Array.from({ length: window.closes - window.opens }, (_, time) =>
          standingAt(all, window.opens + time),
        ).filter((said) => said.length > 1);
        const mean = (of: (median: number) => number) =>
          standing.reduce((sum, said) => sum + of(medianForecast(said)!), 0) / standing.length;
        const { score, probability, coverage } = medianOverTime(window, all);
        if (standing.length === 0) return expect([score, probability, coverage]).toEqual([null, null, 0]);
        expect(score).toBeCloseTo(
          mean((p) => (p - Number(window.occurred)) ** 2),
          12,
        );
        expect(probability).toBeCloseTo(
          mean((p) => p),
          12,
        );
        expect(coverage).toBeCloseTo(standing.length / (window.closes - window.opens), 12);
      }),
      seed,
    );
  });

  test('cutting a span in two changes nothing', () => {
    const cut = (list: readonly Span[]) =>
      list.flatMap(({ from, to, probabilityBp }) => {
        const at = to === Infinity ? from + 1.75 : from + (to - from) / 4;
        return [
          { from: at, to, probabilityBp },
          { from, to: at, probabilityBp },
        ];
      });
    fc.assert(
      fc.property(scenario, fc.array(forecaster, { minLength: 1, maxLength: 4 }), (window, all) => {
        const before = peerScores(window, all);
        const after = peerScores(window, all.map(cut));
        expectSame(medianOverTime(window, all), medianOverTime(window, all.map(cut)));
        for (const [who, one] of all.entries()) {
          expectSame(before[who]!, after[who]!);
          expectSame(timeAveragedBrier(window, one), timeAveragedBrier(window, cut(one)));
          expectSame(baselineScore(window, one), baselineScore(window, cut(one)));
        }
      }),
      seed,
    );
  });

  test('scores keep their ranges, and agree on whether there is one', () => {
    fc.assert(
      fc.property(scenario, forecaster, (window, one) => {
        const brier = timeAveragedBrier(window, one);
        const baseline = baselineScore(window, one);
        const [peer] = peerScores(window, [one]);
        expect(baseline.score === null).toBe(brier.score === null);
        expect(peer!.score === null).toBe(brier.score === null);
        expect(peer!.coverage).toBeCloseTo(baseline.coverage, 12);
        for (const { coverage } of [brier, baseline, peer!]) {
          expect(coverage).toBeGreaterThanOrEqual(0);
          expect(coverage).toBeLessThanOrEqual(1);
        }
        if (brier.score === null) return;
        expect(brier.score).toBeGreaterThanOrEqual(0);
        expect(brier.score).toBeLessThanOrEqual(1);
        expect(baseline.score).toBeLessThanOrEqual(100);
        expect(peer!.score).toBe(0);
      }),
      seed,
    );
  });

  test('saying the opposite of the opposite scores the same', () => {
    const mirrored = (list: readonly Span[]) =>
      list.map((one) => ({ ...one, probabilityBp: 10_000 - one.probabilityBp }));
    fc.assert(
      fc.property(scenario, forecaster, (window, one) => {
        const other = { ...window, occurred: !window.occurred };
        for (const score of [timeAveragedBrier, baselineScore]) {
          expectSame(score(window, one), score(other, mirrored(one)));
        }
      }),
      seed,
    );
  });

  test('the unit of time does not matter', () => {
    const hours = (list: readonly Span[]) =>
      list.map((one) => ({ ...one, from: one.from * 24, to: one.to * 24 }));
    fc.assert(
      fc.property(scenario, forecaster, ({ opens, closes, deadline, occurred: y }, one) => {
        const days = timeAveragedBrier({ opens, closes, deadline, occurred: y }, one);
        const window = { opens: opens * 24, closes: closes * 24, deadline: deadline * 24, occurred: y };
        expectSame(timeAveragedBrier(window, hours(one)), days);
      }),
      seed,
    );
  });
});
