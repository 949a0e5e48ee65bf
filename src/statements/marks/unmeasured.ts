import type { Reading } from '../reading.js';
import { type Found, matching, replaced, type Rule, sides } from '../rule.js';

/** A figure close behind says how much after all: "sharply, by more than 5 points". */
const FIGURE =
  /^(?:[^,;.\d]{0,60}?,? (?:by|of|above|below|to|over|under|exceeds?|reach(?:es)?|with|at|category)\b[^,;.\d]{0,40}?(?:\d|one|two|three|half|a (?:third|quarter|tenth)))/i;
const isMeasured = (found: Found, reading: Reading) => FIGURE.test(sides(reading, found)[1]);
const left = (found: Found, reading: Reading) => !isMeasured(found, reading);

const row = (pattern: RegExp, question: string, examples: Rule['examples'], nearMisses: string[]): Rule => ({
  code: 'unmeasured',
  find: matching(pattern, left),
  reason: ({ words }) =>
    `“${words}” has no measure: ${question} A number, or a named scale, lets anyone check.`,
  fix: (found, reading) => replaced(reading, found, `[${question.replace(/^./, (c) => c.toLowerCase())}]`),
  examples,
  nearMisses,
});

/** Words of size, speed and length without a figure. */
export const unmeasured: Rule[] = [
  row(
    /\b(?:[Ee]levated|[Ss]ignificant(?! wave| figures?)|[Ss]ubstantial|[Cc]onsiderable|[Dd]ramatic|[Mm]assive|[Hh]uge|[Ll]arge-scale|[Ss]erious(?! Fraud)|[Ss]evere(?! (?:weather|acute|tropical))|[Mm]eaningful|[Nn]otable|[Uu]nprecedented|[Mm]arked|[Ii]ntense|[Ll]imited(?= \p{Ll})|[Rr]obust|[Ff]ragile|[Cc]rushing|[Oo]verwhelming(?! majority)|[Dd]ecisive|[Hh]umiliating|major(?! league| general)|Major(?= \p{Ll})|[Ww]idespread|[Ss]weeping|[Ff]ar-reaching|[Hh]eavy(?= (?:losses|casualties|fighting|damage|rain|snow))|[Hh]igh(?:er)? (?:levels?|numbers?)|[Bb]road(?= (?:support|coalition|sanctions|agreement|attack|strike)))\b/u,
    'How much, or how many?',
    [
      ['Prices reach an elevated level.', 'elevated'],
      ['A major bank in Bern fails.', 'major'],
      ['Widespread floods hit Assam.', 'Widespread'],
    ],
    [
      'Significant wave height off Brest exceeds 10 metres.',
      'A Major League club folds.',
      'A major hurricane, of category 3 or above, hits Cuba.',
    ],
  ),
  row(
    /\b(?:sharply|significantly|substantially|considerably|dramatically|markedly|massively|heavily|severely|seriously|steeply|strongly|slightly|meaningfully|materially|noticeably|greatly|drastically|widely|rapidly|quickly|swiftly|steadily|gradually)\b/u,
    'By how much?',
    [['The rouble falls sharply.', 'sharply']],
    ['The rouble falls sharply, by more than 5 %.', 'Debt rises significantly above 90 % of output.'],
  ),
  row(
    /\b(?:soon|shortly|in the near (?:future|term)|imminently|before long|in the (?:coming|next few) (?:days|weeks|months|years)|eventually|in due course|quickly|at some point(?! (?:between|before|in|on|during|within))|sooner or later|any time)\b/iu,
    'By which day?',
    [['The mine soon reopens.', 'soon']],
    ['The mine reopens within 10 days.'],
  ),
  row(
    /\b(?:durable|lasting|prolonged|protracted|sustained|extended(?= (?:period|strike|closure|outage|war|pause|conflict))|long-term(?! (?:debt|credit|rate|bond|refinancing))|permanent(?! (?:member|secretary|representative|court|residen))|longer(?! than)|short-lived|temporary(?= (?:truce|closure|halt|pause|ceasefire)))\b/iu,
    'For how long?',
    [['The two sides sign a durable truce.', 'durable']],
    ['The strike lasts longer than 48 hours.', 'The Permanent Court of Arbitration rules on the reef.'],
  ),
  row(
    /\b(?:soars?|surges?(?! (?:of|in)\b)|plunges?|plummets?|skyrockets?|spikes?(?= |[.,;]|$)|(?:steps?|ramps?|scales?) up|scales? back|(?<=\b(?:stays?|remains?) )(?:high|low|tight|weak|strong|tense)|reacts? (?:negatively|positively|badly|well))\b/u,
    'By how much?',
    [
      ['Grain prices soar.', 'soar'],
      ['The army steps up patrols.', 'steps up'],
      ['Inflation in Ghana stays high.', 'high'],
    ],
    [
      'Grain prices soar by 20 %.',
      'Copper plunges below 8,000 dollars a tonne.',
      'The king steps back from his duties on 3 May.',
    ],
  ),
  row(
    /\b(?:[Ss]everal|(?<!\b(?:as|how|so) )[Mm]any|[Nn]umerous|[Vv]arious|[Mm]ultiple|[Dd]ozens of|[Hh]undreds of|[Tt]housands of|[Mm]ost(?= (?:of the )?\p{Ll}+s\b)|[Aa] (?:number|series|handful|wave|string|raft) of|[Ff]requent|[Rr]epeated(?= \p{Ll}+s\b)|[Aa] few|[Ss]ome(?= \p{Ll}+s\b))\b/u,
    'How many?',
    [['Several envoys leave Rome.', 'Several']],
    [
      'At least seven envoys leave Rome.',
      'Twice as many envoys leave Rome.',
      'The Most Serene Republic mints a coin.',
    ],
  ),
  row(
    /(?<!\b(?:or|no|any|once|and|not|\d|one|two|three|four|five|six|seven|eight|nine|ten|what) )\b(?:[Mm]ore(?! than\b| or less|[^,;.]{1,120} (?:than|compared)\b)|[Ff]ewer(?! than)|(?:[Hh]igh|[Ll]ow)er(?! (?:house|chamber|court|education|bank|limit|than|its|the|their)\b|[^,;.]{1,60} than\b)|(?:much |far |even )(?:more|less|fewer|\p{L}{3,}er) than|(?:[Ff]aster|[Ss]lower|[Gg]reater(?! or)|[Ww]eaker|[Ss]tronger(?! earthquake)|[Dd]eeper|[Ww]ider|[Ll]arger|[Ss]maller|[Bb]igger|[Tt]ougher|[Tt]ighter|[Hh]arsher)(?! than\b))\b(?= \p{Ll}|[.,;]| than (?!\d))/u,
    'By how much?',
    [
      ['The firm loses more customers.', 'more'],
      ['Higher rents feed into inflation.', 'Higher'],
      ['Rents rise much faster than wages.', 'much faster than'],
    ],
    [
      'An earthquake of magnitude 8 or more hits Quito.',
      'More than ten envoys leave Rome.',
      'The lower house passes the bill.',
      'The Bank of Ghana lowers its rate.',
      'At least two more banks fail.',
      'The party wins more seats than any other.',
      'The rial trades weaker than 1,500,000 to the dollar.',
      'France fires more drones at the range in the seven days after the pause than in the seven before it.',
    ],
  ),
  row(
    /\b(?:[Ll]arge(?! language)|[Bb]ig(?= \p{Ll})|[Vv]ast|[Ee]xtensive|[Ss]harp|[Ss]teep|[Rr]apid|[Ss]wift|[Hh]arsh|[Ss]trong(?= \p{Ll})|[Ww]eak(?= \p{Ll})|[Dd]eep(?= (?:cuts|recession|crisis|losses))|[Rr]ecord(?= (?:levels?|numbers?))|[Tt]ough(?= (?:sanctions|measures|rules|line)))\b(?! enough)/u,
    'How much, or how many?',
    [
      ['A large part of the fleet stays in port.', 'large'],
      ['A sharp fall in exports hits Oran.', 'sharp'],
    ],
    ['A large language model passes the exam.', 'Big Bend park closes.'],
  ),
];
