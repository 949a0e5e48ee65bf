import { describe, expect, it } from '@jest/globals';
import { countForecasts, type ForecastFact } from '../../src/forecasts/counting.js';
import {
  type CrowdMedian,
  type OverTime,
  scenarioScores as scoresOf,
  type ScoredScenario,
  windowOf,
} from '../../src/scenario-records/scenario-scores.js';
import { forecast, later, scope } from './facts.js';

/** Open for ten days, from the 11th to the 21st, when it occurred; it could have been open for twenty. */
const scenario: ScoredScenario = {
  ...scope,
  ...{ openedOn: '2026-06-11', closesAt: '2026-07-01T00:00:00.000Z', occurred: 1 },
};
const scenarioScores = (of: ScoredScenario, forecasters: ForecastFact[][]) =>
  scoresOf(
    of,
    forecasters,
    forecasters.flatMap((own) => countForecasts(own, of)),
  );
const midnight = (day: number): string => `2026-06-${day}T00:00:00.000Z`;
const said = (seq: number, day: number, bp: number, more: Partial<ForecastFact> = {}) =>
  forecast(seq, midnight(day), bp, more);

type Four = [brier: number | null, coverage: number | null, baseline: number | null, peer: number | null];
const four = (one: OverTime | undefined): Four | null =>
  one ? [one.timeAveragedBrier, one.coverage, one.baselineScore, one.peerScore] : null;
const near = (values: Four | null) =>
  values && values.map((value) => (value === null ? null : (expect.closeTo(value, 10) as unknown)));
const of = (rows: readonly OverTime[], records: 'live' | 'all') =>
  four(rows.find((row) => row.records === records));

/** A baseline score over some of the twenty days; and a peer score of two forecasters over some. */
const baseline = (...parts: [days: number, p: number][]) =>
  parts.reduce((sum, [days, p]) => sum + days * 100 * (1 + Math.log2(p)), 0) / 20;
const against = (...parts: [days: number, own: number, other: number][]) =>
  parts.reduce((sum, [days, own, other]) => sum + days * 100 * Math.log(own / other), 0) / 20;

describe('scores over time, by hand', () => {
  it.each<[string, ForecastFact[], live: Four | null, all?: Four | null]>([
    ['nothing said', [], null],
    ['all of the time', [said(1, 11, 8000)], [0.04, 1, baseline([10, 0.8]), null]],
    ['half of the time', [said(1, 16, 8000)], [0.04, 0.5, baseline([5, 0.8]), null]],
    [
      'five days at 0.8, five at 0.6',
      [said(1, 11, 8000), said(2, 16, 6000)],
      [0.1, 1, baseline([5, 0.8], [5, 0.6]), null],
    ],
    [
      'what was said before the opening counts from the opening',
      [said(1, 10, 8000)],
      [0.04, 1, baseline([10, 0.8]), null],
    ],
    [
      'of two at one instant the later row',
      [said(1, 11, 2000), said(2, 11, 8000)],
      [0.04, 1, baseline([10, 0.8]), null],
    ],
    [
      'until the withdrawal',
      [said(1, 11, 8000, { withdrawnAt: midnight(19) })],
      [0.04, 0.8, baseline([8, 0.8]), null],
    ],
    [
      'again after a withdrawal',
      [said(1, 11, 8000, { withdrawnAt: midnight(13) }), said(2, 16, 6000)],
      [(2 * 0.04 + 5 * 0.16) / 7, 0.7, baseline([2, 0.8], [5, 0.6]), null],
    ],
    [
      'a withdrawal on the outcome day takes nothing back',
      [said(1, 11, 8000, { withdrawnAt: midnight(21) })],
      [0.04, 1, baseline([10, 0.8]), null],
    ],
    ['on the outcome day it is too late', [said(1, 21, 8000)], null],
    [
      'a revision on the outcome day is too late',
      [said(1, 11, 8000), said(2, 21, 9000)],
      [0.04, 1, baseline([10, 0.8]), null],
    ],
    ['reconstructed', [said(1, 11, 8000, { ...later, reconstructed: true })], null],
    [
      'archival, which counts only where it is asked for',
      [said(1, 16, 8000, later)],
      null,
      [0.04, 0.5, baseline([5, 0.8]), null],
    ],
    [
      'archival before live, and what is live stays as it is',
      [said(1, 16, 8000), said(2, 11, 6000, later)],
      [0.04, 0.5, baseline([5, 0.8]), null],
      [0.1, 1, baseline([5, 0.6], [5, 0.8]), null],
    ],
    [
      'archival of the outcome day stood at no time, which is no score',
      [said(1, 21, 8000, later)],
      null,
      [null, 0, null, null],
    ],
  ])('%s', (_, forecasts, live, all = null) => {
    const { overTime, crowd } = scenarioScores(scenario, [forecasts]);
    expect(overTime.map((rows) => of(rows, 'live'))).toEqual([near(live)]);
    expect(overTime.map((rows) => of(rows, 'all'))).toEqual([near(all)]);
    expect(crowd).toEqual([]);
  });

  it('forecasts under criteria that were changed since do not count', () => {
    const changed = { ...scenario, sinceCriteria: 2 };
    const forecasts = [said(1, 11, 1000, { criteriaVersion: 1 }), said(2, 16, 8000, { criteriaVersion: 2 })];
    expect(of(scenarioScores(changed, [forecasts]).overTime[0]!, 'live')).toEqual(
      near([0.04, 0.5, baseline([5, 0.8]), null]),
    );
  });

  it('what did not occur is scored against that', () => {
    const { overTime } = scenarioScores({ ...scenario, occurred: 0 }, [[said(1, 11, 8000)]]);
    expect(of(overTime[0]!, 'live')).toEqual(near([0.64, 1, baseline([10, 0.2]), null]));
  });

  it.each([
    ['until it is resolved', null],
    ['when annulled', '2026-06-21'],
  ])('nothing is scored %s', (_, outcomeOn) => {
    const open = { ...scenario, occurred: null, outcomeOn };
    const { overTime, crowd } = scenarioScores(open, [[said(1, 11, 8000)], [said(2, 12, 6000)]]);
    const nothing = { records: 'live', timeAveragedBrier: null, coverage: null };
    expect(overTime).toEqual([
      [{ ...nothing, baselineScore: null, peerScore: null }],
      [{ ...nothing, baselineScore: null, peerScore: null }],
    ]);
    expect(crowd.map(({ vantage, probability }) => [vantage, probability])).toEqual([
      ['first', 0.7],
      ['last', 0.7],
      ['timeWeighted', expect.closeTo(0.7, 12)],
    ]);
    for (const { brierScore, coverage } of crowd) expect([brierScore, coverage]).toEqual([null, null]);
  });
});

describe('several forecasters, by hand', () => {
  const one = [said(1, 11, 8000)];
  const other = [said(2, 16, 5000)];
  type Median = [
    string,
    string,
    forecasters: number,
    p: number,
    brier: number | null,
    coverage: number | null,
  ];
  const medians = (crowd: readonly CrowdMedian[]) =>
    crowd.map(({ vantage, records, forecasters, probability, brierScore, coverage }) => [
      ...[vantage, records, forecasters, probability, brierScore, coverage],
    ]);
  const close = (rows: Median[]) =>
    rows.map((row) =>
      row.map((value) => (typeof value === 'number' ? (expect.closeTo(value, 12) as unknown) : value)),
    );

  it('are compared for as long as both stand, and their peer scores add up to 0', () => {
    const { overTime, crowd } = scenarioScores(scenario, [one, other]);
    expect(of(overTime[0]!, 'live')).toEqual(near([0.04, 1, baseline([10, 0.8]), against([5, 0.8, 0.5])]));
    expect(of(overTime[1]!, 'live')).toEqual(near([0.25, 0.5, 0, against([5, 0.5, 0.8])]));
    expect(medians(crowd)).toEqual(
      close([
        ['first', 'live', 2, 0.65, 0.1225, null],
        ['last', 'live', 2, 0.65, 0.1225, null],
        ['timeWeighted', 'live', 2, 0.65, 0.1225, 0.5],
      ]),
    );
  });

  it('never at one time: a peer score of 0, and no median over time', () => {
    const gone = [said(1, 11, 8000, { withdrawnAt: midnight(14) })];
    const { overTime, crowd } = scenarioScores(scenario, [gone, other]);
    expect(overTime.map((rows) => rows[0]!.peerScore)).toEqual([0, 0]);
    expect(medians(crowd)).toEqual(close([['first', 'live', 2, 0.65, 0.1225, null]]));
  });

  it('one of whom nothing counts are one', () => {
    const { overTime, crowd } = scenarioScores(scenario, [one, [said(2, 22, 5000)]]);
    expect(overTime.map((rows) => rows.map(({ peerScore }) => peerScore))).toEqual([[null], []]);
    expect(crowd).toEqual([]);
  });

  it('one of them archival: what is live stays as it was without, and all is given beside it', () => {
    const archival = [said(3, 11, 6000, later)];
    const without = scenarioScores(scenario, [one, other]);
    const { overTime, crowd } = scenarioScores(scenario, [one, other, archival]);
    expect(overTime.map((rows) => rows.filter(({ records }) => records === 'live'))).toEqual([
      ...without.overTime,
      [],
    ]);
    expect(crowd.filter(({ records }) => records === 'live')).toEqual(without.crowd);
    expect(overTime.flatMap((rows) => rows.map(({ records }) => records))).toEqual([
      ...['live', 'all', 'live', 'all', 'all'],
    ]);
    // five days of 0.8 and 0.6, five of 0.8, 0.5 and 0.6
    expect(medians(crowd.filter(({ records }) => records === 'all'))).toEqual(
      close([
        ['first', 'all', 3, 0.6, 0.16, null],
        ['last', 'all', 3, 0.6, 0.16, null],
        ['timeWeighted', 'all', 3, 0.65, (5 * 0.09 + 5 * 0.16) / 10, 1],
      ]),
    );
  });
});

describe('the time that is scored', () => {
  const days = (change: Partial<ScoredScenario>) => {
    const { opens, closes, deadline } = windowOf({ ...scenario, ...change });
    return [opens, closes, deadline].map((time) => new Date(time).toISOString().slice(5, 16));
  };
  it.each<[string, Partial<ScoredScenario>, [opens: string, closes: string, deadline: string]]>([
    ['ends as the outcome day begins', {}, ['06-11T00:00', '06-21T00:00', '07-01T00:00']],
    [
      'or at the instant of the outcome',
      { outcomeAt: '2026-06-21T15:00:00.000Z' },
      ['06-11T00:00', '06-21T15:00', '07-01T00:00'],
    ],
    [
      'or with the deadline, for what had not occurred by then',
      { occurred: 0, outcomeOn: '2026-06-30' },
      ['06-11T00:00', '07-01T00:00', '07-01T00:00'],
    ],
    [
      'but not for what occurred on its last day',
      { outcomeOn: '2026-06-30' },
      ['06-11T00:00', '06-30T00:00', '07-01T00:00'],
    ],
    [
      'or with the deadline, where there is no outcome day',
      { outcomeOn: null },
      ['06-11T00:00', '07-01T00:00', '07-01T00:00'],
    ],
    [
      'in the days of its zone',
      { zone: 'America/New_York', closesAt: '2026-07-01T04:00:00.000Z' },
      ['06-11T04:00', '06-21T04:00', '07-01T04:00'],
    ],
    [
      'is no time where a corrected opening comes after the outcome',
      { openedOn: '2026-06-25' },
      ['06-21T00:00', '06-21T00:00', '07-01T00:00'],
    ],
  ])('%s', (_, change, expected) => expect(days(change)).toEqual(expected));

  it('is none for a forecast that counts where the opening was corrected past it', () => {
    const { overTime } = scenarioScores({ ...scenario, openedOn: '2026-06-25' }, [[said(1, 11, 8000)]]);
    expect(of(overTime[0]!, 'live')).toEqual([null, 0, null, null]);
  });
});
