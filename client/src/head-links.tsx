import { addressOf, dataLink, filtersOf } from './links.js';
import type { RecordQuery } from './page-data.js';
import type { PageData } from './page-data.js';

export interface HeadLinksProps {
  title: string;
  description: string;
  /** Canonical path; null for pages that have none. */
  path: string | null;
  data: PageData;
}

const CARD = { width: 1200, height: 630 } as const;

/** What programs read of a page: how it is called, its card, its feeds, its data. All of it follows from its address. */
export function HeadLinks({ title, description, path, data }: HeadLinksProps) {
  if (path === null) return null;
  const { name, origin } = data.site;
  const card = cardOf(path);
  const query = 'query' in data ? data.query : {};
  const feed = (format: string) => addressOf(`${feedOf(path)}.${format}`, filtersOf(query));
  const table = dataOf(path, query);
  return (
    <>
      {origin && <link rel="canonical" href={origin + path} />}
      <meta property="og:site_name" content={name} />
      <meta property="og:title" content={title} />
      <meta property="og:description" content={description} />
      <meta property="og:type" content={path.startsWith('/scenarios/') ? 'article' : 'website'} />
      {origin && <meta property="og:url" content={origin + path} />}
      {origin && <meta property="og:image" content={origin + card} />}
      {origin && <meta property="og:image:width" content={String(CARD.width)} />}
      {origin && <meta property="og:image:height" content={String(CARD.height)} />}
      {origin && <meta property="og:image:alt" content={title} />}
      <meta name="twitter:card" content={origin ? 'summary_large_image' : 'summary'} />
      <link rel="alternate" type="application/atom+xml" title={`${name}: new`} href={feed('atom')} />
      <link rel="alternate" type="application/feed+json" title={`${name}: new`} href={feed('json')} />
      {table && <link rel="alternate" type="text/csv" title="The data of this page" href={table} />}
    </>
  );
}

/** @example cardOf('/topics/harbour-strike') // => '/pictures/card/topics/harbour-strike.png' */
export const cardOf = (path: string): string =>
  /^\/(scenarios|forecasters|topics)\/[\w-]+$/.test(path)
    ? `/pictures/card${path}.png`
    : '/pictures/card/front.png';

/** Without its ending. @example feedOf('/topics/harbour-strike') // => '/feeds/topics/harbour-strike' */
export const feedOf = (path: string): string =>
  /^\/(forecasters|topics)\/[\w-]+$/.test(path) ? `/feeds${path}` : '/feeds/site';

/** The address of what a page counts, as a table; null for pages that count nothing. */
export function dataOf(path: string, query: RecordQuery): string | null {
  const [, room, slug] = /^\/(forecasters|topics)\/([\w-]+)$/.exec(path) ?? [];
  if (room && slug) return `/record.csv?${room.slice(0, -1)}=${slug}`;
  if (path === '/record') return dataLink(query, 'csv');
  if (path === '/calibration') return addressOf(`${path}.csv`, filtersOf(query));
  return path === '/' ? addressOf('/record.csv', filtersOf(query)) : null;
}
