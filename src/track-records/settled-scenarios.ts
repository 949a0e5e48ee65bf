import type { EntityManager, ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { DEFAULT_LIMIT, decodeCursor, type PageQuery } from '../http/paging.js';
import { CountedForecast } from '../tallies/counted-forecast.entity.js';
import { bitOf } from '../tallies/views.js';
import type { TrackRecordQuery } from './report.query.js';
import { narrowed } from './rows-among.js';
import { countedSelection, resolvedScenarios, type Scope } from './selection.js';

export interface SettledRow {
  scenarioId: string;
  /** Of the outcome; empty for imports without a day, which come last. */
  day: string;
}

/** The resolved scenarios of a selection, whoever forecast them, the latest outcome first: one more than the page holds. */
export function settledRows(manager: EntityManager, scope: Scope, page: PageQuery): Promise<SettledRow[]> {
  return byDay(resolvedScenarios(manager, scope), page);
}

/**
 * The resolved scenarios of a selection without a forecast that counts, the latest outcome first: one more than the page
 * holds. Of a forecaster, those that they forecast. No bin holds any of them.
 */
export async function unscoredRows(
  manager: EntityManager,
  scope: Scope,
  query: TrackRecordQuery,
): Promise<SettledRow[]> {
  if (query.bin !== undefined) return [];
  const { view, forecasterId } = countedSelection(scope);
  const forecasts = (where: string) => {
    const some = manager
      .createQueryBuilder()
      .select('1')
      .from(CountedForecast, 'c')
      .where('c."scenarioId" = s."scenarioId"');
    if (forecasterId) some.andWhere('c."forecasterId" = :forecasterId');
    return `EXISTS (${some.andWhere(where).getQuery()})`;
  };
  const found = narrowed(resolvedScenarios(manager, scope), query)
    .andWhere(`NOT ${forecasts('(c."views" & :bit) <> 0')}`)
    .setParameters({ bit: bitOf(view), forecasterId });
  if (forecasterId) found.andWhere(forecasts('c."views" >= 0'));
  return byDay(found, query);
}

function byDay(scenarios: SelectQueryBuilder<ObjectLiteral>, page: PageQuery): Promise<SettledRow[]> {
  const query = scenarios
    .select('s."scenarioId"', 'scenarioId')
    .addSelect('s."day"', 'day')
    .orderBy('s."day"', 'DESC')
    .addOrderBy('s."scenarioId"', 'DESC')
    .limit((page.limit ?? DEFAULT_LIMIT) + 1);
  if (page.cursor !== undefined) {
    const [day, id] = decodeCursor(page.cursor, ['string', 'string']);
    query.andWhere('(s."day", s."scenarioId") < (:day, :id)', { day, id });
  }
  return query.getRawMany<SettledRow>();
}
