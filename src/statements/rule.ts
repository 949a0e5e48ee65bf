import type { Day } from '../days.js';
import type { Reading } from './reading.js';
import type { LintCode } from './types.js';

/** Words that a rule has found. */
export interface Found {
  from: number;
  to: number;
  words: string;
  /** What the pattern's named groups hold. */
  groups: Partial<Record<string, string>>;
  deadline?: Day;
}

/** One row of the table of rules. */
export interface Rule {
  code: LintCode;
  find(reading: Reading): Found[];
  reason(found: Found, reading: Reading): string;
  /** The whole statement rewritten; undefined where it takes the author. */
  fix?(found: Found, reading: Reading): string | undefined;
  /** Statements with the words that the row marks ('' for all of them). The table's own test walks them. */
  examples: readonly (readonly [statement: string, words: string])[];
  /** Statements that look alike, and that the row leaves alone. */
  nearMisses: readonly string[];
}

/** A statement with more places than these for one rule is no sentence: the rest are not looked at. */
const MOST_PLACES = 100;

/**
 * Finds what a pattern matches in the claim, at its first 100 places; its group `mark`, where there is one, is what is marked.
 *
 * @param when keeps a match only where this holds
 */
export function matching(
  pattern: RegExp,
  when: (found: Found, reading: Reading) => boolean = () => true,
): Rule['find'] {
  const global = new RegExp(pattern, [...new Set(`${pattern.flags}dg`)].join(''));
  return (reading) => {
    const places: Found[] = [];
    for (const match of reading.text.matchAll(global)) {
      const [from, to] = match.indices!.groups?.['mark'] ?? match.indices![0]!;
      if (from < reading.mainFrom) continue;
      places.push({ from, to, words: reading.text.slice(from, to), groups: match.groups ?? {} });
      if (places.length === MOST_PLACES) break;
    }
    return places.filter((found) => when(found, reading));
  };
}

/** Marks the whole statement where something is missing. */
export const whole =
  (when: (reading: Reading) => boolean): Rule['find'] =>
  (reading) =>
    when(reading) ? [{ from: 0, to: reading.text.length, words: reading.text, groups: {} }] : [];

/** The statement with other words in the place of those found. */
export const replaced = (
  { text }: Reading,
  { from, to }: Pick<Found, 'from' | 'to'>,
  words: string,
): string => text.slice(0, from) + (from === 0 ? upperFirst(words) : words) + text.slice(to);

/** The statement with words put before its full stop. */
export const appended = ({ text }: Reading, words: string): string =>
  text.replace(/(?<![\s.])[\s.]*$/, (end) => `${words}${end.includes('.') ? '.' : ''}`);

/** What stands before and behind the words found, within the claim. */
export const sides = ({ text, mainFrom }: Reading, { from, to }: Found): [string, string] => [
  text.slice(mainFrom, from),
  text.slice(to),
];

/** The words behind the last comma or semicolon. */
export const lastClause = (text: string): string =>
  text.slice(Math.max(text.lastIndexOf(','), text.lastIndexOf(';')) + 1);

/** The words before the first comma or semicolon. */
export const firstClause = (text: string): string => {
  const end = text.search(/[,;]/);
  return end < 0 ? text : text.slice(0, end);
};

export const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A capital that only opened the sentence is taken back; a name keeps its own. */
export const lowerFirst = (text: string): string =>
  /^(?:an?|the|another|any|no|further|renewed|continued)\b/i.test(text)
    ? text.charAt(0).toLowerCase() + text.slice(1)
    : text;

/** A statement of its own: a capital first, a full stop last. */
export const asSentence = (text: string): string =>
  `${upperFirst(text.trim().replace(/(?<![\s,.;])[\s,.;]+$/, ''))}.`;
