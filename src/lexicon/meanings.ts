import type { Lexicon, Meanings } from '../matching/types.js';
import { WordNet } from './wordnet.js';

const PARTS = ['noun', 'verb', 'adj', 'adv'] as const;
type Part = (typeof PARTS)[number];
/** How usual a sense still is, by its place among those of a word. */
const BY_SENSE = [1, 0.8, 0.65, 0.5, 0.4];
const DERIVED = 0.9;
const BROADER = 0.55;
const KEPT = 4000;

let wordNet: WordNet | undefined;

/** Words that share one of the first meanings of a word, or are formed from it. */
export function alikeInWordNet(word: string): string[] {
  wordNet ??= new WordNet();
  const files = wordNet;
  const found = PARTS.flatMap((part) =>
    listed(files, word, part)
      .slice(0, 2)
      .flatMap((offset) => {
        const { words, pointers } = files.synset(part, offset);
        const derived = pointers.filter(({ sign }) => sign === '+' || sign === '\\').slice(0, 3);
        return [...words, ...derived.flatMap((one) => files.synset(one.part, one.offset).words)];
      }),
  );
  return [...new Set(found.filter((one) => !one.includes('_')))].slice(0, ALIKE);
}

const ALIKE = 12;

/** Endings that a listed form does not have, and what stands in their place: WordNet's own rules of detachment. */
const ENDINGS: Record<Part, readonly (readonly [string, string])[]> = {
  noun: [
    ['s', ''],
    ['ses', 's'],
    ['xes', 'x'],
    ['zes', 'z'],
    ['ches', 'ch'],
    ['shes', 'sh'],
    ['ies', 'y'],
  ],
  verb: [
    ['s', ''],
    ['ies', 'y'],
    ['es', 'e'],
    ['es', ''],
    ['ed', 'e'],
    ['ed', ''],
    ['ied', 'y'],
    ['ing', 'e'],
    ['ing', ''],
  ],
  adj: [
    ['er', ''],
    ['est', ''],
    ['er', 'e'],
    ['est', 'e'],
  ],
  adv: [],
};

/**
 * The meanings of words as WordNet has them: their own, those of the words that they are formed from, and with less weight
 * the next broader ones; for the inhabitants of a country and its capital, the country. Of a word with a capital, those of
 * names alone. Files are opened at the first word.
 */
export function wordNetLexicon(): Lexicon {
  const known = new Map<string, Meanings>();
  return (word) => {
    const before = known.get(word);
    if (before) return before;
    wordNet ??= new WordNet();
    if (known.size >= KEPT) known.clear();
    const meanings = meaningsOf(wordNet, word);
    known.set(word, meanings);
    return meanings;
  };
}

function meaningsOf(wordNet: WordNet, word: string): Meanings {
  const meanings = new Map<number, number>();
  const add = (part: Part, offset: number, strength: number) => {
    const id = PARTS.indexOf(part) * 1e9 + offset;
    if ((meanings.get(id) ?? 0) < strength) meanings.set(id, strength);
  };
  const isName = /^\p{Lu}/u.test(word);
  for (const part of PARTS)
    for (const [index, offset] of listed(wordNet, word.toLowerCase(), part)
      .slice(0, BY_SENSE.length)
      .entries()) {
      if (isName && !wordNet.synset(part, offset).words.some((one) => /^\p{Lu}/u.test(one))) continue;
      const strength = BY_SENSE[index]!;
      add(part, offset, strength);
      for (const { sign, offset: other, part: of } of wordNet.synset(part, offset).pointers) {
        if (sign === '+' || sign === '\\') add(of, other, strength * DERIVED);
        else if (sign === '@' || sign === '&' || sign === '*') add(of, other, strength * BROADER);
        else if (sign === '#p' && index === 0 && isCapital(wordNet, part, offset))
          add(of, other, strength * DERIVED);
      }
    }
  return meanings;
}

/** The synsets of a word, or of the form that it is a form of. */
function listed(wordNet: WordNet, word: string, part: Part): number[] {
  const own = wordNet.senses(word, part);
  if (own.length > 0) return own;
  for (const [ending, instead] of ENDINGS[part])
    if (word.endsWith(ending) && word.length > ending.length + 1) {
      const base = word.slice(0, -ending.length);
      for (const form of [base + instead, base.replace(/([bdgklmnprt])\1$/, '$1') + instead]) {
        const found = wordNet.senses(form, part);
        if (found.length > 0) return found;
      }
    }
  return [];
}

const isCapital = (wordNet: WordNet, part: Part, offset: number): boolean =>
  wordNet
    .synset(part, offset)
    .pointers.some(
      ({ sign, offset: other, part: of }) =>
        sign === '@i' && wordNet.synset(of, other).words.includes('national_capital'),
    );
