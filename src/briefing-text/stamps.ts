import { findDays, type FoundDay } from './dates.js';

const WEEKDAY = /\b(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b[.,]?/gi;
const TIME =
  /(?:\bat |T)?\b\d{1,2}[:.h]\d{2}(?::\d{2}(?:\.\d{1,6})?)?(?: ?[ap]\.?m\.?)?(?: ?(?:UTC|GMT|Z|[BCEIMPW][A-Z]{1,3}T?)\b)?(?: ?[+-]\d\d:?\d\d)?|\b\d{1,2} ?[ap]\.?m\.?(?= |$|,)/g;
const LABEL =
  /^(?:(?:first |last |originally )?(published|posted|issued|released|filed|date|dated|updated|modified|as of)(?: on| at)?) ?:? ?/i;
const NUMERIC = /(?<![\d./-])(\d{1,2})([./])(\d{1,2})\2((?:19|20)\d\d)(?![\d./-])/;

/** A line that says nothing but a day (and perhaps a time of day). */
export interface Stamp {
  day: FoundDay | null;
  /** The label says that this is when the text was changed, not published. */
  updated: boolean;
  /** A date in figures that could be read two ways. */
  ambiguous: string | null;
}

/** Reads header stamps: `21APR`, `Apr 21`, `Tuesday 21 April 2026`, `Published: 3 May 2026, 10:51 UTC`. */
export function readStamp(text: string): Stamp | null {
  if (text.length > 90 || !/\d/.test(text)) return null;
  const label = LABEL.exec(text);
  const updated = /^(?:updated|modified)$/i.test(label?.[1] ?? '');
  const body = text.slice(label?.[0].length ?? 0).replace(/(?<=\d)T(?=\d\d:)/, ' ');
  const numeric = NUMERIC.exec(body);
  if (numeric && isOnlyTime(body.replace(numeric[0], ''))) return numericStamp(numeric, updated);
  const days = findDays(body);
  const first = days[0];
  if (!first || days.length > 1) return null;
  const rest = body.slice(0, first.start) + ' ' + body.slice(first.end);
  return isOnlyTime(rest) ? { day: first, updated, ambiguous: null } : null;
}

/** A time of day on a line of its own, which dates nothing. */
export function isClockTime(text: string): boolean {
  return text.length <= 40 && /\d/.test(text) && isOnlyTime(text.replace(LABEL, ''));
}

function isOnlyTime(text: string): boolean {
  const rest = text.replace(TIME, '').replace(WEEKDAY, '');
  return /^[\s,.;:·|()/–—-]*$/.test(rest);
}

function numericStamp(m: RegExpExecArray, updated: boolean): Stamp | null {
  const [a, b, year] = [Number(m[1]), Number(m[3]), Number(m[4])];
  const dotted = m[2] === '.';
  // 21.04.2026 is day first wherever dots are used; with slashes only a number above 12 tells.
  const dayFirst = dotted || a > 12 || a === b;
  if (!dayFirst && b <= 12) return { day: null, updated, ambiguous: m[0] };
  const iso = dayFirst ? [year, b, a] : [year, a, b];
  const day = findDays(iso.map((n) => String(n).padStart(2, '0')).join('-'))[0];
  return day ? { day: { ...day, words: m[0] }, updated, ambiguous: null } : null;
}
