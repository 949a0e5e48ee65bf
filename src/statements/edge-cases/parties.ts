import type { Reading } from '../reading.js';
import { finiteVerbs } from '../verbs.js';

const NAME = "(?:the )?(?:\\p{Lu}[\\p{L}'’.-]*(?: (?:of|de|da|van|von|al|and the) (?=\\p{Lu}))? ?)+";
const PAIR = new RegExp(`(?<first>${NAME})\\band (?<second>${NAME})`, 'u');
const NOBODY =
  /^(?:The|An?|All|At|More|Two|Three|No|New|In|By|On|If|There|Public|Several|Schools|Ships|Prices)$/;

/** Two who act together: "Iran and Oman sign". */
export function pairOf({ text, mainFrom }: Reading): [string, string] | null {
  const pair = PAIR.exec(text.slice(mainFrom))?.groups;
  if (!pair) return null;
  const [first, second] = [clean(pair['first']!), clean(pair['second']!)];
  return first && second ? [first, second] : null;
}

/** Who acts, where the subject has a name: "the Bank of England", "Kenya's Supreme Court". */
export function actorOf({ text, mainFrom }: Reading): string | null {
  const main = text.slice(mainFrom);
  const [verb] = finiteVerbs(main);
  if (!verb) return null;
  const subject = clean(main.slice(0, verb.from).split(/,/).at(-1)!);
  const words = subject.split(' ');
  const named = words.some((word, i) => /^\p{Lu}/u.test(word) && (i > 0 || !NOBODY.test(word)));
  return named && words.length <= 7 && !/\d/.test(subject) ? subject : null;
}

/** A name as it reads inside a sentence. */
function clean(name: string): string {
  const words = name.trim().replace(/^(?:The|An?) /, (article) => article.toLowerCase());
  return NOBODY.test(words) ? '' : words;
}
