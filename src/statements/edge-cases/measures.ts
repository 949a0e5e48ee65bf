import type { Reading } from '../reading.js';

/** A figure with its unit: "at least 72 hours", "above 4.5 %", "ten ships", "five of the seven judges". */
export interface Measure {
  /** As written. */
  number: string;
  value: number;
  /** In the plural, as in "hours", "%", "confirmed cases"; empty for a share, as in "five of the seven". */
  unit: string;
  comparison: 'above' | 'below' | 'atLeast' | 'atMost' | 'none';
  kind: 'duration' | 'count' | 'level' | 'share';
}

/** What belongs to a number stands this near before it. */
const NEAR = 120;
const WORDS = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');
const COMPARISONS: [RegExp, Measure['comparison']][] = [
  [/^(?:more than|above|over|exceeds?|longer than|greater than)$/i, 'above'],
  [/^(?:less than|below|under|fewer than|shorter than)$/i, 'below'],
  [/^(?:at least|reach(?:es)?|no (?:less|fewer) than|a minimum of)$/i, 'atLeast'],
  [/^(?:at most|up to|no more than)$/i, 'atMost'],
];
const FIGURE = new RegExp(
  `(?:\\b(?<comparison>[Mm]ore than|[Aa]bove|[Oo]ver|exceeds?|longer than|greater than|[Ll]ess than|below|under|[Ff]ewer than|shorter than|[Aa]t least|reach(?:es)?|[Nn]o less than|[Nn]o fewer than|a minimum of|[Aa]t most|[Uu]p to|[Nn]o more than) )?(?<![\\w.,$€£-])(?<number>\\d[\\d.,]*\\d|\\d|${WORDS.flatMap((word) => [word, word.replace(/^./, (c) => c.toUpperCase())]).join('|')})(?: ?(?<sign>%)|[ -](?<rest>[\\p{L}/-]+(?: [\\p{L}/-]+){0,2}))`,
  'gu',
);
const DURATION = /^(?:minute|hour|day|night|week|month|year|quarter)s?$/;
const LEVEL =
  /^(?:%|per cent|percent|points?|percentage points?|(?:million |billion |trillion )?(?:dollars|euros|pounds|yen|yuan|roubles)|metres?|centimetres?|kilometres?|km\/h|gigawatts?|megawatts?|tonnes|degrees|barrels|litres)$/;
const NO_NOUN =
  /^(?:in|on|at|for|to|from|with|within|by|who|that|is|are|per|an?|the|and|or|times|during|before|after|above|below|as)$/;

/** The figures of a statement that somebody would count or measure, in order; days and names with numbers are none. */
export function measuresOf({ text, days, mainFrom }: Reading): Measure[] {
  return [...text.matchAll(FIGURE)].flatMap((match): Measure[] => {
    const { comparison: said = '', number, sign, rest = '' } = match.groups!;
    const before = text.slice(Math.max(0, match.index - NEAR), match.index);
    const at = match.index + said.length + 1;
    if (match.index < mainFrom || days.some(({ from, to }) => from <= at && match.index < to)) return [];
    const comparison = COMPARISONS.find(([words]) => words.test(said))?.[1] ?? 'none';
    const unit = sign ?? unitOf(rest);
    if (unit === null) return [];
    const kind =
      unit === '' ? 'share' : DURATION.test(unit) ? 'duration' : LEVEL.test(unit) ? 'level' : 'count';
    if (comparison === 'none' && isNamed(before)) return [];
    const value = WORDS.indexOf(number!.toLowerCase()) + 1 || Number(number!.replace(/,(?=\d{3})/g, ''));
    // A single thing, or a number that only belongs to a name, is nothing to count.
    if (!(value > 0) || (value === 1 && kind !== 'level')) return [];
    if (comparison === 'none' && (kind === 'share' || (kind === 'count' && !/s$/.test(unit)))) return [];
    return [{ number: number!, value, unit, comparison, kind }];
  });
}

/** Whether the words before a number make it part of a name: "Airbus 320", "article 5 of the 1982". */
function isNamed(before: string): boolean {
  const word = /(?<![\p{L}-])[\p{L}-]+(?= ?$)/u.exec(before)?.[0] ?? '';
  if (/^(?:An?|The)$/.test(word) && before.endsWith(' ')) return false;
  return /\p{Lu}/u.test(word) || /\bof (?:the )?(?:\p{Ll}+ )? ?$/u.test(before);
}

/** Up to three words, ended by the first plural; null where no noun follows, '' for "five of the seven". */
function unitOf(rest: string): string | null {
  const words = rest.split(' ');
  if (words[0] === 'of') return '';
  const first = words[0]!.replace(/-.*/, '');
  if (DURATION.test(first)) return /s$/.test(first) ? first : `${first}s`;
  const stop = words.findIndex((word) => NO_NOUN.test(word));
  const nouns = stop < 0 ? words : words.slice(0, stop);
  const plural = nouns.findIndex((word) => /s$/.test(word));
  const unit = nouns.slice(0, plural < 0 ? nouns.length : plural + 1).join(' ');
  return unit === '' ? null : LEVEL.test(first) ? first : unit;
}

/** A little less, written as the figure is: 69 for 72, 9 for ten, 4,800 for 5,000. */
export function justShort({ number, value }: Measure): string {
  if (!Number.isInteger(value)) return number;
  const short = value < 20 ? value - 1 : value - Math.max(1, Math.round(value * 0.04));
  if (number.includes(',')) return short.toLocaleString('en-GB');
  return /^\d/.test(number) ? String(short) : WORDS[short - 1]!;
}
