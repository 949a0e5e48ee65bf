import { addDays, isDay } from '../../days.js';
import { dayInWords } from '../day-phrases.js';
import { lintStatement } from '../lint-statement.js';
import { type Reading, readStatement } from '../reading.js';
import type { LintContext, Mark } from '../types.js';
import { halfDone, isContest } from './acts.js';
import { justShort, type Measure, measuresOf } from './measures.js';
import { actorOf, pairOf } from './parties.js';

/** A case at the edge, for the author to answer: would this count? */
export interface EdgeCase {
  /** At most 120 characters. */
  case: string;
}

const PROPOSED = 5;
const LONGEST = 120;

/**
 * Five cases in which two fair people might differ on whether the statement came true, from its own words and figures, the most
 * telling first. What `context.answered` answers already is not asked again. The answers are the edge cases of the criteria.
 *
 * @example proposeEdgeCases('A 72-hour pause holds.', { today: '2026-11-20' })[0] // => { case: 'just short: 69 of the 72 hours' }
 */
export function proposeEdgeCases(statement: string, context: LintContext): EdgeCase[] {
  const reading = readStatement(statement, context);
  const marks = lintStatement(statement, context);
  const measures = measuresOf(reading);
  const proposals = [
    ...measures.slice(0, 1).map(short),
    ...joined(reading, marks),
    ...(marks.some(({ code }) => code === 'compound') ? [] : together(reading)),
    ...halfDone(reading),
    ...opinions(statement, marks),
    afterTheDeadline(reading),
    ...measures.slice(1, 2).map(short),
    ...inDoubt(reading),
    ...measures.slice(0, 1).map(disputed),
    ...(isContest(reading) ? [] : ['announced, but not carried out by the deadline']),
    ...ANYWHERE,
  ].map((words) => shortened(words, LONGEST));
  const answered = context.answered ?? [];
  const asked = (words: string) => answered.some((other) => same(words, other));
  const open = proposals.filter(
    (words, i) => !asked(words) && !proposals.slice(0, i).some((other) => same(words, other)),
  );
  for (let days = 2; open.length < PROPOSED; days++) {
    const words = `${days} days after the deadline`;
    if (!answered.includes(words)) open.push(words);
  }
  return open.slice(0, PROPOSED).map((words) => ({ case: words }));
}

/** What fits any statement. */
const ANYWHERE = [
  'only one outlet reports it, and nobody confirms it',
  'it happens, and is reversed within a day',
  'it happens in part only',
  'it came before the forecast, and is reported only now',
  'an official account and independent ones differ',
  'begun before the deadline, completed after it',
  'nobody can tell on which side of the deadline it happened',
];

/** Questions that are the same whatever their words. */
const THE_SAME: { test(words: string): boolean }[] = [
  /\b(?:days?|hours?|weeks?) (?:too )?(?:late|after)\b|^after the deadline\b|\btoo late\b/i,
  /\b(?:one|a single) (?:outlet|source|paper)\b|\bunconfirmed\b|\bnobody confirms\b/i,
  /\brevers(?:ed|al)\b|\bundone\b|\btaken back\b/i,
  {
    test: (words) =>
      /\bnot\b/i.test(
        words
          .split(/\bannounced\b/i)
          .slice(1)
          .join(' '),
      ) || /\bnot (?:yet )?(?:in force|carried out)\b|\bin principle\b/i.test(words),
  },
  /\bonly one (?:of|side)\b|\bone of (?:the )?(?:two|them)\b/i,
  /\bin part\b|\bpartly\b|\bpartial/i,
  /\bden(?:y|ies|ied)\b/i,
  /\bjust short\b|\bexactly\b/i,
];

const same = (words: string, other: string): boolean =>
  words.toLowerCase() === other.trim().toLowerCase() ||
  THE_SAME.some((question) => question.test(words) && question.test(other));

function short(measure: Measure): string {
  const { number, unit, comparison, kind } = measure;
  if (kind === 'share') return `just short: ${justShort(measure)} instead of ${number}`;
  const figure = unit === '%' ? `${number} %` : `${number} ${unit}`;
  if (kind === 'level')
    return comparison === 'above' || comparison === 'below'
      ? `exactly ${figure}: not ${comparison} it`
      : `${figure} only after rounding`;
  if (comparison === 'above' || comparison === 'below') return `exactly ${figure}`;
  if (comparison === 'atMost') return `a little over ${figure}`;
  return kind === 'duration'
    ? `just short: ${justShort(measure)} of the ${figure}`
    : `just short: ${justShort(measure)} of ${figure}`;
}

function disputed({ number, unit, kind }: Measure): string {
  if (kind === 'duration') return `${number} ${unit} in all, with a break in between`;
  if (kind === 'share') return `who counts as one of the ${number} is disputed`;
  if (kind === 'level') return `the first figure passes ${number} ${unit}, the revised one does not`;
  return `one source counts ${number} ${unit}, another fewer`;
}

function joined({ text, mainFrom }: Reading, marks: readonly Mark[]): string[] {
  const mark = marks.find(({ code }) => code === 'compound');
  if (!mark) return [];
  const claim = (words: string) => shortened(words.trim().replace(/(?<![,.\s])[,.\s]+$/, ''), 80);
  const [first, second] = [claim(text.slice(mainFrom, mark.from)), claim(text.slice(mark.to))];
  if (text.slice(mark.from, mark.to) === 'or')
    return [`only the first of the two: ${first}`, 'both of the two'];
  return [`the first without the second: ${first}`, `the second without the first: ${second}`];
}

function together(reading: Reading): string[] {
  const pair = pairOf(reading)?.names.map((name) => shortened(name, 40));
  return pair ? [`only one of the two: ${pair[0]} without ${pair[1]}`] : [];
}

function opinions(statement: string, marks: readonly Mark[]): string[] {
  const words = ({ from, to }: Mark) => shortened(statement.slice(from, to), 45);
  return [
    ...marks
      .filter(({ code }) => code === 'interpretation')
      .slice(0, 1)
      .map((mark) => `a commentator writes “${words(mark)}”, and nobody acts on it`),
    ...marks
      .filter(({ code }) => code === 'unmeasured')
      .slice(0, 1)
      .map((mark) => `“${words(mark)}” in the words of one side only`),
  ];
}

function afterTheDeadline({ context, days }: Reading): string {
  const deadline = context.deadline ?? days.find(({ ends }) => ends !== null && ends >= context.today)?.ends;
  const next = deadline && isDay(deadline) ? addDays(deadline, 1) : null;
  return next ? `a day after the deadline, on ${dayInWords(next)}` : 'a day after the deadline';
}

function inDoubt(reading: Reading): string[] {
  if (isContest(reading)) return [];
  const pair = pairOf(reading);
  if (pair?.act) {
    const [first, second] = pair.names.map((name) => shortened(name, 40));
    return [`${first} confirms it, and ${second} denies it`];
  }
  const actor = actorOf(reading);
  if (!actor) return [];
  const who = shortened(actor, 60);
  return [`someone else acts in the place of ${who}`, `denied by ${who}, confirmed by others`];
}

/** At most so many characters, cut between words. */
function shortened(words: string, longest: number): string {
  const text = words.replace(/\s+/g, ' ').trim();
  if (text.length <= longest) return text;
  const cut = text.slice(0, longest - 1).replace(/[\uD800-\uDBFF]$/, '');
  const whole = cut.includes(' ') ? cut.slice(0, cut.lastIndexOf(' ')) : cut;
  return `${whole.replace(/(?<![\s,;:])[\s,;:]+$/, '')}…`;
}
