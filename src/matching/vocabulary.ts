/** The words that the matching of events knows beside a dictionary: names that stand for one another, opposites, forms. */

/**
 * Each line is one actor, by the names that newspapers give it; a name with a capital is only meant with it. The first
 * is how a dictionary knows it.
 */
const ACTORS = [
  'russia | Russia | Kremlin | Moscow | Russian | Russians',
  'united_states | United States of America | United States | U.S. | US | USA | America | American | Americans | White House | Washington',
  'china | China | Beijing | Chinese | People’s Republic of China | PRC',
  'united_kingdom | United Kingdom | UK | U.K. | Britain | Great Britain | British | Downing Street | Whitehall | London',
  'france | France | French | Paris | Élysée | Elysée | Elysee | Quai d’Orsay',
  'germany | Germany | German | Germans | Berlin | Bundesrepublik',
  'european_union | European Union | EU | Brussels | European Commission | European Council',
  'israel | Israel | Israeli | Israelis',
  'iran | Iran | Iranian | Iranians | Tehran | Teheran | Islamic Republic',
  'ukraine | Ukraine | Ukrainian | Ukrainians | Kyiv | Kiev',
  'turkey | Turkey | Türkiye | Turkish | Turks | Ankara',
  'india | India | Indian | New Delhi | Delhi',
  'japan | Japan | Japanese | Tokyo',
  'north_korea | North Korea | North Korean | North Koreans | DPRK | Pyongyang',
  'south_korea | South Korea | South Korean | South Koreans | Seoul',
  'saudi_arabia | Saudi Arabia | Saudi | Saudis | Riyadh',
  'netherlands | Netherlands | Dutch | Holland | The Hague',
  'spain | Spain | Spanish | Spaniards | Madrid',
  'poland | Poland | Polish | Poles | Warsaw',
  'switzerland | Switzerland | Swiss | Bern',
  'taiwan | Taiwan | Taiwanese | Taipei',
  'palestine | Palestine | Palestinian | Palestinians | Gaza | Gaza Strip',
  'czechoslovakia | Czechia | Czech Republic | Czech | Prague',
  'federal_reserve | Federal Reserve | US Federal Reserve | Fed | FOMC | Federal Open Market Committee',
  'ecb | European Central Bank | ECB',
  'bank_of_england | Bank of England | BoE | Threadneedle Street | Old Lady of Threadneedle Street',
  'bank_of_japan | Bank of Japan | BoJ | BOJ',
  'imf | International Monetary Fund | IMF',
  'united_nations | United Nations | UN | U.N. | Security Council | General Assembly',
  'nato | North Atlantic Treaty Organization | NATO | Nato | Atlantic alliance',
  'who | World Health Organization | World Health Organisation | WHO',
  'wto | World Trade Organization | World Trade Organisation | WTO',
  'opec | OPEC | Opec | OPEC+ | Opec+ | Organization of the Petroleum Exporting Countries',
  'iaea | IAEA | International Atomic Energy Agency | nuclear watchdog | UN nuclear watchdog',
  'icc | International Criminal Court | ICC',
  'icj | International Court of Justice | ICJ | World Court',
  'pentagon | Pentagon | US Department of Defense | Department of Defense',
  'supreme_court | Supreme Court | SCOTUS | top court | highest court',
  'premier | prime minister | Prime Minister | premier | PM | head of government',
  'president | president | President | head of state',
  'parliament | parliament | Parliament | House of Commons | Commons | Bundestag | Knesset | Duma | Congress | legislature | lawmakers | MPs | deputies',
  'central_bank | central bank | Central Bank | rate-setters | ratesetters | monetary policy committee | Monetary Policy Committee | MPC | policymakers',
  'olympics | Olympic Games | Olympics | Winter Games | Summer Games',
  'gdp | gross domestic product | GDP | economic output | national output',
  'ipo | initial public offering | IPO | flotation | stock market debut | stock-market debut',
  'artificial_intelligence | artificial intelligence | AI',
  'chief_executive | chief executive officer | chief executive | CEO',
  'basis_point | basis points | basis point | bps',
];
export const actorLines: readonly (readonly string[])[] = ACTORS.map((line) => line.split(' | '));

/** Forms that no rule gives: each line is one word, the first as a dictionary lists it. */
const IRREGULAR = `be was were been is are am; begin began begun; break broke broken; bring brought; build built; buy bought; catch
  caught; choose chose chosen; come came; deal dealt; do did done does; draw drew drawn; drive drove driven; eat ate eaten; fall fell
  fallen; feed fed; fight fought; find found; flee fled; fly flew flown; forbid forbade forbidden; freeze froze frozen; get got gotten;
  give gave given; go went gone; grow grew grown; have had has; hear heard; hide hid hidden; hold held; keep kept; know knew known;
  lay laid; lead led; leave left; lend lent; lie lay lain; lose lost; make made; mean meant; meet met; overthrow overthrew
  overthrown; overtake overtook overtaken; pay paid; ride rode ridden; rise rose risen; run ran; say said; see saw seen; seek sought;
  sell sold; send sent; shake shook shaken; shoot shot; show shown; shrink shrank shrunk; sink sank sunk; speak spoke spoken;
  spend spent; stand stood; steal stole stolen; stick stuck; strike struck; sweep swept; swear swore sworn; take took taken;
  teach taught; tear tore torn; tell told; think thought; throw threw thrown; understand understood; uphold upheld; win won;
  withdraw withdrew withdrawn; withhold withheld; withstand withstood; write wrote written; beat beaten; man men; woman women;
  person people; child children; foot feet; criterion criteria; crisis crises; index indices; die died dying; lie lied lying;
  tie tied tying; quit quitted; shut shutting; cut cutting; put putting; set setting; hit hitting; let letting`;
const baseByForm = new Map(
  IRREGULAR.split(';').flatMap((line) => {
    const [base, ...forms] = line.trim().split(/\s+/);
    return forms.map((form) => [form, base!] as const);
  }),
);

/** The form in which a dictionary lists a word, where no rule gives it; else the word itself. */
export const regularForm = (word: string): string => baseByForm.get(word) ?? word;

/** Words that tell nothing about what an event is of, beside those of statements. */
export const EMPTY_WORDS = new Set(
  `said says say saying according report reports reported reporting statement told tells tell also after before while when where who
  whom what which why how very much many more most some such other others another than then there here today yesterday
  tomorrow monday tuesday wednesday thursday friday saturday sunday week weeks month months year years day days morning evening
  night now still already just even yet only well back away next last first latest former per via amid among upon onto he she they
  we you i him them us our your my me his her its their this that these those is are was were be been being has have had do does
  did will would shall should can could may might must if or and but nor so as at by for from in into of off on out over to up
  with within without a an the not no yes all any both each few own same too least about above below under between during
  against through until because due down again further once around across along toward towards beyond despite
  it one official officials officially event counts count criteria means mean happen happens happened occur occurs source sources
  percent percentage points point seen evidence text announcement announce announced announces announcing take takes took taken make makes made making
  january february march april june july august september october november december
  jan feb mar apr jun jul aug sept sep oct nov dec`.split(/\s+/),
);

/** Phrases that mean one word, beside those of statements; in order. */
export const EVENT_PHRASES: readonly (readonly [RegExp, string])[] = [
  [/\b(?:quarter-?finals?|last eight)\b/giu, 'quarterfinal'],
  [/\b(?:semi-?finals?|last four)\b/giu, 'semifinal'],
  [/\b(?:round of 16|last 16|last sixteen)\b/giu, 'round-of-sixteen'],
  [/\bgroup (?:stage|phase)\b/giu, 'group'],
  [/\b(?:knock(?:s|ed|ing)?|crash(?:es|ed|ing)?|bow(?:s|ed|ing)?) out\b/giu, 'eliminated'],
  [/\b(?:lift|take|blast)(?:s|ed|ing)?[- ]off\b/giu, 'launch'],
  [/\btouch(?:es|ed|ing)? down\b|\btouch-?down\b/giu, 'landing'],
  [/\bstop(?:s|ped|ping)? work\b|\bdown(?:s|ed|ing)? tools\b|\bwalk(?:s|ed|ing)? out\b/giu, 'strike'],
  [
    /\bfile(?:s|d)? for (?:bankruptcy|insolvency)\b|\bgo(?:es)? (?:bust|bankrupt|under)\b|\bwent (?:bust|bankrupt|under)\b|\bseeks? (?:shelter|protection) from (?:its |their )?creditors\b/giu,
    'bankruptcy',
  ],
  [/\bjob (?:cuts|losses)\b/giu, 'layoffs'],
  [/\b(?:carry|carries|carried|call|calls|called) on\b/giu, 'continue'],
  [/\bput(?:s|ting)? (?:back|off)\b|\bpush(?:es|ed|ing)? back\b/giu, 'postpone'],
  [/\b(?:throw|throws|threw|thrown|strike|strikes|struck) (?:out|down)\b/giu, 'overturn'],
  [
    /\bgive(?:s|n)? (?:the )?(?:green light|go-ahead|nod)(?: to)?\b|\bgave (?:the )?(?:green light|go-ahead|nod)(?: to)?\b|\bgreen-?lights?\b|\bwav(?:es|ed) through\b|\bsigns? off(?: on)?\b/giu,
    'approve',
  ],
  [
    /\b(?:set|sets|send|sends|sent|go|goes|went) (?:to|into) (?:the )?polls\b|\bgo(?:es)? to the country\b/giu,
    'election',
  ],
  [/\bput(?:s)? (?:its|their|his|her) names? to\b|\bput(?:s)? pen to paper\b|\bink(?:s|ed)\b/giu, 'sign'],
  [/\bgo(?:es)? (?:on|under) (?:the )?hammer\b/giu, 'auction'],
  [/\bfound guilty\b|\bfind(?:s)? guilty\b/giu, 'convicted'],
  [/\bbehind bars\b/giu, 'prison'],
  [/\bguns? (?:fall|falls|fell) silent\b|\blay(?:s)? down (?:their )?(?:arms|weapons)\b/giu, 'ceasefire'],
  [/\bspending plans?\b/giu, 'budget'],
  [/\bhead(?:s)? of state\b/giu, 'president'],
  [/\bpush(?:es|ed)? through\b/giu, 'pass'],
  [/\bstate of emergency\b/giu, 'emergency'],
];

export const UNITS: Readonly<Record<string, string>> = {
  ...{
    '%': 'per cent',
    percent: 'per cent',
    pct: 'per cent',
    'per cent': 'per cent',
    'percentage points': 'points',
  },
  ...{
    'percentage point': 'points',
    'basis points': 'basis points',
    'basis point': 'basis points',
    bps: 'basis points',
  },
  ...{
    $: 'dollars',
    dollar: 'dollars',
    dollars: 'dollars',
    usd: 'dollars',
    '€': 'euros',
    euro: 'euros',
    euros: 'euros',
  },
  ...{ '£': 'pounds', pound: 'pounds', pounds: 'pounds', sterling: 'pounds', '¥': 'yen', yen: 'yen' },
};
export const SCALES: Readonly<Record<string, number>> = {
  ...{ hundred: 1e2, thousand: 1e3, k: 1e3, million: 1e6, m: 1e6, mn: 1e6, bn: 1e9, billion: 1e9, b: 1e9 },
  ...{ trillion: 1e12, tn: 1e12 },
};
