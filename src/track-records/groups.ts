import type { EntityManager } from 'typeorm';
import { addDays, type Day } from '../days.js';
import { Forecaster } from '../forecasters/forecaster.entity.js';
import { KINDS } from '../scenarios/scenario.entity.js';
import { CountedScenario } from '../tallies/counted-scenario.entity.js';
import { UNDATED } from '../tallies/periods.js';
import { TERMS, Topic } from '../topics/topic.entity.js';
import type { Grouping } from './report.query.js';
import type { ResolvedFilters, Scope } from './selection.js';

/** One part of a selection: its key and title, and the filter that narrows the selection to it. */
export interface Group {
  key: string;
  title: string;
  narrower: ResolvedFilters;
}

/** The groups that may have a counted forecast, in the order in which a person expects them. */
export async function possibleGroups(manager: EntityManager, scope: Scope, by: Grouping): Promise<Group[]> {
  const { filters, sight } = scope;
  switch (by) {
    case 'forecaster':
      return (await manager.findBy(Forecaster, sight.desk ? {} : { isPublic: 1 }))
        .filter(({ id }) => filters.forecasterId === undefined || filters.forecasterId === id)
        .map(({ id, slug, name }) => ({
          ...{ key: slug, title: name, narrower: { forecaster: slug, forecasterId: id } },
        }))
        .sort(byTitle);
    case 'topic':
      return (await manager.find(Topic))
        .filter(({ id }) => filters.topicId === undefined || filters.topicId === id)
        .map(({ id, slug, title }) => ({ key: slug, title, narrower: { topic: slug, topicId: id } }))
        .sort(byTitle);
    case 'kind':
      return KINDS.filter((kind) => filters.kind === undefined || filters.kind === kind).map((kind) => ({
        ...{ key: kind, title: kind, narrower: { kind } },
      }));
    case 'term':
      return TERMS.filter((term) => filters.term === undefined || filters.term === term).map((term) => ({
        ...{ key: term, title: term, narrower: { term } },
      }));
    case 'month':
      return (await monthsOf(manager, filters)).map((month) => ({
        ...{ key: month, title: month, narrower: withinMonth(month, filters) },
      }));
  }
}

const byTitle = (a: Group, b: Group): number => (a.title < b.title ? -1 : a.title > b.title ? 1 : 0);

/** Every month from the first to the last in which something was counted, within the selection. */
async function monthsOf(manager: EntityManager, filters: ResolvedFilters): Promise<string[]> {
  const { first, last } = (await manager
    .createQueryBuilder()
    .select('MIN(s."day")', 'first')
    .addSelect('MAX(s."day")', 'last')
    .from(CountedScenario, 's')
    .where('s."day" > :undated', { undated: UNDATED })
    .getRawOne<{ first: Day | null; last: Day | null }>())!;
  if (first === null || last === null) return [];
  const from = filters.from && filters.from > first ? filters.from : first;
  const to = filters.to && filters.to < last ? filters.to : last;
  const months: string[] = [];
  for (let day = `${from.slice(0, 7)}-01`; day <= to; day = `${addDays(day, 31).slice(0, 7)}-01`)
    months.push(day.slice(0, 7));
  return months;
}

/** The days of a month that the selection has. */
function withinMonth(month: string, filters: ResolvedFilters): ResolvedFilters {
  const first = `${month}-01`;
  const last = addDays(`${addDays(first, 31).slice(0, 7)}-01`, -1);
  return {
    from: filters.from && filters.from > first ? filters.from : first,
    to: filters.to && filters.to < last ? filters.to : last,
  };
}
