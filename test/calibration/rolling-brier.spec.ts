import { describe, expect, it } from '@jest/globals';
import { rollingBrier, type ScoredStep } from '../../src/calibration/index.js';
import fc from '../support/fast-check.js';

const one = (on: string, gap: number, occurred = 0): ScoredStep => ({ on, n: 1, occurred, gaps: gap });

describe('the score over time', () => {
  it('is the mean of the last forecasts, as many as the window holds', () => {
    const steps = [one('1', 0.4), one('2', 0.1), one('3', 0.2, 1), one('4', 0.6)];
    expect(rollingBrier(steps, 2, 2).map(({ on, n, brierScore }) => [on, n, brierScore])).toEqual([
      ['2', 2, expect.closeTo(0.25)],
      ['3', 2, expect.closeTo(0.15)],
      ['4', 2, expect.closeTo(0.4)],
    ]);
  });
  it('begins with the least number, before the window is full', () =>
    expect(rollingBrier([one('1', 0.4), one('2', 0.2), one('3', 0)], 50, 2).map(({ n }) => n)).toEqual([
      2, 3,
    ]));
  it('has one point for a day, after the last of its forecasts', () =>
    expect(rollingBrier([one('1', 0.4), one('1', 0.2), one('2', 0)], 2, 1).map(({ on }) => on)).toEqual([
      '1',
      '2',
    ]));
  it('takes steps of many whole: as few as hold the window', () => {
    const month = (on: string, n: number): ScoredStep => ({ on, n, occurred: 0, gaps: n / 10 });
    expect(rollingBrier([month('a', 30), month('b', 30), month('c', 60)], 50, 10).map(({ n }) => n)).toEqual([
      30, 60, 60,
    ]);
  });
  it('has nothing to say of nothing', () => expect(rollingBrier([], 50, 10)).toEqual([]));
  it('ends, for a window as wide as the record, at its Brier score and base rate', () => {
    const step = fc.record({
      occurred: fc.constantFrom(0, 1),
      gaps: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 60 }), (forecasts) => {
        const steps = forecasts.map((forecast, day) => ({
          on: String(day).padStart(3, '0'),
          n: 1,
          ...forecast,
        }));
        const { length } = steps;
        const last = rollingBrier(steps, length, 1).at(-1)!;
        const mean = (of: (one: ScoredStep) => number) => steps.reduce((sum, s) => sum + of(s), 0) / length;
        expect(last.n).toBe(length);
        expect(last.brierScore).toBeCloseTo(
          mean(({ gaps }) => gaps),
          12,
        );
        expect(last.baseRateScore).toBeCloseTo(last.baseRate * (1 - mean(({ occurred }) => occurred)), 12);
      }),
    );
  });
});
