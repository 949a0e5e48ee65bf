import { describe, expect, it } from '@jest/globals';
import {
  assembleReport,
  brierScore,
  NO_DOUBT,
  timeWeights,
  type TallyCount,
} from '../../src/calibration/index.js';
import { NO_COUNTS, reportOf, tally } from './builders.js';

const KEYS =
  'selection predictions n occurred baseRate scenarios open overdue annulled withdrawn judged selfResolved resolvedEarly undated ' +
  'expectedOccurred brierScore brierSkillScore logScore certainMisses sphericalScore sharpness auc bounds murphy corp ' +
  'expectedUnderCalibration calibrationError bins consistencyBand spiegelhalter recalibration leadTime terms verdict ' +
  'undefined';

/** The dotted names of all figures that are null. */
function nulls(value: unknown, name = ''): string[] {
  if (value === null) return [name];
  if (typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => nulls(inner, name === '' ? key : `${name}.${key}`));
}

describe('a report', () => {
  const report = reportOf(tally([0.2, 60, 12], [0.7, 60, 40]), {
    selection: { text: 'all of topic x', topic: 'x' },
    leadTime: [
      { fromDays: 0, toDays: 7, n: 60, gaps: 12 * 8000 ** 2 + 48 * 2000 ** 2 },
      { fromDays: 7, toDays: null, n: 0, gaps: 0 },
    ],
    terms: [{ term: 'short', n: 3, late: 1, early: 1 }],
  });

  it('has the promised keys in the promised order', () => {
    expect(Object.keys(report)).toEqual(KEYS.split(' '));
    expect(Object.keys(report.bins[0]!)).toEqual([
      'from',
      'to',
      'n',
      'occurred',
      'meanForecast',
      'observed',
      'interval',
    ]);
    expect(Object.keys(report.corp)).toEqual(['miscalibration', 'discrimination', 'uncertainty', 'curve']);
    expect(report.bins.map(({ from, to }) => [from, to])).toEqual(
      Array.from({ length: 10 }, (_, k) => [k / 10, (k + 1) / 10]),
    );
  });

  it('carries what it was given', () => {
    expect(report.selection).toEqual({ text: 'all of topic x', topic: 'x' });
    expect(report.terms).toEqual([{ term: 'short', n: 3, late: 1, early: 1 }]);
    expect(report.leadTime).toEqual([
      { fromDays: 0, toDays: 7, n: 60, brierScore: brierScore(tally([0.2, 60, 12])) },
      { fromDays: 7, toDays: null, n: 0, brierScore: null },
    ]);
  });

  it('survives JSON unchanged', () => expect(JSON.parse(JSON.stringify(report))).toEqual(report));

  it('is the same each time, and whatever was done with the first', () => {
    const again = () => reportOf(tally([0.7, 60, 40], [0.2, 60, 12]));
    expect(again()).toEqual(again());
  });

  it('gives a reason for everything undefined, and for nothing else', () => {
    for (const one of [
      report,
      reportOf(new Map()),
      reportOf(tally([1, 2, 2])),
      reportOf(tally([0.5, 40, 20])),
    ]) {
      const reasons = Object.keys(one.undefined);
      const missing = nulls(one).filter((name) => !name.endsWith('toDays'));
      for (const name of missing) expect(reasons.some((reason) => name.startsWith(reason))).toBe(true);
      for (const reason of reasons) expect(missing.some((name) => name.startsWith(reason))).toBe(true);
    }
  });
});

describe('a report of nothing', () => {
  const report = reportOf(new Map());

  it('has n 0, ten empty bins, and null for every score', () => {
    expect([report.n, report.occurred, report.certainMisses]).toEqual([0, 0, 0]);
    expect(report.bins.map(({ n, observed }) => [n, observed])).toEqual(new Array(10).fill([0, null]));
    expect(report).toMatchObject({ brierScore: null, baseRate: null, auc: null, calibrationError: null });
    expect(report.undefined).toMatchObject({
      brierScore: 'no forecasts counted',
      auc: 'no forecasts counted',
    });
  });

  it('may still have bounds, where something is unsettled', () => {
    const waiting = reportOf(new Map(), {
      doubt: { ...NO_DOUBT, unsettled: { n: 1, best: 2000 ** 2, worst: 8000 ** 2 } },
    });
    expect(waiting.bounds.best).toBeCloseTo(0.04, 12);
    expect(waiting.bounds.worst).toBeCloseTo(0.64, 12);
  });
});

describe('reasons', () => {
  it('one outcome class leaves skill, AUC and recalibration undefined', () => {
    expect(reportOf(tally([0.7, 2, 2])).undefined).toMatchObject({
      auc: 'only one outcome class',
      brierSkillScore: 'only one outcome class',
      'recalibration.slope': 'only one outcome class',
    });
  });

  it('forecasts of 50 % leave Spiegelhalter undefined', () => {
    expect(reportOf(tally([0.5, 2, 1])).undefined['spiegelhalter.z']).toBe('only forecasts of 0, 50 or 100%');
  });

  it('without resampling, what is drawn is null with that reason', () => {
    const report = reportOf(tally([0.2, 60, 12], [0.7, 60, 40]), { luck: null });
    expect(report.consistencyBand).toEqual({ level: 0.9, points: null });
    expect(report.expectedUnderCalibration.miscalibration).toEqual({ mean: null, p95: null });
    expect(report.undefined['consistencyBand.points']).toBe('resampling was left out');
    expect(report.spiegelhalter.z).not.toBeNull();
  });
});

describe('time weights', () => {
  const weighted = new Map<number, TallyCount>();
  const pairs = [
    {
      parts: [
        { days: 6, probabilityBp: 8000 },
        { days: 3, probabilityBp: 4000 },
      ],
      occurred: false,
    },
    { parts: [{ days: 5, probabilityBp: 8000 }], occurred: true },
  ];
  for (const { parts, occurred } of pairs) {
    for (const { probabilityBp, weight } of timeWeights(parts)) {
      const { n, occurred: h } = weighted.get(probabilityBp) ?? { n: 0, occurred: 0 };
      weighted.set(probabilityBp, { n: n + weight, occurred: h + (occurred ? weight : 0) });
    }
  }
  const report = reportOf(weighted, { weighted: true, pairs: 2, counts: { ...NO_COUNTS, scenarios: 2 } });

  it('count pairs, and divide the weights out', () => {
    expect([report.n, report.occurred, report.baseRate]).toEqual([2, 1, 0.5]);
    expect(report.bins[8]!.n).toBeCloseTo(1.6667, 12);
    expect(report.corp.curve.reduce((sum, block) => sum + block.n, 0)).toBe(2);
    // (0.6667 · 0.64 + 0.3333 · 0.16 + 0.04) / 2
    expect(report.brierScore).toBeCloseTo((0.6667 * 0.64 + 0.3333 * 0.16 + 0.04) / 2, 12);
  });

  it('leave null what supposes independent forecasts', () => {
    expect(report).toMatchObject({
      expectedOccurred: { level: 0.95, sum: null, low: null, high: null },
      consistencyBand: { points: null },
      spiegelhalter: { z: null, pValue: null },
      recalibration: { intercept: null, slope: null },
      verdict: { status: 'insufficient' },
    });
    expect(report.undefined['recalibration.slope']).toContain('share an outcome');
  });

  it('must add up to the number of pairs', () => {
    expect(() => reportOf(weighted, { weighted: true, pairs: 3 })).toThrow(RangeError);
    expect(() => reportOf(weighted, { weighted: true })).toThrow(RangeError);
    expect(reportOf(new Map(), { weighted: true }).n).toBe(0);
  });
});

it('does not change what it is given', () => {
  const selected = tally([0.7, 3, 2]);
  const input = Object.freeze({
    selection: Object.freeze({ text: 'x' }),
    tally: selected,
    counts: Object.freeze(NO_COUNTS),
    doubt: Object.freeze(NO_DOUBT),
    leadTime: Object.freeze([]),
    terms: Object.freeze([]),
  });
  assembleReport(input);
  expect(selected).toEqual(tally([0.7, 3, 2]));
});
