/** Words of the pages that show the record as a whole. */
import type { Group, OverTime, Term, Testability } from './data.js';
import type { Grouping, ListState, Only, Sort } from './page-data.js';
import { count, day, decimal, KIND_WORDS, NBSP, percent, TERM_WORDS } from './words.js';

export const TESTABILITY_WORDS: Record<Testability['testability'], string> = {
  observable: 'can be seen in a source named beforehand',
  judged: 'an editor has to interpret',
  untested: 'nobody has looked yet',
};
export const RECORDS_WORDS = { live: 'taken down at the time', all: 'archival ones too' } as const;

export const GROUPING_WORDS: Record<Grouping, string> = {
  kind: 'kind',
  term: 'term',
  topic: 'topic',
  forecaster: 'forecaster',
  month: 'month of the outcome',
};
export const SORT_WORDS: Record<Sort, string> = {
  recent: 'latest outcome first',
  worst: 'biggest misses first',
  best: 'best calls first',
};
export const ONLY_WORDS: Record<Only, string> = {
  occurred: 'what happened',
  judged: 'outcomes on an editor’s judgement',
  selfResolved: 'outcomes judged by somebody who had forecast them',
  early: 'what was settled before its deadline',
  late: 'what happened after its deadline',
  undated: 'outcomes without a date',
  ended: 'forecasts that a changed question ended, which are not scored',
};
export const STATE_WORDS: Record<ListState, string> = {
  resolved: 'resolved',
  open: 'open',
  overdue: 'overdue',
  annulled: 'annulled',
};
export const LIST_TITLES: Record<ListState, string> = {
  resolved: 'Resolved predictions',
  open: 'Open predictions',
  overdue: 'Overdue: awaiting evidence',
  annulled: 'Annulled predictions',
};
export const LIST_EMPTY: Record<ListState, string> = {
  resolved: 'No prediction of this selection has been resolved yet.',
  open: 'No prediction of this selection is open.',
  overdue: 'Nothing is overdue.',
  annulled: 'Nothing has been annulled.',
};

const VERDICT_WORDS: Record<Exclude<Group['report']['verdict']['status'], 'insufficient'>, string> = {
  calibrated: 'well calibrated',
  overconfident: 'overconfident: too extreme',
  underconfident: 'underconfident: too timid',
  biasedHigh: 'too high: happened less often than said',
  biasedLow: 'too low: happened more often than said',
};

/** A verdict in a few words, for a row of a table. @example 'well calibrated (provisional)' */
export function verdictInWords({ n, verdict }: Pick<Group['report'], 'n' | 'verdict'>): string {
  if (verdict.status === 'insufficient') return n < 30 ? `too few for a verdict: ${n} of 30` : 'no verdict';
  return `${VERDICT_WORDS[verdict.status]}${verdict.provisional ? ' (provisional)' : ''}`;
}

/** A group as a person calls it. @example groupName('month', { key: '2026-05', title: '2026-05' }) // => 'May 2026' */
export function groupName(by: Grouping, { key, title }: Pick<Group, 'key' | 'title'>): string {
  if (by === 'month') return month(key);
  if (by === 'kind') return KIND_WORDS[key as keyof typeof KIND_WORDS];
  if (by === 'term') return termName(key as Term);
  return title;
}

/** @example month('2026-05') // => 'May 2026' */
export const month = (iso: string): string => day(`${iso}-01`).slice(2);

/** @example termName('short') // => 'Short term' */
export function termName(term: Term): string {
  const words = TERM_WORDS[term];
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The calibration error of a group beside what luck alone would give. */
export function errorWithLuck({
  calibrationError: error,
  expectedUnderCalibration: { calibrationError: luck },
}: Pick<Group['report'], 'calibrationError' | 'expectedUnderCalibration'>): string | null {
  if (error === null) return null;
  const beside = luck.p95 === null ? '' : ` (luck: up to ${decimal(luck.p95)})`;
  return `${decimal(error)}${beside}`;
}

/** What the picture of a group says, for those who do not see it. */
export function groupInWords(name: string, { n, occurred, brierScore, ...rest }: Group['report']): string {
  if (n === 0) return `${name}: nothing scored.`;
  const score = brierScore === null ? '' : ` Brier score ${decimal(brierScore)}.`;
  return `${name}: ${occurred} of ${n} came true.${score} In short: ${verdictInWords({ n, ...rest })}.`;
}

/** A day or a month of the score over time. */
export const pointName = (on: string): string => (on.length === 7 ? month(on) : day(on));

/** What the score over time shows, and what it rests on. */
export function overTimeInWords({ window, by, points }: OverTime): string {
  const last = points.at(-1);
  const what =
    by === 'month'
      ? `the latest whole months that hold at least ${window} predictions`
      : `the last ${window} predictions scored by then`;
  if (!last) return `Each point would be the average over ${what}; it begins with ten.`;
  const beside =
    last.brierScore < last.baseRateScore
      ? 'better than'
      : last.brierScore > last.baseRateScore
        ? 'worse than'
        : 'the same as';
  return (
    `Each point is the average squared gap of ${what}. On ${pointName(last.on)} it stood at ` +
    `${decimal(last.brierScore)} over ${count(last.n, 'prediction')}: ${beside} always quoting their base rate ` +
    `of ${percent(last.baseRate)}, which gives ${decimal(last.baseRateScore)}. Lower is better; 0 is perfect.`
  ).replace(/(\d) %/g, `$1${NBSP}%`);
}

/** What was looked for, in words. @example foundInWords('lock', 'resolved') */
export const searchInWords = (q: string): string => `Predictions whose statement holds “${q}”.`;
