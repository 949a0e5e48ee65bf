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

/**
 * Each line is one meaning that newspapers word in many ways, where a dictionary keeps the words apart. They say about
 * the same, not quite.
 */
const NEAR = [
  'election ballot vote poll polls referendum plebiscite runoff electorate voters elect',
  'recession contraction downturn slump shrink',
  'inflation prices cpi cost',
  'unemployment jobless joblessness redundancies layoffs',
  'layoff job redundancy dismissal cull axe shed',
  'ceasefire truce armistice hostilities cessation',
  'talks negotiation dialogue summit meeting negotiator meet negotiate',
  'sanction embargo blacklist asset-freeze restriction penalty',
  'tariff duty levy tax customs',
  'coup putsch takeover junta overthrow',
  'missile rocket drone strike shell bombard bombardment airstrike bomb',
  'war conflict fighting hostilities battle',
  'troops soldiers forces army military brigade battalion garrison',
  'hostage captive abductee prisoner detainee',
  'earthquake quake tremor seismic temblor',
  'hurricane cyclone typhoon storm tempest',
  'flood flooding inundation deluge',
  'drought dry rainfall rain reservoir',
  'wildfire fire blaze bushfire',
  'heat temperature hot degrees celsius warm',
  'merger takeover acquisition acquire buy buyout bid purchase merge',
  'bankruptcy insolvency insolvent bankrupt administration administrators receivership liquidation creditors chapter collapse',
  'strike walkout stoppage picket down tools union industrial action',
  'resign quit step-down departure stand-down leave',
  'appoint name nominate pick choose successor elect designate',
  'goal score net scorer',
  'win victory beat defeat triumph champion title trophy medal gold prevail lift crown',
  'qualify advance progress reach knockout',
  'relegate relegation drop demote bottom',
  'injury sidelined fitness injured hamstring miss',
  'vaccine jab inoculation immunise vaccination shot dose',
  'outbreak epidemic pandemic infection virus disease case cases',
  'sue lawsuit court case claim suit litigation sued plaintiff',
  'convict guilty verdict conviction sentence jail prison jury',
  'indict charge accuse prosecute prosecutor arraign',
  'acquit clear not-guilty cleared acquittal',
  'antitrust competition monopoly cartel regulator watchdog',
  'approve ratify pass endorse back adopt green-light greenlight clear vote nod sign consent authorise authorize backing',
  'reject veto block refuse turn-down vote-down rebuff spurn throw-out strike-down',
  'cut lower reduce trim slash ease loosen decrease',
  'raise hike lift increase tighten',
  'rise climb jump surge soar increase gain up higher top exceed cross record',
  'fall drop slide tumble plunge sink decline slip down lower below',
  'close shut closure shutdown halt idle suspend mothball seal',
  'open reopen resume restart return reopening resumption restore',
  'launch lift-off liftoff blast orbit rocket take-off debut unveil release roll-out',
  'deploy dispatch send station move',
  'withdraw pull-out pullout leave exit retreat withdrawal evacuate recall',
  'sell divest dispose disposal sale offload hive spin-off',
  'default miss payment repay debt bond coupon arrears',
  'bailout rescue loan package lifeline tranche aid assistance',
  'currency devalue devaluation peg exchange peso lira pound dollar euro yen',
  'mortgage loan lending borrow',
  'ship vessel tanker freighter cargo boat carrier',
  'port harbour harbor dock quay terminal',
  'oil crude barrel brent petroleum',
  'gas lng pipeline methane',
  'grain wheat corn maize cereal harvest crop',
  'power electricity grid blackout outage utility',
  'nuclear atomic reactor uranium enrichment',
  'train rail railway line locomotive',
  'plane aircraft airliner flight jet airline airport carrier',
  'car vehicle automobile auto carmaker automaker',
  'chip semiconductor fab wafer foundry',
  'refugee migrant asylum displaced',
  'bill law legislation act statute measure reform',
  'budget spending fiscal deficit borrowing finance',
  'coalition alliance partner government majority cabinet',
  'poll survey rating approval popularity',
  'emission carbon greenhouse climate co2',
  'glacier ice sea-ice arctic melt',
  'satellite spacecraft probe capsule orbiter lander',
  'extend extension prolong renew lengthen prolongation',
  'delay postpone push-back late defer adjourn put-off slip',
  'fine penalty penalise levy impose pay',
  'kill dead death die casualties toll victim fatality',
  'arrest detain custody seize apprehend hold handcuff',
  'attack assault raid offensive strike hit',
  'capture seize take overrun fall control occupy conquer',
  'protest demonstration rally march demonstrator unrest riot',
  'agree agreement deal accord pact treaty sign settle settlement terms handshake memorandum',
  'price cost tag dollar',
  'expel eject evict expulsion persona order-out oust',
  'ambassador envoy diplomat embassy',
  'firm company group manufacturer maker business',
  'profit earnings income results margin',
  'share stock equity market index',
  'dam barrage reservoir hydroelectric',
  'cabinet government minister administration',
  'minister secretary ministry chancellor treasury',
  'coach manager boss trainer sack',
  'club team side squad',
];
export const nearLines: readonly (readonly string[])[] = NEAR.map((line) => line.split(' '));

/** Words of events that did not come about, or came to an end. */
export const FAILING = new Set(
  `fail fails failed failing failure collapse collapses collapsed reject rejects rejected rejecting refuse refuses refused deny denies
  denied postpone postpones postponed delay delays delayed cancel cancels cancelled canceled abandon abandons abandoned block
  blocks blocked blocking stall stalls stalled scrap scraps scrapped shelve shelves shelved veto vetoes vetoed rule rules ruled
  dismiss dismisses dismissed drop drops dropped unchanged miss misses missed without no not never nor neither cannot nobody
  none impasse deadlock fruitless breakdown vain rebuff rebuffs rebuffed`.split(/\s+/),
);

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
  seen evidence text announcement announce announced announces announcing take takes took taken make makes made making
  january february march april june july august september october november december
  jan feb mar apr jun jul aug sept sep oct nov dec`.split(/\s+/),
);

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
