import type { EntityManager, ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import type { Sight } from '../database/visibility.js';
import { Scenario } from '../scenarios/scenario.entity.js';
import { CountedForecast } from './counted-forecast.entity.js';
import type { Filters } from './report.query.js';

/** Filters whose names have been looked up. */
export interface ResolvedFilters extends Filters {
  topicId?: string;
  forecasterId?: string;
}

/** The part of a record that filters speak of, from whose eyes. */
export interface Scope {
  filters: ResolvedFilters;
  sight: Sight;
}

/** Counted forecasts joined with their scenarios, as `c` and `s`: one row for each part of a forecaster × scenario. */
export function counted(manager: EntityManager, scope: Scope): SelectQueryBuilder<ObjectLiteral> {
  const { filters } = scope;
  const query = manager
    .createQueryBuilder()
    .from(CountedForecast, 'c')
    .innerJoin(Scenario, 's', 's."id" = c."scenarioId"')
    .where('c."vantage" = :vantage AND c."records" = :records', {
      vantage: filters.vantage ?? 'first',
      records: filters.records ?? 'live',
    });
  if (filters.forecasterId)
    query.andWhere('c."forecasterId" = :forecasterId', { forecasterId: filters.forecasterId });
  return narrow(query, scope);
}

/** Scenarios as `s`; with a forecaster among the filters, those that they forecast. */
export function scenarios(manager: EntityManager, scope: Scope): SelectQueryBuilder<ObjectLiteral> {
  const query = manager.createQueryBuilder().from(Scenario, 's').where('1 = 1');
  if (scope.filters.forecasterId)
    query.andWhere(
      'EXISTS (SELECT 1 FROM "forecast" f WHERE f."scenarioId" = s."id" AND f."forecasterId" = :forecasterId)',
      { forecasterId: scope.filters.forecasterId },
    );
  return narrow(query, scope);
}

/** Days of the outcome, for what is resolved or annulled. */
export const OUTCOME_DAY = 's."outcomeOn"';
/** Days of the deadline, for what is open or overdue. */
export const DEADLINE = 's."deadline"';

/** From and to, on one of the two days; what has no day is in all-time reports only. */
export function within<T extends ObjectLiteral>(
  query: SelectQueryBuilder<T>,
  day: typeof OUTCOME_DAY | typeof DEADLINE,
  { from, to }: Filters,
): SelectQueryBuilder<T> {
  if (from) query.andWhere(`${day} >= :from`, { from });
  if (to) query.andWhere(`${day} <= :to`, { to });
  return query;
}

function narrow(
  query: SelectQueryBuilder<ObjectLiteral>,
  { filters, sight }: Scope,
): SelectQueryBuilder<ObjectLiteral> {
  if (filters.topicId) query.andWhere('s."topicId" = :topicId', { topicId: filters.topicId });
  if (filters.kind) query.andWhere('s."kind" = :kind', { kind: filters.kind });
  if (filters.term) query.andWhere('s."term" = :term', { term: filters.term });
  if (filters.testability)
    query.andWhere('s."testability" = :testability', { testability: filters.testability });
  if (!sight.desk) query.andWhere('s."publicAt" <= :sightNow', { sightNow: sight.now });
  return query;
}
