import { timeWeights } from '../calibration/index.js';
import { type Day, dayOf, daysBetween } from '../days.js';

export const VANTAGES = ['first', 'last', 'timeWeighted'] as const;
/** Which of a forecaster's forecasts counts. */
export type Vantage = (typeof VANTAGES)[number];
export const RECORDS = ['live', 'all'] as const;
/** Live forecasts alone, or archival ones too. */
export type RecordsFilter = (typeof RECORDS)[number];

/** One forecast as it counts: with its errata applied. */
export interface ForecastFact {
  seq: number;
  probabilityBp: number;
  statedAt: string;
  recordedAt: string;
  archival: boolean;
  reconstructed: boolean;
  criteriaVersion: number | null;
  withdrawnAt: string | null;
}

/** What bounds the time in which a forecast of this scenario can count. */
export interface CountingScope {
  zone: string;
  deadline: Day;
  /** Null while there is no outcome: the deadline bounds it. */
  outcomeOn: Day | null;
  outcomeAt: string | null;
  /** Forecasts under an earlier version of the criteria were ended by a change of the question. */
  sinceCriteria: number;
}

export interface CountedPart {
  vantage: Vantage;
  records: RecordsFilter;
  part: number;
  probabilityBp: number;
  weight: number;
  leadDays: number;
  withdrawn: boolean;
  archival: boolean;
}

interface Placed extends ForecastFact {
  countsAs: 'live' | 'archival';
  at: string;
}

/** The day that closes the count: of the outcome, or else the deadline. */
const endOf = (scope: CountingScope): Day => scope.outcomeOn ?? scope.deadline;

/**
 * Whether a forecast counts as live, counts as archival, or does not count: rule 9.
 * Live: recorded before the outcome day, or before the instant of the outcome where that is known. Archival: stated on
 * or before the outcome day. A briefing's forecast that was let through as live because it was recorded soon after
 * publication falls back to archival when the outcome turns out to have come first.
 */
export function standingOf(forecast: ForecastFact, scope: CountingScope): 'live' | 'archival' | null {
  if (forecast.reconstructed) return null;
  if ((forecast.criteriaVersion ?? 0) < scope.sinceCriteria) return null;
  const end = endOf(scope);
  const before = scope.outcomeAt
    ? forecast.recordedAt < scope.outcomeAt
    : dayOf(forecast.recordedAt, scope.zone) < end;
  if (!forecast.archival && before) return 'live';
  const stated = forecast.archival || forecast.statedAt < forecast.recordedAt;
  return stated && dayOf(forecast.statedAt, scope.zone) <= end ? 'archival' : null;
}

/**
 * One forecaster's forecasts on one scenario → what counts at each vantage, live and all.
 * `live` filters before the vantage is chosen, so archival rows never move it.
 *
 * @param forecasts of one forecaster, in any order
 * @returns at most one part per (vantage, records), but for `timeWeighted`, whose weights sum to 10⁴
 */
export function countForecasts(forecasts: readonly ForecastFact[], scope: CountingScope): CountedPart[] {
  const placed = inOrder(forecasts, scope);
  return RECORDS.flatMap((records) => {
    const counting = records === 'all' ? placed : placed.filter((one) => one.countsAs === 'live');
    return counting.length === 0 ? [] : partsOf(counting, records, scope);
  });
}

/** By the time they were stated; the clock may jump back between two live rows, their order of record may not. */
function inOrder(forecasts: readonly ForecastFact[], scope: CountingScope): Placed[] {
  let latestLive = '';
  return [...forecasts]
    .sort((a, b) => a.seq - b.seq)
    .flatMap((forecast) => {
      const countsAs = standingOf(forecast, scope);
      if (countsAs === null) return [];
      let at = forecast.statedAt;
      if (!forecast.archival) {
        if (at < latestLive) at = latestLive;
        latestLive = at;
      }
      return [{ ...forecast, countsAs, at }];
    })
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.seq - b.seq));
}

function partsOf(counting: readonly Placed[], records: RecordsFilter, scope: CountingScope): CountedPart[] {
  const first = counting[0]!;
  const last = counting[counting.length - 1]!;
  const lead = (one: Placed) => Math.max(0, daysBetween(dayOf(one.at, scope.zone), endOf(scope)));
  const part = (vantage: Vantage, one: Placed): CountedPart => ({
    vantage,
    records,
    part: 0,
    probabilityBp: one.probabilityBp,
    weight: 10_000,
    leadDays: lead(one),
    withdrawn: last.withdrawnAt !== null,
    archival: one.countsAs === 'archival',
  });
  const standing = last.withdrawnAt === null ? [part('last', last)] : [];
  return [part('first', first), ...standing, ...weighted(counting, scope, part('timeWeighted', first))];
}

/** Whole days that each probability stood, shared out as weights; where no whole day passed, the last one has it all. */
function weighted(counting: readonly Placed[], scope: CountingScope, model: CountedPart): CountedPart[] {
  const spans = counting.map((one, index) => {
    const from = dayOf(one.at, scope.zone);
    const ends = [endOf(scope)];
    const next = counting[index + 1];
    if (next) ends.push(dayOf(next.at, scope.zone));
    if (one.withdrawnAt) ends.push(dayOf(one.withdrawnAt, scope.zone));
    const until = ends.reduce((a, b) => (a < b ? a : b));
    return { days: Math.max(0, daysBetween(from, until)), probabilityBp: one.probabilityBp };
  });
  const stood = spans.some((span) => span.days > 0)
    ? spans
    : [{ days: 1, probabilityBp: counting[counting.length - 1]!.probabilityBp }];
  return timeWeights(stood)
    .filter(({ weight }) => weight > 0)
    .map(({ probabilityBp, weight }, part) => ({ ...model, part, probabilityBp, weight }));
}
