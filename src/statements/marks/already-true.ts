import type { Reading } from '../reading.js';
import { firstClause, type Found, lastClause, matching, replaced, type Rule, sides } from '../rule.js';
import { PARTICIPLE } from '../verbs.js';

/** A level, or a day up to which it lasts, makes a state something to be looked up. */
const LEVEL =
  /\b(?:below|above|over|under|at|within|between|unchanged|until|till|through|throughout|less than|more than|at least|at most|exceeds?|averages?|for)\b/i;
const MEASURED =
  /^[^,;]*?(?:\bunchanged\b|\b\d+(?:[.,]\d+)? ?(?:%|per cent|percent|points?|dollars|euros)|\bon \d)/i;
const isMeasured = (after: string): boolean => {
  const clause = firstClause(after);
  const level = clause.search(LEVEL);
  return (level >= 0 && /\d/.test(clause.slice(level))) || MEASURED.test(after);
};

const RELATIVE = /\b(?:that|which|who|whom|whose|what|where|since|reports?|reported)\b/i;
/** A clause that is opened, and not left again by a word that begins another. */
const inRelativeClause = (before: string): boolean =>
  RELATIVE.test(
    lastClause(before)
      .split(/\b(?:while|but|whereas)\b/i)
      .at(-1)!,
  );

const open = (found: Found, reading: Reading) => {
  const [before, after] = sides(reading, found);
  const later = reading.days.some(({ from, first }) => from > found.from && first > reading.context.today);
  return !inRelativeClause(before) && !isMeasured(after) && !later;
};

const reason = ({ words }: Found) =>
  `“${words}” is true already as this is written: say what would end or change it, or the level and the day that it lasts to.`;

/** What is so on the day it is written. */
export const alreadyTrue: Rule[] = [
  {
    code: 'already_true',
    find: matching(/\b(?:(?<s>continues)|continue) (?<to>to|its|their|as|in|with|despite)(?= )/u, open),
    reason,
    fix: (found, reading) => {
      const { s, to } = found.groups;
      if (to !== 'to' && to !== 'its' && to !== 'their') return undefined;
      return replaced(reading, found, `${to === 'to' ? 'cease' : 'end'}${s ? 's' : ''} ${to}`);
    },
    examples: [
      ['The army continues to hold the bridge.', 'continues to'],
      ['Prices continue to climb.', 'continue to'],
    ],
    nearMisses: [
      'The company that continues to lose money closes.',
      'Output continues to exceed 5 million barrels.',
    ],
  },
  {
    code: 'already_true',
    find: matching(/\bke{2}p(?<s>s)? (?<gerund>\p{L}+ing)\b/u, open),
    reason,
    fix: (found, reading) =>
      replaced(reading, found, `stop${found.groups['s'] ?? ''} ${found.groups['gerund']}`),
    examples: [['The navy keeps boarding trawlers.', 'keeps boarding']],
    nearMisses: ['The bank keeps its rate at 4 %.', 'The museum keeps the painting.'],
  },
  {
    code: 'already_true',
    find: matching(
      /(?<!\b[Tt]he )\b(?:remain(?<s>s)?|stay(?<s2>s)?)\b(?! in Europe)(?: (?:closed|open|shut|blocked))?(?= )/u,
      open,
    ),
    reason,
    fix: (found, reading) => {
      const state = / \p{Ll}+$/u.exec(found.words)?.[0] ?? '';
      const verb = found.groups['s'] || found.groups['s2'] ? 'is' : 'are';
      return replaced(reading, found, `${verb} no longer${state}`);
    },
    examples: [
      ['The pass remains closed to lorries.', 'remains closed'],
      ['Two envoys remain in custody.', 'remain'],
      ['The harbour stays shut to trawlers.', 'stays shut'],
    ],
    nearMisses: [
      'Inflation remains below 3 %.',
      'She remains mayor on 1 March 2027.',
      'The remains of the ship surface.',
      'The rate stays unchanged.',
    ],
  },
  {
    code: 'already_true',
    find: matching(/\b(?:is|are) (?:still|already)\b/u, open),
    reason,
    fix: (found, reading) => replaced(reading, found, found.words.replace(/still|already/, 'no longer')),
    examples: [['The line is still shut.', 'is still']],
    nearMisses: ['The line is shut.', 'Output is still below 5 %.'],
  },
  {
    code: 'already_true',
    find: matching(
      /\b(?:persists?|continues?|endures?|goes on|go on|lingers?|drags? on)(?=[\s.,;]|$)/u,
      open,
    ),
    reason,
    fix: (found, reading) => replaced(reading, found, /s$|goes/.test(found.words) ? 'ends' : 'end'),
    examples: [['The shortage persists.', 'persists']],
    nearMisses: ['Drought persists for 90 days.', 'The ship goes out to sea.'],
  },
  {
    code: 'already_true',
    find: matching(
      /\b(?:ceasefire|truce|coalition|alliance|agreement|peace|pact|calm|line)\b(?: [\p{L}’']+){0,6}? (?<mark>holds?)(?=[.,;]|$)/u,
      open,
    ),
    reason,
    fix: (found, reading) => replaced(reading, found, found.words === 'holds' ? 'breaks down' : 'break down'),
    examples: [['The truce in the delta holds.', 'holds']],
    nearMisses: ['The truce holds for 30 days.', 'The coalition holds a vote.'],
  },
  {
    code: 'already_true',
    find: matching(
      new RegExp(
        `(?<!\\bwill (?:not |never )?)\\b(?:has|have) (?:already |now |since |long )?(?:${PARTICIPLE}|become|been|gone|done|fallen|risen|grown|come|left|met|gained)\\b`,
        'u',
      ),
      open,
    ),
    reason: ({ words }) =>
      `“${words}” tells of what lies behind by the day it is written: say what would happen from now on.`,
    examples: [
      ['Mali has become a buyer of gas.', 'has become'],
      ['The talks have failed.', 'have failed'],
    ],
    nearMisses: [
      'A company that has defaulted is sold.',
      'AP reports that the army has withdrawn.',
      'The club will have won three cups.',
    ],
  },
  {
    code: 'already_true',
    find: matching(/\b(?:(?:has|have) no|lacks)\b(?! (?:more|confidence))/u, open),
    reason: ({ words }) => `“${words}” describes how things are today: say what would change it.`,
    examples: [['Kiribati has no army.', 'has no']],
    nearMisses: [
      'The chamber holds a vote of no confidence.',
      'The works stop for lack of money.',
      'The country that has no coast builds a port.',
    ],
  },
];
