import type { EntityManager } from 'typeorm';
import { isWeighted } from '../tallies/views.js';
import type { TrackRecordQuery } from './report.query.js';
import { type After, afterOf, isByDay, narrowed, rowsAmong, type TrackRecordRow } from './rows-among.js';
import { countedSelection, resolvedScenarios, type Scope } from './selection.js';

const MANY = 2000;

/**
 * The rows of a track record in its order, from the cursor on. By day it goes from scenario to scenario along an index,
 * one forecaster's record is read whole, and the worst and the best are looked for from the ends.
 */
export async function trackRecordRows(
  manager: EntityManager,
  scope: Scope,
  query: TrackRecordQuery,
  limit: number,
): Promise<TrackRecordRow[]> {
  let after = afterOf(query);
  if (isFromTheEnds(scope, query)) return extremes(manager, scope, query, after, limit);
  if (!isByDay(query) || scope.filters.forecasterId) return rowsAmong(manager, scope, query, after, limit);
  const rows: TrackRecordRow[] = [];
  let last: readonly [day: string, scenarioId: string] | null = after && [
    String(after.key),
    after.scenarioId,
  ];
  // More each time: where few forecasts are what is asked for, they lie far apart.
  for (let many = limit; ; many = Math.min(many * 2, MANY)) {
    const scenarios = await scenariosByDay(manager, scope, query, last, after !== null, many);
    const ids = scenarios.map(({ scenarioId }) => scenarioId);
    if (ids.length > 0)
      rows.push(...(await rowsAmong(manager, scope, query, after, limit - rows.length, { among: ids })));
    if (ids.length < many || rows.length >= limit) return rows;
    last = [scenarios.at(-1)!.day, ids.at(-1)!];
    after = null;
  }
}

/** The next resolved scenarios of a selection, the latest day first. @param again with the one at `last` once more */
function scenariosByDay(
  manager: EntityManager,
  scope: Scope,
  asked: TrackRecordQuery,
  last: readonly [day: string, scenarioId: string] | null,
  again: boolean,
  limit: number,
): Promise<{ scenarioId: string; day: string }[]> {
  const query = narrowed(resolvedScenarios(manager, scope), asked).select([
    's."scenarioId" AS "scenarioId"',
    's."day" AS "day"',
  ]);
  if (last)
    query.andWhere(`(s."day", s."scenarioId") ${again ? '<=' : '<'} (:day, :scenarioId)`, {
      ...{ day: last[0], scenarioId: last[1] },
    });
  return query.orderBy('s."day"', 'DESC').addOrderBy('s."scenarioId"', 'DESC').limit(limit).getRawMany();
}

/** So far from what happened, at least, are the worst; so near to it, at most, the best: in ten-thousandths, widened. */
const REACHES = [50, 200, 800, 3200, 10_000];

/** Of a topic or of some days there are few enough to look at all; a bin, a mark and words narrow it in their own way. */
function isFromTheEnds(scope: Scope, query: TrackRecordQuery): boolean {
  const { topicId, forecasterId, from, to } = scope.filters;
  const isNarrow = [topicId, forecasterId, from, to, query.q, query.bin, query.only].some(
    (one) => one !== undefined,
  );
  return !isByDay(query) && !isNarrow && !isWeighted(countedSelection(scope).view);
}

/** The worst or the best: looked for from either end of the probabilities, as far as it takes. */
async function extremes(
  manager: EntityManager,
  scope: Scope,
  query: TrackRecordQuery,
  after: After | null,
  limit: number,
): Promise<TrackRecordRow[]> {
  const isWorst = query.sort === 'worst';
  const sign = isWorst ? -1 : 1;
  for (const reach of REACHES) {
    const found: TrackRecordRow[] = [];
    for (const occurred of [true, false]) {
      const isLow = occurred === isWorst; // it happened, and hardly any chance was given to it
      const stretch = isLow
        ? { occurred, leastBp: 0, mostBp: reach }
        : { occurred, leastBp: 10_000 - reach, mostBp: 10_000 };
      found.push(...(await rowsAmong(manager, scope, query, after, limit, { stretch })));
    }
    if (found.length < limit && reach !== REACHES.at(-1)) continue;
    return found.sort((a, b) => sign * (a.gap - b.gap || order(a.scenarioId, b.scenarioId))).slice(0, limit);
  }
  return [];
}

const order = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);
