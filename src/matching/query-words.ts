import { synonymLines } from '../statements/vocabulary.js';
import { stem } from '../statements/stem.js';
import { nearLines } from './near-words.js';
import type { Token } from './tokens.js';
import { actorLines } from './vocabulary.js';

/** The most words that a search is asked for. */
const MOST = 120;

const actors = new Map(actorLines.map(([actor, ...names]) => [actor!, names] as const));
const groups = new Map<string, Set<string>>();
for (const line of [...synonymLines, ...nearLines])
  for (const word of line) {
    const own = groups.get(stem(word)) ?? new Set<string>();
    for (const other of line) own.add(other);
    groups.set(stem(word), own);
  }

/**
 * The words by which to look for what may match: those of the record first, then those that mean the same, so that what
 * says it in other words is found as well.
 *
 * @param alike words that a dictionary gives for one
 */
export function queryWords(tokens: readonly Token[], alike: (word: string) => readonly string[]): string[] {
  const own = tokens.flatMap(({ word, text }) => actors.get(word) ?? [text]);
  const others = tokens.flatMap(({ word, stem: one }) =>
    actors.has(word) ? [] : [...alike(word), ...(groups.get(one) ?? [])],
  );
  const words = [...own, ...others].flatMap((name) => name.toLowerCase().match(/[\p{L}\p{N}]{2,}/gu) ?? []);
  return [...new Set(words)].slice(0, MOST);
}
