/** Verbs of the news, in their plain form. */
const VERBS = new Set(
  `abandon abduct abolish abstain accept achieve acquire act add adjourn adopt advance agree aim allocate allow ally
   amend annex announce annul appeal apply appoint approve arm arrest ask assassinate assemble assume attack attend
   authorise avert award back ban bar beat become begin blame block board bomb boycott breach break bring broaden burn
   buy bypass call campaign cancel capsize capture carry cause cease cede challenge change charge claim clarify clash
   clear close coerce collapse collect command commit compete complete concede conclude condemn conduct confirm
   confiscate confront contest contract control convene convert convict cost cover crack crash create criticise cross
   curb cut damage deal debut decide declare decline decrease deepen default defeat defect defend defer defy delay
   delist deliver demand denounce deny depart deploy deport derail destroy detain deter devalue develop die dilute
   disband disclose discover dismiss dispatch displace dispute disrupt dissolve divert double downgrade drop dump
   dwindle earn ease eject elect embrace emerge enact end endanger endorse enforce engage enlarge enlist enter equip
   erode escalate escape establish evacuate evict exceed exchange exclude execute exempt exhaust exit expand expel
   expire explode exploit export extend face fail fall falter favour feed fight file fill find fine finish fire fix
   flee float flood fly follow forbid force forgo form found fracture free freeze fund gain gather generate get give
   go grant grow guarantee halt hamper handle harm head help hike hinder hit hold host ignite ignore impair impeach
   import impose improve inaugurate incite include increase indict inform infringe inject insist inspect install
   intensify intercept intervene introduce invade investigate invite invoke isolate issue jail join jump keep kill
   land lapse last launch lay lead lease leave legalise let levy liberate lift limit link list lobby lock loosen loot
   lose lower lure maintain make manage march match mediate meet merge militarise mobilise modify mount move mutiny
   nationalise negotiate nominate nullify object obtain occupy occur offer offset open operate oppose order oust
   outlast outlaw overhaul override overrule oversee overtake overturn own pardon pass patrol pause pay peak penalise
   perish permit persist pick pivot place plan plead pledge plummet plunge post postpone pour prepare present prevail
   prevent privatise probe proceed produce prohibit promise prompt propose prosecute protect protest prove provide
   provoke pull punish purchase pursue push quit race raid raise rally ratify ration reach react rebel rebuff rebuild
   recall recapture recede receive recognise reconcile record recover recruit redeploy redirect reduce refer refuse
   regain regulate reimpose reinstate reject relax release relent relinquish relocate remain remove renew reopen
   repatriate repay repeal repel replace replenish report require rescind rescue resign resist respond restart restore
   restrict restructure resume retain retake retaliate retire retreat return reunite reverse revert review revise
   revive revoke rise rule run sabotage sack sail sanction save scale scrap seal secede secure seek seize sell send
   settle shed shell shelve shift ship shoot shrink shut side sign sink sit skip skyrocket slash slide slip slow slump
   smuggle soar spark spend spike spill splinter split sponsor spread squeeze stabilise stage stall stand start state
   stay steal steer step stop storm strand strengthen strike strip stumble subsidise succeed succumb sue suffer summon
   supply support suppress surface surge surpass surrender survive suspend swell swing switch take target tax tear
   tell test threaten tie tighten tip top topple toughen tour track trade transfer transit travel trigger trim triumph
   try tumble turn undergo unify unite unravel unveil upgrade uphold urge use vacate veto visit void vote vow wait
   waive walk warn waver weaken widen win withdraw withhold work worsen write yield`.split(/\s+/),
);
/** Forms that are nouns as often as verbs. */
const ALSO_NOUNS =
  /^(?:act|aim|ally|appeal|arm|attack|award|back|ban|bar|blame|board|bomb|boycott|breach|burn|call|campaign|challenge|change|charge|claim|clash|close|collapse|command|contest|contract|control|cost|cover|crack|crash|cross|curb|cut|damage|deal|debut|decline|decrease|default|defeat|defect|delay|demand|dispatch|dispute|dump|ease|end|escape|exchange|exit|exploit|export|face|fall|favour|feed|fight|file|fine|finish|fire|fix|float|flood|force|form|fund|gain|guarantee|halt|harm|head|help|hike|hit|hold|host|import|increase|issue|jail|jump|land|lapse|last|launch|lead|lease|levy|lift|limit|link|list|lobby|lock|loot|lure|march|match|move|mutiny|object|offer|offset|order|patrol|pause|pay|peak|pick|pivot|place|plan|pledge|plunge|post|present|probe|promise|prompt|protest|pull|push|race|raid|raise|rally|ration|rebel|recall|record|release|report|rescue|restart|return|reverse|review|rise|rule|run|sabotage|sack|sail|sanction|scale|seal|shell|shift|ship|shoot|side|sink|skip|slide|slip|slow|slump|spark|spike|spill|split|sponsor|spread|squeeze|stage|stall|stand|start|state|steal|step|stop|storm|strike|strip|supply|support|surface|surge|swell|swing|switch|target|tax|tear|test|tie|tip|top|tour|track|trade|transfer|transit|travel|trigger|trim|triumph|try|tumble|turn|upgrade|use|veto|visit|void|vote|vow|wait|walk|win|work|yield)$/;
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
