import { DateTime } from 'luxon';

/** A day named in a text; `year` is null where the text leaves it out. */
export interface FoundDay {
  start: number;
  end: number;
  words: string;
  year: number | null;
  month: number;
  day: number;
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const FULL = 'January February March April May June July August September October November December'.split(
  ' ',
);
const NAMES = [...FULL, ...FULL.map((m) => m.slice(0, 3)), 'Sept'];
// Capitalised or in capitals only: "may" and "march" are words of their own.
const MONTH = [...NAMES, ...NAMES.map((m) => m.toUpperCase())].join('|');
const ORDINAL = '(?:st|nd|rd|th|ST|ND|RD|TH)?';
const RANGE = '(?:-|–|—|/| to | and | or | - | – )';
const YEAR = '(?:,? ?((?:19|20)\\d\\d)(?!\\d))?';
const DAY = new RegExp(
  [
    `(?<![\\d.,#$€£])(\\d{1,2})${ORDINAL}(?:${RANGE}(\\d{1,2})${ORDINAL})?[ -]?(?:of )?(${MONTH})(?![A-Za-z])\\.?${YEAR}`,
    `\\b(${MONTH})\\.? ?(\\d{1,2})${ORDINAL}(?:${RANGE}(\\d{1,2})${ORDINAL}(?!\\d))?(?!\\d|[.,:]\\d|%| per cent| percent)${YEAR}`,
    `(?<![\\d-])((?:19|20)\\d\\d)-(\\d\\d)-(\\d\\d)(?!\\d)`,
  ].join('|'),
  'g',
);

/** Every day named in a text, in order; both ends of a range such as "5-6 June" count. */
export function findDays(text: string): FoundDay[] {
  const days: FoundDay[] = [];
  for (const m of text.matchAll(DAY)) {
    const month = m[3] ?? m[5];
    const numbers = month ? [m[1] ?? m[6], m[2] ?? m[7]] : [m[11]];
    const monthNumber = month ? MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1 : Number(m[10]);
    const yearText = m[4] ?? m[8] ?? m[9];
    const year = yearText === undefined ? null : Number(yearText);
    for (const number of numbers) {
      if (number === undefined) continue;
      const day = Number(number);
      if (!isRealDay(year, monthNumber, day)) continue;
      days.push({
        start: m.index,
        end: m.index + m[0].length,
        words: m[0].trim(),
        year,
        month: monthNumber,
        day,
      });
    }
  }
  return days;
}

function isRealDay(year: number | null, month: number, day: number): boolean {
  return DateTime.utc(year ?? 2024, month, day).isValid;
}

/** `YYYY-MM-DD`, or null where there is no such day in that year. */
export function isoDay(year: number, month: number, day: number): string | null {
  const date = DateTime.utc(year, month, day);
  return date.isValid && year > 0 && year < 10_000 ? date.toISODate() : null;
}

/** Whether a text is a day that exists, written `YYYY-MM-DD`. */
export function isIsoDay(text: string | null | undefined): text is string {
  return typeof text === 'string' && /^\d{4}-\d\d-\d\d$/.test(text) && DateTime.fromISO(text).isValid;
}

/** The day with its year, or the one that falls nearest to `near`; null where neither is known. */
export function resolveNear(found: FoundDay, near: string | null, notAfter?: string): string | null {
  if (found.year !== null) return isoDay(found.year, found.month, found.day);
  if (!isIsoDay(near)) return null;
  const anchor = DateTime.fromISO(near, { zone: 'utc' });
  let best: string | null = null;
  let distance = Infinity;
  for (const year of [anchor.year - 1, anchor.year, anchor.year + 1]) {
    const day = isoDay(year, found.month, found.day);
    if (!day || (notAfter && day > notAfter)) continue;
    const apart = Math.abs(DateTime.fromISO(day, { zone: 'utc' }).diff(anchor, 'days').days);
    if (apart < distance) [best, distance] = [day, apart];
  }
  return best;
}

/** The latest day of that name that is not after `today` (29 February may lie years back). */
export function resolveNotAfter(found: FoundDay, today: string): string | null {
  if (found.year !== null) return isoDay(found.year, found.month, found.day);
  const year = Number(today.slice(0, 4));
  for (let back = 0; back < 9; back++) {
    const day = isoDay(year - back, found.month, found.day);
    if (day && day <= today) return day;
  }
  return null;
}
