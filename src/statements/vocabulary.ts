/** The words that the matching of statements knows. Newsroom English; every list is by stem-able form, lower case. */

/** Two words and more that mean one. Applied in order, before words are told apart. */
export const PHRASES: readonly (readonly [RegExp, string])[] = [
  [/\b(?:per cent|percent|percentage points?|pct)\b|%/g, ' percent '],
  [/\bcall(s|ed|ing)? off\b/g, 'cancel'],
  [/\b(?:step|stand)(s|ped|ping|ing)? (?:down|aside)\b|\bstood down\b/g, 'resign'],
  [/\b(?:fall|fell|falls|fallen|break|breaks|broke|broken|breaking)(?:ing)? (?:apart|down)\b/g, 'collapse'],
  [/\b(?:give|gives|gave|given|giving) up\b/g, 'abandon'],
  [/\b(?:take|takes|took|taken|taking) over\b/g, 'acquire'],
  [
    /\bvot(?:e|es|ed|ing) (?:down|against)\b|\b(?:strike|strikes|struck|throw|throws|threw|thrown) (?:down|out)\b/g,
    'reject',
  ],
  [/\b(?:go|goes|went|going|come|comes) back\b/g, 'return'],
  [
    /\b(?:pull|pulls|pulled|back|backs|backed) out(?: of)?\b|\b(?:walk|walks|walked) away(?: from)?\b/g,
    'leave',
  ],
  [/\b(?:set|sets) off\b/g, 'cause'],
  [/\b(?:shut|shuts|close|closes|closed|closing) down\b/g, 'close'],
  [/\b(?:snap|early|premature) (election|poll|vote|ballot)s?\b/g, 'earlyelection'],
  [/\b(?:for good|for ever)\b/g, 'permanently'],
  [/\b(?:a|one) fortnight\b|\bfortnight\b/g, '2 weeks'],
  [/\b(?:go|goes|went|put|puts|stand|stands) on trial\b/g, 'trial begins'],
  [/\bin (?:a|one) row\b/g, 'consecutive'],
  [/\bat (?:the same time|once)\b/g, 'together'],
  [/\bin part\b/g, 'partly'],
  [/\bcease-fire\b/g, 'ceasefire'],
  [/\bwalk-?outs?\b/g, 'strike'],
  [/\bremainder\b/g, 'rest'],
  [/\bnation-?wide\b/g, 'national'],
];

/** Each line is one meaning. */
const SYNONYMS = [
  'close shut closure shutdown',
  'stop halt cease suspend interrupt pause',
  'resume restart',
  'begin start commence began begun',
  'open inaugurate',
  'remain stay',
  'rise climb increase grow gain surge jump rose risen grew grown',
  'fall drop decline decrease sink slump slip plunge fell fallen sank',
  'raise hike',
  'cut reduce lower trim slash',
  'resign',
  'leave quit exit withdraw recall left withdrew withdrawn',
  'dismiss sack fire oust remove',
  'release free',
  'seize capture take conquer took taken',
  'sign conclude seal',
  'agree settle accord',
  'truce ceasefire armistice',
  'reject refuse',
  'approve authorise authorize clear',
  'pass adopt enact',
  'annul overturn quash void revoke',
  'ban prohibit forbid outlaw',
  'protester demonstrator',
  'protest demonstration rally',
  'strike stoppage',
  'vote ballot poll',
  'lose defeat lost beaten',
  'parliament assembly legislature',
  'company firm business',
  'country state nation',
  'government cabinet',
  'price cost',
  'person people resident inhabitant',
  'ship vessel boat',
  'lorry truck',
  'permanently permanent',
  'delay postpone late later beyond',
  'permit licence license',
  'deal pact treaty agreement contract',
  'inquiry investigation probe',
  'abandon scrap',
  'collapse disintegrate crumble',
  'supply delivery shipment',
  'acquire buy bought purchase',
  'kill die death dead',
  'attack assault',
  'spread reach extend',
  'expel exclude evict',
  'fine penalise penalize',
  'majority most',
  'partly partial partially',
  'seek ask request file apply',
  'exceed surpass above over',
  'below under',
  // Irregular forms.
  ...['pay paid', 'sell sold', 'keep kept', 'hold held', 'win won', 'meet met', 'build built', 'send sent'],
  ...[
    'break broke broken',
    'speak spoke spoken',
    'choose chose chosen',
    'freeze froze frozen',
    'steal stole stolen',
  ],
  ...['make made', 'say said', 'find found', 'bring brought', 'fight fought', 'spend spent'],
] as const;

/** Opposites: on one axis, the words before the bar and those after it exclude each other. */
export const OPPOSITES = [
  'rise raise double upgrade above exceed high more | fall cut halve downgrade below low less fewer',
  'open begin resume reopen restart | close stop end cancel',
  'win keep retain | lose',
  'accept pass approve agree uphold confirm | reject annul block dismiss',
  'pay | refuse reject withhold',
  'hold | break collapse breach',
  'sign | break breach',
  'join enter | leave',
  'impose | lift',
  'import | export',
  'north northern | south southern',
  'east eastern | west western',
  'release | detain arrest try',
  'before | after',
  'find | lose',
  'seize | retake recapture',
] as const;

/** They say nothing by themselves. */
export const STOP_WORDS = new Set(
  `a an the of to in on at by for from with and or as its it their his her is are was were be been being has have had do
  does did will would shall this that these those which who than then so such into onto over via through between within
  during because due amid against across per about around some any all both each other another own same there here
  until till when while where if s also still yet again least most once after before since out up off down not no nor
  never none nobody nothing without cannot neither least at minimum remain`.split(/\s+/),
);

/** They say little: one may stand for another, or be left out. */
export const LIGHT_WORDS = new Set(
  `force make put get give go come take place lead see become person whole full own planned plan date day time season new
  announce call consecutive together row more less longer long fail turn happen occur result residue rest course way
  capacity number level amount member term final last residents mean begins`.split(/\s+/),
);

export const NEGATIONS = new Set('not no never none nobody nothing without neither nor cannot'.split(' '));

export const NUMBER_WORDS: Readonly<Record<string, number>> = {
  ...{ zero: 0, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10 },
  ...{ eleven: 11, twelve: 12, fifteen: 15, twenty: 20, thirty: 30, forty: 40, fifty: 50, sixty: 60 },
  ...{ seventy: 70, eighty: 80, ninety: 90, half: 0.5, dozen: 12, twice: 2 },
  ...{ second: 2.01, third: 3.01, fourth: 4.01, fifth: 5.01, tenth: 0.1, first: 1.01 },
};

export const MONTHS = [
  ...['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september'],
  ...['october', 'november', 'december'],
] as const;

/** Every line of synonyms, as words. */
export const synonymLines: readonly (readonly string[])[] = SYNONYMS.map((line) => line.split(' '));
