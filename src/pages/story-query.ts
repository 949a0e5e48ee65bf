import type { PageQuery } from '../http/paging.js';
import { STANDINGS, type Standing } from '../events/event.entity.js';

/** A query as it stands in an address. A page is for people: what makes no sense there is left out. */
export type RawQuery = Record<string, unknown>;

/** A page holds several lists, so each stays short. */
export const PART = 10;
/** A page that is one list. */
export const LIST = 25;
/** So many topics can be chosen from in a form; all of them are at `/topics`. */
export const CHOICES = 100;

/** Where a list goes on: each list of a page has its own name in the address. */
export function partOf(raw: RawQuery, name: string, limit: number): PageQuery {
  const cursor = textOf(raw, name, 500);
  return { limit, ...(cursor !== undefined && { cursor }) };
}

export const slugIn = (raw: RawQuery): string | undefined => textOf(raw, 'topic', 64);

export const wordsIn = (raw: RawQuery): string | undefined => textOf(raw, 'q', 200);

export const standingIn = (raw: RawQuery): Standing | undefined =>
  STANDINGS.find((standing) => standing === raw['standing']);

function textOf(raw: RawQuery, name: string, max: number): string | undefined {
  const value = raw[name];
  return typeof value === 'string' && value !== '' && value.length <= max ? value : undefined;
}
