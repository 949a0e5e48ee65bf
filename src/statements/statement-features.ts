import { stem } from './stem.js';
import {
  LIGHT_WORDS,
  MONTHS,
  NEGATIONS,
  NUMBER_WORDS,
  OPPOSITES,
  PHRASES,
  STOP_WORDS,
  synonymLines,
} from './vocabulary.js';

/** What a statement claims, as far as words show it. */
export interface StatementFeatures {
  /** Meanings of its content words, each with its weight 0..1 and the word as it stands. */
  content: Map<string, { weight: number; word: string }>;
  /** Amounts in figures or words, dates aside; 1 is left out, as "a" says it too. */
  numbers: string[];
  /** 'MM-DD', 'MM' or 'YYYY'. */
  dates: string[];
  /** Whether it denies: an odd number of negations. */
  negated: boolean;
  /** By axis of opposites: +1, -1, or 0 where it has both. */
  directions: Map<number, { sign: number; word: string }>;
  /** Names, in order, lower case. */
  names: string[];
  /** Every token, for looking a name up. */
  tokens: Set<string>;
  /** Joined by "between" or "and": the order of the names says nothing. */
  symmetric: boolean;
  /** "by" is in it: who acts may come last. */
  passive: boolean;
}

const CANONICAL = new Map(
  synonymLines.flatMap((line) => line.map((word) => [stem(word), stem(line[0]!)] as const)),
);
const meaningOf = (word: string): string => CANONICAL.get(stem(word)) ?? stem(word);
const meanings = (words: Iterable<string>): Set<string> => new Set([...words].map(meaningOf));

const STOP = meanings(['remain', 'stay']);
const LIGHT = meanings(LIGHT_WORDS);
const AXES = OPPOSITES.map((line) => {
  const [up, down] = line.split(' | ') as [string, string];
  return { up: meanings(up.split(' ')), down: meanings(down.split(' ')) };
});
const LAST_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const MONTH = MONTHS.join('|');
const DAY_OF_MONTH = new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)? (?:of )?(${MONTH})\\b`, 'g');
const MONTH_AND_DAY = new RegExp(`\\b(${MONTH}) (\\d{1,2})(?:st|nd|rd|th)?\\b`, 'g');
const END_OF_MONTH = new RegExp(
  `\\b(?:by |before )?(?:the )?end of (${MONTH})\\b|\\b(${MONTH}) ends\\b`,
  'g',
);
const BEFORE_MONTH = new RegExp(`\\bbefore (${MONTH})\\b`, 'g');
const SOME_MONTH = new RegExp(`\\b(?:in|by|until|during|of|from|since|after) (${MONTH})\\b`, 'g');
const two = (number: number) => String(number).padStart(2, '0');

/** Reads a statement for comparison. */
export function statementFeatures(statement: string): StatementFeatures {
  const names = namesOf(statement);
  const { text, dates } = takeDates(plain(statement));
  const tokens: string[] = text.match(/[\p{L}_]+|\d+(?:\.\d+)?/gu) ?? [];
  const features: StatementFeatures = {
    ...{ content: new Map(), numbers: [], dates, directions: new Map(), names },
    negated: tokens.filter((token) => NEGATIONS.has(token)).length % 2 === 1,
    tokens: new Set(tokens),
    symmetric: /\b(?:between|and)\b/.test(text),
    passive: tokens.includes('by'),
  };
  for (const token of tokens) take(features, token);
  features.numbers.sort();
  return features;
}

function take(features: StatementFeatures, token: string): void {
  const number = /^\d/.test(token) ? Number(token) : NUMBER_WORDS[token];
  if (number !== undefined) {
    if (number !== 1) features.numbers.push(String(number));
    return;
  }
  const meaning = meaningOf(token);
  for (const [axis, { up, down }] of AXES.entries()) {
    const sign = up.has(meaning) ? 1 : down.has(meaning) ? -1 : 0;
    if (sign === 0) continue;
    const before = features.directions.get(axis);
    features.directions.set(axis, { sign: before && before.sign !== sign ? 0 : sign, word: token });
  }
  if (STOP_WORDS.has(token) || STOP.has(meaning) || token.length < 2) return;
  features.content.set(meaning, { weight: LIGHT.has(meaning) ? 0.25 : 1, word: token });
}

/** Lower case, plain apostrophes, no possessives, figures without separators, phrases as one word. */
function plain(statement: string): string {
  let text = statement
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replace(/n't\b/g, ' not')
    .replace(/'s\b|s'(?=\s|$)/g, (mark) => (mark === "'s" ? '' : 's'))
    .replace(/(?<=\d)[, \u00A0\u202F](?=\d{3}(?!\d))/g, '')
    .replace(/\byear-end\b/g, 'end of the year');
  for (const [phrase, word] of PHRASES) text = text.replace(phrase, word);
  return text;
}

/** Days and months, in whichever words, taken out of a text. */
function takeDates(text: string): { text: string; dates: string[] } {
  const dates: string[] = [];
  const found = (date: string) => {
    dates.push(date);
    return ' ';
  };
  const month = (name: string) => MONTHS.indexOf(name as (typeof MONTHS)[number]);
  const last = (index: number) => found(`${two(index + 1)}-${LAST_DAYS[index]!}`);
  const rest = text
    .replace(
      /\b(20\d\d)-(\d\d)-(\d\d)\b/g,
      (_, year: string, mm: string, dd: string) => found(`${mm}-${dd}`) + found(year),
    )
    .replace(DAY_OF_MONTH, (_, day: string, name: string) =>
      found(`${two(month(name) + 1)}-${two(Number(day))}`),
    )
    .replace(MONTH_AND_DAY, (_, name: string, day: string) =>
      found(`${two(month(name) + 1)}-${two(Number(day))}`),
    )
    .replace(END_OF_MONTH, (_, a?: string, b?: string) => last(month((a ?? b)!)))
    .replace(BEFORE_MONTH, (_, name: string) => last((month(name) + 11) % 12))
    .replace(/\b(?:the )?end of (20\d\d)\b/g, (_, year: string) => found('12-31') + found(year))
    .replace(/\b(?:by |before )?(?:the )?end of (?:the|this) year\b|\b(?:this|within the) year\b/g, () =>
      found('12-31'),
    )
    .replace(SOME_MONTH, (_, name: string) => found(two(month(name) + 1)))
    .replace(/\b20\d\d\b/g, (year) => found(year));
  return { text: rest, dates: [...new Set(dates)].sort() };
}

/** Capitalised words that do not begin a sentence, months aside. */
function namesOf(statement: string): string[] {
  const names: string[] = [];
  for (const sentence of statement.split(/(?<=[.!?])\s+/)) {
    const words = sentence.match(/\p{L}[\p{L}\p{M}-]*/gu) ?? [];
    for (const word of words.slice(1)) {
      const name = word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
      if (/^\p{Lu}/u.test(word) && !MONTHS.some((month) => month === name)) names.push(name);
    }
  }
  return names;
}
