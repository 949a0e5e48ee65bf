import type { Reading } from '../reading.js';
import { finiteVerbs } from '../verbs.js';

const NAME = "(?:the )?(?:\\p{Lu}[\\p{L}'’.-]*(?: (?:of|de|da|van|von|al|and the) (?=\\p{Lu}))? ?)+";
const PAIR = new RegExp(`(?<first>${NAME})\\band (?<second>${NAME})`, 'u');
/** "Iran", "the Bank of England", "Kenya's electoral commission"; not "Inflation in the euro area". */
const ACTOR =
  /^(?:the )?\p{Lu}[\p{L}.&+-]*(?:(?: (?:of|of the|for|and|de|da|van|von|al))? \p{Lu}[\p{L}.’'&+-]*)*(?:(?<=['’]s?)(?: \p{L}+){1,4})?$/u;
const NOBODY =
  /^(?:The|An?|All|At|More|Two|Three|No|New|In|By|On|If|There|Public|Several|Schools|Ships|Prices)$/;

/** Two who are named together; `act` where they are the subject, as in "Iran and Oman sign". */
export function pairOf({ text, mainFrom }: Reading): { names: [string, string]; act: boolean } | null {
  const main = text.slice(mainFrom);
  const pair = PAIR.exec(main);
  if (!pair) return null;
  const [first, second] = [clean(pair.groups!['first']!), clean(pair.groups!['second']!)];
  const [verb] = finiteVerbs(main);
  return first && second
    ? { names: [first, second], act: verb !== undefined && pair.index < verb.from }
    : null;
}

/** Who acts, where the subject is a name. */
export function actorOf({ text, mainFrom }: Reading): string | null {
  const main = text.slice(mainFrom);
  const [verb] = finiteVerbs(main);
  const subject = verb ? clean(main.slice(0, verb.from).split(/,/).at(-1)!) : '';
  return ACTOR.test(subject) && subject.split(' ').length <= 8 ? subject : null;
}

/** A name as it reads inside a sentence; empty for a word that only opened one. */
function clean(name: string): string {
  const words = name.trim().replace(/^(?:The|An?) /, (article) => article.toLowerCase());
  return NOBODY.test(words) ? '' : words;
}
