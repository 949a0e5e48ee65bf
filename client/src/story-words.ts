/** Stories in words. Pure, as `words.ts`. */
import type { Report, Term } from './data.js';
import type { ForecasterKind, Said, StoryScenario } from './story-data.js';
import { count, day, decimal, grouped, lateInWords, NBSP, OUTCOME_WORDS, saidPercent } from './words.js';

export const FORECASTER_WORDS: Record<ForecasterKind, string> = {
  person: 'a person',
  desk: 'a desk',
  model: 'a model',
};

/** @example termsInWords({ short: 90, medium: 365, long: 1095 }) // => 'Short term means 90 days, medium term 365, long term 1,095.' */
export const termsInWords = ({ short, medium, long }: Record<Term, number>): string =>
  `Short term means ${count(short, 'day')}, medium term ${grouped(medium)}, long term ${grouped(long)}.`;

/** Where a scenario stands, in a few words; its deadline where that is still to come or has just passed. */
export function standInWords(scenario: StoryScenario): string {
  const { state, overdue, daysLeft, deadline, outcome, outcomeOn, lateOn } = scenario;
  if (state === 'open') {
    if (overdue) return `Overdue by ${count(-daysLeft, 'day')}, awaiting evidence`;
    return daysLeft === 0 ? 'Open: today is the last day' : `Open: ${count(daysLeft, 'day')} left`;
  }
  if (outcome === null) return 'Not yet on record';
  const on = outcomeOn ? `, ${day(outcomeOn)}` : '';
  return `${OUTCOME_WORDS[outcome]}${on}${lateOn ? ` (${lateInWords(deadline, lateOn)})` : ''}`;
}

/** What was published at first, where that is not what stands now; empty where it is. */
export function firstInWords({ first, now }: Said): string {
  if (now === null) return `, first ${saidPercent(first)}, stands no more`;
  return now === first ? '' : `, first ${saidPercent(first)}`;
}

/** The whole denominator of a topic, in a line. @example '12 open · 2 overdue · 30 resolved' */
export const countsInWords = (counts: readonly (readonly [n: number, what: string])[]): string =>
  counts.map(([n, what]) => `${grouped(n)}${NBSP}${what}`).join(' · ');

/** How much there is of a forecaster's record. */
export function scoreOfRecord({ n, brierScore }: { n: number; brierScore: number | null }): string {
  if (brierScore === null) return 'Nothing scored yet';
  const few = n < 10 ? ', too few to say much' : '';
  return `${count(n, 'forecast')} scored, Brier score ${decimal(brierScore)}${few}`;
}

/** Forecasts that a changed question ended. */
export const endedInWords = ({ ended }: Pick<Report, 'ended'>): string =>
  `${count(ended, 'further forecast')} ${ended === 1 ? 'was' : 'were'} ended by a changed question, and ${ended === 1 ? 'is' : 'are'} not scored.`;

/** Withdrawn forecasts that count all the same, so that nobody looks better by taking back. */
export const withdrawnInWords = ({ withdrawn }: Report): string =>
  withdrawn === 0
    ? 'None was withdrawn before the outcome.'
    : `${count(withdrawn, 'forecast')} of them ${withdrawn === 1 ? 'was' : 'were'} withdrawn before the outcome, and ${withdrawn === 1 ? 'counts' : 'count'} all the same.`;
