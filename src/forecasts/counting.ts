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

/** A forecast that counts, in its place in time. */
export interface CountingForecast extends ForecastFact {
  countsAs: 'live' | 'archival';
  /** From when it stands. */
  at: string;
}

/** The day that closes the count: of the outcome, or else the deadline. */
const endOf = (scope: CountingScope): Day => scope.outcomeOn ?? scope.deadline;

/** Whether what was recorded then came before the outcome: before its day, or its instant where that is known. */
const isBeforeEnd = (recordedAt: string, scope: CountingScope): boolean =>
  scope.outcomeAt ? recordedAt < scope.outcomeAt : dayOf(recordedAt, scope.zone) < endOf(scope);

/**
 * Whether a forecast counts as live, counts as archival, or does not count: rule 9.
 * Live: recorded before the outcome day, or before the instant of the outcome where that is known. Archival: stated on
 * or before the outcome day. A briefing's forecast that was let through as live because it was recorded soon after
 * publication falls back to archival when the outcome turns out to have come first.
 */
export function standingOf(forecast: ForecastFact, scope: CountingScope): 'live' | 'archival' | null {
  if (forecast.reconstructed) return null;
  if ((forecast.criteriaVersion ?? 0) < scope.sinceCriteria) return null;
  if (!forecast.archival && isBeforeEnd(forecast.recordedAt, scope)) return 'live';
  const stated = forecast.archival || forecast.statedAt < forecast.recordedAt;
  return stated && dayOf(forecast.statedAt, scope.zone) <= endOf(scope) ? 'archival' : null;
}

/**
 * One forecaster's forecasts on one scenario → what counts at each vantage, live and all.
 * `live` filters before the vantage is chosen, so archival rows never move it.
 *
 * @param forecasts of one forecaster, in any order
 * @returns at most one part per (vantage, records), but for `timeWeighted`, whose weights sum to 10⁴
 */
export function countForecasts(forecasts: readonly ForecastFact[], scope: CountingScope): CountedPart[] {
  const { live, all } = countingForecasts(forecasts, scope);
  if (all.length === 0) return [];
  const parts = partsOf(all, 'all', scope);
  if (live.length === 0) return parts;
  return live === all
    ? [...parts.map((part): CountedPart => ({ ...part, records: 'live' })), ...parts]
    : [...partsOf(live, 'live', scope), ...parts];
}

/**
 * The forecasts of one forecaster that count, by the time from which they stand. Each stands until the next one, or until
 * its `withdrawnAt`: here when a withdrawal ended it, whichever forecast it was put to, and null for one that came too late.
 *
 * @param forecasts of one forecaster, in any order
 */
export function countingForecasts(
  forecasts: readonly ForecastFact[],
  scope: CountingScope,
): Record<RecordsFilter, CountingForecast[]> {
  const all = withEnds(forecasts, (withdrawnAt) => isBeforeEnd(withdrawnAt, scope)).flatMap((one) => {
    const countsAs = standingOf(one, scope);
    return countsAs === null ? [] : [{ ...one, countsAs }];
  });
  const live = all.filter((one) => one.countsAs === 'live');
  const inTime = inOrder(all);
  // As a rule all of them are live.
  return { live: live.length === all.length ? inTime : inOrder(live), all: inTime };
}

/** The forecast that its forecaster stands by; null where there is none, or it was withdrawn. */
export function standingForecast<T extends ForecastFact>(forecasts: readonly T[]): T | null {
  const scored = forecasts.filter((one) => !one.reconstructed);
  const latest = inOrder(withEnds(scored, () => true)).at(-1);
  return latest && latest.withdrawnAt === null ? latest : null;
}

/**
 * A withdrawal ends all that its forecaster had said until then, also what is put on record later; so it ends the same
 * live forecasts whichever row it was put to.
 *
 * @param tells whether a withdrawal made then takes anything back
 */
function withEnds<T extends ForecastFact>(
  forecasts: readonly T[],
  tells: (withdrawnAt: string) => boolean,
): T[] {
  if (forecasts.every((one) => one.withdrawnAt === null)) return [...forecasts];
  const withdrawn = forecasts.filter((one) => one.withdrawnAt !== null && tells(one.withdrawnAt));
  return forecasts.map((one) => {
    const ends = withdrawn
      .filter((by) => by.seq >= one.seq || (one.archival && by.withdrawnAt! > one.statedAt))
      .map((by) => by.withdrawnAt!);
    return { ...one, withdrawnAt: ends.sort()[0] ?? null };
  });
}

/** By the time they were stated; the clock may jump back between two live rows, their order of record may not. */
function inOrder<T extends ForecastFact>(forecasts: readonly T[]): (T & { at: string })[] {
  let latestLive = '';
  return [...forecasts]
    .sort((a, b) => a.seq - b.seq)
    .map((forecast) => {
      if (forecast.archival) return { ...forecast, at: forecast.statedAt };
      if (forecast.statedAt > latestLive) latestLive = forecast.statedAt;
      return { ...forecast, at: latestLive };
    })
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.seq - b.seq));
}

function partsOf(
  counting: readonly CountingForecast[],
  records: RecordsFilter,
  scope: CountingScope,
): CountedPart[] {
  const first = counting[0]!;
  const last = counting[counting.length - 1]!;
  const lead = (one: CountingForecast) => Math.max(0, daysBetween(dayOf(one.at, scope.zone), endOf(scope)));
  const part = (vantage: Vantage, one: CountingForecast): CountedPart => ({
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
function weighted(
  counting: readonly CountingForecast[],
  scope: CountingScope,
  model: CountedPart,
): CountedPart[] {
  const spans = counting.map((one, index) => {
    const ends = [endOf(scope)];
    const next = counting[index + 1];
    if (next) ends.push(dayOf(next.at, scope.zone));
    if (one.withdrawnAt) ends.push(dayOf(one.withdrawnAt, scope.zone));
    const until = ends.reduce((a, b) => (a < b ? a : b));
    return { one, days: Math.max(0, daysBetween(dayOf(one.at, scope.zone), until)) };
  });
  const stood = spans.filter((span) => span.days > 0);
  if (stood.length === 0) stood.push({ one: counting[counting.length - 1]!, days: 1 });
  if (stood.length === 1) {
    const { one } = stood[0]!;
    return [{ ...model, probabilityBp: one.probabilityBp, archival: one.countsAs === 'archival' }];
  }
  const shares = timeWeights(stood.map(({ one, days }) => ({ days, probabilityBp: one.probabilityBp })));
  return stood
    .map(({ one }, index) => ({ one, weight: shares[index]!.weight }))
    .filter(({ weight }) => weight > 0)
    .map(({ one, weight }, part) => ({
      ...{ ...model, part, weight, probabilityBp: one.probabilityBp },
      archival: one.countsAs === 'archival',
    }));
}
