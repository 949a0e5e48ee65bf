import type { EntityManager, ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import type { Day } from '../days.js';
import { type Term, TERMS } from '../topics/topic.entity.js';
import { contribute, type CountedPart } from './contribution.js';
import { FORECASTS, KEYS } from './count-keys.js';
import { CountedForecast } from './counted-forecast.entity.js';
import { CountedScenario } from './counted-scenario.entity.js';
import { readCounts } from './counts.js';
import { fateOf } from './fate.js';
import { dayPeriod, EVER, EVERYONE, FIRST_DAY, LAST_DAY, stretchOf, UNDATED } from './periods.js';
import { classOf } from './scenario-class.js';
import { Tally } from './tally.entity.js';
import { bitOf, type View } from './views.js';

/** A selection of counted forecasts, in the words of the tallies. */
export interface CountedSelection {
  view: View;
  /** `classesWith` what is asked for. */
  classes: readonly number[];
  topicId?: string;
  forecasterId?: string;
  from?: Day;
  to?: Day;
}

/** What was counted of a selection, by key; the figures of each term apart as well. */
export interface SelectionCounts {
  counts: Float64Array;
  terms: Record<Term, Float64Array>;
}

/**
 * Adds up the tallies of a selection. A selection has a row for each class and month, however many forecasts it
 * holds; days that make no whole month come from the tallies of days or, of a topic or a forecaster, from the counted
 * forecasts of these days, and so does a forecaster within one topic. To be read in one snapshot.
 */
export async function readSelection(
  manager: EntityManager,
  selection: CountedSelection,
): Promise<SelectionCounts> {
  const { topicId, forecasterId, from, to } = selection;
  const sum = emptyCounts();
  if (topicId !== undefined && forecasterId !== undefined) {
    await addForecasts(manager, selection, [from ?? (to ? FIRST_DAY : UNDATED), to ?? LAST_DAY], sum);
    return sum;
  }
  const groupId = forecasterId ?? topicId ?? EVERYONE;
  if (from === undefined && to === undefined) {
    await addTallies(manager, selection, groupId, [EVER, EVER], sum);
    return sum;
  }
  const { months, edges } = stretchOf(from, to);
  if (months) await addTallies(manager, selection, groupId, [`m${months[0]}`, `m${months[1]}`], sum);
  for (const edge of edges) {
    if (groupId === EVERYONE)
      await addTallies(manager, selection, groupId, [dayPeriod(edge[0]), dayPeriod(edge[1])], sum);
    else await addForecasts(manager, selection, edge, sum);
  }
  return sum;
}

const emptyCounts = (): SelectionCounts => ({
  counts: new Float64Array(KEYS),
  terms: Object.fromEntries(TERMS.map((term) => [term, new Float64Array(FORECASTS)])) as Record<
    Term,
    Float64Array
  >,
});

/** How counts of a class are added. */
function adder(sum: SelectionCounts, code: number): (key: number, count: number) => void {
  const term = sum.terms[classOf(code).term];
  return (key, count) => {
    sum.counts[key]! += count;
    if (key < FORECASTS) term[key]! += count;
  };
}

async function addTallies(
  manager: EntityManager,
  { view, classes }: CountedSelection,
  groupId: string,
  [first, last]: [string, string],
  sum: SelectionCounts,
): Promise<void> {
  const rows = await manager
    .createQueryBuilder()
    .select('t."class"', 'class')
    .addSelect(`t."${view}"`, 'counts')
    .from(Tally, 't')
    .where('t."groupId" = :groupId AND t."class" IN (:...classes)', { groupId, classes })
    .andWhere('t."period" BETWEEN :first AND :last', { first, last })
    .getRawMany<{ class: number; counts: string }>();
  for (const { class: code, counts } of rows) readCounts(counts, adder(sum, code));
}

interface Row {
  scenarioId: string;
  class: number;
  fate: number;
  /** Null where the scenario has no forecast at all. */
  views: number | null;
  probabilityBp: number;
  weight: number;
  leadDays: number;
  withdrawn: number;
}

async function addForecasts(
  manager: EntityManager,
  selection: CountedSelection,
  [from, to]: [Day, Day],
  sum: SelectionCounts,
): Promise<void> {
  const query = selection.forecasterId ? ofForecaster(manager, selection) : ofTopic(manager, selection);
  query.andWhere('s."class" IN (:...classes)', { classes: selection.classes });
  query.andWhere('s."day" BETWEEN :from AND :to', { from, to });
  const rows = await query.orderBy('s."scenarioId"').getRawMany<Row>();
  const bit = bitOf(selection.view);
  for (let at = 0; at < rows.length;) {
    const { scenarioId, class: code, fate } = rows[at]!;
    const parts: Row[] = [];
    for (; at < rows.length && rows[at]!.scenarioId === scenarioId; at += 1)
      if (rows[at]!.views !== null) parts.push(rows[at]!);
    const add = adder(sum, code);
    contribute(fateOf(fate), parts as CountedPart[], (views, key, by) => {
      if ((views & bit) !== 0) add(key, by);
    });
  }
}

const OF_SCENARIO = ['scenarioId', 'class', 'fate'].map((name) => `s."${name}" AS "${name}"`);
const OF_FORECAST = ['views', 'probabilityBp', 'weight', 'leadDays', 'withdrawn'];

function ofTopic(manager: EntityManager, { topicId }: CountedSelection): SelectQueryBuilder<ObjectLiteral> {
  return manager
    .createQueryBuilder()
    .select([...OF_SCENARIO, ...OF_FORECAST.map((name) => `c."${name}" AS "${name}"`)])
    .from(CountedScenario, 's')
    .leftJoin(CountedForecast, 'c', 'c."scenarioId" = s."scenarioId"')
    .where('s."topicId" = :topicId', { topicId });
}

function ofForecaster(
  manager: EntityManager,
  { topicId, forecasterId }: CountedSelection,
): SelectQueryBuilder<ObjectLiteral> {
  return (
    manager
      .createQueryBuilder()
      .select([...OF_SCENARIO, ...OF_FORECAST.map((name) => `s."${name}" AS "${name}"`)])
      .from(CountedForecast, 's')
      .where('s."forecasterId" = :forecasterId', { forecasterId })
      // Naming every topic, where none is asked for, lets the index go from topic to topic straight to the days.
      .andWhere(topicId ? 's."topicId" = :topicId' : 's."topicId" IN (SELECT "id" FROM "topic")', { topicId })
  );
}
