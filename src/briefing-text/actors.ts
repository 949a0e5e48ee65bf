/** Words that begin with a capital without naming anybody. */
const COMMON = new Set(
  `The A An In On At By For From To Of And But Or If It Its He She They We I You This That These Those There Here When
   While After Before During Since Until Despite However Instead Meanwhile Mr Mrs Ms Dr His Her Their Our My Your As With
   What Who Which Why How Not No Yes One Two Three Far Then Now Both Each Every Some Many Most More Such So Yet Still Also
   Earlier Later Last Next First Second Recent Maybe Monday Tuesday Wednesday Thursday Friday Saturday Sunday January
   February March April May June July August September October November December Feb Jan Mar Apr Jun Jul Aug Sept Oct Nov
   Dec Russian American Ukrainian European Western ET UTC GMT`.split(/\s+/),
);
const TITLES =
  /^(?:President|Prime|Minister|Secretary|Foreign|Defen[cs]e|Deputy|Vice|Chief|General|Gen|Mr|Mrs|Ms|Dr|Chancellor|King|Queen|Senator|Governor|Ambassador|U\.S|of|State|Staff)\.?$/;
const NAME =
  /\p{Lu}[\p{L}’'-]*(?:\.\p{Lu})*\.?(?: (?:(?:of|de|van|von|al|bin) )?\p{Lu}[\p{L}’'-]*(?:\.\p{Lu})*\.?){0,9}/gu;
const VERB =
  /\b(?:said|says|told|tells|announced|called|agreed|posted|reported|confirmed|denied|warned|proposed|accused|noted|added|insisted|claimed|demanded|stated|met|spoke|signed|ordered|rejected|accepted|launched|struck|killed|seized|voted|approved|suggested|remarked|commented|emphasi[sz]ed|indicated|described|discussed|arrived|expelled|halted|closed|opened|arrested|fined|urged|vowed|pledged|refuted|dismissed)\b/;

/** Whether a sentence tells of something said or done. */
export function tellsOfAnAction(sentence: string): boolean {
  return VERB.test(sentence);
}

/**
 * The names in a sentence: runs of capitalised words. The first word of a sentence is capitalised in any case, so it
 * counts only inside a longer name or where `repeated` knows it from elsewhere. A heuristic, and no more.
 */
export function actorsIn(sentence: string, repeated: ReadonlySet<string>): string[] {
  const actors: string[] = [];
  for (const m of sentence.matchAll(NAME)) {
    const words = m[0]
      .replace(/['’]s?$/, '')
      .replace(/\.$/, '')
      .split(' ');
    while (words.length > 0 && (COMMON.has(words[0]!.replace(/['’].*/, '')) || TITLES.test(words[0]!)))
      words.shift();
    while (words.length > 0 && COMMON.has(words.at(-1)!)) words.pop();
    const name = words.join(' ').replace(/['’]s?$/, '');
    if (name.length < 2 || !/\p{L}{2}/u.test(name)) continue;
    const opens = m.index <= 1 && words.length === 1 && m[0].split(' ').length === 1;
    if (opens && !repeated.has(name)) continue;
    if (!actors.includes(name)) actors.push(name);
  }
  return actors;
}

/** The capitalised words that stand inside a sentence somewhere, and so are names even at the start of another. */
export function repeatedNames(sentences: string[]): Set<string> {
  const names = new Set<string>();
  for (const sentence of sentences) {
    for (const m of sentence.matchAll(/(?<=[\p{Ll},] )\p{Lu}[\p{L}-]+/gu)) {
      if (!COMMON.has(m[0])) names.add(m[0]);
    }
  }
  return names;
}
