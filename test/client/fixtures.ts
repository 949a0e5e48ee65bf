/** An invented desk: its figures hang together, its world does not exist. */
import type {
  Bin,
  CrowdScore,
  Evidence,
  Forecast,
  Group,
  Kind,
  OverTime,
  Report,
  Resolution,
  Scenario,
  Score,
  ScoreOverTime,
  Testability,
  TrackRecordItem,
  Vantage,
} from '../../client/src/data.js';
import type {
  CalibrationPageData,
  FrontPageData,
  PredictionPageData,
  RecordPageData,
  Site,
} from '../../client/src/page-data.js';

export const SITE: Site = {
  name: 'The Lowland Desk',
  line: 'What we said could happen, and whether it did.',
  contact: null,
  example: true,
  origin: 'https://desk.example',
};

type Forecaster = Forecast['forecaster'];

export const DESK: Forecaster = { slug: 'desk', name: 'The Lowland Desk', kind: 'desk' };
const MIRA: Forecaster = { slug: 'mira-holt', name: 'Mira Holt', kind: 'person' };
const MODEL: Forecaster = { slug: 'model', name: 'House model', kind: 'model' };

/** n, mean forecast in percent, how many happened: one entry per tenth. */
type Row = readonly [n: number, mean: number, occurred: number];

const FULL: readonly Row[] = [
  [92, 4.8, 4],
  [74, 14.9, 8],
  [58, 24.6, 9],
  [36, 35.1, 10],
  [3, 44.7, 1],
  [24, 54.9, 11],
  [24, 64.8, 14],
  [25, 78.9, 16],
  [10, 86.2, 8],
  [0, 0, 0],
];

/** Wilson's interval at 90 %. */
function interval(h: number, n: number): Bin['interval'] {
  const z = 1.6448536269514722;
  const p = h / n;
  const centre = p + (z * z) / (2 * n);
  const half = z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n));
  const scale = 1 + (z * z) / n;
  return {
    level: 0.9,
    low: Math.max(0, (centre - half) / scale),
    high: Math.min(1, (centre + half) / scale),
  };
}

const NOTHING = { level: 0.9, low: null, high: null };

export function bins(rows: readonly Row[] = FULL): Bin[] {
  return rows.map(([n, mean, occurred], i) => ({
    from: i / 10,
    to: (i + 1) / 10,
    n,
    occurred,
    meanForecast: n === 0 ? null : mean / 100,
    observed: n === 0 ? null : occurred / n,
    interval: n === 0 ? NOTHING : interval(occurred, n),
  }));
}

export function report(rows: readonly Row[] = FULL, change: Partial<Report> = {}): Report {
  const all = bins(rows);
  const n = all.reduce((sum, bin) => sum + bin.n, 0);
  const occurred = all.reduce((sum, bin) => sum + bin.occurred, 0);
  const filled = all.filter((bin) => bin.n > 0);
  const sum = filled.reduce((total, bin) => total + bin.n * (bin.meanForecast ?? 0), 0);
  const spread = Math.sqrt(filled.reduce((v, b) => v + b.n * b.meanForecast! * (1 - b.meanForecast!), 0));
  const brier =
    filled.reduce(
      (s, b) => s + b.occurred * (1 - b.meanForecast!) ** 2 + (b.n - b.occurred) * b.meanForecast! ** 2,
      0,
    ) / n;
  const baseRate = n === 0 ? null : occurred / n;
  const uncertainty = baseRate === null ? null : baseRate * (1 - baseRate);
  const some = n > 0;
  return {
    selection: {
      text: 'all topics, all kinds and terms, forecasts as first published, taken down at the time',
    },
    predictions: {
      ...{ scored: n, occurred, notOccurred: n - occurred },
      ...{ open: 12, overdue: 2, annulled: 3, unscored: 0 },
    },
    n,
    occurred,
    baseRate,
    scenarios: n,
    open: 12,
    overdue: 2,
    annulled: 3,
    withdrawn: 1,
    judged: 4,
    ended: 2,
    selfResolved: 1,
    resolvedEarly: 40,
    undated: 0,
    expectedOccurred: some
      ? { level: 0.95, sum, low: Math.ceil(sum - 1.96 * spread), high: Math.floor(sum + 1.96 * spread) }
      : { level: 0.95, sum: null, low: null, high: null },
    brierScore: some ? brier : null,
    brierSkillScore: uncertainty ? 1 - brier / uncertainty : null,
    logScore: some ? 0.4187 : null,
    certainMisses: 0,
    sphericalScore: some ? 0.8612 : null,
    sharpness: some ? 0.0611 : null,
    auc: some ? 0.8123 : null,
    bounds: { best: some ? brier * 0.98 : null, worst: some ? brier * 1.04 : null },
    murphy: { reliability: 0.0231, resolutionComponent: 0.0704, uncertainty },
    corp: {
      miscalibration: 0.0121,
      discrimination: 0.0604,
      uncertainty,
      curve: [
        { from: 0.01, to: 0.08, n: 92, occurred: 4, observed: 4 / 92 },
        { from: 0.1, to: 0.19, n: 74, occurred: 8, observed: 8 / 74 },
        { from: 0.2, to: 0.28, n: 58, occurred: 9, observed: 9 / 58 },
        { from: 0.3, to: 0.46, n: 39, occurred: 11, observed: 11 / 39 },
        { from: 0.5, to: 0.59, n: 24, occurred: 11, observed: 11 / 24 },
        { from: 0.6, to: 0.82, n: 53, occurred: 33, observed: 33 / 53 },
        { from: 0.84, to: 0.89, n: 6, occurred: 5, observed: 5 / 6 },
      ],
    },
    expectedUnderCalibration: {
      miscalibration: { mean: 0.0091, p95: 0.0162 },
      calibrationError: { mean: 0.0512, p95: 0.0781 },
    },
    calibrationError: some ? 0.0631 : null,
    bins: all,
    consistencyBand: {
      level: 0.9,
      points: Array.from({ length: 18 }, (_, i) => {
        const x = 0.01 + i * 0.05;
        const half = 0.03 + 0.4 * x * (1 - x);
        return { forecast: x, low: Math.max(0, x - half), high: Math.min(1, x + half) };
      }),
    },
    spiegelhalter: { z: -1.7213, pValue: 0.0852 },
    recalibration: { intercept: -0.3127, slope: 0.8214 },
    leadTime: [
      { fromDays: 0, toDays: 7, n: 21, brierScore: 0.0912 },
      { fromDays: 7, toDays: 30, n: 88, brierScore: 0.1204 },
      { fromDays: 30, toDays: 90, n: 201, brierScore: 0.1405 },
      { fromDays: 90, toDays: null, n: 36, brierScore: 0.1871 },
    ],
    terms: [
      { term: 'short', n: 212, late: 14, early: 31 },
      { term: 'medium', n: 120, late: 6, early: 9 },
      { term: 'long', n: 14, late: 0, early: 0 },
    ],
    verdict: {
      status: n < 30 ? 'insufficient' : 'biasedHigh',
      provisional: n < 100,
      count: some ? { z: -2.98, low: 88, high: 114 } : null,
      gap: some ? { z: -1.72 } : null,
      text:
        n < 30
          ? `Too early to say: ${n} of the 30 results a verdict needs.`
          : `${n < 100 ? 'So far, forecasts' : 'Forecasts'} come true less often than their probabilities say. ` +
            'Forecast about 79%: 64% happened (16 of 25; 90% range 48–78%).',
    },
    undefined: some ? {} : { brierScore: 'no forecasts counted' },
    ...change,
  };
}

type Told = readonly [
  kind: Kind,
  statement: string,
  probability: number,
  outcome: TrackRecordItem['outcome'],
  outcomeOn: string | null,
  change?: Partial<TrackRecordItem>,
];

const TOLD: readonly Told[] = [
  [
    'risk',
    'The Sallow Lock stays closed to barges for more than ten days in a row',
    0.82,
    'not_occurred',
    '2026-06-30',
    { lateOn: '2026-07-12' },
  ],
  [
    'opportunity',
    'The ferry operators of Northmere sign the joint timetable',
    0.55,
    'occurred',
    '2026-05-19',
  ],
  [
    'consequence',
    'Grain freight from Eastholm costs over 48 crowns a tonne on the weekly index',
    0.78,
    'occurred',
    '2026-06-04',
    { forecaster: MIRA },
  ],
  [
    'risk',
    'The Tarn water board declares a hosepipe ban in at least three districts',
    0.3,
    'annulled',
    '2026-06-11',
    { outcomeOn: '2026-06-11' },
  ],
  [
    'risk',
    'A second strike is called at the Hollin works',
    0.07,
    'occurred',
    '2026-04-30',
    { archival: true },
  ],
  ['opportunity', 'Parliament passes the canal act at third reading', 0.91, 'occurred', '2026-03-27'],
  [
    'consequence',
    'More than 400 pupils are taught outside the Brackwater valley in the first week of term',
    0.125,
    'not_occurred',
    '2026-04-12',
    { forecaster: MODEL },
  ],
  ['opportunity', 'The lower bridge reopens to lorries', 0.64, 'not_occurred', '2026-05-31'],
];

export const items: TrackRecordItem[] = TOLD.map(
  ([kind, statement, probability, outcome, outcomeOn, change], i) => ({
    scenario: {
      id: `0198c0de-0000-7000-8000-00000000000${i}`,
      kind,
      term: i % 3 === 0 ? 'short' : 'medium',
      statement,
      premise: i === 3 ? 'no rain falls in the first half of May' : null,
      topic: { slug: 'lowland-waterways', title: 'Lowland waterways' },
      openedOn: '2026-03-02',
      deadline: '2026-06-30',
      zone: 'Europe/Brussels',
    },
    forecaster: DESK,
    probability,
    archival: false,
    leadDays:
      outcomeOn === null ? null : Math.round((Date.parse(outcomeOn) - Date.parse('2026-03-02')) / 86_400_000),
    outcome,
    outcomeOn,
    lateOn: null,
    brierScore:
      outcome === 'annulled' || outcome === null
        ? null
        : (probability - (outcome === 'occurred' ? 1 : 0)) ** 2,
    ...change,
  }),
);

const scored = items.filter((item) => item.brierScore !== null);

const CHOICES = {
  topics: [{ slug: 'lowland-waterways', title: 'Lowland waterways' }],
  forecasters: [DESK, MIRA, MODEL],
};
const REREADS = { read: 40, agreed: 37, share: 0.925, interval: { level: 0.9, low: 0.83, high: 0.97 } };

export const rolling: OverTime = {
  window: 50,
  by: 'forecast',
  points: [
    { on: '2026-03-27', n: 12, brierScore: 0.2, baseRate: 0.25, baseRateScore: 0.1875 },
    { on: '2026-05-19', n: 50, brierScore: 0.18, baseRate: 0.3, baseRateScore: 0.21 },
    { on: '2026-06-30', n: 50, brierScore: 0.15, baseRate: 0.4, baseRateScore: 0.24 },
  ],
};

export const group = (key: string, rows?: readonly Row[]): Group => ({
  key,
  title: key,
  report: report(rows),
});

export function front(change: Partial<FrontPageData> = {}): FrontPageData {
  return {
    page: 'front',
    site: SITE,
    query: {},
    ignored: [],
    report: report(),
    rereads: REREADS,
    overTime: rolling,
    groups: { kind: [group('risk'), group('opportunity')], term: [group('short', [[9, 20, 2]])] },
    worst: [...scored].sort((a, b) => b.brierScore! - a.brierScore!).slice(0, 5),
    best: [...scored].sort((a, b) => a.brierScore! - b.brierScore!).slice(0, 5),
    lately: scored,
    newest: items.slice(0, 2),
    choices: CHOICES,
    ...change,
  };
}

export function calibration(change: Partial<CalibrationPageData> = {}): CalibrationPageData {
  return {
    page: 'calibration',
    site: SITE,
    query: {},
    ignored: [],
    report: report(),
    rereads: REREADS,
    overTime: rolling,
    groups: { kind: [group('risk')], term: [group('short')] },
    choices: CHOICES,
    ...change,
  };
}

export function record(change: Partial<RecordPageData> = {}): RecordPageData {
  return {
    page: 'record',
    site: SITE,
    query: {},
    ignored: [],
    report: report(),
    list: { state: 'resolved', items, next: 'bmV4dA' },
    choices: CHOICES,
    ...change,
  };
}

export function forecast(change: Partial<Forecast> = {}): Forecast {
  return {
    id: 'forecast',
    forecaster: DESK,
    probability: 0.82,
    statedAt: '2026-03-02T09:15:00Z',
    recordedAt: '2026-03-02T09:15:04Z',
    archival: false,
    reconstructed: false,
    reconstruction: null,
    withdrawn: null,
    errata: [],
    loggedBy: 'Ines Varga',
    rationale: null,
    criteriaVersion: 1,
    ...change,
  };
}

export function resolution(change: Partial<Resolution> = {}): Resolution {
  return {
    id: 'resolution-1',
    scenarioId: '0198c0de-0000-7000-8000-000000000000',
    outcome: 'not_occurred',
    outcomeOn: '2026-06-30',
    outcomeAt: null,
    reason: 'The lock was closed for nine days at most.',
    basis: 'observed',
    annulment: null,
    duplicateOf: null,
    criteriaVersion: 2,
    evidence: ['event-2'],
    premiseEvidence: [],
    premise: 'held',
    edgeCase: null,
    noEdgeCase: null,
    shortfall: null,
    lateOn: null,
    daysLate: null,
    recordedAt: '2026-07-01T08:20:00Z',
    afterOutcomeKnown: false,
    onUnconfirmed: false,
    selfResolved: false,
    forecastsShown: false,
    rereads: [],
    inDoubt: null,
    referrals: [],
    resolvedBy: 'Ines Varga',
    superseded: false,
    supersedes: null,
    ...change,
  };
}

const SET: Testability = {
  ...{ testability: 'observable', confirmed: false, by: 'Tom Reed', note: null, criteriaVersion: 1 },
  recordedAt: '2026-03-02T09:15:04Z',
};
const CONFIRMED: Testability = {
  ...{ testability: 'observable', confirmed: true, by: 'Ines Varga', note: 'The notice is public.' },
  ...{ criteriaVersion: 1, recordedAt: '2026-03-05T08:00:00Z' },
};

const TOPIC = { slug: 'lowland-waterways', title: 'Lowland waterways' };
const LOGGED = {
  topic: TOPIC,
  recordedAt: '2026-04-24T08:00:00Z',
  publicAt: '2026-04-24T08:00:00Z',
  version: 1,
};

const EVIDENCE: Evidence[] = [
  {
    event: {
      id: 'event-1',
      headline: 'A cracked gate closes the Sallow Lock',
      summary:
        'The waterways office stopped all traffic at six in the morning after divers found a crack in the upper gate.',
      occurredOn: '2026-04-14',
      standing: 'confirmed',
      attribution: 'by the count of the waterways office',
      origins: 1,
      ...LOGGED,
      sources: [
        {
          outlet: 'Northmere Courier',
          publishedOn: '2026-04-14',
          url: 'https://courier.example/lock',
          quote: 'Nothing will pass before the divers are done.',
          origin: 'Waterways office, notice 41',
          retrievedOn: '2026-04-15',
          digest: 'c0ffee'.padEnd(64, '0'),
        },
        {
          ...{ outlet: 'Waterways office, notice 41', publishedOn: '2026-04-14', url: null, quote: null },
          ...{ origin: null, retrievedOn: null, digest: null },
        },
      ],
    },
    ...{ id: 'link-1', recordedAt: '2026-04-24T08:00:00Z', afterPublication: true },
    on: 'statement',
    bearing: 'supports',
    note: 'The first closure of the season.',
    quote: null,
  },
  {
    event: {
      id: 'event-2',
      headline: 'Barges pass the lock again after nine days',
      summary: null,
      occurredOn: '2026-04-23',
      standing: 'reported',
      attribution: null,
      origins: 1,
      ...LOGGED,
      sources: [
        {
          outlet: 'Lowland Radio',
          publishedOn: '2026-04-23',
          url: 'https://radio.example/lock-open',
          quote: null,
          ...{ origin: null, retrievedOn: null, digest: null },
        },
      ],
    },
    ...{ id: 'link-2', recordedAt: '2026-04-24T08:00:00Z', afterPublication: true },
    on: 'statement',
    bearing: 'undermines',
    note: null,
    quote: 'The first of thirty waiting barges went through shortly before noon.',
  },
];

function score(
  forecaster: Forecaster,
  vantage: Vantage,
  probability: number,
  brierScore: number,
  change: Partial<Score> = {},
): Score {
  return { forecaster, vantage, records: 'live', probability, brierScore, archival: false, ...change };
}

function overTime(
  forecaster: Forecaster,
  records: 'live' | 'all',
  [timeAveragedBrier, coverage, baselineScore, peerScore]: [number, number, number, number],
): ScoreOverTime {
  return { forecaster, records, timeAveragedBrier, coverage, baselineScore, peerScore };
}

function median(
  vantage: Vantage,
  records: 'live' | 'all',
  probability: number,
  brierScore: number,
  coverage: number | null = null,
): CrowdScore {
  return { vantage, records, forecasters: 2, probability, brierScore, coverage };
}

export function scenario(change: Partial<Scenario> = {}): Scenario {
  const criteria = {
    version: 2,
    text: 'The daily notice of the waterways office lists the Sallow Lock as closed to commercial traffic on eleven days in a row.',
    edgeCases: [
      { case: 'Closed at night only', counts: false },
      { case: 'Open for one convoy under escort', counts: true },
    ],
    change: 'clarified' as const,
    late: false,
    recordedAt: '2026-03-20T10:00:00Z',
  };
  return {
    id: '0198c0de-0000-7000-8000-000000000000',
    kind: 'risk',
    term: 'medium',
    statement: 'The Sallow Lock stays closed to barges for more than ten days in a row',
    premise: 'the spring inspection goes ahead',
    criteria,
    criteriaVersions: [
      {
        version: 1,
        text: 'The lock is closed for more than ten days.',
        edgeCases: [],
        change: 'initial',
        late: false,
        recordedAt: '2026-03-02T09:15:04Z',
      },
      criteria,
    ],
    editions: [],
    testability: 'observable',
    testabilities: [SET, CONFIRMED],
    testabilityConfirmed: CONFIRMED,
    premiseCriteria: null,
    premiseCriteriaVersions: [],
    premiseState: 'held',
    topic: TOPIC,
    briefingId: null,
    openedOn: '2026-03-02',
    deadline: '2026-06-30',
    zone: 'Europe/Brussels',
    state: 'resolved',
    outcome: 'not_occurred',
    outcomeOn: '2026-06-30',
    lateOn: null,
    recordedAt: '2026-03-02T09:15:04Z',
    publicAt: '2026-03-02T09:15:04Z',
    version: 1,
    overdue: false,
    dueSoon: false,
    links: [],
    deferrals: [],
    errata: [],
    forecasts: [
      forecast({
        rationale: 'The upper gate is older than its design life, and the spare has not been ordered.',
      }),
      forecast({
        forecaster: MIRA,
        probability: 0.4,
        statedAt: '2026-03-09T12:00:00Z',
        recordedAt: '2026-03-30T12:00:00Z',
        archival: true,
        loggedBy: 'Tom Reed',
        rationale: 'Past closures were shorter.',
      }),
      forecast({
        probability: 0.9,
        statedAt: '2026-04-15T07:00:00Z',
        recordedAt: '2026-04-15T07:00:01Z',
        rationale: 'The crack was found.',
      }),
      forecast({
        probability: 0.35,
        statedAt: '2026-04-24T07:00:00Z',
        recordedAt: '2026-04-24T07:00:01Z',
        errata: [
          {
            field: 'probability',
            criteriaVersion: null,
            was: '3.5 %',
            became: '35 %',
            proof: 'The briefing of that day says 35.',
            recordedAt: '2026-04-24T09:00:00Z',
          },
        ],
      }),
      forecast({
        forecaster: MIRA,
        probability: 0.12,
        statedAt: '2026-05-02T12:00:00Z',
        recordedAt: '2026-05-02T12:00:00Z',
        withdrawn: { recordedAt: '2026-05-20T12:00:00Z', reason: null },
      }),
    ],
    evidence: EVIDENCE,
    resolutions: [
      resolution({
        outcome: 'occurred',
        outcomeOn: '2026-04-25',
        evidence: ['event-1'],
        reason: 'Closed for eleven days by the count of one newspaper.',
        recordedAt: '2026-04-26T09:00:00Z',
      }),
      resolution({
        id: 'resolution-2',
        supersedes: 'resolution-1',
        shortfall: 'Nine days in a row, where eleven were needed.',
        lateOn: '2026-07-12',
      }),
    ],
    scores: [
      score(DESK, 'first', 0.82, 0.6724),
      score(DESK, 'last', 0.35, 0.1225),
      score(DESK, 'timeWeighted', 0.5636, 0.37571),
      score(MIRA, 'first', 0.12, 0.0144),
      score(MIRA, 'first', 0.4, 0.16, { records: 'all', archival: true }),
      score(MIRA, 'timeWeighted', 0.12, 0.0144),
      score(MIRA, 'timeWeighted', 0.33, 0.1236, { records: 'all', archival: true }),
    ],
    scoresOverTime: [
      overTime(DESK, 'live', [0.3741, 0.9965, -49.62, -4.51]),
      overTime(DESK, 'all', [0.3741, 0.9965, -49.62, -53.92]),
      overTime(MIRA, 'live', [0.0144, 0.1488, 12.14, 4.51]),
      overTime(MIRA, 'all', [0.1236, 0.5952, 23.88, 53.92]),
    ],
    crowd: [
      median('first', 'live', 0.47, 0.2209),
      median('first', 'all', 0.61, 0.3721),
      median('timeWeighted', 'live', 0.235, 0.0552, 0.1488),
      median('timeWeighted', 'all', 0.4945, 0.2728, 0.5952),
    ],
    ...change,
  };
}

export function prediction(change: Partial<PredictionPageData> = {}): PredictionPageData {
  return { page: 'prediction', site: SITE, today: '2026-08-01', scenario: scenario(), ...change };
}
