import type { Day } from '../days.js';
import type { Standing } from '../events/event.entity.js';
import type { Bearing } from '../evidence/evidence.entity.js';
import type { ForecastFact } from '../forecasts/counting.js';
import type { Annulment } from '../resolutions/resolution.entity.js';
import type { Kind, Testability } from '../scenarios/kinds.js';
import type { Basis } from '../scenarios/scenario.entity.js';
import type { Term } from '../topics/terms.js';
import type { Filters } from './filters.js';

/** The name and version of the form in which a record leaves the house. */
export const RECORD_FORMAT = 'hindcast-record/1';

/** The filters that say which scenarios a record holds; the others choose among their forecasts. */
export type RecordFilters = Pick<Filters, 'topic' | 'kind' | 'term' | 'testability'>;

/** What is said of a record before its scenarios. */
export interface RecordHead {
  format: typeof RECORD_FORMAT;
  /** Whose record it is. */
  desk: string;
  /** The example desk: everything in it is invented. */
  example: boolean;
  /** The instant of which it is, ISO-8601 UTC. */
  asOf: string;
  /** Counts the changes of what the public may see. */
  version: number;
  filters: RecordFilters;
}

/** All that anyone may see of scenarios, and all that a report of them takes. */
export interface PublicRecord extends RecordHead {
  scenarios: RecordScenario[];
  topics: { slug: string; title: string }[];
  /** Who forecast; `public`: their own track record may be asked for. */
  forecasters: { slug: string; name: string; public: boolean }[];
}

/** A public scenario: what was said, what became of it, and what that rests on. */
export interface RecordScenario {
  id: string;
  /** Slugs of a topic and, below, of a forecaster. */
  topic: string;
  kind: Kind;
  term: Term;
  testability: Testability;
  statement: string;
  premise: string | null;
  criteria: { version: number; text: string; edgeCases: { case: string; counts: boolean }[] } | null;
  /** Forecasts under an earlier version of the criteria do not count. */
  sinceCriteria: number;
  openedOn: Day;
  deadline: Day;
  /** The instant at which the deadline has passed in `zone`. */
  closesAt: string;
  zone: string;
  state: 'open' | 'resolved' | 'annulled';
  outcome: 'occurred' | 'not_occurred' | 'annulled' | null;
  outcomeOn: Day | null;
  outcomeAt: string | null;
  lateOn: Day | null;
  basis: Basis | null;
  annulment: Annulment | null;
  reason: string | null;
  selfResolved: boolean;
  onUnconfirmed: boolean;
  /** In the order of record. */
  forecasts: RecordForecast[];
  evidence: RecordEvidence[];
}

/** A forecast with its errata applied; its place in the list is its place in the order of record. */
export interface RecordForecast extends Omit<ForecastFact, 'seq'> {
  forecaster: string;
}

export interface RecordEvidence {
  headline: string;
  occurredOn: Day;
  standing: Standing;
  bearing: Bearing;
  /** `digest`: SHA-256 of the text or file that the desk holds, hex. */
  sources: { outlet: string; publishedOn: Day | null; url: string | null; digest: string | null }[];
}
