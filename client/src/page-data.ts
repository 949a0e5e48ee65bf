/** What the server hands to each page. */
import type { Kind, Named, Report, Scenario, Term, Titled, TrackRecordItem, Vantage } from './data.js';

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
  /** one tenth of the diagram, such as `70-80` */
  bin?: string;
  cursor?: string;
}

/** How often those who judged again, not knowing the outcome, came to the same. */
export interface Agreement {
  read: number;
  agreed: number;
  /** null where nothing was read, as are the bounds */
  share: number | null;
  interval: { level: number; low: number | null; high: number | null };
}

export interface FrontPageData {
  page: 'front';
  site: Site;
  query: FrontQuery;
  report: Report;
  /** of the selection, whoever forecast it */
  rereads: Agreement;
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
