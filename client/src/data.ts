/** What the pages are given: the JSON of the API, and nothing else. Days are `YYYY-MM-DD`, instants ISO-8601 UTC. */

export type Kind = 'risk' | 'opportunity' | 'consequence';
export type Term = 'short' | 'medium' | 'long';
export type Vantage = 'first' | 'last' | 'timeWeighted';
export type Outcome = 'occurred' | 'not_occurred' | 'annulled';
export type Annulment = 'premise_false' | 'ambiguous' | 'duplicate' | 'unverifiable';
export type Basis = 'observed' | 'judged' | 'absence' | 'imported';
export type Standing = 'reported' | 'confirmed' | 'disputed' | 'retracted';
export type Bearing = 'supports' | 'undermines' | 'settles';

export interface Titled {
  slug: string;
  title: string;
}
export interface Named {
  slug: string;
  name: string;
}

// ---------------------------------------------------------------- report

export interface Interval {
  level: number;
  low: number;
  high: number;
}
export interface Bin {
  from: number;
  to: number;
  n: number;
  occurred: number;
  meanForecast: number | null;
  observed: number | null;
  interval: Interval | null;
}
export interface CorpBlock {
  from: number;
  to: number;
  n: number;
  occurred: number;
  observed: number;
}
export interface BandPoint {
  forecast: number;
  low: number;
  high: number;
}
export interface Selection {
  topic?: string | null;
  kind?: Kind | null;
  term?: Term | null;
  forecaster?: string | null;
  from?: string | null;
  to?: string | null;
  vantage?: Vantage | null;
  records?: 'live' | 'all' | null;
  testability?: string | null;
  text: string;
}
export interface MeanAndTail {
  mean: number;
  p95: number;
}
export interface Report {
  selection: Selection;
  n: number;
  occurred: number;
  baseRate: number | null;
  scenarios: number;
  open: number;
  overdue: number;
  annulled: number;
  withdrawn: number;
  judged: number;
  selfResolved: number;
  resolvedEarly: number;
  undated: number;
  expectedOccurred: { sum: number; low: number | null; high: number | null } | null;
  brierScore: number | null;
  brierSkillScore: number | null;
  logScore: number | null;
  certainMisses: number | null;
  sphericalScore: number | null;
  sharpness: number | null;
  auc: number | null;
  bounds: { best: number | null; worst: number | null } | null;
  murphy: {
    reliability: number | null;
    resolutionComponent: number | null;
    uncertainty: number | null;
  } | null;
  corp: {
    miscalibration: number | null;
    discrimination: number | null;
    uncertainty: number | null;
    curve: CorpBlock[];
  } | null;
  expectedUnderCalibration: {
    miscalibration: MeanAndTail | null;
    calibrationError: MeanAndTail | null;
  } | null;
  calibrationError: number | null;
  bins: Bin[];
  consistencyBand: { level: number; points: BandPoint[] } | null;
  spiegelhalter: { z: number | null; pValue: number | null } | null;
  recalibration: { intercept: number | null; slope: number | null } | null;
  leadTime: { fromDays: number; toDays: number | null; n: number; brierScore: number | null }[];
  terms: { term: Term; n: number; late: number; early: number }[];
  verdict: {
    status:
      | 'insufficient'
      | 'calibrated'
      | 'overconfident'
      | 'underconfident'
      | 'biasedHigh'
      | 'biasedLow'
      | null;
    provisional: boolean;
    text: string;
  };
  undefined: Record<string, string>;
}

// ---------------------------------------------------------------- lists

/** One counted forecast (or, while open, the forecast that stands) with what became of it. */
export interface TrackRecordItem {
  scenario: {
    id: string;
    kind: Kind;
    term: Term;
    statement: string;
    premise: string | null;
    topic: Titled;
    openedOn: string;
    deadline: string;
    zone: string;
  };
  forecaster: Named;
  probability: number | null;
  statedAt: string | null;
  archival: boolean;
  /** null while nobody has judged it */
  outcome: Outcome | null;
  outcomeOn: string | null;
  annulment: Annulment | null;
  /** the day it happened after all, where it came after the deadline */
  lateOn: string | null;
  brierScore: number | null;
}

// ---------------------------------------------------------------- scenario

export interface EdgeCase {
  case: string;
  answer: string | null;
}
export interface Criteria {
  version: number;
  text: string;
  edgeCases: EdgeCase[];
}
export interface CriteriaVersion extends Criteria {
  change: 'clarified' | 'changed' | null;
  recordedAt: string;
  by: string | null;
}
export interface Forecast {
  id?: string;
  forecaster: Named;
  probability: number;
  statedAt: string;
  recordedAt: string;
  archival: boolean;
  reconstructed?: boolean;
  /** the instant it was withdrawn, where it was */
  withdrawnAt?: string | null;
  /** the slip that an erratum corrected: the number as it first stood, and the proof */
  erratum?: { was: string; reason: string; recordedAt: string } | null;
  loggedBy: string | null;
  rationale: string | null;
  criteriaVersion: number | null;
}
export interface Source {
  outlet: string;
  publishedOn: string | null;
  url: string | null;
  quote: string | null;
}
export interface Evidence {
  event: {
    id: string;
    headline: string;
    summary: string | null;
    occurredOn: string;
    standing: Standing;
    sources: Source[];
  };
  bearing: Bearing;
  note: string | null;
  quote: string | null;
}
export interface Resolution {
  id: string;
  outcome: Outcome | 'reopened';
  outcomeOn: string | null;
  outcomeAt: string | null;
  reason: string | null;
  basis: Basis | null;
  annulment: Annulment | null;
  duplicateOf: string | null;
  criteriaVersion: number | null;
  /** ids of the events it rests on */
  evidence: string[];
  shortfall: string | null;
  lateOn: string | null;
  recordedAt: string;
  by: string | null;
  /** the resolution that this one corrects */
  supersedes: string | null;
}
export interface Score {
  forecaster: Named;
  vantage: Vantage;
  probability: number | null;
  brierScore: number | null;
  counted: boolean;
  /** why it is not counted, in words */
  reason: string | null;
}
export interface Scenario {
  id: string;
  kind: Kind;
  term: Term;
  statement: string;
  premise: string | null;
  criteria: Criteria | null;
  /** all versions, oldest first; the last is `criteria` */
  criteriaVersions?: CriteriaVersion[];
  testability: 'observable' | 'judged' | 'untested';
  topic: Titled;
  briefingId: string | null;
  openedOn: string;
  deadline: string;
  zone: string;
  state: 'draft' | 'open' | 'resolved' | 'annulled';
  deferral?: { until: string; reason: string } | null;
  forecasts: Forecast[];
  evidence: Evidence[];
  /** oldest first; the last one stands */
  resolutions: Resolution[];
  scores: Score[];
}

// ---------------------------------------------------------------- pages

/** What every page knows about the house it belongs to. */
export interface Site {
  name: string;
  /** one line of what it is */
  line: string;
  /** the example desk: everything on it is invented */
  example: boolean;
  /** public origin for canonical links, such as `https://example.org`; null leaves them out */
  origin: string | null;
}

export type ListState = 'resolved' | 'open' | 'overdue' | 'annulled';

/** The filters of the front page as they stand in its address. */
export interface FrontQuery {
  topic?: string;
  kind?: Kind;
  term?: Term;
  forecaster?: string;
  from?: string;
  to?: string;
  vantage?: Vantage;
  records?: 'live' | 'all';
  state?: ListState;
  cursor?: string;
}

export interface FrontPageData {
  page: 'front';
  site: Site;
  query: FrontQuery;
  report: Report;
  list: { state: ListState; items: TrackRecordItem[]; next: string | null };
  /** furthest from and nearest to what happened, at most five each */
  worst: TrackRecordItem[];
  best: TrackRecordItem[];
  choices: { topics: Titled[]; forecasters: Named[] };
}

export interface PredictionPageData {
  page: 'prediction';
  site: Site;
  /** the day of today in the scenario's zone */
  today: string;
  scenario: Scenario;
}

export interface MethodPageData {
  page: 'method';
  site: Site;
}

export interface NotFoundPageData {
  page: 'notFound';
  site: Site;
}

export type PageData = FrontPageData | PredictionPageData | MethodPageData | NotFoundPageData;
