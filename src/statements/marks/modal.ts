import { type Found, lastClause, matching, type Rule, replaced, sides } from '../rule.js';
import type { Reading } from '../reading.js';
import { plainForm } from '../verbs.js';

/** Behind "rules that", "whether" and the like the doubt is part of what is claimed. */
const REPORTED =
  /\b(?:rul(?:es?|ed|ing)|decid(?:es?|ed)|decision|says?|said|states?|finds?|found|agrees?|agreement|law|bill|treaty|report(?:s|ed)?|confirms?|warns?) that\b|\bwhether\b|\b(?:that|which|who) $/i;
const inTheClaim = (found: Found, reading: Reading) => {
  const clause = lastClause(sides(reading, found)[0]);
  const any = clause.search(/\b(?:any|every|all|no)\b/i);
  return !REPORTED.test(clause) && (any < 0 || !/ that\b/i.test(clause.slice(any)));
};

const reason = ({ words }: Found) =>
  `“${words}” leaves room for doubt, and the probability carries the doubt already: say plainly that it happens.`;

/** Doubt in the verb. */
export const modal: Rule[] = [
  {
    code: 'modal',
    find: matching(
      /(?<=[\p{L}\d)”'’%] )(?<mark>may|might|could|can|should)(?= (?<not>not )?(?!\d|(?:19|20)\d\d|of\b|or\b|and\b)\p{Ll})/u,
      inTheClaim,
    ),
    reason,
    fix: (found, reading) => replaced(reading, found, 'will'),
    examples: [
      ['Chad may leave the pact.', 'may'],
      ['The levee could break.', 'could'],
      ['Crews might not return.', 'might'],
      ['Malta can veto the loan.', 'can'],
    ],
    nearMisses: [
      'A can of beans costs two pounds.',
      'The ship sails in May 2027.',
      'Theresa May returns to Parliament.',
      'The court rules that states can tax mines.',
      'The assembly passes a law that says the king may not vote.',
    ],
  },
  {
    code: 'modal',
    find: matching(
      /\b(?:is|are) (?:not )?(?:very |highly |widely |more |less )?(?<not>un)?(?:likely|expected|set|poised|due|projected|forecast|bound|able|on course|on track|in line|about|thought|believed|predicted|supposed|liable) to(?: be able to)?(?= \p{L})/u,
      inTheClaim,
    ),
    reason,
    fix: (found, reading) => replaced(reading, found, found.groups['not'] ? 'will not' : 'will'),
    examples: [
      ['The fund is likely to fail.', 'is likely to'],
      ['Both lines are expected to reopen.', 'are expected to'],
      ['Fiji is unlikely to sign.', 'is unlikely to'],
    ],
    nearMisses: ['The likely successor resigns.', 'The train is late.'],
  },
  {
    code: 'modal',
    find: matching(/\brisks? (?!(?:rating|sharing|taking|pricing)\b)(?<gerund>\p{L}+ing)\b/u),
    reason,
    fix: (found, reading) => replaced(reading, found, `will ${plainForm(found.groups['gerund']!)}`),
    examples: [
      ['The club risks losing its licence.', 'risks losing'],
      ['Banks risk closing branches.', 'risk closing'],
    ],
    nearMisses: ['The insurer names three risks.', 'The bank publishes its risk rating.'],
  },
  {
    code: 'modal',
    find: matching(
      /\b(?:threatens?|looks? set|looks? likely|seems? likely|appears? likely|has the potential|have the potential|stands?|hopes?|aims?|plans?|intends?|wants?|seeks?|tries|try) to(?= \p{Ll})/u,
      (found, reading) => inTheClaim(found, reading) && !/stands/.test(found.words),
    ),
    reason: ({ words }) =>
      `“${words}” says what is in the air, not that it happens: the probability carries the doubt, so say that it happens.`,
    fix: (found, reading) => replaced(reading, found, 'will'),
    examples: [
      ['The strike threatens to halt trams.', 'threatens to'],
      ['The virus has the potential to reach Java.', 'has the potential to'],
    ],
    nearMisses: ['The council publishes its plans for the quay.', 'The minister threatens the strikers.'],
  },
  {
    code: 'modal',
    find: matching(
      /\b(?:probably|possibly|perhaps|maybe|presumably|conceivably|potentially|arguably)\b ?/i,
      inTheClaim,
    ),
    reason,
    fix: (found, reading) => replaced(reading, found, ''),
    examples: [['Egypt will probably abstain.', 'probably ']],
    nearMisses: ['Egypt will abstain.'],
  },
];
