/** Words of the pages that show the record as a whole. */
import type { Group, OverTime, Report, Term, Testability } from './data.js';
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
  unscored: 'resolved predictions without a forecast that counts',
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

/** A part of the denominator: how many, which, and the list that holds them. */
export type Part = readonly [
  n: number,
  words: string,
  list: 'resolved' | 'open' | 'overdue' | 'annulled' | 'unscored',
];

/** Every prediction of a selection, once. Those without a forecast that counts are named where there are any. */
export function denominator({ n, predictions }: Report): Part[] {
  const { scored, open, overdue, annulled, unscored } = predictions;
  const parts: Part[] = [
    [scored, n > scored ? `scored (${count(n, 'forecast')})` : 'scored', 'resolved'],
    [open, 'open', 'open'],
    [overdue, 'overdue', 'overdue'],
    [annulled, 'annulled', 'annulled'],
  ];
  if (unscored > 0) parts.push([unscored, 'resolved without a forecast that counts', 'unscored']);
  return parts;
}

const VERDICT_WORDS: Record<Exclude<Group['report']['verdict']['status'], 'insufficient'>, string> = {
  calibrated: 'well calibrated',
  overconfident: 'too sure of itself',
  underconfident: 'hedges too much',
  biasedHigh: 'runs high',
  biasedLow: 'runs low',
};

/** A verdict in a few words, for a row of a table. @example 'well calibrated (provisional)' */
export function verdictInWords({
  scenarios,
  verdict,
}: Pick<Group['report'], 'scenarios' | 'verdict'>): string {
  if (verdict.status === 'insufficient')
    return scenarios < 30 ? `too early to say: ${scenarios} of 30` : 'no verdict';
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
  return `${name}: ${occurred} of ${n} came true.${score} In short: ${verdictInWords(rest)}.`;
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
