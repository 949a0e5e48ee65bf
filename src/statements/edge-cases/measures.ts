import type { Reading } from '../reading.js';

/** A figure with its unit: "at least 72 hours", "above 4.5 %", "ten ships". */
export interface Measure {
  /** As written. */
  number: string;
  value: number;
  /** With its unit, in the plural, as in "hours", "%", "confirmed cases". */
  unit: string;
  comparison: 'above' | 'below' | 'atLeast' | 'atMost' | 'none';
  kind: 'duration' | 'count' | 'level';
}

const WORDS = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');
const COMPARISONS: [RegExp, Measure['comparison']][] = [
  [/^(?:more than|above|over|exceeds?|longer than|greater than)$/, 'above'],
  [/^(?:less than|below|under|fewer than|shorter than)$/, 'below'],
  [/^(?:at least|reach(?:es)?|no (?:less|fewer) than|a minimum of)$/, 'atLeast'],
  [/^(?:at most|up to|no more than)$/, 'atMost'],
];
const FIGURE = new RegExp(
  `(?:\\b(?<comparison>more than|above|over|exceeds?|longer than|greater than|less than|below|under|fewer than|shorter than|at least|reach(?:es)?|no less than|no fewer than|a minimum of|at most|up to|no more than) )?(?<![\\w.,$€£-])(?<number>\\d[\\d.,]*\\d|\\d|${WORDS.join('|')})(?:(?<=\\d) ?(?<sign>%)|[ -](?<unit>per cent|percent|(?:million|billion|trillion) \\p{Ll}+|km/h|\\p{Ll}[\\p{Ll}-]*(?: \\p{Ll}+s\\b)?))`,
  'giu',
);
const DURATION = /^(?:minute|hour|day|night|week|month|year|quarter)s?$/;
const LEVEL =
  /^(?:%|per cent|percent|points?|percentage points?|(?:million |billion |trillion )?(?:dollars|euros|pounds|yen|yuan|roubles)|metres?|centimetres?|kilometres?|km\/h|gigawatts?|megawatts?|tonnes|degrees|barrels|litres)$/;

/** The figures of a statement that somebody would count or measure, in order; days and names with numbers are none. */
export function measuresOf({ text, days, mainFrom }: Reading): Measure[] {
  return [...text.matchAll(FIGURE)].flatMap((match): Measure[] => {
    const { comparison: said = '', number, sign, unit: noun } = match.groups!;
    const at = match.index + match[0].length - 1;
    if (match.index < mainFrom || days.some(({ from, to }) => from <= at && match.index < to)) return [];
    const comparison = COMPARISONS.find(([words]) => words.test(said.toLowerCase()))?.[1] ?? 'none';
    const unit = sign ?? plural(noun!);
    const kind = DURATION.test(unit) ? 'duration' : LEVEL.test(unit) ? 'level' : 'count';
    const word = WORDS.indexOf(number!.toLowerCase()) + 1;
    const value = word || Number(number!.replace(/,(?=\d{3})/g, ''));
    // "Falcon 9 booster", "one of them": no figure that somebody counts.
    const named = /\p{Lu}[\p{L}-]* $/u.test(text.slice(0, match.index)) && comparison === 'none';
    const counted = comparison !== 'none' || kind !== 'count' || (/s$/.test(unit) && value > 1 && !sign);
    if (named || !counted || !(value > 0) || (word === 1 && kind === 'count')) return [];
    if (/^(?:of|in|or|and|to|times)\b/.test(unit)) return [];
    return [{ number: number!, value, unit, comparison, kind }];
  });
}

/** "hour" of "72-hour" becomes "hours"; two words are kept where the first only describes the second. */
function plural(noun: string): string {
  const [first, second] = noun.split(' ') as [string, string?];
  if (second === undefined || /s$/.test(first)) {
    const word = first.replace(/-.*$/, '');
    return DURATION.test(word) && !/s$/.test(word) ? `${word}s` : word;
  }
  return noun;
}

/** A little less, written as the figure is: 69 for 72, 9 for ten, 4,800 for 5,000. */
export function justShort({ number, value }: Measure): string {
  if (!Number.isInteger(value)) return number;
  const short = value < 20 ? value - 1 : value - Math.max(1, Math.round(value * 0.04));
  return number.includes(',') ? short.toLocaleString('en-GB') : String(short);
}
