import { generateAtomFeed, generateJsonFeed } from 'feedsmith';
import type { FeedEntry } from './feed-entries.js';

/** One part of a feed, before it has a format. */
export interface FeedPart {
  title: string;
  subtitle: string;
  /** Without its ending: `/feeds/site`. */
  path: string;
  /** What it is narrowed to, as in its address. */
  filters: Readonly<Record<string, string>>;
  /** The page that tells the same to people. */
  page: string;
  entries: FeedEntry[];
  /** The cursor that gave this part; null for the newest. */
  cursor: string | null;
  next: string | null;
}

/** What a feed of nothing was last changed at: nothing has happened yet. */
const NEVER = '1970-01-01T00:00:00.000Z';

export const FORMATS = {
  atom: { type: 'application/atom+xml; charset=utf-8', write: atomFeed },
  json: { type: 'application/feed+json; charset=utf-8', write: jsonFeed },
} as const;
export type Format = keyof typeof FORMATS;

/** When the newest of its entries could first be seen. */
export const updatedAt = ({ entries }: FeedPart): string => entries[0]?.at ?? NEVER;

/** Source: RFC 4287; `next` as of RFC 5005. Without a public origin the addresses are relative, as it allows. */
export function atomFeed(part: FeedPart, origin: string | null): string {
  const link = (path: string) => (origin ?? '') + path;
  return generateAtomFeed({
    id: tagUri(addressOf(part), origin),
    title: { value: readable(part.title) },
    subtitle: { value: readable(part.subtitle) },
    updated: new Date(updatedAt(part)),
    authors: [{ name: 'Hindcast' }],
    links: [
      { rel: 'self', type: 'application/atom+xml', href: link(addressOf(part, 'atom', part.cursor)) },
      { rel: 'alternate', type: 'text/html', href: link(pageWith(part)) },
      ...(part.next ? [{ rel: 'next', href: link(addressOf(part, 'atom', part.next)) }] : []),
    ],
    entries: part.entries.map((entry) => ({
      id: `urn:uuid:${entry.id}`,
      title: { value: readable(entry.title) },
      published: new Date(entry.at),
      updated: new Date(entry.at),
      links: [{ rel: 'alternate', type: 'text/html', href: link(pageOf(entry)) }],
      categories: [{ term: readable(entry.topic) }],
      content: { type: 'text', value: readable(entry.paragraphs.join('\n\n')) },
    })),
  });
}

/** Source: JSON Feed 1.1. */
export function jsonFeed(part: FeedPart, origin: string | null): string {
  const link = (path: string) => (origin ?? '') + path;
  const feed = generateJsonFeed({
    title: readable(part.title),
    description: readable(part.subtitle),
    home_page_url: link(pageWith(part)),
    feed_url: link(addressOf(part, 'json', part.cursor)),
    ...(part.next && { next_url: link(addressOf(part, 'json', part.next)) }),
    items: part.entries.map((entry) => ({
      id: `urn:uuid:${entry.id}`,
      url: link(pageOf(entry)),
      title: readable(entry.title),
      content_text: readable(entry.paragraphs.join('\n\n')),
      date_published: new Date(entry.at),
      date_modified: new Date(entry.at),
      tags: [readable(entry.topic)],
    })),
  });
  // The library leaves an empty list out; a JSON Feed must have it.
  return JSON.stringify({ items: [], ...(feed as object) });
}

/** Without a format it names the feed, whatever its format and part. */
function addressOf({ path, filters }: FeedPart, format?: Format, cursor: string | null = null): string {
  const query = new URLSearchParams({ ...filters, ...(cursor !== null && { cursor }) }).toString();
  return `${path}${format ? `.${format}` : ''}${query && `?${query}`}`;
}

const pageWith = ({ page, filters }: FeedPart): string => {
  const query = new URLSearchParams(filters).toString();
  return `${page}${query && `?${query}`}`;
};

const pageOf = ({ scenarioId }: FeedEntry): string => `/scenarios/${scenarioId}`;

/** Source: RFC 4151. */
const tagUri = (path: string, origin: string | null): string =>
  `tag:${origin === null ? 'hindcast.invalid' : new URL(origin).hostname},2026:${path.slice(1)}`;

/** Characters that XML 1.0 cannot hold at all are left out, in either format. */
const readable = (text: string): string =>
  // eslint-disable-next-line no-control-regex -- control characters are what this looks for
  text.replace(/[\x00-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]|\p{Surrogate}/gu, '');
