import { GB } from 'chrono-node/en';
import { addDays, type Day, isDay } from '../days.js';
import { findDayPhrases } from './day-phrases.js';

/** A time in a hurried line, with the last day of it. */
export interface QuickDay {
  from: number;
  to: number;
  day: Day;
}

const MONTHS = 'january|february|march|april|may|june|july|august|september|october|november|december';
/** Hurried writing has no capitals; "may" and "march" are months only where a word before them says so. */
const SMALL_MONTH = new RegExp(`\\b(?:${MONTHS})\\b`, 'g');
const CLEAR_MONTH = /\b(?:by|before|in|until|till|of|during|mid-|end|early|late|\d{1,2}(?:st|nd|rd|th)?) ?$/i;
const OPEN = /^(?:after|since|from|than|for|to|between|of)\b/i;
const BEFORE = /\bbefore (?:the )?$/i;
const LEAD = /\b(?:by|before|until|till|on|in|within|during|no later than) (?:the )?$/i;

/** Times that a line names shortly, with the first and the last day that each means; tried in this order. */
const SHORT_FORMS: [words: RegExp, span: (match: RegExpMatchArray, today: Day) => [first: Day, last: Day]][] =
  [
    [
      /\b(?:end of |the end of )?q([1-4])\b(?!,? (?:of )?(?:19|20|21)\d\d)/gi,
      ([, q], today) => {
        const here = quarter(Number(today.slice(0, 4)), Number(q));
        return here[1] >= today ? here : quarter(Number(today.slice(0, 4)) + 1, Number(q));
      },
    ],
    [
      /\b(?:the )?(?:end of )?(?:the |this )(quarter)\b|\bend of quarter\b/gi,
      (_, today) => quarter(...quarterOf(today)),
    ],
    [
      /\b(?:the )?(?:end of )?(?:the )?next quarter\b/gi,
      (_, today) => quarter(...quarterOf(addDays(quarter(...quarterOf(today))[1], 1))),
    ],
    [/\b(?:the )?(?:end of )(?:the |this )?month\b|\bthis month\b/gi, (_, today) => monthOf(today)],
    [/\b(?:the )?(?:end of )?(?:the )?next month\b/gi, (_, today) => monthOf(addDays(monthOf(today)[1], 1))],
    [/\b(?:the )?(?:end of )(?:the |this )?week\b|\bthis week\b/gi, (_, today) => weekOf(today)],
    [/\b(?:the )?(?:end of )?(?:the )?next week\b/gi, (_, today) => weekOf(addDays(today, 7))],
  ];

/**
 * The times of a line that can be a deadline, in order: what a statement may say (`findDayPhrases`), the short forms of
 * hurried writing ("end of Q1", "end of the month", "by june"), and what is left to `chrono-node` ("in 3 weeks", "by Friday",
 * "31/3/2027", day first).
 *
 * @example findQuickDays('strike by end of month', '2026-11-20')[0].day // => '2026-11-30'
 */
export function findQuickDays(line: string, today: Day): QuickDay[] {
  const text = capitalised(line);
  const found: QuickDay[] = [];
  const isFree = (from: number, to: number) => found.every((one) => to <= one.from || one.to <= from);
  const taken = findDayPhrases(text, today);
  for (const { from, to, last, ends } of taken) {
    const isOpen = OPEN.test(text.slice(from, to)) && ends === null;
    if (!isOpen) found.push({ from, to, day: ends ?? last });
  }
  const isUntaken = (from: number, to: number) =>
    isFree(from, to) && taken.every((one) => to <= one.from || one.to <= from);
  for (const [words, span] of SHORT_FORMS)
    for (const match of text.matchAll(words)) {
      const to = match.index + match[0].length;
      if (!isUntaken(match.index, to)) continue;
      const [first, last] = span(match, today);
      const isBefore = BEFORE.test(text.slice(0, match.index)) && !/\bend of\b/i.test(match[0]);
      found.push({ from: ledBy(text, match.index), to, day: isBefore ? addDays(first, -1) : last });
    }
  for (const { index, text: words, start } of GB.parse(text, noonOf(today), { forwardDate: true })) {
    const isNamed = start.isCertain('day') || start.isCertain('weekday') || /\d+ (?:month|year)/.test(words);
    if (!isNamed || start.isCertain('hour') || !isUntaken(index, index + words.length)) continue;
    const day = [start.get('year'), start.get('month'), start.get('day')]
      .map((part) => String(part).padStart(2, '0'))
      .join('-');
    if (!isDay(day) || OPEN.test(words)) continue;
    const isBefore = BEFORE.test(text.slice(0, index));
    found.push({
      from: ledBy(text, index),
      to: index + words.length,
      day: isBefore ? addDays(day, -1) : day,
    });
  }
  return found.sort((a, b) => a.from - b.from);
}

/** Of the same length: only letters become large. */
function capitalised(line: string): string {
  return line
    .replace(SMALL_MONTH, (month, at: number) =>
      /^(?:may|march)$/.test(month) &&
      !CLEAR_MONTH.test(line.slice(0, at)) &&
      !/^ \d/.test(line.slice(at + month.length))
        ? month
        : month[0]!.toUpperCase() + month.slice(1),
    )
    .replace(/\b[qh](?=[1-4] (?:of )?(?:19|20|21)\d\d)/g, (letter) => letter.toUpperCase());
}

const ledBy = (text: string, at: number): number => LEAD.exec(text.slice(0, at))?.index ?? at;
const noonOf = (day: Day): Date => {
  const [year, month, date] = day.split('-').map(Number);
  return new Date(year!, month! - 1, date, 12); // chrono reads the parts of the local clock
};
const two = (n: number): string => String(n).padStart(2, '0');

function quarter(year: number, q: number): [first: Day, last: Day] {
  const next = q === 4 ? `${year + 1}-01-01` : `${year}-${two(q * 3 + 1)}-01`;
  return [`${year}-${two(q * 3 - 2)}-01`, addDays(next, -1)];
}

const quarterOf = (day: Day): [year: number, quarter: number] => [
  Number(day.slice(0, 4)),
  Math.ceil(Number(day.slice(5, 7)) / 3),
];

function monthOf(day: Day): [first: Day, last: Day] {
  const first = `${day.slice(0, 8)}01`;
  const next = addDays(first, 31);
  return [first, addDays(`${next.slice(0, 8)}01`, -1)];
}

/** Monday to Sunday. */
function weekOf(day: Day): [first: Day, last: Day] {
  const weekday = (new Date(`${day}T00:00:00.000Z`).getUTCDay() + 6) % 7;
  return [addDays(day, -weekday), addDays(day, 6 - weekday)];
}
