import type { Reading } from '../reading.js';
import { appended, type Rule, whole } from '../rule.js';

const hasTime = ({ context, days }: Reading) =>
  Boolean(context.deadline ?? context.term) ||
  days.some(({ last, ends }) => last >= context.today && ends !== null) ||
  days.some(({ first, last }) => first !== last && last >= context.today);

/** No day by which it could be said not to have happened. */
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
];
