/** Verbs of the news, in their plain form. */
const VERBS = new Set(
  `abandon abolish accept acquire adopt advance agree allow annex announce annul appoint approve arrest ask assassinate attack
   back ban beat become begin block board bomb boycott break bring buy call cancel capture carry cause cease challenge change charge
   claim clear close collapse complete confirm convict crash create cross cut declare decline default defeat defend defer delay
   deliver demand deny deploy devalue discover dismiss dissolve double downgrade drop elect end enter escalate exceed exchange
   execute expand expel exploit export extend fail fall fill find fine fire fly follow force form freeze gain get give go grant grow
   halt handle hit hold host impeach impose improve increase indict intervene introduce invade invoke issue join jump keep kill land
   launch lead leave lift list lose lower make meet merge mount move nationalise nominate obtain occur open order oust pass pay
   persist pick plunge post postpone pull push quit raid raise ratify reach recall recapture receive recognise record recover reduce
   refuse reject release remove renew reopen repay repeal replace report resign resume retain retire retreat return reverse
   rise rule run seize sell send ship shoot shut sign sink sit slow spread stage stand start state stop storm strike
   suffer suspend switch take tell test threaten tighten tip topple trade transfer trigger turn uphold veto vote win
   withdraw win worsen write`.split(/\s+/),
);
/** Forms that are nouns as often as verbs. */
const ALSO_NOUNS =
  /^(?:attack|back|ban|board|bomb|boycott|call|challenge|change|charge|claim|close|collapse|crash|cross|cut|decline|default|defeat|delay|demand|end|exchange|exploit|export|fall|fine|fire|force|form|gain|halt|hit|hold|host|increase|issue|jump|land|launch|lead|list|lift|move|order|pay|pick|plunge|post|pull|push|raid|raise|recall|record|release|report|return|reverse|rise|rule|run|ship|shoot|sink|slow|spread|stage|stand|start|state|stop|storm|strike|switch|test|tip|trade|transfer|trigger|turn|veto|vote|win)$/;
/** What opens the object or the circumstance behind a verb, and rarely follows a noun. */
const AFTER_A_VERB =
  /^(?:the|an?|its|their|his|her|it|them|all|any|no|more|less|at|above|below|past|back|out|off|down|up|back|by|through|short|both|two|three|four|five|ten|\d.*|\p{Lu}.*|[a-z]+s|early|again|late)$/u;
const BEFORE_A_NOUN =
  /^(?:the|an?|its|their|his|her|of|for|by|with|to|from|in|on|at|no|any|more|new|first|second|general|joint|air|drone|this|that|each|every|between|against|over|under|into)$/i;

export interface Verb {
  /** Offset in the text, and behind it. */
  from: number;
  to: number;
  form: 'singular' | 'plural' | 'auxiliary';
}

/** The finite verbs of a text, as far as a list of words can tell them from nouns. */
export function finiteVerbs(text: string): Verb[] {
  const words = [...text.matchAll(/[\p{L}\d](?:[\p{L}\d.'’-]*[\p{L}\d])?/gu)];
  return words.flatMap((match, i): Verb[] => {
    const word = match[0];
    const form = formOf(word);
    if (form === null) return [];
    const [before, after] = [words[i - 1]?.[0] ?? '', words[i + 1]?.[0] ?? ''];
    if (form !== 'auxiliary' && BEFORE_A_NOUN.test(before)) return [];
    if (form === 'plural' && !isPlural(before) && !/^(?:and|or|then|who|that|which)$/.test(before)) return [];
    const base = form === 'singular' ? baseOf(word)! : word;
    const ends = !/^\s+\p{L}|^\s+\d/u.test(text.slice(match.index + word.length));
    if (form === 'singular' && ALSO_NOUNS.test(base) && !ends && !AFTER_A_VERB.test(after)) return [];
    return [{ from: match.index, to: match.index + word.length, form }];
  });
}

function formOf(word: string): Verb['form'] | null {
  if (/^(?:is|are|will|has|have|was|were|does|do)$/.test(word)) return 'auxiliary';
  if (VERBS.has(word)) return 'plural';
  return baseOf(word) === null ? null : 'singular';
}

/** The plain form of "closes", "carries", "falls"; null where it is no verb of the list. */
function baseOf(word: string): string | null {
  const forms = [word.replace(/ies$/, 'y'), word.replace(/es$/, ''), word.replace(/s$/, '')];
  return forms.find((form) => form !== word && VERBS.has(form)) ?? null;
}

const isPlural = (word: string): boolean =>
  /[^s'’]s$/.test(word) || /^(?:people|police|men|women|both|they|troops|we|who)$/i.test(word);

/**
 * The plain form of a verb that ends in "-ing": "losing" is "lose".
 *
 * @example plainForm('cutting') // => 'cut'
 */
export function plainForm(gerund: string): string {
  const stem = gerund.replace(/ing$/, '');
  const known = [stem, `${stem}e`, stem.replace(/(.)\1$/, '$1')].find((form) => VERBS.has(form));
  return (
    known ?? (/[aeiou][bcdgkmpstvz]$/.test(stem) && !/[aeiou]{2}.$|[eo]n$/.test(stem) ? `${stem}e` : stem)
  );
}

/** "is lifted", "are cut": what a passive is made of, but for those that only tell of a state, or of a person. */
export const PARTICIPLE =
  '(?!(?:elected|re-elected|killed|injured|wounded|expected|supposed|scheduled|forced|indeed|located|based|limited|required|allowed|born|held|needed|confirmed|reported|likely|dead|estimated|infected)\\b)(?:re-?)?(?:\\p{L}+ed|begun|broken|brought|built|caught|chosen|cut|drawn|driven|given|hit|lost|made|overthrown|put|sent|set|shot|shut|sold|struck|sunk|taken|torn|withdrawn|won|written)';
