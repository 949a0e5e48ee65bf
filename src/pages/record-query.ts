import type { Ignored, RecordQuery } from '../../client/src/page-data.js';
import { isDay } from '../days.js';
import { RECORDS, VANTAGES } from '../forecasts/counting.js';
import { isText } from '../http/validation.js';
import { KINDS, TESTABILITIES } from '../scenarios/kinds.js';
import { TERMS } from '../topics/terms.js';
import { GROUPINGS, ONLY, SORTS } from '../track-records/report.query.js';

const CHOICES: Record<string, readonly string[]> = {
  kind: KINDS,
  term: TERMS,
  vantage: VANTAGES,
  records: RECORDS,
  testability: TESTABILITIES,
  groupBy: GROUPINGS,
  state: ['resolved', 'open', 'overdue', 'annulled'],
  sort: SORTS,
  only: ONLY,
};

const SLUG = /^[a-z0-9][a-z0-9-]{0,63}$/;
const LONGEST_SEARCH = 200;
const LONGEST_CURSOR = 1000;
/** What others hang on to addresses that are passed on; it is nobody's filter. */
const OF_OTHERS = /^utm_|clid$/;
const SHOWN = 60;

/** What is wrong with a value, as the end of a sentence; null where nothing is. */
type Check = (value: string) => string | null;

const slug: Check = (value) => (SLUG.test(value) ? null : 'is no name of one');
const day: Check = (value) => (isDay(value) ? null : 'is no day that exists, written as 2026-06-30');

const CHECKS: Record<keyof RecordQuery, Check> = {
  ...(Object.fromEntries(
    Object.entries(CHOICES).map(([name, words]) => [
      name,
      (value: string) => (words.includes(value) ? null : `is none of ${words.join(', ')}`),
    ]),
  ) as Record<keyof RecordQuery, Check>),
  topic: slug,
  forecaster: slug,
  from: day,
  to: day,
  bin: (value) => (isBin(value) ? null : 'is no part of the diagram, written as 70-80'),
  q: (value) => (isText(value) && value.length <= LONGEST_SEARCH ? null : 'cannot be searched for'),
  cursor: (value) => (value.length <= LONGEST_CURSOR ? null : 'is no place in this list'),
};

/**
 * What the address of a page asks for. A page is for people: what makes no sense there is left out and told, where the
 * API would refuse it; a field of a form that was left open is nothing to tell.
 */
export function readRecordQuery(raw: Record<string, unknown>): { query: RecordQuery; ignored: Ignored[] } {
  const query: Record<string, string> = {};
  const ignored: Ignored[] = [];
  for (const [name, value] of Object.entries(raw)) {
    if (value === '' || OF_OTHERS.test(name)) continue;
    const why = whyNot(name, value);
    if (why === null) query[name] = (value as string).trim();
    else ignored.push({ name: name.slice(0, SHOWN), value: String(value).slice(0, SHOWN), why });
  }
  const { from, to } = query;
  if (from && to && from > to) {
    delete query['to'];
    ignored.push({ name: 'to', value: to, why: `lies before ${from}` });
  }
  return { query, ignored };
}

function whyNot(name: string, value: unknown): string | null {
  if (!Object.hasOwn(CHECKS, name)) return 'is no filter of this page';
  if (typeof value !== 'string') return 'stands there more than once';
  return CHECKS[name as keyof RecordQuery](value);
}

function isBin(value: string): boolean {
  const [, from, to] = /^(\d{1,3})-(\d{1,3})$/.exec(value) ?? [];
  return from !== undefined && Number(from) < Number(to) && Number(to) <= 100;
}
