import type { EntityManager, ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { decodeCursor, unknownCursor } from '../http/paging.js';
import { invalid } from '../http/validation.js';
import { hasMark } from '../tallies/fate.js';
import { isWeighted } from '../tallies/views.js';
import { onlyHolding } from '../texts/search-index.js';
import type { TrackRecordQuery } from './report.query.js';
import { countedSelection, resolved, type Scope } from './selection.js';

/** One forecaster's counted forecast on one resolved scenario. */
export interface TrackRecordRow {
  scenarioId: string;
  forecasterId: string;
  /** Ten-thousandths; the mean of its parts, for `timeWeighted`. */
  bp: number;
  /** Squared gap in 1e-12 of the Brier score: whole numbers, so that sorting and paging are exact. */
  gap: number;
  /** Empty for imports without a day. */
  day: string;
  archival: number;
  leadDays: number;
  /** Which row it is of those of its scenario with the same key, from 1: the cursor, which names no forecaster. */
  place: number;
}

/** The last row that was given. */
export interface After {
  key: string | number;
  scenarioId: string;
  place: number;
}

export const GAP_UNIT = 1e12;
/** Ten-thousandths of what happened. */
export const OCCURRED = '(CASE WHEN (s."fate" & 8) <> 0 THEN 10000 ELSE 0 END)';
/** A squared gap, or its share, in those units. */
export const GAP = `CAST(c."weight" AS double precision) * (c."probabilityBp" - ${OCCURRED}) * (c."probabilityBp" - ${OCCURRED})`;
const MEAN_BP = 'CAST(c."weight" AS double precision) * c."probabilityBp" / 10000';

/** Where the rows that are asked for all are. */
export interface Narrowed {
  among?: readonly string[];
  /** Probabilities of scenarios that occurred, or did not. */
  stretch?: { occurred: boolean; leastBp: number; mostBp: number };
}

/** Rows in their order, after one of them; maybe only of some scenarios, or of a stretch of probabilities. */
export async function rowsAmong(
  manager: EntityManager,
  scope: Scope,
  query: TrackRecordQuery,
  after: After | null,
  limit: number,
  { among, stretch }: Narrowed = {},
): Promise<TrackRecordRow[]> {
  // Only time-weighted pairs have several parts: without them there is nothing to group.
  const weighted = isWeighted(countedSelection(scope).view);
  const of = (expression: string, how: 'SUM' | 'MAX') => (weighted ? `${how}(${expression})` : expression);
  const [gap, bp] = [of(GAP, 'SUM'), of(MEAN_BP, 'SUM')];
  const byDay = isByDay(query);
  const key = byDay ? 's."day"' : gap;
  const direction = query.sort === 'best' ? 'ASC' : 'DESC';
  // Those of a list by day are found already.
  const rowsOf = resolved(manager, scope, query.only === 'ended' ? 'ended' : 'views');
  const found = (among ? rowsOf : narrowed(rowsOf, query))
    .select(['s."scenarioId" AS "scenarioId"', 'c."forecasterId" AS "forecasterId"', 's."day" AS "day"'])
    .addSelect(bp, 'bp')
    .addSelect(gap, 'gap')
    .addSelect(of('c."archival"', 'MAX'), 'archival')
    .addSelect(of('c."leadDays"', 'MAX'), 'leadDays')
    .limit(limit + (after?.place ?? 0));
  if (among) found.andWhere('s."scenarioId" IN (:...among)', { among });
  // All of it stands in one index: that of the counted probabilities.
  if (stretch)
    found.andWhere(
      `c."probabilityBp" BETWEEN :least AND :most AND (c."fate" & 15) = ${stretch.occurred ? 8 : 0}`,
      { least: stretch.leastBp, most: stretch.mostBp },
    );
  if (weighted) found.groupBy('s."scenarioId", c."forecasterId", s."day"');
  const restrict = (condition: string, values: object) =>
    weighted ? found.andHaving(condition, values) : found.andWhere(condition, values);
  if (query.bin) {
    const [from, to] = binOf(query.bin);
    restrict(`${bp} >= :binFrom AND ${bp} ${to === 10_000 ? '<=' : '<'} :binTo`, {
      binFrom: from,
      binTo: to,
    });
  }
  if (after) {
    const follows = direction === 'DESC' ? '<=' : '>=';
    restrict(`(${key}, s."scenarioId") ${follows} (:afterKey, :afterScenarioId)`, {
      ...{ afterKey: after.key, afterScenarioId: after.scenarioId },
    });
  }
  const rows = await found
    .orderBy(key, direction)
    .addOrderBy('s."scenarioId"', direction)
    .addOrderBy('c."forecasterId"', direction)
    .getRawMany<TrackRecordRow>();
  const given = rows.map((row) => ({ ...row, bp: Number(row.bp), gap: Number(row.gap) }));
  let before: After | null = null;
  for (const row of given) {
    const own = { key: byDay ? row.day : row.gap, scenarioId: row.scenarioId };
    before = { ...own, place: isLike(before, own) ? before!.place + 1 : 1 };
    row.place = before.place;
  }
  const isGiven = (row: TrackRecordRow) =>
    isLike(after, { key: byDay ? row.day : row.gap, scenarioId: row.scenarioId }) &&
    row.place <= after!.place;
  return given.filter((row) => !isGiven(row)).slice(0, limit);
}

const isLike = (a: After | null, b: Omit<After, 'place'>): boolean =>
  a?.key === b.key && a.scenarioId === b.scenarioId;

const CHANGED = `s."scenarioId" IN
  (SELECT k."scenarioId" FROM "criteria" k WHERE k."subject" = 'statement' AND k."change" = 'changed')`;

/** Only scenarios, as `s`, that hold the words of `q`, and have the mark of `only`, or a question that was changed. */
export function narrowed(query: SelectQueryBuilder<ObjectLiteral>, { q, only }: TrackRecordQuery) {
  if (only === 'ended') query.andWhere(CHANGED);
  else if (only && only !== 'unscored') query.andWhere(hasMark('s."fate"', only));
  return q === undefined ? query : onlyHolding(query, 'scenario', 's."scenarioId"', { q, desk: false });
}

export const isByDay = ({ sort }: TrackRecordQuery): boolean => sort !== 'worst' && sort !== 'best';

export function afterOf(query: TrackRecordQuery): After | null {
  if (query.cursor === undefined) return null;
  const shape = [isByDay(query) ? 'string' : 'number', 'string', 'number'] as const;
  const [key, scenarioId, place] = decodeCursor(query.cursor, shape);
  if (!Number.isSafeInteger(place) || place < 1) throw unknownCursor();
  return { key, scenarioId, place };
}

/** '70-80' → ten-thousandths from, up to but without; the last bin is closed. */
function binOf(bin: string): [from: number, to: number] {
  const [from = 0, to = 0] = bin.split('-').map((percent) => Number(percent) * 100);
  if (!(from < to && to <= 10_000)) throw invalid([{ field: 'bin', message: 'must look like 70-80' }]);
  return [from, to];
}
