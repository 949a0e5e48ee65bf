import type { EntityManager } from 'typeorm';
import { Forecaster } from '../forecasters/forecaster.entity.js';
import { KINDS } from '../scenarios/scenario.entity.js';
import { TERMS, Topic } from '../topics/topic.entity.js';
import { addDays } from '../days.js';
import type { Grouping } from './report.query.js';
import { counted, OUTCOME_DAY, type ResolvedFilters, type Scope, within } from './selection.js';

/** One part of a selection: its key and title, and the filter that narrows the selection to it. */
export interface Group {
  key: string;
  title: string;
  narrower: ResolvedFilters;
}

const COLUMN: Record<Grouping, string> = {
  forecaster: 'c."forecasterId"',
  topic: 's."topicId"',
  kind: 's."kind"',
  term: 's."term"',
  month: 'SUBSTR(s."outcomeOn", 1, 7)',
};

/** The groups that have a counted forecast, in the order in which a person expects them. */
export async function groupsOf(manager: EntityManager, scope: Scope, by: Grouping): Promise<Group[]> {
  const rows = await within(counted(manager, scope), OUTCOME_DAY, scope.filters)
    .andWhere(`s."state" = 'resolved' AND s."outcomeOn" IS NOT NULL`)
    .select(COLUMN[by], 'key')
    .groupBy(COLUMN[by])
    .getRawMany<{ key: string }>();
  const keys = rows.map(({ key }) => key);
  switch (by) {
    case 'forecaster':
      return (await named(manager, Forecaster, keys))
        .filter((one) => scope.sight.desk || one.isPublic === 1)
        .map((one) => ({
          key: one.slug,
          title: one.name,
          narrower: { forecaster: one.slug, forecasterId: one.id },
        }))
        .sort(byTitle);
    case 'topic':
      return (await named(manager, Topic, keys))
        .map((one) => ({ key: one.slug, title: one.title, narrower: { topic: one.slug, topicId: one.id } }))
        .sort(byTitle);
    case 'kind':
      return KINDS.filter((kind) => keys.includes(kind)).map((kind) => ({
        key: kind,
        title: kind,
        narrower: { kind },
      }));
    case 'term':
      return TERMS.filter((term) => keys.includes(term)).map((term) => ({
        key: term,
        title: term,
        narrower: { term },
      }));
    case 'month':
      return keys
        .sort()
        .map((month) => ({ key: month, title: month, narrower: withinMonth(month, scope.filters) }));
  }
}

async function named<T extends Forecaster | Topic>(
  manager: EntityManager,
  entity: new () => T,
  ids: readonly string[],
): Promise<T[]> {
  if (ids.length === 0) return [];
  return manager.createQueryBuilder(entity, 'one').where('one.id IN (:...ids)', { ids }).getMany();
}

const byTitle = (a: Group, b: Group): number => (a.title < b.title ? -1 : a.title > b.title ? 1 : 0);

/** The days of a month that the selection has. */
function withinMonth(month: string, filters: ResolvedFilters): ResolvedFilters {
  const first = `${month}-01`;
  const last = addDays(`${addDays(first, 31).slice(0, 7)}-01`, -1);
  return {
    from: filters.from && filters.from > first ? filters.from : first,
    to: filters.to && filters.to < last ? filters.to : last,
  };
}
