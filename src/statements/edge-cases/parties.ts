import type { Reading } from '../reading.js';
import { finiteVerbs } from '../verbs.js';

/** "Iran", "the Bank of England", "Kenya's electoral commission"; not "Inflation in the euro area". */
const ACTOR =
  /^(?:the )?\p{Lu}[\p{L}.&+-]*(?:(?: (?:of|of the|for|and|de|da|van|von|al))? \p{Lu}[\p{L}.’'&+-]*)*(?:(?<=['’]s?)(?: \p{L}+){1,4})?$/u;
const NOBODY =
  /^(?:The|An?|All|At|More|Two|Three|No|New|In|By|On|If|There|Public|Several|Schools|Ships|Prices)$/;
/** Words inside a name: "Bank of England", "Ursula von der Leyen" as far as "von". */
const WITHIN_A_NAME = new Set(['of', 'de', 'da', 'van', 'von', 'al']);

/** Two who are named together; `act` where they are the subject, as in "Iran and Oman sign". */
export function pairOf({ text, mainFrom }: Reading): { names: [string, string]; act: boolean } | null {
  const main = text.slice(mainFrom);
  const pair = findPair(main);
  if (!pair) return null;
  const [first, second] = [clean(pair.first), clean(pair.second)];
  const [verb] = finiteVerbs(main);
  return first && second
    ? { names: [first, second], act: verb !== undefined && pair.from < verb.from }
    : null;
}

/** Who acts, where the subject is a name. */
export function actorOf({ text, mainFrom }: Reading): string | null {
  const main = text.slice(mainFrom);
  const [verb] = finiteVerbs(main);
  const subject = verb ? clean(main.slice(0, verb.from).split(/,/).at(-1)!) : '';
  return subject.split(' ').length <= 8 && ACTOR.test(subject) ? subject : null;
}

interface Word {
  text: string;
  from: number;
  to: number;
  /** Whether one space alone parts it from the next. */
  joined: boolean;
}

/** The first two names with "and" between them. Each word is looked at once. */
function findPair(text: string): { first: string; second: string; from: number } | null {
  const words = wordsOf(text);
  for (let at = 0; at < words.length; at += 1) {
    if (!opensName(words, at)) continue;
    const name = nameFrom(words, at);
    const and = name.ands.at(-1);
    if (and !== undefined) {
      const second = nameFrom(words, and + 1);
      return {
        first: text.slice(words[at]!.from, words[and - 1]!.to),
        second: text.slice(words[and + 1]!.from, words[second.last]!.to),
        from: words[at]!.from,
      };
    }
    at = name.last; // A shorter name that begins inside this one ends where it ends.
  }
  return null;
}

function wordsOf(text: string): Word[] {
  const words = [...text.matchAll(/[\p{L}'’.-]+/gu)].map((match): Word => {
    const own = match[0].replace(/^['’.-]+/, '');
    const to = match.index + match[0].length;
    return { text: own, from: to - own.length, to, joined: false };
  });
  return words.map((word, i) => ({
    ...word,
    joined: words[i + 1]?.from === word.to + 1 && text[word.to] === ' ',
  }));
}

const isCapitalised = (word: Word | undefined): boolean => word !== undefined && /^\p{Lu}/u.test(word.text);

/** Whether a name begins at a word: at a capital, or at "the" before one. */
const opensName = (words: readonly Word[], at: number): boolean =>
  isCapitalised(words[at]) || (words[at]?.text === 'the' && words[at].joined && isCapitalised(words[at + 1]));

/** The longest name that begins at a word: its last word, and each "and" after which another name could begin. */
function nameFrom(words: readonly Word[], at: number): { last: number; ands: number[] } {
  const follows = (from: number, steps: number) => {
    for (let step = 0; step < steps; step += 1) if (!words[from + step]!.joined) return false;
    return isCapitalised(words[from + steps]);
  };
  const ands: number[] = [];
  let last = isCapitalised(words[at]) ? at : at + 1;
  while (words[last]!.joined) {
    const next = words[last + 1]!;
    if (next.text === 'and' && next.joined && opensName(words, last + 2)) ands.push(last + 1);
    if (isCapitalised(next)) last += 1;
    else if (WITHIN_A_NAME.has(next.text) && follows(last, 2)) last += 2;
    else if (next.text === 'and' && words[last + 2]?.text === 'the' && follows(last, 3)) last += 3;
    else break;
  }
  return { last, ands };
}

/** A name as it reads inside a sentence; empty for a word that only opened one. */
function clean(name: string): string {
  const words = name.trim().replace(/^(?:The|An?) /, (article) => article.toLowerCase());
  return NOBODY.test(words) ? '' : words;
}
