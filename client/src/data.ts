/** What the pages are given: the JSON of the API, and nothing else. Days are `YYYY-MM-DD`, instants ISO-8601 UTC. */

export type * from './report.js';

export type Kind = 'risk' | 'opportunity' | 'consequence';
export type Term = 'short' | 'medium' | 'long';
export type Vantage = 'first' | 'last' | 'timeWeighted';
export type Outcome = 'occurred' | 'not_occurred' | 'annulled';
export type Annulment = 'premise_false' | 'ambiguous' | 'duplicate' | 'unverifiable';
export type Basis = 'observed' | 'judged' | 'absence' | 'imported';
export type Standing = 'reported' | 'confirmed' | 'disputed' | 'retracted';
export type Doubt = 'event_retracted' | 'event_redated' | 'reread_disagreed';
export type Bearing = 'supports' | 'undermines' | 'settles';

export interface Titled {
  slug: string;
  title: string;
}
export interface Named {
  slug: string;
  name: string;
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
  /** null for a person whose track record is not public, and in the lists of what is not scored */
  forecaster: Named | null;
  probability: number | null;
  archival: boolean;
  /** days from the forecast to the outcome */
  leadDays: number | null;
  /** null while nobody has judged it */
  outcome: Outcome | null;
  outcomeOn: string | null;
  /** the day it happened after all, where it came after the deadline */
  lateOn: string | null;
  brierScore: number | null;
}

// ---------------------------------------------------------------- scenario

export interface Criteria {
  version: number;
  text: string;
  edgeCases: { case: string; counts: boolean }[];
  change: 'initial' | 'clarified' | 'changed';
  /** added after the deadline, or after an event that may settle it */
  late: boolean;
  recordedAt: string;
}
/** Who said how it can be judged. */
export interface Testability {
  testability: 'observable' | 'judged' | 'untested';
  /** by an editor */
  confirmed: boolean;
  by: string;
  note: string | null;
  criteriaVersion: number | null;
  recordedAt: string;
}

/** What one later edition of the story says of a scenario. */
export interface Edition {
  briefingId: string;
  version: number;
  headline: string;
  edition: string | null;
  publishedOn: string;
  /** changed: another took its place; dropped: it stays open */
  standing: 'unchanged' | 'revised' | 'clarified' | 'changed' | 'dropped' | 'new';
  /** as the edition words it, where that is otherwise */
  statement: string | null;
  /** why it was dropped; null where nobody has said */
  why: string | null;
  successor: string | null;
  replaces: string | null;
}
/** A slip that was corrected: what first stood there, and the proof. */
export interface Erratum {
  field: string;
  was: string | null;
  became: string | null;
  proof: string;
  recordedAt: string;
}
export interface Forecast {
  id: string;
  forecaster: Named;
  probability: number;
  statedAt: string;
  recordedAt: string;
  archival: boolean;
  /** a number put to words afterwards: shown, never scored */
  reconstructed: boolean;
  reconstruction: { words: string; quote: string | null; converter: string } | null;
  withdrawn: { recordedAt: string; reason: string | null } | null;
  errata: Erratum[];
  loggedBy: string | null;
  rationale: string | null;
  criteriaVersion: number | null;
}
export interface Source {
  outlet: string;
  publishedOn: string | null;
  url: string | null;
  quote: string | null;
  /** the wire or first outlet that it runs */
  origin: string | null;
  retrievedOn: string | null;
  /** SHA-256 of the text that the desk keeps */
  digest: string | null;
}
export interface Evidence {
  event: {
    id: string;
    headline: string;
    summary: string | null;
    occurredOn: string;
    standing: Standing;
    /** on whose word its figures rest */
    attribution: string | null;
    sources: Source[];
    /** independent ones: outlets that run one wire are one */
    origins: number;
  };
  on: 'statement' | 'premise';
  bearing: Bearing;
  note: string | null;
  quote: string | null;
}
export interface Resolution {
  id: string;
  outcome: Outcome | 'reopened';
  outcomeOn: string | null;
  outcomeAt: string | null;
  reason: string;
  basis: Basis | null;
  annulment: Annulment | null;
  duplicateOf: string | null;
  criteriaVersion: number | null;
  /** ids of the events it rests on */
  evidence: string[];
  premiseEvidence: string[];
  premise: 'held' | 'failed' | null;
  /** the row of the edge cases that decided, from 1 */
  edgeCase: number | null;
  /** why no row fits */
  noEdgeCase: string | null;
  shortfall: string | null;
  lateOn: string | null;
  /** annulled after the outcome was known */
  afterOutcomeKnown: boolean;
  /** rests on an event that was not confirmed */
  onUnconfirmed: boolean;
  /** by an account that had logged a forecast on it */
  selfResolved: boolean;
  /** whether the forecasts were shown before the outcome was chosen; null where that is not known */
  forecastsShown: boolean | null;
  /** what others found who judged it again without knowing it, oldest first */
  rereads: { outcome: Outcome; agreed: boolean; recordedAt: string }[];
  /** why it is back in the queue: its evidence no longer holds, or a reread disagreed */
  inDoubt: Doubt | null;
  referrals: {
    cause: 'event_retracted' | 'event_redated' | 'event_restored' | 'date_restored';
    recordedAt: string;
  }[];
  recordedAt: string;
  /** the account that judged */
  resolvedBy: string;
  /** the resolution that this one corrects */
  supersedes: string | null;
}
/** What counts for one forecaster at one vantage; `all` only where archival forecasts change it. */
export interface Score {
  forecaster: Named;
  vantage: Vantage;
  records: 'live' | 'all';
  probability: number;
  brierScore: number | null;
  archival: boolean;
}
/** How a forecaster did for as long as a forecast stood; null where there is nothing to score. */
export interface ScoreOverTime {
  forecaster: Named;
  records: 'live' | 'all';
  timeAveragedBrier: number | null;
  /** share of the time in which one stood, 0..1 */
  coverage: number | null;
  baselineScore: number | null;
  /** null with one forecaster */
  peerScore: number | null;
}
/** The crowd's median at a vantage, of two forecasters or more. */
export interface CrowdScore {
  vantage: Vantage;
  records: 'live' | 'all';
  forecasters: number;
  probability: number;
  brierScore: number | null;
  /** for timeWeighted, the share of the time in which two or more stood */
  coverage: number | null;
}
/** Another prediction, and what it has to do with this one. */
export interface ScenarioLink {
  id: string;
  relation: 'excludes' | 'implies' | 'overlaps' | 'leadsTo' | 'duplicateOf';
  /** outgoing: this prediction does it to the other; both: it is the same from either side */
  direction: 'outgoing' | 'incoming' | 'both';
  scenario: { id: string; statement: string; state: Scenario['state'] };
  note: string | null;
  /** null where the relation bounds no probability */
  incoherence: { notCompared: { message: string } | null; warnings: { message: string }[] } | null;
}
export interface Scenario {
  id: string;
  kind: Kind;
  term: Term;
  statement: string;
  premise: string | null;
  criteria: Criteria | null;
  /** all versions, oldest first; the last is `criteria` */
  criteriaVersions: Criteria[];
  /** later editions of its story, the earliest first */
  editions: Edition[];
  testability: 'observable' | 'judged' | 'untested';
  /** oldest first */
  testabilities: Testability[];
  /** null where no editor has confirmed the latest */
  testabilityConfirmed: Testability | null;
  premiseCriteria: Criteria | null;
  premiseCriteriaVersions: Criteria[];
  /** null without a premise */
  premiseState: 'held' | 'failed' | 'undetermined' | null;
  topic: Titled;
  briefingId: string | null;
  openedOn: string;
  deadline: string;
  zone: string;
  state: 'draft' | 'open' | 'resolved' | 'annulled';
  /** open, and its deadline has passed */
  overdue: boolean;
  /** open, and its deadline is at most seven days off */
  dueSoon: boolean;
  links: ScenarioLink[];
  /** oldest first */
  deferrals: { until: string; reason: string }[];
  errata: Erratum[];
  forecasts: Forecast[];
  evidence: Evidence[];
  /** oldest first; the last one stands */
  resolutions: Resolution[];
  scores: Score[];
  scoresOverTime: ScoreOverTime[];
  /** empty where fewer than two forecast */
  crowd: CrowdScore[];
}
