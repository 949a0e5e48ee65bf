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
const PATTERN = new RegExp(
  `(?:\\b(?<least>${AT_LEAST})\\s+|\\b(?<most>${AT_MOST})\\s+)?(?<![\\p{L}\\d.,])(?<money>[$€£¥])?\\s?(?:(?<digits>${NUMBER})|\\b(?<spelt>${SPELT}))(?![\\p{L}]*\\d)(?:[ -]?(?<scale>hundred|thousand|million|billion|trillion|bn|mn|tn|k|m)\\b)?(?:[ -]?(?<unit>%|\\p{L}+)(?: (?<unit2>\\p{L}+))?)?`,
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
    const { least, most, money, digits, spelt, scale, unit, unit2 } = match.groups!;
    const base = digits ? figure(digits) : spelled(spelt!);
    if (base === null || isDate(base, money ?? scale, unit)) continue;
    const value = base * (scale ? SCALES[scale.toLowerCase()]! : 1);
    const named = money ? UNITS[money]! : unitOf(unit, unit2);
    const number = [money ?? '', digits ?? spelt, scale ? ` ${scale}` : ''].join('');
    const shown = money
      ? number
      : [number, unit === undefined || named === '' ? '' : ` ${named === 'per cent' ? named : unit}`].join(
          '',
        );
    found.push({ value, unit: named, bound: least ? 1 : most ? -1 : 0, words: shown.trim() });
  }
  return found;
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
const isDate = (value: number, marked: string | undefined, unit: string | undefined): boolean =>
  marked === undefined &&
  ((unit !== undefined && MONTH.test(unit)) || (Number.isInteger(value) && value >= 1900 && value <= 2100));

function unitOf(unit: string | undefined, second: string | undefined): string {
  if (unit === undefined) return '';
  const one = unit.toLowerCase();
  const two = `${one} ${second?.toLowerCase() ?? ''}`;
  if (UNITS[two]) return UNITS[two];
  if (UNITS[one]) return UNITS[one];
  const isTime = /^(?:day|week|month|year|hour|minute)s?$/.test(one);
  return !isTime && EMPTY_WORDS.has(one) ? '' : stem(one);
}

/** How two amounts agree: 1 the same, 0.7 what is said lies beyond what was asked for, 0 neither. */
export function agreement(asked: Amount, said: Amount): number {
  const sameUnit = asked.unit === said.unit;
  if (asked.value === said.value) return sameUnit ? 1 : asked.unit === '' || said.unit === '' ? 0.6 : 0.2;
  if (!sameUnit || asked.unit === '' || asked.bound === 0) return 0;
  const beyond = asked.bound === 1 ? said.value > asked.value : said.value < asked.value;
  return beyond && said.value < asked.value * 10 && said.value > asked.value / 10 ? 0.7 : 0;
}
