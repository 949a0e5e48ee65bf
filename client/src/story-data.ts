/** What the server hands to the pages of stories: topics, briefings, events, forecasters, and how the house resolves. */
import type {
  Annulment,
  Bearing,
  Erratum,
  Kind,
  Named,
  Outcome,
  Report,
  Scenario,
  Source,
  Standing,
  Term,
  Titled,
  TrackRecordItem,
} from './data.js';
import type { Agreement, Site } from './page-data.js';

/** A part of a list, and whether it is the first. */
export interface Part<T> {
  items: T[];
  next: string | null;
  isFirst: boolean;
}

/** What one forecaster says: in the beginning, and now. */
export interface Said {
  /** null where it is settled, and the person keeps the track record private */
  forecaster: Named | null;
  first: number;
  /** null where it was withdrawn, or ended by a change of the question */
  now: number | null;
  /** written down later than it was said */
  archival: boolean;
}

/** A scenario with where it stands now. */
export interface StoryScenario {
  id: string;
  kind: Kind;
  term: Term;
  statement: string;
  premise: string | null;
  topic: Titled;
  deadline: string;
  state: Scenario['state'];
  overdue: boolean;
  dueSoon: boolean;
  /** to the deadline in its zone; negative once it has passed */
  daysLeft: number;
  outcome: Outcome | null;
  outcomeOn: string | null;
  lateOn: string | null;
  /** of those on record first; `others` more have spoken */
  said: Said[];
  others: number;
  /** of all that stand; null of fewer than two */
  median: number | null;
}

export interface BriefingItem {
  id: string;
  topic: Titled;
  headline: string;
  standfirst: string | null;
  publishedOn: string;
}

export interface EventItem {
  id: string;
  topic: Titled;
  headline: string;
  occurredOn: string;
  standing: Standing;
}

export interface TopicItem extends Titled {
  open: number;
  overdue: number;
  annulled: number;
  /** resolved, with a forecast that counts */
  resolved: number;
  /** its latest briefing or event */
  latest: { what: 'briefing' | 'event'; id: string; headline: string; on: string } | null;
}

export interface TopicsPageData {
  page: 'topics';
  site: Site;
  list: Part<TopicItem>;
}

export interface TopicPageData {
  page: 'topic';
  site: Site;
  topic: Titled & { zone: string; terms: Record<Term, number> };
  report: Report;
  /** overdue ones first, then by deadline */
  open: Part<StoryScenario>;
  /** the latest outcome first */
  resolved: Part<StoryScenario>;
  briefings: Part<BriefingItem>;
  events: Part<EventItem>;
}

export interface BriefingsPageData {
  page: 'briefings';
  site: Site;
  /** null: of all topics */
  topic: Titled | null;
  /** words that they hold */
  q: string | null;
  topics: Titled[];
  list: Part<BriefingItem>;
}

export interface BriefingPageData {
  page: 'briefing';
  site: Site;
  briefing: BriefingItem & {
    category: string | null;
    status: string | null;
    takeaway: string | null;
    /** in which it was first reported */
    edition: string | null;
    sections: { heading: string | null; body: string }[];
    /** asOf: the latest day that it recounts */
    perspectives: { actor: string; body: string; asOf: string | null }[];
    sources: { outlet: string; publishedOn: string | null; url: string | null }[];
    versions: { version: number; recordedAt: string }[];
    errata: Erratum[];
    recordedAt: string;
  };
  scenarios: StoryScenario[];
  follows: BriefingItem | null;
  followedBy: BriefingItem[];
}

export interface EventsPageData {
  page: 'events';
  site: Site;
  topic: Titled | null;
  standing: Standing | null;
  topics: Titled[];
  list: Part<EventItem>;
}

export interface EventPageData {
  page: 'event';
  site: Site;
  event: EventItem & {
    summary: string | null;
    attribution: string | null;
    recordedAt: string;
    sources: Source[];
    origins: number;
    /** on what its sources differ */
    conflicts: { about: string; accounts: { outlet: string; value: string }[] }[];
    /** oldest first; the last one stands */
    standings: { standing: Standing; reason: string | null; by: string; recordedAt: string }[];
    errata: Erratum[];
  };
  bearings: Part<{
    scenario: StoryScenario;
    on: 'statement' | 'premise';
    bearing: Bearing;
    note: string | null;
    quote: string | null;
  }>;
}

export type ForecasterKind = 'person' | 'desk' | 'model';

export interface ForecasterItem extends Named {
  kind: ForecasterKind;
  n: number;
  open: number;
  brierScore: number | null;
}

export interface ForecastersPageData {
  page: 'forecasters';
  site: Site;
  list: Part<ForecasterItem>;
}

export interface ForecasterPageData {
  page: 'forecaster';
  site: Site;
  forecaster: Named & { kind: ForecasterKind };
  /** null for a person who keeps the track record private */
  record: {
    report: Report;
    worst: TrackRecordItem[];
    best: TrackRecordItem[];
    resolved: Part<TrackRecordItem>;
    open: Part<StoryScenario>;
    annulled: Part<StoryScenario>;
  } | null;
}

/** A practice of judging that an example shows. */
export type Practice =
  | 'observed'
  | 'judged'
  | 'absence'
  | 'hidden'
  | 'shown'
  | 'unconfirmed'
  | 'selfResolved'
  | 'early'
  | 'late'
  | 'correction'
  | 'reread'
  | 'deferral'
  | 'archival'
  | 'erratum'
  | Annulment;

export interface HousePageData {
  page: 'house';
  site: Site;
  /** forecasts scored, and scenarios overdue, of all */
  counts: { n: number; overdue: number; annulled: number };
  annulled: Record<Annulment, number>;
  corrections: number;
  rereads: Agreement;
  examples: Partial<Record<Practice, { id: string; statement: string }>>;
  events: Partial<Record<'disputed' | 'retracted', EventItem>>;
}

export type StoryPageData =
  | TopicsPageData
  | TopicPageData
  | BriefingsPageData
  | BriefingPageData
  | EventsPageData
  | EventPageData
  | ForecastersPageData
  | ForecasterPageData
  | HousePageData;
