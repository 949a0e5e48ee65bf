/** What the server hands to each page. */
import type {
  Group,
  Kind,
  Named,
  OverTime,
  Report,
  Scenario,
  Term,
  Testability,
  Titled,
  TrackRecordItem,
  Vantage,
} from './data.js';
import type { StoryPageData } from './story-data.js';

/** What every page knows about the house it belongs to. */
export interface Site {
  name: string;
  /** one line of what it is */
  line: string;
  /** where to write to; null where nothing is said */
  contact: string | null;
  /** the example desk: everything on it is invented */
  example: boolean;
  /** public origin for canonical links, such as `https://example.org`; null leaves them out */
  origin: string | null;
}

export type ListState = 'resolved' | 'open' | 'overdue' | 'annulled';
export type Sort = 'recent' | 'worst' | 'best';
export type Grouping = 'forecaster' | 'topic' | 'kind' | 'term' | 'month';

/** The filters of a report as they stand in the address of a page. */
export interface Filters {
  topic?: string;
  kind?: Kind;
  term?: Term;
  forecaster?: string;
  from?: string;
  to?: string;
  vantage?: Vantage;
  records?: 'live' | 'all';
  testability?: Testability['testability'];
}

/**
 * What the list of resolved predictions can be narrowed to: a mark, those without a forecast that counts, or the forecasts
 * that a changed question ended.
 */
export type Only =
  'occurred' | 'judged' | 'selfResolved' | 'early' | 'late' | 'undated' | 'unscored' | 'ended';

/** All that the addresses of the record's pages may say; each page reads its own part. */
export interface RecordQuery extends Filters {
  groupBy?: Grouping;
  state?: ListState;
  /** words that the statement holds */
  q?: string;
  sort?: Sort;
  /** one tenth of the diagram, such as `70-80` */
  bin?: string;
  only?: Only;
  cursor?: string;
}

/** A part of the address that the page did not follow. */
export interface Ignored {
  name: string;
  value: string;
  /** a sentence's end: “is no day” */
  why: string;
}

/** What a page says of its address, and what its form offers. */
export interface Asked {
  query: RecordQuery;
  ignored: Ignored[];
  choices: { topics: Titled[]; forecasters: Named[] };
}

/** How often those who judged again, not knowing the outcome, came to the same. */
export interface Agreement {
  read: number;
  agreed: number;
  /** null where nothing was read, as are the bounds */
  share: number | null;
  interval: { level: number; low: number | null; high: number | null };
}

export interface FrontPageData extends Asked {
  page: 'front';
  site: Site;
  report: Report;
  /** of the selection, whoever forecast it */
  rereads: Agreement;
  overTime: OverTime;
  groups: Record<'kind' | 'term', Group[]>;
  /** furthest from and nearest to what happened, at most five each */
  worst: TrackRecordItem[];
  best: TrackRecordItem[];
  /** resolved last, and opened last */
  lately: TrackRecordItem[];
  newest: TrackRecordItem[];
}

export interface CalibrationPageData extends Asked {
  page: 'calibration';
  site: Site;
  report: Report;
  rereads: Agreement;
  overTime: OverTime;
  /** by what was asked for, or by kind and by term */
  groups: Partial<Record<Grouping, Group[]>>;
}

export interface RecordPageData extends Asked {
  page: 'record';
  site: Site;
  /** its counts stand at the top */
  report: Report;
  list: { state: ListState; items: TrackRecordItem[]; next: string | null };
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
  /** one counted prediction and the record that it is part of; null while nothing is scored */
  example: { item: TrackRecordItem; report: Report } | null;
}

export interface NotFoundPageData {
  page: 'notFound';
  site: Site;
}

/** A fault of ours. */
export interface FaultPageData {
  page: 'fault';
  site: Site;
  /** under which it is on record */
  requestId: string;
}

export type PageData =
  | FrontPageData
  | RecordPageData
  | CalibrationPageData
  | PredictionPageData
  | MethodPageData
  | NotFoundPageData
  | FaultPageData
  | StoryPageData;
