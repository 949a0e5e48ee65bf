import { stem } from '../statements/stem.js';
import { PHRASES, STOP_WORDS } from '../statements/vocabulary.js';
import type { Lexicon } from './types.js';
import { actorLines, EMPTY_WORDS, EVENT_PHRASES, regularForm } from './vocabulary.js';

/** A word that says something. */
export interface Token {
  /** As it stands. */
  text: string;
  /** Lower case, without diacritics; an actor by its one name. */
  word: string;
  stem: string;
  /** Whether it is a name: an actor's, or written with a capital where no sentence begins. */
  isName: boolean;
  /** Whether a capital says nothing, as a sentence begins with it. */
  begins: boolean;
  /** Its place among all words of the text. */
  place: number;
}

const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '');
const escape = (text: string): string => text.replace(/[.+*?^$()[\]{}|\\]/g, '\\$&');

const actorByName = new Map(
  actorLines.flatMap(([actor, ...names]) => names.map((name) => [fold(name), actor!] as const)),
);
const NAMES = [...actorByName.keys()].sort((a, b) => b.length - a.length).map(escape);
const WORD = new RegExp(
  `(?<![\\p{L}\\d])(?<actor>${NAMES.join('|')})(?![\\p{L}\\d])|(?<acronym>(?:\\p{Lu}\\.){2,})|(?<word>\\p{L}+(?:['’]\\p{L}+)*)|(?<end>[.!?:;]\\s|\\n)`,
  'gu',
);

/** The words of a text that say something, in order. Where nearly every word has a capital, as in some headlines, none tells a name. */
export function tokensOf(text: string): Token[] {
  const plain = phrased(fold(text));
  const shouting = isTitleCase(plain);
  const tokens: Token[] = [];
  let [place, begins] = [0, true];
  for (const match of plain.matchAll(WORD)) {
    if (match.groups!['end'] !== undefined) {
      begins = true;
      continue;
    }
    place += 1;
    const actor = match.groups!['actor'];
    const raw = (match.groups!['acronym']?.replace(/\./g, '') ?? match[0]).replace(/['’]s$/, '');
    const word = actor ? actorByName.get(actor)! : regularForm(raw.toLowerCase());
    const isAcronym = /^\p{Lu}{2,6}s?$/u.test(raw) && !shouting;
    const isName =
      actor !== undefined
        ? /^\p{Lu}/u.test(actor)
        : isAcronym || (/^\p{Lu}/u.test(raw) && !begins && !shouting);
    const opens = begins && actor === undefined && /^\p{Lu}/u.test(raw);
    begins = false;
    if (
      !actor &&
      !isAcronym &&
      (EMPTY_WORDS.has(word) || EMPTY_WORDS.has(raw.toLowerCase()) || STOP_WORDS.has(word) || word.length < 2)
    )
      continue;
    tokens.push({ text: raw, word, stem: actor ? word : stem(word), isName, begins: opens, place });
  }
  return tokens;
}

/** The different stems of a text. */
export const stemsOf = (text: string): string[] => [...new Set(tokensOf(text).map((token) => token.stem))];

/** Phrases that mean one word become it, in whichever case. */
function phrased(text: string): string {
  let result = text.replace(/[’‘]/g, "'");
  for (const [pattern, word] of [...EVENT_PHRASES, ...LOOSE]) result = result.replace(pattern, ` ${word} `);
  return result;
}
const LOOSE = PHRASES.map(([pattern, word]) => [new RegExp(pattern.source, 'giu'), word] as const);

function isTitleCase(text: string): boolean {
  const words = text.match(/\p{L}{4,}/gu) ?? [];
  return words.length >= 5 && words.filter((word) => /^\p{Lu}/u.test(word)).length > words.length * 0.8;
}

/** Of a sentence's first word: whether a dictionary knows it as a name, or not at all. */
export function isNameIn(token: Token, lexicon: Lexicon): boolean {
  if (!token.begins) return token.isName;
  const asName = lexicon(token.word.replace(/^./, (letter) => letter.toUpperCase()));
  return lexicon(token.word).size === 0 || [...asName.values()].some((strength) => strength === 1);
}

/** As a dictionary is asked: a name with its capital, so that no common word is taken for it. */
export const asListed = ({ isName, text, word }: Token): string =>
  isName && word === text.toLowerCase() ? word.replace(/^./, (letter) => letter.toUpperCase()) : word;
