import { findDays, type FoundDay } from '../briefing-text/index.js';
import { addDays, type Day, isDay } from '../days.js';

/** A time that a statement names: "by mid-2027", "before 1 May", "in the first quarter of 2027". */
export interface DayPhrase {
  from: number;
  to: number;
  /** First and last day of the time that is named. */
  first: Day;
  last: Day;
  /** The last day on which what is said can occur; null where the words only say when it begins, or of when a figure is. */
  ends: Day | null;
}

type Span = [first: Day, last: Day] | null;

const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
);
const MONTH =
  '(?<month>January|February|March|April|May|June|July|August|September|October|November|December)';
const YEAR = '(?<year>(?:19|20|21)\\d\\d)';
const NTH = ['first', 'second', 'third', 'fourth'];
const LEAD =
  '(?<lead>(?:(?:no later than|not later than|by|before|until|till|through|throughout|in|on|during|within|after|since|from|than|of|for|to|at|between) )?(?:the |its )?)';
const END = '(?:(?<end>end|close|course|start|beginning) of (?:the )?)?';
const COUNTS = [
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];
const UNIT_DAYS: Record<string, number> = { day: 1, week: 7, month: 30, year: 365 };

/** Each form of words with the days that it means; the first that fits a place is taken. */
const FORMS: [words: string, span: (groups: Record<string, string | undefined>, today: Day) => Span][] = [
  [
    `Q(?<q>[1-4]),? (?:of )?${YEAR}|${YEAR.replace('year', 'y2')} Q(?<q2>[1-4])`,
    (g) => months(g['year'] ?? g['y2'], Number(g['q'] ?? g['q2']) * 3 - 2, 3),
  ],
  [
    `(?<nth>first|second|third|fourth) quarter of ${YEAR}`,
    (g) => months(g['year'], NTH.indexOf(g['nth']!) * 3 + 1, 3),
  ],
  [`(?<nth>first|second) half of ${YEAR}`, (g) => months(g['year'], NTH.indexOf(g['nth']!) * 6 + 1, 6)],
  [`H(?<half>[12]) ${YEAR}`, (g) => months(g['year'], Number(g['half']) * 6 - 5, 6)],
  [`mid-${YEAR}`, (g) => months(g['year'], 1, 6)],
  [`mid-${MONTH}(?: ${YEAR})?`, (g, today) => halfMonth(month(g, today))],
  [`(?:early |late )?${MONTH}(?:,? ${YEAR})?`, month],
  [`Christmas(?: ${YEAR})?`, (g, today) => single(`${g['year'] ?? today.slice(0, 4)}-12-25`)],
  [
    `(?:year-end|end of (?:the )?year)(?: ${YEAR})?`,
    (g, today) => single(`${g['year'] ?? today.slice(0, 4)}-12-31`),
  ],
  [`this year`, (_, today) => months(today.slice(0, 4), 1, 12)],
  [`next year`, (_, today) => months(String(Number(today.slice(0, 4)) + 1), 1, 12)],
  [`(?:this|the) month`, (_, today) => months(today.slice(0, 4), Number(today.slice(5, 7)), 1)],
  [
    `(?<within>next )?(?<count>\\d+|${COUNTS.join('|')})[- ](?<unit>day|week|month|year)s?`,
    (g, today) => {
      if (!/\bwithin\b/.test(g['lead']!) && !g['within']) return null; // else it is how long something lasts
      const count = COUNTS.indexOf(g['count']!.toLowerCase()) + 1 || Number(g['count']);
      return [today, addDays(today, Math.min(count, 1000) * UNIT_DAYS[g['unit']!]!)];
    },
  ],
  [YEAR, (g) => months(g['year'], 1, 12)],
];
const PATTERNS = FORMS.map(
  ([words, span]) =>
    [new RegExp(`(?<![\\w$€£-])${LEAD}${END}(?:${words})(?![\\w%-]|[.,:]\\d)`, 'g'), span] as const,
);

/**
 * The times that a text names, in order. A month or a year means all of it ("by June" ends on 30 June, "before June" on 31
 * May); without a year the next one from `today` is meant.
 *
 * @example findDayPhrases('It opens by mid-2027.', '2026-11-20')[0].ends // => '2027-06-30'
 */
export function findDayPhrases(text: string, today: Day): DayPhrase[] {
  const found = findDays(text).flatMap((day) => exact(text, day, today) ?? []);
  for (const [pattern, span] of PATTERNS)
    for (const match of text.matchAll(pattern)) {
      const from = match.index;
      const to = from + match[0].length;
      if (found.some((other) => from < other.to && other.from < to)) continue;
      const lead = (match.groups!['lead'] ?? '').toLowerCase();
      const days = span({ ...match.groups, lead }, today);
      if (!days || !isDay(days[0]) || !isDay(days[1])) continue;
      if (isBareWord(match)) continue;
      const starts = /start|beginning/.test(match.groups!['end'] ?? '');
      found.push(phrase(from, to, lead, starts ? [days[0], days[0]] : days, match.groups!['end'] === 'end'));
    }
  return found.sort((a, b) => a.from - b.from);
}

/** "May" and "March" may be a name or a verb, a number of four digits a figure: on their own they are no time. */
function isBareWord(match: RegExpMatchArray): boolean {
  const words = match[0];
  return (
    /^(?:May|March|August|(?:19|20|21)\d\d)$/.test(words) || /^(?:for|to|than) (?:May|March)$/.test(words)
  );
}

/** Longer than any words that lead to a day. */
const LEAD_REACH = 40;

function exact(text: string, day: FoundDay, today: Day): DayPhrase | null {
  const on = dayOn(day, today);
  if (on === null) return null;
  const lead =
    /(?:\b(?:no later than|by|before|until|till|through|on|after|since|from|than|of|for|to|within) (?:the )?)$/i.exec(
      text.slice(Math.max(0, day.start - LEAD_REACH), day.start),
    );
  return phrase(day.start - (lead?.[0].length ?? 0), day.end, lead?.[0].toLowerCase() ?? '', [on, on], false);
}

function phrase(
  from: number,
  to: number,
  lead: string,
  [first, last]: [Day, Day],
  isEnd: boolean,
): DayPhrase {
  const word = lead.trim().split(' ')[0]!;
  const before = word === 'before' && !isEnd;
  const open = /^(?:after|since|from|than|for|to|between)$/.test(word) || (word === 'of' && !isEnd);
  return { from, to, first, last, ends: open || word === '' ? null : before ? addDays(first, -1) : last };
}

function dayOn({ year, month: number, day }: FoundDay, today: Day): Day | null {
  const on = (of: number) => `${of}-${pad(number)}-${pad(day)}`;
  const [here, next] = [on(Number(today.slice(0, 4))), on(Number(today.slice(0, 4)) + 1)];
  const chosen = year === null ? (here >= today ? here : next) : on(year);
  return isDay(chosen) ? chosen : null;
}

function month(groups: Record<string, string | undefined>, today: Day): Span {
  const number = MONTHS.indexOf(groups['month']!.toLowerCase()) + 1;
  const here = Number(today.slice(0, 4)) + (number < Number(today.slice(5, 7)) ? 1 : 0);
  return months(groups['year'] ?? String(here), number, 1);
}

const single = (day: Day): Span => [day, day];

const halfMonth = (span: Span): Span => span && [span[0], `${span[0].slice(0, 8)}15`];

function months(year: string | undefined, first: number, count: number): Span {
  const after = first + count === 13 ? `${Number(year) + 1}-01-01` : `${year}-${pad(first + count)}-01`;
  return isDay(after) ? [`${year}-${pad(first)}-01`, addDays(after, -1)] : null;
}

const pad = (number: number): string => String(number).padStart(2, '0');

/** A day in words, as in "31 March 2027". */
export const dayInWords = (day: Day): string =>
  `${Number(day.slice(8))} ${MONTHS[Number(day.slice(5, 7)) - 1]!.replace(/^./, (c) => c.toUpperCase())} ${day.slice(0, 4)}`;
