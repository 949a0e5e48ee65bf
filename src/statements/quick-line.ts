import { splitPremise } from '../briefing-text/index.js';
import type { Day } from '../days.js';
import { findQuickDays } from './quick-days.js';

export const PIECES = ['kind', 'probability', 'deadline', 'topic'] as const;

/** Words of the line that were read as something; `line.slice(from, to)` is `text`. */
export interface QuickPiece {
  kind: (typeof PIECES)[number];
  from: number;
  to: number;
  text: string;
}

/** A number that may mean two things. It is asked about, never guessed. */
export interface ProbabilityDoubt {
  text: string;
  question: string;
  /** What may be meant, 0..1; empty where it can be no probability. */
  candidates: number[];
}

export interface QuickLine {
  pieces: QuickPiece[];
  kind: 'risk' | 'opportunity' | 'consequence' | null;
  /** What is left of the line; the words of the deadline stay in it. */
  statement: string;
  /** An opening "if …," of the statement. */
  premise: string | null;
  /** 0..1; null where none was read, or it is in doubt. */
  probability: number | null;
  probabilityDoubt: ProbabilityDoubt | null;
  deadline: { day: Day; phrase: string } | null;
  /** As written behind `#`. */
  topic: string | null;
}

const KINDS = { '!': 'risk', '+': 'opportunity', '>': 'consequence' } as const;
/** A sign before a number, or the first number of a range; a hyphen behind a letter only parts two words. */
const SIGN = '(?<sign>(?<![\\p{L}\\d])[-−–]|(?<![\\p{L}\\d.,])\\d{1,6}(?:[.,]\\d{1,4})?%?[-−–])?';
const PERCENT = new RegExp(
  `${SIGN}(?<![\\d.,\\w])(?<number>\\d{1,6}(?:[.,]\\d{1,20})?|[.,]\\d{1,20}) ?(?:%|percent\\b|per cent\\b)`,
  'gu',
);
const DECIMAL = new RegExp(
  `${SIGN}(?<![\\d.,\\w%])(?<number>[01]?[.,]\\d{1,20})(?![\\d.,]*\\d|\\w| ?%)`,
  'gu',
);
const WHOLE = /(?<![\d.,\w-])(\d{1,3})(?=\s*$)/;
const TOPIC = /(?<!\S)#([\p{L}\p{N}][\p{L}\p{N}-]*)(?!\S)/gu;

/**
 * Reads a forecast from one line: the kind by its first character (`!` risk, `+` opportunity, `>` consequence), the last `NN%`, the
 * last time that is named, the last `#topic`; the rest is the statement. The order of the pieces does not matter.
 *
 * @example readQuickLine('! a strike shuts the port by June 65% #energy', '2026-11-20').deadline
 * // => { day: '2027-06-30', phrase: 'by June' }
 */
export function readQuickLine(line: string, today: Day): QuickLine {
  const pieces: QuickPiece[] = [];
  const take = (kind: QuickPiece['kind'], from: number, text: string) =>
    pieces.push({ kind, from, to: from + text.length, text });
  const first = /\S/.exec(line);
  const kind = first && first[0] in KINDS ? KINDS[first[0] as keyof typeof KINDS] : null;
  if (kind) take('kind', first!.index, first![0]);
  const topic = [...line.matchAll(TOPIC)].at(-1);
  if (topic) take('topic', topic.index, topic[0]);
  const deadlines = findQuickDays(topic ? blanked(line, topic) : line, today);
  const number = findNumber(line, pieces, deadlines);
  if (number) take('probability', number.from, number.text);
  const deadline = deadlines
    .filter(({ from, to }) => !number || to <= number.from || number.to <= from)
    .at(-1);
  if (deadline) take('deadline', deadline.from, line.slice(deadline.from, deadline.to));
  pieces.sort((a, b) => a.from - b.from);
  const { premise, statement } = splitPremise(withoutPieces(line, pieces));
  return {
    ...{ pieces, kind, statement, premise, topic: topic?.[1] ?? null },
    ...{ probability: number?.probability ?? null, probabilityDoubt: number?.doubt ?? null },
    deadline: deadline ? { day: deadline.day, phrase: line.slice(deadline.from, deadline.to) } : null,
  };
}

interface FoundNumber {
  from: number;
  to: number;
  text: string;
  probability: number | null;
  doubt: ProbabilityDoubt | null;
}

/** The last percentage; without one, a number that may be meant as one. */
function findNumber(
  line: string,
  pieces: readonly QuickPiece[],
  times: readonly { from: number; to: number }[],
): FoundNumber | null {
  const percent = [...line.matchAll(PERCENT)].at(-1);
  if (percent) return inPercent(percent, numberIn(percent));
  const decimal = [...line.matchAll(DECIMAL)].at(-1);
  const rest = pieces.reduce(
    (text, { from, to }) => blanked(text, { index: from, 0: line.slice(from, to) }),
    line,
  );
  const whole = WHOLE.exec(rest);
  const last = decimal ?? whole;
  if (!last || times.some(({ from, to }) => last.index < to && from < last.index + last[0].length))
    return null;
  if (!decimal) return asked(last, [Number(last[1]) / 100]);
  const value = numberIn(decimal);
  return asked(last, [value, round(value / 100)]);
}

/** NaN behind a minus, or at the end of a range. */
const numberIn = ({ groups }: RegExpMatchArray): number =>
  groups!['sign'] ? NaN : Number(groups!['number']!.replace(',', '.'));

function inPercent(match: RegExpMatchArray, value: number): FoundNumber {
  const probability = round(value / 100);
  if (value > 0 && value < 1) return asked(match, [value, probability]);
  if (!isProbability(probability)) return asked(match, []);
  return { from: match.index!, to: match.index! + match[0].length, text: match[0], probability, doubt: null };
}

/** As at the API: 0..1, with at most four decimals. */
const isProbability = (value: number): boolean =>
  value >= 0 && value <= 1 && Number(value.toFixed(4)) === value;

function asked(match: RegExpMatchArray, values: number[]): FoundNumber {
  const text = match[0].trim();
  const candidates = values.filter(isProbability);
  const meant = candidates.map((one) => `${round(one * 100)} %`).join(' or ');
  const question = meant
    ? `“${text}”: do you mean ${meant}?`
    : `“${text}” is no probability: write one from 0 % to 100 %, with two decimals at most.`;
  const from = match.index!;
  return {
    from,
    to: from + match[0].length,
    text: match[0],
    probability: null,
    doubt: { text, question, candidates },
  };
}

/** Without the dust of binary fractions; what is finer stays finer than a probability may be. */
const round = (value: number): number => Number(value.toFixed(12));

const blanked = (line: string, match: { index: number; 0: string }): string =>
  line.slice(0, match.index) + ' '.repeat(match[0].length) + line.slice(match.index + match[0].length);

/** The deadline's words are part of the sentence: they stay. */
function withoutPieces(line: string, pieces: readonly QuickPiece[]): string {
  const cut = pieces.filter(({ kind }) => kind !== 'deadline');
  return cut
    .reduceRight((text, { from, to }) => `${text.slice(0, from)} ${text.slice(to)}`, line)
    .replace(/\s+/g, ' ')
    .replace(/ (?=[.,;])/g, '')
    .replace(/(?<![\s,;:–-])[\s,;:–-]+$/, '')
    .trim();
}
