import type { FrontQuery } from '../../client/src/page-data.js';

const CHOICES = {
  kind: ['risk', 'opportunity', 'consequence'],
  term: ['short', 'medium', 'long'],
  vantage: ['first', 'last', 'timeWeighted'],
  records: ['live', 'all'],
  state: ['resolved', 'open', 'overdue', 'annulled'],
} as const satisfies { [Name in keyof FrontQuery]?: readonly FrontQuery[Name][] };

const SLUG = /^[a-z0-9][a-z0-9-]{0,99}$/;
const BIN = /^\d{1,2}-\d{1,3}$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/**
 * The filters in the address of the front page. A page is for people: what makes no sense there, or is empty because a
 * form was sent with an open field, is left out, where the API would refuse it.
 */
export function readFrontQuery(raw: Record<string, unknown>): FrontQuery {
  const query: FrontQuery = {};
  for (const name of ['topic', 'forecaster'] as const) if (matches(raw[name], SLUG)) query[name] = raw[name];
  for (const name of ['from', 'to'] as const) if (isDay(raw[name])) query[name] = raw[name];
  if (query.from && query.to && query.from > query.to) delete query.to;
  if (matches(raw.bin, BIN)) query.bin = raw.bin;
  if (typeof raw.cursor === 'string' && raw.cursor.length <= 500 && raw.cursor !== '')
    query.cursor = raw.cursor;
  return { ...query, ...choicesOf(raw) };
}

function choicesOf(raw: Record<string, unknown>): FrontQuery {
  const chosen = Object.entries(CHOICES).filter(([name, values]) =>
    (values as readonly unknown[]).includes(raw[name]),
  );
  return Object.fromEntries(chosen.map(([name]) => [name, raw[name]]));
}

function matches(value: unknown, pattern: RegExp): value is string {
  return typeof value === 'string' && pattern.test(value);
}

function isDay(value: unknown): value is string {
  if (!matches(value, DAY)) return false;
  const at = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(value);
}
