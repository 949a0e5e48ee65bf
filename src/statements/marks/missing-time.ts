import type { Reading } from '../reading.js';
import { appended, matching, type Rule, sides, whole } from '../rule.js';

const hasTime = ({ context, days }: Reading) =>
  Boolean(context.deadline ?? context.term) ||
  days.some(({ last, ends }) => last >= context.today && ends !== null) ||
  days.some(({ first, last }) => first !== last && last >= context.today);

/** What happens in many places every day; with no name anywhere behind it, nobody says where it is to be looked for. */
const EVENTS =
  '[Pp]rotests?|[Rr]iots?|[Cc]lashes|[Ff]loods?|[Ff]looding|[Ww]ildfires?|[Ee]arthquakes?|[Ll]andslides?|[Dd]roughts?|[Hh]eatwaves?|[Ss]torms?|[Ss]trikes?|[Aa]ttacks?|[Ee]xplosions?|[Ss]hootings?|[Bb]lackouts?|[Oo]utages?|[Oo]utbreaks?|[Ss]hortages?|[Cc]urfews?';
const MONTH =
  /\b(?:January|February|March|April|May|June|July|August|September|October|November|December|Q[1-4])\b/g;

/** No day by which it could be said not to have happened; or no place where it could be seen. */
export const missingTime: Rule[] = [
  {
    code: 'missing_time',
    find: whole((reading) => !hasTime(reading)),
    reason: () => 'Nothing says by when: without a day, a term or a deadline it can never turn out false.',
    fix: (_, reading) => appended(reading, ' by [day]'),
    examples: [
      ['Mali leaves the bloc.', ''],
      ['Mali leaves the bloc after 1 March 2027.', ''],
    ],
    nearMisses: [
      'Mali leaves the bloc by June.',
      'Mali leaves the bloc in 2027.',
      'Mali leaves within 30 days.',
    ],
  },
  {
    code: 'missing_time',
    find: matching(
      new RegExp(`^(?<mark>(?:(?:An?|Another|New|More) (?:\\p{Ll}+ )?)?(?:${EVENTS}))\\b`, 'u'),
      (found, reading) => !/\p{Lu}/u.test(sides(reading, found)[1].replace(MONTH, '')),
    ),
    reason: ({ words }) => `“${words}” has no place: such things happen somewhere every day, so say where.`,
    fix: (_, reading) => appended(reading, ' in [where?]'),
    examples: [
      ['Protests break out by 2028.', 'Protests'],
      ['A dock strike lasts longer than three days in May 2027.', 'A dock strike'],
    ],
    nearMisses: [
      'Protests break out in Lyon by 2028.',
      'An earthquake of magnitude 8 hits Quito by June.',
      'The strike ends by June.',
    ],
  },
];
