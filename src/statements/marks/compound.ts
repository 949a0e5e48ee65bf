import type { Reading } from '../reading.js';
import { asSentence, type Found, matching, type Rule, sides } from '../rule.js';
import { finiteVerbs, type Verb } from '../verbs.js';

/** Words farther off belong to another claim. */
const NEAR = 400;
const CLAUSE = /[,;]|\b(?:that|which|who|whom|whose|where|if|unless)\b/;

/** The verb of the claim before a joining word; undefined where none has come yet, as in "Iran and Oman sign". */
function verbBefore(before: string): Verb | undefined {
  const verbs = finiteVerbs(before);
  const relative = /\b(?:that|which|who|whose|where)\b/.exec(before)?.index ?? Infinity;
  return verbs.find(({ from }) => from < relative);
}

/** What the words behind the joining word begin with: a verb of the same subject, a claim of its own, or neither. */
function second(all: string, after: string): 'verb' | 'clause' | null {
  const before = all.slice(-NEAR);
  const main = verbBefore(before);
  if (!main) return null;
  // "between Peru and Chile", "both coal and gas", "companies that build and sell"
  const clause = before.slice(before.lastIndexOf(',') + 1);
  if (/\b(?:between|both|either|from|that|which|who) /.test(clause)) return null;
  const rest = after
    .slice(0, NEAR)
    .trimStart()
    .replace(/^(?:then|also|later|thereby|so|even|thus|again) /, '');
  const end = CLAUSE.exec(rest)?.index ?? rest.length;
  const words = rest.slice(0, end);
  const [first] = finiteVerbs(`and ${words}`);
  if (!first) return null;
  const lead = `and ${words}`.slice(4, first.from).trim();
  if (lead === '')
    return first.form === main.form || main.form === 'auxiliary' || first.form === 'auxiliary'
      ? 'verb'
      : null;
  if (first.form === 'plural' && !/^(?:the |an? )?\p{L}+s$/u.test(lead)) return null;
  return lead.split(' ').length <= 7 &&
    /^(?:the|an?|its|their|his|her|no|at|more|\p{Lu}|\d|\p{Ll}+s\b)/u.test(lead)
    ? 'clause'
    : null;
}

const joins = (found: Found, reading: Reading) => second(...sides(reading, found)) !== null;

function split(found: Found, reading: Reading): string {
  const [before, after] = sides(reading, found);
  const lead = reading.text.slice(0, reading.mainFrom);
  const shared = second(before, after) === 'verb' ? before.slice(0, verbBefore(before)!.from) : '';
  const rest = after.trimStart().replace(/^(?:then|also|later|thereby) /, '');
  return [before, shared + rest].map((claim) => lead + (lead ? claim.trim() : asSentence(claim))).join('\n');
}

const reason = ({ words }: Found) =>
  `“${words.trim()}” joins two claims, and one may come true without the other: make two statements of them.`;

/** Two claims in one. */
export const compound: Rule[] = [
  {
    code: 'compound',
    find: matching(
      /,? \b(?<mark>and|or)\b(?= )(?! (?:more|fewer|less|greater|higher|above|below|later|earlier|longer)\b)/u,
      joins,
    ),
    reason,
    fix: split,
    examples: [
      ['Fiji signs the pact and Tonga leaves it.', 'and'],
      ['The bank cuts its rate and sells bonds.', 'and'],
      ['Airbus cancels the order or delays it.', 'or'],
      ['Airlines cancel flights and close bases.', 'and'],
    ],
    nearMisses: [
      'Iran and Oman sign a pact.',
      'The treaty between Peru and Chile enters into force.',
      'Spain beats France and Germany.',
      'The EU lists banks and companies that finance the war.',
      'The ship carries oil and gas.',
      'Air strikes and attacks on ships stop.',
      'Reuters or AP reports a truce.',
      'The quake kills 10 or more people who camp there.',
    ],
  },
  {
    code: 'compound',
    find: matching(
      /,? \b(?<mark>while|whereas)\b(?! (?:in|on|at|still|under|\p{L}+ing)\b)(?= )/u,
      (found, reading) => !/\b(?:a|for a|the) $/.test(sides(reading, found)[0]),
    ),
    reason,
    fix: split,
    examples: [['Peru cuts its rate while Chile raises its own.', 'while']],
    nearMisses: ['He resigns while in office.', 'The port closes for a while after the storm.'],
  },
  {
    code: 'compound',
    find: matching(
      /,? \b(?<mark>followed by|and then|coupled with|combined with|accompanied by|along with|together with)\b/u,
      (found, reading) => !(/with/.test(found.words) && verbBefore(sides(reading, found)[0]) === undefined),
    ),
    reason,
    fix: split,
    examples: [['A strike in Lyon followed by a lockout.', 'followed by']],
    nearMisses: ['France together with Spain signs the pact.', 'The car is seen on the road.'],
  },
  {
    code: 'compound',
    find: matching(/,? \b(?<mark>as well as)(?= \p{Ll}+ing\b)/u),
    reason,
    fix: split,
    examples: [['The firm cuts jobs as well as closing its plant.', 'as well as']],
    nearMisses: ['Spain as well as Italy signs the pact.'],
  },
  {
    code: 'compound',
    find: matching(
      /(?<!\b(?:[Aa]ll|nothing|anything|none|last|everything|any))(?:, | )(?<mark>but)\b(?! (?:not|for|also|only)\b)(?= )/u,
    ),
    reason,
    fix: split,
    examples: [['The mayor resigns, but the council stays.', 'but']],
    nearMisses: ['All but two members sign.', 'The mayor resigns, but not before the vote.'],
  },
  {
    code: 'compound',
    find: matching(
      /(?:, (?:thereby |thus )?(?<mark>forcing|prompting|triggering|causing|sending|pushing|ending|leaving|driving|sparking|giving|making|allowing|enabling|provoking|creating|raising|lifting|cutting|reducing|deepening|widening|worsening|easing|opening|closing|threatening|paving|halting|disrupting|delaying|straining|stranding|costing|drawing|putting|setting|which (?:leads|forces|causes|prompts|triggers|ends|leaves))|,? (?:leading to|resulting in|which leads to))\b/u,
    ),
    reason: ({ words }) =>
      `“${words.replace(/^,? /, '')}” adds what follows from it, a second claim: make two statements, the second with the first as its premise.`,
    fix: (found, reading) => {
      const [before, after] = sides(reading, found);
      const rest = after.trim().replace(/(?<![.\s])[.\s]+$/, '');
      return `${asSentence(before)}\nIf ${before.trim().replace(/(?<![,\s])[,\s]+$/, '')}, it [does what] ${rest}.`;
    },
    examples: [
      ['A storm hits Bari, forcing the port to close.', 'forcing'],
      ['The dam breaks, leading to a flood in Osh.', ', leading to'],
    ],
    nearMisses: ['The lawyer leading the case resigns.', 'The party leading in polls wins.'],
  },
];
