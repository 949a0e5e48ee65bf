import type { Reading } from '../reading.js';
import { appended, type Found, matching, type Rule, sides } from '../rule.js';
import { PARTICIPLE } from '../verbs.js';

/** "by the army", "by Shell"; not "by 30 June", "by a third", "by six months". */
const AGENT =
  /\bby (?!\d|(?:mid-|January|February|March|April|May|June|July|August|September|October|November|December|the end|year|one|two|three|four|five|six|seven|eight|nine|ten|more|less|at least|half|an? (?:third|half|quarter|tenth|day|week|month|year|decree)))\p{L}/u;

/** Whether the subject of the claim is somebody, or something, with a name. */
function isNamed(subject: string): boolean {
  const plain = subject.trim().replace(/^(?:the|an?|all|both|any|some|more|new)\s+/i, '');
  if (/['’]s? /.test(plain) && /^\p{Lu}/u.test(plain)) return true;
  const article = plain !== subject.trim();
  if (article) return /^\p{Lu}/u.test(plain);
  const [first = '', next = ''] = plain.split(/\s+/);
  if (/^\p{Lu}/u.test(next) || /^(?:da|de|van|von|al|bin|el)$/.test(next)) return true;
  const common =
    /^(?:power|water|aid|trade|oil|coal|fuel|food|traffic|progress|agreement|martial|military|humanitarian|access|production|work)$/i;
  return next === '' ? !/s$/.test(first) && !common.test(first) && !/(?:tion|ment|ing)$/.test(first) : false;
}

const agentless = (found: Found, reading: Reading) => {
  const [before, after] = sides(reading, found);
  if (/\b(?:that|which|who|whose|where|if|when|after|before|once)\b/.test(before) || /[,;]/.test(before))
    return false;
  if (/\bset$/.test(found.words) && /^ to\b/.test(after)) return false;
  return !AGENT.test(after) && !isNamed(before);
};

const MOODS =
  'tensions?|pressure|fears?|concerns?|worries|calls|relations|ties|hopes?|confidence|uncertainty|instability|momentum|support|opposition|hostilities|violence|unrest|discontent|anger|doubts?|risks?|scrutiny|speculation|sentiment|resentment|frictions?|divisions?|rivalry|mistrust|trust|cooperation|competition|rhetoric|deterrence|morale|faith|unity|cohesion|stability|legitimacy|popularity|prestige|goodwill|optimism|pessimism|alarm|polari[sz]ation';
const CHANGES =
  'rises?|mounts?|grows?|worsens?|eases?|fades?|builds?|deepens?|falls?|erodes?|escalates?|deteriorates?|improves?|increases?|intensif(?:y|ies)|spreads?|flares?(?: up)?|heats? up|cools?|diminish(?:es)?|thaws?|sours?|weakens?|strengthens?|declines?|subsides?|boils? over|persists?';

/** Nobody who acts, and nobody's figure that would be seen. */
export const missingActor: Rule[] = [
  {
    code: 'missing_actor',
    find: matching(
      new RegExp(
        `\\b(?:is|are|get|gets|(?:will|would|could|may|might|can) be|(?:is|are) being) (?:not |never )?(?:\\p{L}+ly |then |again |yet )?${PARTICIPLE}\\b`,
        'u',
      ),
      agentless,
    ),
    reason: ({ words }) => `“${words}” does not say by whom: name who acts, so that one can see who did.`,
    fix: ({ to }, { text }) => `${text.slice(0, to)} by [whom?]${text.slice(to)}`,
    examples: [
      ['Sanctions on Mali are lifted.', 'are lifted'],
      ['A new board will be chosen.', 'will be chosen'],
      ['The quota is extended by six months.', 'is extended'],
    ],
    nearMisses: [
      'The mine is closed by its owner.',
      'Marine Le Pen is acquitted.',
      'Lula is re-elected.',
      'The court that is based in Lyon rules on it.',
    ],
  },
  {
    code: 'missing_actor',
    find: matching(
      /(?<=^|[,;.] )(?<mark>there (?:will be|would be|is|are|comes?|could be|may be|might be))\b(?! (?:at least|at most|more than|fewer than|less than|over|\d))/iu,
    ),
    reason: ({ words }) => `“${words}” names nobody: say who does it, or whose figure would show it.`,
    fix: (found, reading) =>
      `${reading.text.slice(0, found.from)}[Who?] [does what?]:${reading.text.slice(found.to)}`,
    examples: [['There will be a raid on a bank.', 'There will be']],
    nearMisses: ['There are more than 300 cases of polio.', 'If there is a raid, the bank closes.'],
  },
  {
    code: 'missing_actor',
    find: matching(
      new RegExp(`^(?:The )?(?:\\p{L}+ )?(?:${MOODS})\\b[^,;.\\d]{0,80}? (?:${CHANGES})\\b`, 'iu'),
      (found, reading) => !/^[^,;.]*\d/.test(sides(reading, found)[1]),
    ),
    reason: ({ words }) =>
      `“${words}” is nobody's act: name who would do what, or whose figure would move, and by how much.`,
    fix: (_, reading) => appended(reading, ', as seen in [whose act or figure?]'),
    examples: [
      ['Tensions rise in the delta.', 'Tensions rise'],
      ['Relations between Mali and Niger sour.', 'Relations between Mali and Niger sour'],
    ],
    nearMisses: ['Support for the Greens rises above 20 %.', 'The army raises the pressure on Sumy.'],
  },
];
