import { describe, expect, it, test } from '@jest/globals';
import type { Report, VerdictStatus } from '../../src/calibration/index.js';
import { calibrationBins, randomSource, tellingBin, verdict } from '../../src/calibration/index.js';
import fc from '../support/fast-check.js';
import { NO_COUNTS, reportOf, reportOfScenarios, type SharedScenario, tally } from './builders.js';

type Line = readonly [p: number, n: number, occurred: number];

describe('the rule, one forecaster to a scenario', () => {
  test.each<[VerdictStatus, string, Line[]]>([
    ['insufficient', 'fewer than 30 scenarios', [[0.5, 29, 0]]],
    ['calibrated', 'both numbers where chance puts them', [[0.5, 200, 100]]],
    ['calibrated', 'the count at the edge of its range', [[0.5, 400, 180]]],
    ['biasedHigh', 'the count just below its range', [[0.5, 400, 179]]],
    ['biasedLow', 'the count just above its range', [[0.5, 400, 221]]],
    [
      'overconfident',
      'extremes that miss on both sides alike',
      [
        [0.1, 100, 25],
        [0.9, 100, 75],
      ],
    ],
    ['underconfident', 'never at 10–40%, always at 60–90%', separated()],
    [
      'biasedHigh',
      'both off, the count further out',
      [
        [0.6, 400, 200],
        [0.9, 20, 17],
      ],
    ],
    [
      'overconfident',
      'both off, the squared error further out',
      [
        [0.02, 300, 30],
        [0.5, 100, 50],
      ],
    ],
    [
      'overconfident',
      'all 50% but one certainty that missed',
      [
        [0.5, 40, 20],
        [1, 1, 0],
      ],
    ],
    ['biasedHigh', 'certainties with misses', [[1, 40, 38]]],
    ['biasedLow', 'impossibilities with hits', [[0, 40, 2]]],
    [
      'calibrated',
      'certainties without a miss',
      [
        [0, 20, 0],
        [1, 20, 20],
      ],
    ],
    [
      'biasedLow',
      'both infinite: the count names it',
      [
        [0, 30, 1],
        [1, 30, 30],
      ],
    ],
  ])('%s: %s', (status, _, lines) => {
    const report = reportOf(tally(...lines), { luck: null });
    expect([report.verdict.status, contradiction(report)]).toEqual([status, null]);
  });

  it('says why: deviations and range, null where no chance is left', () => {
    const {
      verdict: fair,
      expectedOccurred: range,
      spiegelhalter,
      ...rest
    } = reportOf(tally([0.2, 100, 30], [0.8, 100, 80]));
    expect(fair.count).toEqual({ z: 10 / Math.sqrt(32), low: range.low, high: range.high });
    expect(fair.gap).toEqual({ z: spiegelhalter.z });
    expect(rest.undefined['verdict.count.z']).toBeUndefined();
    const certain = reportOf(tally([1, 40, 38]), { luck: null });
    expect(certain.verdict).toMatchObject({ count: { z: null, low: 40, high: 40 }, gap: { z: null } });
    expect(certain.undefined).toMatchObject({
      'verdict.count.z': 'only forecasts of 0 or 100%',
      'verdict.gap.z': 'only forecasts of 0, 50 or 100%',
    });
    expect(reportOf(new Map()).verdict).toMatchObject({ count: null, gap: null });
    expect(reportOf(new Map()).undefined).toMatchObject({ 'verdict.count': 'no forecasts counted' });
  });

  it('is provisional under 100 scenarios, whatever the number of forecasts', () => {
    const scenarios = (n: number) =>
      Array.from({ length: n }, (_, i): SharedScenario => [[5000, 5000, 5000], i % 2 === 0]);
    expect(reportOfScenarios(scenarios(99)).verdict).toMatchObject({
      status: 'calibrated',
      provisional: true,
    });
    expect(reportOfScenarios(scenarios(100)).verdict).toMatchObject({ provisional: false });
    expect(reportOfScenarios(scenarios(29)).verdict.status).toBe('insufficient');
  });
});

test('forecasters of one scenario who disagree around 50% are not thereby off', () => {
  const split: SharedScenario[] = Array.from({ length: 40 }, (_, i) => [[3000, 7000], i % 2 === 0]);
  expect(reportOfScenarios(split).verdict).toMatchObject({ status: 'calibrated', gap: { z: null } });
  // 50% and 100% on a scenario that does not happen: more than the disagreement accounts for.
  const missed: SharedScenario[] = [...split, [[10_000, 10_000], false]];
  expect(reportOfScenarios(missed).verdict.status).toBe('overconfident');
});

describe('for any desk', () => {
  /** A desk of up to five forecasters whose truth is steeper, flatter, higher or lower than what they forecast. */
  const desk = fc
    .record({
      draws: fc.integer({ min: 1, max: 1_000_000 }),
      size: fc.integer({ min: 28, max: 150 }),
      slope: fc.double({ min: 0, max: 2, noNaN: true }),
      shift: fc.integer({ min: -2000, max: 2000 }),
      certain: fc.boolean(),
    })
    .map(({ draws, size, slope, shift, certain }) => {
      const random = randomSource(draws);
      return Array.from({ length: size }, (): SharedScenario => {
        const middle = 500 + random() * 9000;
        const some = Array.from({ length: 1 + Math.floor(random() * 5) }, () =>
          certain && random() < 0.05 ? 10_000 : Math.round(middle + (random() - 0.5) * 900),
        );
        return [some, random() * 10_000 < 5000 + shift + slope * (middle - 5000)];
      });
    });

  it('no verdict contradicts the range beside it, and at most one bin is named', () => {
    const met = new Set<VerdictStatus>();
    fc.assert(
      fc.property(desk, (scenarios) => {
        const report = reportOfScenarios(scenarios);
        met.add(report.verdict.status);
        expect(contradiction(report)).toBeNull();
        expect([...report.verdict.text.matchAll(/Forecast about/g)].length).toBe(
          tellingBin(report.bins, report.verdict.status) === null ? 0 : 1,
        );
      }),
      { seed: 1950, numRuns: 300 },
    );
    expect(met.size).toBe(6);
  });
});

describe('the sentences', () => {
  it('say the finding, how far off it could still be, and the bin that shows it', () => {
    expect(reportOf(tally([0.9, 50, 36], [0.1, 50, 14])).verdict).toMatchObject({
      status: 'overconfident',
      provisional: false,
      text:
        'Forecasts are too sure: what is called likely happens less often, what is called unlikely more often. ' +
        'On average they could still be off by ±6 points. ' +
        'Forecast about 10%: 28% happened (14 of 50; 90% range 19–39%).',
    });
    expect(reportOf(tally([0.5, 400, 179])).verdict.text).toBe(
      'Forecasts come true less often than their probabilities say. On average they are 5 points too high, ' +
        '±5 points. Forecast about 50%: 45% happened (179 of 400; 90% range 41–49%).',
    );
    expect(reportOf(tally([0.5, 20_000, 10_400]), { luck: null }).verdict.text).toContain(
      'On average they are 2 points too low, ±0.7 points. Forecast about 50%: 52% happened (10,400 of 20,000;',
    );
  });

  it('open with “So far” while provisional, and count forecasts apart from predictions', () => {
    const several = reportOfScenarios(
      Array.from({ length: 80 }, (_, i): SharedScenario => [[5000, 5000], i % 2 === 0]),
    );
    expect(several.verdict.text).toBe(
      'So far, forecasts come true about as often as their probabilities say. On average they could still be off ' +
        'by ±11 points. 160 forecasts on 80 predictions.',
    );
    const one = reportOfScenarios([[[5000, 6000], true]]);
    expect(one.verdict.text).toBe(
      'Too early to say: 1 of the 30 results a verdict needs. 2 forecasts on 1 prediction.',
    );
  });

  it('say why there is none, and nothing of a margin where no chance is left', () => {
    expect(reportOf(new Map()).verdict.text).toBe('No results yet.');
    expect(verdict({ n: 40, occurred: 1, scenarios: 40, evidence: null, bins: [] }).text).toBe(
      'No verdict for averages over time: choose First or Last forecast.',
    );
    const weighted = { weighted: true, pairs: 40, counts: { ...NO_COUNTS, scenarios: 40 } };
    const report = reportOf(tally([0.5, 400_000, 200_000]), weighted);
    expect(report.verdict).toMatchObject({
      status: 'insufficient',
      provisional: true,
      count: null,
      gap: null,
    });
    expect(report.undefined['verdict.gap']).toContain('share an outcome');
    expect(reportOf(tally([1, 120, 120])).verdict.text).toBe(
      'Forecasts come true about as often as their probabilities say.',
    );
  });
});

describe('tellingBin', () => {
  const bins = calibrationBins(
    tally(
      [0.05, 4, 4],
      [0.1, 100, 25],
      [0.2, 40, 20],
      [0.3, 100, 33],
      [0.5, 200, 160],
      [0.85, 100, 60],
      [0.9, 9, 0],
    ),
  );

  test.each<[VerdictStatus, number | null]>([
    ['overconfident', 0.9],
    ['biasedHigh', 0.9],
    ['biasedLow', 0.5],
    ['underconfident', null],
    ['calibrated', null],
    ['insufficient', null],
  ])('for %s stands at %p', (status, forecast) => {
    expect(tellingBin(bins, status)?.meanForecast ?? null).toEqual(
      forecast === null ? null : expect.closeTo(forecast, 12),
    );
  });

  it('has at least five forecasts', () => {
    expect(tellingBin(calibrationBins(tally([0.05, 4, 4])), 'biasedLow')).toBeNull();
    expect(tellingBin(calibrationBins(tally([0.05, 5, 5])), 'biasedLow')!.n).toBe(5);
  });

  it('misses timidly on either side', () => {
    const timid = calibrationBins(tally([0.3, 40, 0], [0.7, 30, 30]));
    expect(tellingBin(timid, 'underconfident')!.meanForecast).toBe(0.3);
    expect(tellingBin(calibrationBins(tally([0.7, 30, 30])), 'underconfident')!.n).toBe(30);
  });
});

/** Forecasts of 10–40% that never happened, and of 60–90% that always did. */
function separated(): Line[] {
  return [1, 2, 3, 4, 6, 7, 8, 9].map((tenth): Line => [tenth / 10, 10, tenth > 5 ? 10 : 0]);
}

/** What is wrong with a verdict beside its range, or null. */
function contradiction({ verdict: { status, count }, occurred, expectedOccurred, spiegelhalter }: Report) {
  const { low, high } = expectedOccurred;
  if (count!.low !== low || count!.high !== high) return 'two ranges';
  const isInside = occurred >= low! && occurred <= high!;
  if (status === 'calibrated' && !isInside) return 'calibrated outside its range';
  if (status === 'biasedHigh' && occurred >= low!) return 'too high within its range';
  if (status === 'biasedLow' && occurred <= high!) return 'too low within its range';
  if (status === 'overconfident' && spiegelhalter.z !== null && spiegelhalter.z <= 1.96) return 'z too small';
  if (status === 'underconfident' && !(spiegelhalter.z! < -1.96)) return 'z too large';
  return null;
}
