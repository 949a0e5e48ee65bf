import { NUMBER_WORDS } from '../statements/vocabulary.js';
import { stem } from '../statements/stem.js';
import { EMPTY_WORDS, SCALES, UNITS } from './vocabulary.js';

/** A number with its unit, as in "more than 20 per cent", "$2bn", "thirty days". */
export interface Amount {
  value: number;
  /** "per cent", "dollars", or the stem of what is counted; empty where nothing follows. */
  unit: string;
  /** 1: at least this; -1: at most; 0: this. */
  bound: -1 | 0 | 1;
  /** As it stands in the text. */
  words: string;
}

const NUMBER = '\\d+(?:[,.\\u00A0\\u202F]\\d+)*';
const WORDS = [
  ...Object.keys(NUMBER_WORDS),
  'hundred',
  'seventeen',
  'thirteen',
  'fourteen',
  'sixteen',
].filter((word) => !/^(?:half|second|third|fourth|fifth|tenth|first|one|twice|dozen|hundred)$/.test(word));
const SPELT = `(?:${WORDS.join('|')})(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?|one(?= (?:hundred|thousand|million|billion|trillion)\\b)|a(?= (?:hundred|thousand|million|billion|trillion)\\b)`;
const AT_LEAST =
  'more than|over|above|at least|no fewer than|no less than|not less than|exceeds?|exceeding|exceeded|tops?|surpass(?:es)?|beyond|upwards of|minimum of|crosse?s?';
const AT_MOST = 'less than|fewer than|under|below|at most|no more than|not more than|up to|maximum of';
const SCALE = 'hundred|thousand|million|billion|trillion|bn|mn|tn|k|m';
const PATTERN = new RegExp(
  [
    `(?:\\b(?<least>${AT_LEAST})\\s+|\\b(?<most>${AT_MOST})\\s+)?(?<![\\p{L}\\d.,])(?<number>(?<money>[$€£¥])?\\s?`,
    `(?:(?<digits>${NUMBER})|\\b(?<spelt>${SPELT}))(?![\\p{L}]*\\d)(?:[ -]?(?<scale>${SCALE})\\b)?`,
    `(?: (?:and )?(?<rest>${SPELT}) (?<restScale>hundred)\\b)?)(?:[ -]?(?<unit>%|per cent|percentage points?|basis points?|(?!(?:${SPELT}|${SCALE})\\b)\\p{L}+)(?=(?: (?<unit2>\\p{L}+))?))?`,
    '(?<after> or (?:less|fewer|under|lower)| or (?:more|over|higher|above))?',
  ].join(''),
  'giu',
);

/**
 * The amounts that a text names; years and days of the month are left out.
 *
 * @example amountsOf('costs over $2bn')[0] // => { value: 2e9, unit: 'dollars', bound: 1, words: 'over $2bn' }
 */
export function amountsOf(text: string): Amount[] {
  const found: Amount[] = [];
  for (const match of text.matchAll(PATTERN)) {
    const { least, most, number, money, digits, spelt, scale, rest, restScale, unit, unit2, after } =
      match.groups!;
    const base = digits ? figure(digits) : spelled(spelt!);
    const named = money ? UNITS[money]! : unitOf(unit, unit2);
    if (base === null || isDate(digits, money ?? scale, unit, named)) continue;
    const further = rest ? spelled(rest)! * scaleOf(restScale) : 0;
    const isCounted = !money && named !== '';
    found.push({
      value: base * scaleOf(scale) + further,
      unit: named,
      bound: least || MORE.test(after ?? '') ? 1 : most || LESS.test(after ?? '') ? -1 : 0,
      words: number!.trim() + (isCounted ? ` ${named === 'per cent' ? named : unit}` : ''),
    });
  }
  return [...found, ...fractionsOf(text)];
}

const PARTS: Readonly<Record<string, number>> = {
  ...{ half: 50, third: 100 / 3, quarter: 25, fifth: 20, sixth: 100 / 6, eighth: 12.5, tenth: 10 },
};
const MANY: Readonly<Record<string, number>> = { a: 1, one: 1, two: 2, three: 3, four: 4, '': 1 };
const FRACTION = new RegExp(
  `(?:\\b(?<least>${AT_LEAST})\\s+|\\b(?<most>${AT_MOST})\\s+)?\\b(?:(?<many>a|one|two|three|four)[ -])?(?<part>half|thirds?|quarters?|fifths?|sixths?|eighths?|tenths?)(?= (?:of|in|on|less|more|smaller|larger|down|up|from|by)\\b|[.,]|$)`,
  'giu',
);

/** "a fifth", "two thirds of": as per cent. */
function fractionsOf(text: string): Amount[] {
  return [...text.matchAll(FRACTION)].flatMap((match): Amount[] => {
    const { least, most, many, part } = match.groups!;
    const name = part!.toLowerCase().replace(/s$/, '');
    if (many === undefined && name !== 'half') return [];
    const value = PARTS[name]! * MANY[many?.toLowerCase() ?? '']!;
    const words = `${many ? `${many} ` : ''}${part}`;
    return [{ value, unit: 'per cent', bound: least ? 1 : most ? -1 : 0, words }];
  });
}

function figure(digits: string): number | null {
  const plain = digits
    .replace(/[\u00A0\u202F]/g, '')
    .replace(/,(?=\d{3}(?!\d))/g, '')
    .replace(',', '.');
  const value = Number(plain);
  return Number.isFinite(value) ? value : null;
}

function spelled(words: string): number | null {
  const parts = words.toLowerCase().split(/[ -]/);
  const teens: Record<string, number> = { thirteen: 13, fourteen: 14, sixteen: 16, seventeen: 17, a: 1 };
  const values = parts.map((part) => teens[part] ?? NUMBER_WORDS[part]);
  return values.some((value) => value === undefined)
    ? null
    : values.reduce<number>((sum, value) => sum + value!, 0);
}

const MONTH = /^(?:january|february|march|april|may|june|july|august|september|october|november|december)$/i;
/** A year, or the day of a month. */
const isDate = (
  digits: string | undefined,
  marked: string | undefined,
  unit: string | undefined,
  named: string,
): boolean =>
  marked === undefined &&
  ((unit !== undefined && MONTH.test(unit)) || (/^(?:19|20|21)\d\d$/.test(digits ?? '') && named === ''));

const scaleOf = (scale: string | undefined): number => (scale ? SCALES[scale.toLowerCase()]! : 1);
const MORE = /more|over|higher|above/;
const LESS = /less|fewer|under|lower/;

function unitOf(unit: string | undefined, second: string | undefined): string {
  if (unit === undefined) return '';
  const one = unit.toLowerCase();
  const two = `${one} ${second?.toLowerCase() ?? ''}`;
  if (UNITS[two]) return UNITS[two];
  if (UNITS[one]) return UNITS[one];
  const isTime = /^(?:day|week|month|year|hour|minute)s?$/.test(one);
  return !isTime && EMPTY_WORDS.has(one) ? '' : stem(one);
}

/**
 * How two amounts agree: 1 the same, 0.7 what is said lies beyond what was asked for, 0.3 not far from it, 0 neither.
 */
export function agreement(asked: Amount, said: Amount): number {
  const sameUnit = asked.unit === said.unit;
  if (asked.value === said.value) return sameUnit ? 1 : asked.unit === '' || said.unit === '' ? 0.6 : 0.1;
  if (!sameUnit || asked.unit === '') return 0;
  const isNear = Math.abs(said.value - asked.value) <= asked.value / 4;
  if (asked.bound === 0) return isNear ? 0.3 : 0;
  const beyond = asked.bound === 1 ? said.value > asked.value : said.value < asked.value;
  return beyond && said.value < asked.value * 10 && said.value > asked.value / 10 ? 0.7 : isNear ? 0.3 : 0;
}
