import type { EntityManager } from 'typeorm';
import { decodeCursor } from '../http/paging.js';
import { invalid } from '../http/validation.js';
import { isWeighted } from '../tallies/views.js';
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
}

export const GAP_UNIT = 1e12;
const OCCURRED = '(CASE WHEN (s."fate" & 8) <> 0 THEN 10000 ELSE 0 END)';
const GAP = `CAST(c."weight" AS double precision) * (c."probabilityBp" - ${OCCURRED}) * (c."probabilityBp" - ${OCCURRED})`;
const MEAN_BP = 'CAST(c."weight" AS double precision) * c."probabilityBp" / 10000';

/**
 * The rows of a track record in its order, from the cursor on. By day it follows an index; by squared gap it looks at
 * the whole selection.
 */
export async function trackRecordRows(
  manager: EntityManager,
  scope: Scope,
  query: TrackRecordQuery,
  limit: number,
): Promise<TrackRecordRow[]> {
  // Only time-weighted pairs have several parts: without them there is nothing to group, and the index gives the order.
  const weighted = isWeighted(countedSelection(scope).view);
  const of = (expression: string, how: 'SUM' | 'MAX') => (weighted ? `${how}(${expression})` : expression);
  const [gap, bp] = [of(GAP, 'SUM'), of(MEAN_BP, 'SUM')];
  const isRecent = query.sort !== 'worst' && query.sort !== 'best';
  const key = isRecent ? 's."day"' : gap;
  const direction = query.sort === 'best' ? 'ASC' : 'DESC';
  const found = resolved(manager, scope)
    .select(['s."scenarioId" AS "scenarioId"', 'c."forecasterId" AS "forecasterId"', 's."day" AS "day"'])
    .addSelect(bp, 'bp')
    .addSelect(gap, 'gap')
    .addSelect(of('c."archival"', 'MAX'), 'archival')
    .addSelect(of('c."leadDays"', 'MAX'), 'leadDays')
    .limit(limit);
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
  if (query.cursor !== undefined) {
    const [a, b, c] = decodeCursor(query.cursor, [isRecent ? 'string' : 'number', 'string', 'string']);
    const after = direction === 'DESC' ? '<' : '>';
    restrict(`(${key}, s."scenarioId", c."forecasterId") ${after} (:a, :b, :c)`, { a, b, c });
    if (isRecent) found.andWhere('s."day" <= :a', { a });
  }
  const rows = await found
    .orderBy(key, direction)
    .addOrderBy('s."scenarioId"', direction)
    .addOrderBy('c."forecasterId"', direction)
    .getRawMany<TrackRecordRow>();
  return rows.map((row) => ({ ...row, bp: Number(row.bp), gap: Number(row.gap) }));
}

/** '70-80' → ten-thousandths from, up to but without; the last bin is closed. */
function binOf(bin: string): [from: number, to: number] {
  const [from = 0, to = 0] = bin.split('-').map((percent) => Number(percent) * 100);
  if (!(from < to && to <= 10_000)) throw invalid([{ field: 'bin', message: 'must look like 70-80' }]);
  return [from, to];
}
