import type { EntityManager, ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import type { Sight } from '../database/visibility.js';
import { CountedForecast } from '../tallies/counted-forecast.entity.js';
import { CountedScenario } from '../tallies/counted-scenario.entity.js';
import { FIRST_DAY, LAST_DAY } from '../tallies/periods.js';
import type { CountedSelection } from '../tallies/read-selection.js';
import { classesWith } from '../tallies/scenario-class.js';
import { bitOf, viewOf } from '../tallies/views.js';
import type { Filters } from './filters.js';

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

/** The same in the words of the tallies. */
export function countedSelection({ filters, sight }: Scope): CountedSelection {
  const { kind, term, testability, topicId, forecasterId, from, to } = filters;
  return {
    view: viewOf(filters.vantage ?? 'first', filters.records ?? 'live'),
    classes: {
      ...(kind && { kind }),
      ...(term && { term }),
      ...(testability && { testability }),
      ...(!sight.desk && { released: true }),
    },
    ...(topicId && { topicId }),
    ...(forecasterId && { forecasterId }),
    ...(from && { from }),
    ...(to && { to }),
  };
}

/** The resolved scenarios of a selection, as `s`, whoever forecast them. */
export function resolvedScenarios(manager: EntityManager, scope: Scope): SelectQueryBuilder<ObjectLiteral> {
  const { classes, topicId, from, to } = countedSelection(scope);
  const query = manager
    .createQueryBuilder()
    .from(CountedScenario, 's')
    .where('(s."fate" & 7) = 0 AND s."class" IN (:...codes)', { codes: classesWith(classes) });
  if (topicId) query.andWhere('s."topicId" = :topicId', { topicId });
  if (from ?? to)
    query.andWhere('s."day" BETWEEN :from AND :to', { from: from ?? FIRST_DAY, to: to ?? LAST_DAY });
  return query;
}

/**
 * The same with the forecasts that count on them, as `c`.
 *
 * @param which `ended` for those that would count, but for a changed question
 */
export function resolved(
  manager: EntityManager,
  scope: Scope,
  which: 'views' | 'ended' = 'views',
): SelectQueryBuilder<ObjectLiteral> {
  const { view, forecasterId } = countedSelection(scope);
  const query = resolvedScenarios(manager, scope)
    .innerJoin(CountedForecast, 'c', 'c."scenarioId" = s."scenarioId"')
    .andWhere(`(c."${which}" & :bit) <> 0`, { bit: bitOf(view) });
  if (forecasterId) query.andWhere('c."forecasterId" = :forecasterId', { forecasterId });
  return query;
}
