import { describe, expect, it, test } from '@jest/globals';
import {
  areaUnderCurve,
  brierBounds,
  brierScore,
  brierSkillScore,
  calibrationError,
  certainMisses,
  corpDecomposition,
  coxRecalibration,
  expectedOccurred,
  logScore,
  miscalibration,
  murphyDecomposition,
  normalCdf,
  normalQuantile,
  NO_DOUBT,
  percentWords,
  poissonBinomialQuantiles,
  recalibrationObstacle,
  sharpness,
  sphericalScore,
  spiegelhalterTest,
  stephensonDecomposition,
  uncertainty,
  wilsonInterval,
} from '../../src/calibration/index.js';
import { tally } from './builders.js';

describe('nothing counted', () => {
  const scores = {
    areaUnderCurve,
    brierScore,
    brierSkillScore,
    calibrationError,
    corpDecomposition,
    coxRecalibration,
    expectedOccurred,
    logScore,
    murphyDecomposition,
    sharpness,
    sphericalScore,
    spiegelhalterTest,
    stephensonDecomposition,
    uncertainty,
  };
  test.each(Object.entries(scores))('%s is null, never 0', (_, f) => expect(f(new Map())).toBeNull());

  it('has no misses, no recalibration and no bounds', () => {
    expect(certainMisses(new Map())).toBe(0);
    expect(miscalibration([])).toBe(0);
    expect(recalibrationObstacle(new Map())).toBe('no forecasts counted');
    expect(brierBounds(new Map(), NO_DOUBT)).toBeNull();
  });
});

describe('known answers', () => {
  // Spiegelhalter's test on two forecasts of 0.2, one of which occurred: Rufibach (2010), Table 1
  it('Brier 0.34 and Z 1.06 for Rufibach model 1', () => {
    expect(brierScore(tally([0.2, 2, 1]))).toBeCloseTo(0.34, 12);
    expect(spiegelhalterTest(tally([0.2, 2, 1]))!.z).toBeCloseTo(1.06, 2);
  });

  // https://scikit-learn.org/stable/modules/generated/sklearn.metrics.brier_score_loss.html
  it('Brier 0.0375 for the example of scikit-learn', () => {
    expect(brierScore(tally([0.1, 1, 0], [0.9, 1, 1], [0.8, 1, 1], [0.3, 1, 0]))).toBeCloseTo(0.0375, 12);
  });

  // R 4: qnorm, pnorm; the far tail from DLMF 7.12
  it('the normal distribution', () => {
    expect(normalCdf(0)).toBe(0.5);
    expect(normalCdf(1)).toBeCloseTo(0.8413447460685429, 14);
    expect(normalCdf(-3) / 0.00134989803163009).toBeCloseTo(1, 12);
    expect(normalCdf(-10) / 7.61985302416e-24).toBeCloseTo(1, 10);
    expect(normalCdf(3)).toBeCloseTo(0.9986501019683699, 15);
    expect([normalCdf(-Infinity), normalCdf(Infinity)]).toEqual([0, 1]);
    expect(normalCdf(NaN)).toBeNaN();
    expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 13);
    expect(normalQuantile(0.05)).toBeCloseTo(-1.6448536269514722, 13);
    expect(normalQuantile(1e-10)).toBeCloseTo(-6.361340902404056, 11);
    expect(normalQuantile(0.5)).toBeCloseTo(0, 14);
    expect(() => normalQuantile(0)).toThrow(RangeError);
    expect(() => normalQuantile(1)).toThrow(RangeError);
  });

  // scipy.stats.binom.ppf([.05, .95], n, p); the sum of one binomial is its simplest case
  test.each([
    [10, 0.5, [2, 8]],
    [346, 0.25, [73, 100]],
    [1000, 0.5, [474, 526]],
    [100_000, 0.0001, [5, 15]],
  ])('of %p forecasts of %p, so many occur by luck', (n, p, range) => {
    expect(poissonBinomialQuantiles([{ bp: p * 10_000, n, occurred: 0 }], [0.05, 0.95])).toEqual(range);
  });

  it('certainties leave no range', () => {
    expect(expectedOccurred(tally([0, 3, 1], [1, 2, 2]))).toEqual({ sum: 2, low: 2, high: 2 });
  });

  it('the expansion meets the exact count where one takes over from the other', () => {
    // Σ p(1 − p) = 40.0 exactly, and just above
    const exact = [{ bp: 2000, n: 250, occurred: 0 }];
    const expanded = [...exact, { bp: 1, n: 1, occurred: 0 }];
    expect(poissonBinomialQuantiles(expanded, [0.05, 0.25, 0.5, 0.75, 0.95])).toEqual(
      poissonBinomialQuantiles(exact, [0.05, 0.25, 0.5, 0.75, 0.95]),
    );
  });
});

describe('Wilson interval', () => {
  it('is closed at certainty', () => {
    expect(wilsonInterval(0, 5, 0.9).low).toBe(0);
    expect(wilsonInterval(5, 5, 0.9).high).toBe(1);
  });

  test.each([
    [1, 0, 0.9],
    [-1, 5, 0.9],
    [6, 5, 0.9],
    [1, 5, 0],
    [1, 5, 1],
    [NaN, 5, 0.9],
  ])('refuses %p of %p at level %p', (occurred, n, level) => {
    expect(() => wilsonInterval(occurred, n, level)).toThrow(RangeError);
  });
});

describe('recalibration', () => {
  it('is undefined where the forecasts separate the outcomes, in either direction, touching included', () => {
    const separated = 'the forecasts separate what occurred from what did not';
    expect(recalibrationObstacle(tally([0.2, 2, 0], [0.5, 2, 1], [0.8, 2, 2]))).toBe(separated);
    expect(recalibrationObstacle(tally([0.2, 2, 2], [0.5, 2, 1], [0.8, 2, 0]))).toBe(separated);
    expect(recalibrationObstacle(tally([0.2, 2, 1], [0.8, 2, 1]))).toBeNull();
  });

  it('halves its step where a full one would lose, and still ends', () => {
    const fit = coxRecalibration(tally([0, 1000, 999], [0.5, 2, 1], [1, 1000, 1]))!;
    expect(fit.slope).toBeLessThan(0);
    expect(fit.intercept).toBeCloseTo(0, 6);
  });
});

describe('bounds', () => {
  it('are the score itself where nothing was open to choice', () => {
    const selected = tally([0.7, 3, 2], [0.2, 1, 1]);
    const score = brierScore(selected)!;
    expect(brierBounds(selected, NO_DOUBT)).toEqual({ best: score, worst: score });
  });

  it('take judged and unsettled items at their best and worst', () => {
    // One miss at 70 % was judged: best as an occurrence, worst as the miss that it is. One of 20 % is still open.
    const doubt = {
      ...{ judgedBetter: 7000 ** 2 - 3000 ** 2, judgedWorse: 0 },
      unsettled: { n: 1, best: 2000 ** 2, worst: 8000 ** 2 },
    };
    const { best, worst } = brierBounds(tally([0.7, 2, 1]), doubt)!;
    expect(best).toBeCloseTo((0.09 + 0.09 + 0.04) / 3, 12);
    expect(worst).toBeCloseTo((0.09 + 0.49 + 0.64) / 3, 12);
  });
});

test('a share is never rounded to a certainty that it is not', () => {
  expect([0, 0.001, 0.5, 0.999, 1].map(percentWords)).toEqual(['0%', 'under 1%', '50%', 'over 99%', '100%']);
});
