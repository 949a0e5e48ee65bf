/** Verbs of the news, in their plain form. */
const VERBS = new Set(
  `abandon abolish accept achieve acquire act add adopt advance agree aim allocate allow amend annex announce annul apply
   appoint approve arrest ask assassinate assume attack attend authorise avert award back ban bar beat become begin blame block
   board bomb boycott break bring burn buy call cancel capsize capture carry cause cease cede challenge change charge claim
   clash clear close collapse command commit compete complete concede conclude conduct confirm confiscate control convene
   convert convict cost cover crash create cross curb cut damage deal decide declare decline deepen default defeat defend defer
   defy delay deliver demand deny depart deploy deport derail destroy detain devalue develop die disband discover dismiss
   disrupt dissolve divert double downgrade drop earn ease elect emerge enact end enter erode escalate escape establish
   evacuate evict exceed exchange exclude execute exempt exit expand expel explode exploit export extend fail fall fight fill
   find fine finish fire fix flee float flood fly follow forbid force form found free freeze fund gain get give go grant grow
   guarantee halt handle harm head help hike hit hold host impeach import impose improve inaugurate include increase indict
   inject inspect install intensify intercept intervene introduce invade investigate invite invoke isolate issue jail join jump
   keep kill land lapse last launch lay lead lease leave let levy lift limit link list loosen lose lower maintain make manage
   march match meet merge mobilise modify mount move nationalise nominate object obtain occupy occur offer open operate oppose
   order oust outlast outlaw overhaul override overrule overtake own pardon pass patrol pay peak permit persist pick place plan
   plead pledge plunge post postpone prepare present prevail prevent proceed produce prohibit promise propose prosecute protect
   protest prove provide pull purchase pursue push quit race raid raise rally ratify ration reach react rebuild recall
   recapture recede receive recognise record recover recruit reduce refer refuse regain regulate reimpose reinstate reject
   relax release relocate remain remove renew reopen repay repeal replace report require rescue resign respond restore restrict
   restructure resume retain retire retreat return reverse revert review revise revive revoke rise rule run sack sail sanction
   save scale scrap secure seek seize sell send settle shed shell shift ship shoot shrink shut sign sink sit skip slash slide
   slip slow slump soar spend split sponsor spread squeeze stage stall stand start state stay steal step stop storm strand
   strengthen strike strip succeed sue suffer summon supply support surge surpass surrender survive suspend switch take tax
   tear tell test threaten tie tighten tip top topple tour track trade transfer transit travel trigger try tumble turn undergo
   unify unite unveil uphold urge use vacate veto visit void vote wait waive walk warn weaken win withdraw work worsen write`.split(
    /\s+/,
  ),
);
/** Forms that are nouns as often as verbs. */
const ALSO_NOUNS =
  /^(?:act|aim|attack|award|back|ban|bar|blame|board|bomb|boycott|burn|call|challenge|change|charge|claim|clash|close|collapse|command|control|cost|cover|crash|cross|curb|cut|damage|deal|decline|default|defeat|delay|demand|ease|end|escape|exchange|exit|exploit|export|fall|fight|fine|finish|fire|fix|float|flood|force|form|fund|gain|guarantee|halt|harm|head|help|hike|hit|hold|host|import|increase|issue|jail|jump|land|lapse|last|launch|lead|lease|levy|lift|limit|link|list|march|match|move|object|offer|order|patrol|pay|peak|pick|place|plan|pledge|plunge|post|present|promise|protest|pull|push|race|raid|raise|rally|ration|recall|record|release|report|rescue|return|reverse|review|rise|rule|run|sack|sail|sanction|scale|shell|shift|ship|shoot|sink|skip|slide|slip|slow|slump|split|sponsor|spread|squeeze|stage|stall|stand|start|state|steal|step|stop|storm|strike|strip|supply|support|surge|switch|tax|tear|test|tie|tip|top|tour|track|trade|transfer|transit|travel|trigger|try|tumble|turn|use|veto|visit|void|vote|wait|walk|win|work)$/;
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
    if (BEFORE_A_NOUN.test(before) && (form !== 'auxiliary' || word === 'can')) return [];
    if (form === 'plural' && !isPlural(before) && !/^(?:and|or|then|who|that|which)$/.test(before)) return [];
    const base = form === 'singular' ? baseOf(word)! : word;
    const ends = !/^\s+\p{L}|^\s+\d/u.test(text.slice(match.index + word.length));
    if (form === 'singular' && ALSO_NOUNS.test(base) && !ends && !AFTER_A_VERB.test(after)) return [];
    return [{ from: match.index, to: match.index + word.length, form }];
  });
}

function formOf(word: string): Verb['form'] | null {
  if (/^(?:is|are|will|would|can|could|may|might|must|should|has|have|was|were|does|do)$/.test(word))
    return 'auxiliary';
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
