import { dayInWords } from '../day-phrases.js';
import type { Found, Rule } from '../rule.js';
import type { Reading } from '../reading.js';

function earlier({ text, days, context, mainFrom, hasPremise }: Reading): Found[] {
  const { deadline, today } = context;
  if (deadline === undefined) return [];
  const fromThen = hasPremise || /^(?:once|when|after|as soon as)\b/i.test(text);
  return days
    .filter(({ from, to }) => !(fromThen && /^within\b/i.test(text.slice(from, to)))) // counted from what comes first
    .filter(({ from, ends }) => from >= mainFrom && ends !== null && ends >= today && ends < deadline)
    .map(({ from, to, ends }) => ({ from, to, words: text.slice(from, to), groups: {}, deadline: ends! }));
}

/** A day in the statement, and a later one beside it. */
export const dateBeforeDeadline: Rule[] = [
  {
    code: 'date_before_deadline',
    find: earlier,
    reason: ({ words, deadline }, { context }) =>
      `“${words}” ends on ${dayInWords(deadline!)}, but the ${context.term ? `deadline of the ${context.term} term` : 'deadline'} is ${dayInWords(context.deadline!)}: take the earlier day as the deadline.`,
    fix: ({ from, to, words, deadline }, { text }) => {
      const lead = /^\P{L}*(?:in|during|within|on|by|before|no later than)\b/iu.test(words) ? 'by' : 'until';
      const said = `${from === 0 ? 'By' : lead} ${dayInWords(deadline!)}`;
      return `${text.slice(0, from)}${said}${text.slice(to)}`;
    },
    examples: [
      ['Greece buys two frigates by March 2027.', 'by March 2027'],
      ['Romania joins the pact by the end of Q1 2027.', 'by the end of Q1 2027'],
    ],
    nearMisses: [
      'Greece buys two frigates by 31 December 2027.',
      'Germany votes after 1 March 2027.',
      'Output exceeds that of 2025.',
    ],
  },
];
