import { describe, expect, it, test } from '@jest/globals';
import type { VerdictInput, VerdictStatus } from '../../src/calibration/index.js';
import { calibrationBins, tellingBin, verdict } from '../../src/calibration/index.js';
import { NO_COUNTS, reportOf, tally } from './builders.js';

const base: VerdictInput = {
  n: 200,
  occurred: 100,
  expected: 100,
  scenarios: 200,
  miscalibration: { value: 0.02, p95: 0.01 },
  spiegelhalter: { pValue: 0.5 },
  recalibration: { slope: 1, slopeError: 0.1 },
  bins: calibrationBins(tally([0.2, 100, 40], [0.8, 100, 60])),
};

describe('the rule, step by step', () => {
  test.each<[VerdictStatus, string, Partial<VerdictInput>]>([
    ['insufficient', 'fewer than 30 forecasts', { n: 29 }],
    ['insufficient', 'nothing to hold the miscalibration against', { miscalibration: null }],
    ['calibrated', 'miscalibration at its 95th percentile', { miscalibration: { value: 0.01, p95: 0.01 } }],
    [
      'calibrated',
      'no test by Spiegelhalter',
      { miscalibration: { value: 0.01, p95: 0.01 }, spiegelhalter: null },
    ],
    [
      'biasedHigh',
      'Spiegelhalter alone, more said than happened',
      { miscalibration: { value: 0, p95: 1 }, spiegelhalter: { pValue: 0.049 }, expected: 120 },
    ],
    ['overconfident', 'a slope surely below 1', { recalibration: { slope: 0.8, slopeError: 0.12 } }],
    ['underconfident', 'a slope surely above 1', { recalibration: { slope: 1.2, slopeError: 0.12 } }],
    [
      'biasedLow',
      'a slope not surely off 1',
      { recalibration: { slope: 0.8, slopeError: 0.13 }, expected: 80 },
    ],
    ['biasedHigh', 'no slope', { recalibration: null, expected: 120 }],
    ['overconfident', 'a draw', { recalibration: null }],
  ])('%s: %s', (status, _, change) => expect(verdict({ ...base, ...change }).status).toBe(status));

  it('is provisional under 100 forecasts', () => {
    expect(verdict({ ...base, n: 99 }).provisional).toBe(true);
    expect(verdict(base).provisional).toBe(false);
  });
});

describe('the sentence', () => {
  it('names the bin that says most, with counts and range', () => {
    expect(reportOf(tally([0.8, 25, 16], [0.2, 25, 9])).verdict).toEqual({
      status: 'overconfident',
      provisional: true,
      text:
        'Overconfident: the forecasts were more extreme than what happened. When the forecast was about 80 %, it ' +
        'happened 64 % of the time (16 of 25; 90 % range 48–78 %). Provisional: only 50 forecasts.',
    });
  });

  it('says how many scenarios it rests on', () => {
    const several = reportOf(tally([0.5, 200, 100]), { counts: { ...NO_COUNTS, scenarios: 80 } });
    expect(several.verdict.text).toContain(
      'These 200 forecasts rest on 80 scenarios, so the intervals are too narrow.',
    );
    const one = reportOf(tally([0.5, 2, 2]), { counts: { ...NO_COUNTS, scenarios: 1 } });
    expect(one.verdict.text).toContain('rest on 1 scenario,');
  });

  it('says why there is none', () => {
    expect(reportOf(new Map()).verdict.text).toBe('No forecasts counted yet.');
    expect(reportOf(tally([0.5, 12, 6])).verdict.text).toBe(
      'Too few for a verdict: 12 of at least 30 forecasts.',
    );
    expect(reportOf(tally([0.5, 40, 20]), { luck: null }).verdict).toMatchObject({
      status: 'insufficient',
      text: 'No verdict: resampling was left out.',
    });
    expect(verdict({ ...base, miscalibration: null }).text).toBe('No verdict: nothing to compare with.');
  });
});

describe('tellingBin', () => {
  const bins = calibrationBins(tally([0.1, 10, 0], [0.3, 10, 6], [0.7, 40, 20], [0.9, 10, 10]));

  test.each([
    ['any', 0.7],
    ['tooHigh', 0.7],
    ['tooLow', 0.3],
    ['tooExtreme', 0.7],
    ['tooTimid', 0.1],
  ] as const)('for %s it stands at %p', (lean, forecast) => {
    expect(tellingBin(bins, lean)!.meanForecast).toBeCloseTo(forecast, 12);
  });

  it('falls back on all bins where none misses that way, and prefers the fuller of equals', () => {
    const perfect = calibrationBins(tally([0, 5, 0], [1, 9, 9]));
    expect(tellingBin(perfect, 'tooHigh')!.n).toBe(9);
    expect(tellingBin(calibrationBins(tally([0, 9, 0], [1, 5, 5])), 'tooHigh')!.n).toBe(9);
  });

  it('is null where all bins are empty', () =>
    expect(tellingBin(calibrationBins(new Map()), 'any')).toBeNull());
});
