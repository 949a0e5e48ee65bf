/**
 * Numbers, days and verdicts in words. Pure, and free of the reader's locale and clock: the server and the browser
 * must come to the same text.
 */
import type {
  Annulment,
  Basis,
  Bearing,
  Bin,
  Kind,
  Outcome,
  Report,
  Scenario,
  Standing,
  Term,
  Vantage,
} from './data.js';

/** No line break between a number and what it counts. */
export const NBSP = '\u00a0';

/** Keeps each number with its percent sign on one line, in a text from elsewhere. */
export function unbroken(text: string): string {
  return text.replace(/(\d) %/g, `$1${NBSP}%`);
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const DAY_MS = 86_400_000;

/** @example percent(0.8246) // => '82 %' (with a no-break space); up to two decimals only where they were said */
export function percent(p: number, decimals = 0): string {
  const rounded = Number((p * 100).toFixed(decimals));
  // Nearly never is not never, and nearly sure is not sure.
  if (decimals === 0 && rounded === 0 && p > 0) return `under 1${NBSP}%`;
  if (decimals === 0 && rounded === 100 && p < 1) return `over 99${NBSP}%`;
  return `${rounded}${NBSP}%`;
}

/** A probability just as it was said. @example saidPercent(0.825) // => '82.5 %' */
export function saidPercent(p: number): string {
  return percent(p, 2);
}

/** @example range({ low: 0.48, high: 0.78 }) // => '48–78 %' */
export function range(interval: { low: number; high: number }): string {
  return `${Math.round(interval.low * 100)}–${Math.round(interval.high * 100)}${NBSP}%`;
}

/** @example decimal(0.17149, 3) // => '0.171' */
export function decimal(x: number, digits = 3): string {
  const text = x.toFixed(digits);
  return Number(text) === 0 ? text.replace('-', '') : text.replace('-', '−');
}

/** @example count(1, 'forecast') // => '1 forecast' */
export function count(n: number, noun: string, plural = `${noun}s`): string {
  return `${grouped(n)}${NBSP}${n === 1 ? noun : plural}`;
}

/** @example grouped(12500) // => '12,500' */
export function grouped(n: number): string {
  return n.toLocaleString('en-GB', { maximumFractionDigits: 20 });
}

/** @example day('2026-05-03') // => '3 May 2026' */
export function day(iso: string): string {
  const [y, m, d] = iso.slice(0, 10).split('-').map(Number);
  return `${d}${NBSP}${MONTHS[(m ?? 1) - 1]}${NBSP}${y}`;
}

/** @example shortDay('2026-05-03') // => '3 May' */
export function shortDay(iso: string): string {
  const [, m, d] = iso.slice(0, 10).split('-').map(Number);
  return `${d}${NBSP}${(MONTHS[(m ?? 1) - 1] ?? '').slice(0, 3)}`;
}

/** @example instant('2026-05-03T10:51:07Z') // => '3 May 2026, 10:51 UTC' */
export function instant(iso: string): string {
  return iso.length > 10 ? `${day(iso)}, ${iso.slice(11, 16)}${NBSP}UTC` : day(iso);
}

/** Days from one day to another. @example daysBetween('2026-05-03', '2026-05-15') // => 12 */
export function daysBetween(from: string, to: string): number {
  return Math.round((dayMs(to) - dayMs(from)) / DAY_MS);
}

/** Midnight UTC of a day, in milliseconds. */
export function dayMs(iso: string): number {
  return Date.parse(`${iso.slice(0, 10)}T00:00:00Z`);
}

export const KIND_WORDS: Record<Kind, string> = {
  risk: 'Risk',
  opportunity: 'Opportunity',
  consequence: 'Consequence',
};
export const TERM_WORDS: Record<Term, string> = {
  short: 'short term',
  medium: 'medium term',
  long: 'long term',
};
export const OUTCOME_WORDS: Record<Outcome, string> = {
  occurred: 'Happened',
  not_occurred: 'Did not happen',
  annulled: 'Annulled',
};
export const ANNULMENT_WORDS: Record<Annulment, string> = {
  premise_false: 'its “if” did not come about',
  ambiguous: 'it could be read in more than one way',
  duplicate: 'it repeats another prediction',
  unverifiable: 'nobody could establish what happened',
};
export const BASIS_WORDS: Record<Basis, string> = {
  observed: 'seen in an event on record',
  judged: 'an editor’s judgement',
  absence: 'nothing of the kind was on record when the deadline passed',
  imported: 'taken over from an imported record',
};
export const STANDING_WORDS: Record<Standing, string> = {
  reported: 'reported, not confirmed',
  confirmed: 'confirmed',
  disputed: 'disputed',
  retracted: 'retracted',
};
export const BEARING_WORDS: Record<Bearing, string> = {
  supports: 'speaks for it',
  undermines: 'speaks against it',
  settles: 'settles it',
};
export const VANTAGE_WORDS: Record<Vantage, string> = {
  first: 'as first published',
  last: 'as it last stood',
  timeWeighted: 'averaged over time',
};

export type Size = 'none' | 'few' | 'noVerdict' | 'provisional' | 'full';

/** How much a number of scored predictions can carry: no chart under 10, no verdict under 30, provisional under 100. */
export function sizeOf(predictions: number): Size {
  if (predictions === 0) return 'none';
  if (predictions < 10) return 'few';
  if (predictions < 30) return 'noVerdict';
  return predictions < 100 ? 'provisional' : 'full';
}

/** The first sentence of a track record. */
export function headline(report: Report): string {
  const { n, occurred, scenarios, expectedOccurred: expected } = report;
  if (n === 0) return 'No prediction has been scored yet.';
  const predictions = `${grouped(scenarios)} ${scenarios === 1 ? 'prediction' : 'predictions'}`;
  const of = n > scenarios ? `Of ${grouped(n)} forecasts on ${predictions}` : `Of ${predictions}`;
  if (expected.sum === null) return `${of}, ${grouped(occurred)} came true.`;
  const said = `${of}, ${grouped(Math.round(expected.sum))} ${
    Math.round(expected.sum) === 1 ? 'was' : 'were'
  } expected to come true; ${occurred === 0 ? 'none' : grouped(occurred)} did`;
  return expected.low === null || expected.high === null
    ? `${said}.`
    : `${said} (${Math.round(expected.level * 100)}% range ${grouped(expected.low)} to ${grouped(expected.high)}).`;
}

/** What the size of the record allows one to say, or null where it allows everything. */
export function sizeNote(predictions: number): string | null {
  switch (sizeOf(predictions)) {
    case 'none':
      return null;
    case 'few':
      return `Just started: ${count(predictions, 'prediction')} scored. A chart appears from 10, a verdict from 30.`;
    case 'noVerdict':
      return `Too early to say: ${predictions} of the 30 results a verdict needs.`;
    case 'provisional':
      return `Provisional until 100: ${predictions} predictions scored.`;
    case 'full':
      return null;
  }
}

/** The average squared gap, explained. */
export function brierInWords(report: Report): string | null {
  if (report.brierScore === null) return null;
  return (
    'Average squared gap between what was said and what happened; 0 is perfect, 0.25 is always saying ' +
    `50${NBSP}%; here ${decimal(report.brierScore)}.`
  );
}

/** Skill against the base rate, with its sign in words. */
export function skillInWords(report: Report): string | null {
  if (report.brierSkillScore === null || report.baseRate === null) return null;
  const points = Math.round(Math.abs(report.brierSkillScore) * 100);
  const baseRate = `always quoting the base rate (${percent(report.baseRate)}, known only in hindsight)`;
  if (points === 0) return `No better and no worse than ${baseRate}.`;
  return `${points}${NBSP}% ${report.brierSkillScore > 0 ? 'better' : 'worse'} than ${baseRate}.`;
}

/** A bin's interval, or null where it has none. */
export function intervalOf({ interval }: Bin): { level: number; low: number; high: number } | null {
  const { level, low, high } = interval;
  return low === null || high === null ? null : { level, low, high };
}

/** One point of the diagram in words. */
export function binInWords(bin: Bin): string {
  if (bin.n === 0 || bin.meanForecast === null || bin.observed === null) return 'No forecast here.';
  const bar = intervalOf(bin);
  const words = bar ? `; ${Math.round(bar.level * 100)}${NBSP}% range ${range(bar)}` : '';
  return `Said about ${percent(bin.meanForecast)}: it happened ${percent(bin.observed)} of the time (${bin.occurred} of ${bin.n}${words}).`;
}

/** @example binName({ from: 0.7, to: 0.8 }) // => '70–80 %' */
export function binName(bin: { from: number; to: number }): string {
  return `${Math.round(bin.from * 100)}–${Math.round(bin.to * 100)}${NBSP}%`;
}

/** What one forecast scored. @example scoreInWords(0.82, 'not_occurred') // => 'said 82 %, it did not happen: squared gap 0.67' */
export function scoreInWords(probability: number, outcome: Outcome): string {
  const said = `said ${saidPercent(probability)}`;
  if (outcome === 'annulled') return `${said}, annulled: not scored`;
  const gap = (probability - (outcome === 'occurred' ? 1 : 0)) ** 2;
  return `${said}, it ${outcome === 'occurred' ? 'happened' : 'did not happen'}: squared gap ${decimal(gap, 2)}`;
}

/** How near a squared gap is, for a reader who meets the number for the first time. */
export function gapInWords(gap: number): string {
  if (gap < 0.01) return 'almost no gap';
  if (gap < 0.25) return `closer than saying 50${NBSP}%`;
  if (gap === 0.25) return `the same as saying 50${NBSP}%`;
  return `further off than saying 50${NBSP}%`;
}

/** @example stoodInWords(0.8) // => 'stood 80 % of the time' */
export function stoodInWords(coverage: number): string {
  return coverage === 1 ? 'stood all the time' : `stood ${percent(coverage)} of the time`;
}

/** A score that may be negative, with its sign. @example points(-12.34) // => '−12.3' */
export function points(score: number): string {
  const text = decimal(score, 1);
  return Number(text) > 0 ? `+${text}` : text;
}

/** @example lateInWords('2026-06-30', '2026-07-12') // => 'occurred 12 days late' */
export function lateInWords(deadline: string, lateOn: string): string {
  return `occurred ${count(daysBetween(deadline, lateOn), 'day')} late`;
}

export type StateWord = 'draft' | 'open' | 'dueSoon' | 'overdue' | 'resolved' | 'annulled';

export function stateWord({
  state,
  overdue,
  dueSoon,
}: Pick<Scenario, 'state' | 'overdue' | 'dueSoon'>): StateWord {
  if (state !== 'open') return state;
  if (overdue) return 'overdue';
  return dueSoon ? 'dueSoon' : 'open';
}

/** Where a prediction stands, as a sentence. */
export function stateInWords(scenario: Scenario, today: string): string {
  const left = daysBetween(today, scenario.deadline);
  const last = scenario.resolutions.at(-1);
  switch (stateWord(scenario)) {
    case 'draft':
      return 'Draft: not yet on record.';
    case 'open':
      return `Open: ${count(left, 'day')} left.`;
    case 'dueSoon':
      return left === 0 ? 'Due soon: today is the last day.' : `Due soon: ${count(left, 'day')} left.`;
    case 'overdue':
      return `Overdue by ${count(-left, 'day')}: awaiting evidence.`;
    case 'annulled':
      return last?.annulment ? `Annulled: ${ANNULMENT_WORDS[last.annulment]}.` : 'Annulled.';
    case 'resolved': {
      if (!last || last.outcome === 'reopened') return 'Resolved.';
      const on = last.outcomeOn ? ` on ${day(last.outcomeOn)}` : '';
      if (last.outcome === 'not_occurred') {
        const late = last.lateOn ? ` (${lateInWords(scenario.deadline, last.lateOn)})` : '';
        const early = last.outcomeOn !== null && last.outcomeOn < scenario.deadline;
        return early
          ? `Did not happen: it became impossible${on}${late}.`
          : `Did not happen by ${day(scenario.deadline)}${late}.`;
      }
      return `${OUTCOME_WORDS[last.outcome]}${on}.`;
    }
  }
}
