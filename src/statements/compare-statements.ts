import { type StatementFeatures, statementFeatures } from './statement-features.js';

/** In what two statements differ, beyond their wording. */
export const DIFFERENCES = [
  ...['number', 'date', 'negation', 'direction', 'actor', 'words'],
  ...['premise', 'kind', 'term'],
] as const;

export interface Difference {
  what: string;
  was: string;
  now: string;
}

export interface Comparison {
  /** 0..1: how much of their content they share. */
  similarity: number;
  /** Empty where they differ in wording alone. */
  differs: Difference[];
  /** Whether it reads as the same claim in other words. */
  same: boolean;
}

/** Below this, two statements are about different things. */
export const RELATED = 0.45;
const SAME_FROM = 0.6;

/**
 * How alike two statements are, and what sets them apart: another number, day, actor or direction, or a word put in the
 * place of another, makes another claim, however close the rest.
 *
 * @example compareStatements('Prices rise by 20 per cent.', 'Prices rise by 40 %.').differs
 * // => [{ what: 'number', was: '20', now: '40' }]
 * @param read for whoever compares many, and keeps what was read of each
 */
export function compareStatements(was: string, now: string, read = statementFeatures): Comparison {
  const [a, b] = [read(was), read(now)];
  const sense = inSense(a, b);
  const left = unmatched(a, b).filter(({ word }) => !sense.cancelled.includes(word));
  const right = unmatched(b, a).filter(({ word }) => !sense.cancelled.includes(word));
  const total = weightOf([...a.content.values()]) + weightOf([...b.content.values()]);
  const shared = total - weightOf(left) - weightOf(right);
  const similarity = total === 0 ? Number(was === now) : shared / total;
  const differs = [
    ...inNumbers(a, b),
    ...inDates(a, b),
    ...sense.differs,
    ...inActors(a, b),
    ...(weightOf(left) >= 1 && weightOf(right) >= 1 ? [{ what: 'words', ...both(left, right) }] : []),
  ];
  return { similarity, differs, same: similarity >= SAME_FROM && differs.length === 0 };
}

type Content = { weight: number; word: string };
const weightOf = (content: readonly Content[]) => content.reduce((sum, { weight }) => sum + weight, 0);
const list = (content: readonly Content[]) =>
  content
    .filter(({ weight }) => weight === 1)
    .map(({ word }) => word)
    .join(', ');
const both = (left: Content[], right: Content[]) => ({ was: list(left), now: list(right) });

/** The content words of one statement that have no like in the other. */
const unmatched = (one: StatementFeatures, other: StatementFeatures): Content[] =>
  [...one.content]
    .filter(([meaning]) => ![...other.content.keys()].some((candidate) => alike(meaning, candidate)))
    .map(([, content]) => content);

/** Equal, or one a longer form of the other. */
function alike(one: string, other: string): boolean {
  if (one === other) return true;
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return short.length >= 5 && long.startsWith(short) && long.length - short.length <= 3;
}

function inNumbers(a: StatementFeatures, b: StatementFeatures): Difference[] {
  const [was, now] = [a.numbers.join(', '), b.numbers.join(', ')];
  return was === now ? [] : [{ what: 'number', was, now }];
}

/** A month alone agrees with any day of it; one that names no day with any. */
function inDates(a: StatementFeatures, b: StatementFeatures): Difference[] {
  const agree = (one: string, other: string) =>
    one === other || one.startsWith(other) || other.startsWith(one);
  const missing = (from: string[], to: string[]) =>
    from.filter((one) => !to.some((other) => agree(one, other)));
  const [was, now] = [missing(a.dates, b.dates), missing(b.dates, a.dates)];
  return was.length > 0 && now.length > 0 ? [{ what: 'date', was: was.join(', '), now: now.join(', ') }] : [];
}

/** A negation and an opposite together say the same again ("stays shut", "does not reopen"): they cancel out. */
function inSense(a: StatementFeatures, b: StatementFeatures): { differs: Difference[]; cancelled: string[] } {
  const opposed: Difference[] = [];
  for (const [axis, { sign, word }] of a.directions) {
    const other = b.directions.get(axis);
    if (other && sign * other.sign === -1) opposed.push({ what: 'direction', was: word, now: other.word });
  }
  if (a.negated === b.negated) return { differs: opposed, cancelled: [] };
  if (opposed.length === 1) return { differs: [], cancelled: [opposed[0]!.was, opposed[0]!.now] };
  const say = (one: StatementFeatures) => (one.negated ? 'denied' : 'asserted');
  return { differs: [...opposed, { what: 'negation', was: say(a), now: say(b) }], cancelled: [] };
}

/** Other names in their place, or the same names with their parts exchanged. */
function inActors(a: StatementFeatures, b: StatementFeatures): Difference[] {
  const missing = (one: StatementFeatures, other: StatementFeatures) =>
    one.names.filter((name) => ![...other.tokens].some((token) => alike(name, token)));
  const [was, now] = [missing(a, b), missing(b, a)];
  if (was.length > 0 && now.length > 0) return [{ what: 'actor', was: was.join(', '), now: now.join(', ') }];
  return exchanged(a, b) ? [{ what: 'actor', was: a.names.join(', '), now: b.names.join(', ') }] : [];
}

function exchanged(a: StatementFeatures, b: StatementFeatures): boolean {
  if (a.symmetric || b.symmetric || a.passive !== b.passive) return false;
  const order = (one: StatementFeatures) => [...one.tokens].filter((token) => named.has(token));
  const named = new Set([...a.names, ...b.names].filter((name) => a.tokens.has(name) && b.tokens.has(name)));
  return named.size === 2 && order(a).join() !== order(b).join();
}
