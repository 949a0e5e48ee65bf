import type { EntityManager } from 'typeorm';
import { DEFAULT_LIMIT, decodeCursor, type PageQuery } from '../http/paging.js';
import { resolvedScenarios, type Scope } from './selection.js';

export interface SettledRow {
  scenarioId: string;
  /** Of the outcome; empty for imports without a day, which come last. */
  day: string;
}

/** The resolved scenarios of a selection, whoever forecast them, the latest outcome first: one more than the page holds. */
export function settledRows(manager: EntityManager, scope: Scope, page: PageQuery): Promise<SettledRow[]> {
  const query = resolvedScenarios(manager, scope)
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
