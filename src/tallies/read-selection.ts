import type { EntityManager, ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import type { Day } from '../days.js';
import { contribute, type CountedPart } from './contribution.js';
import { KEYS } from './count-keys.js';
import { CountedForecast } from './counted-forecast.entity.js';
import { CountedScenario } from './counted-scenario.entity.js';
import { readCounts } from './counts.js';
import { fateOf } from './fate.js';
import { dayPeriod, EVER, EVERYONE, FIRST_DAY, LAST_DAY, stretchOf, UNDATED } from './periods.js';
import { anyClass, classesWith, classOf, type ScenarioClass } from './scenario-class.js';
import { Tally } from './tally.entity.js';
import { bitOf, type View } from './views.js';

/** A selection of counted forecasts, in the words of the tallies. */
export interface CountedSelection {
  view: View;
  /** Those asked for; with `released`, only what the public may see. */
  classes: Partial<ScenarioClass>;
  topicId?: string;
  forecasterId?: string;
  from?: Day;
  to?: Day;
}

/**
 * Adds up what was counted of a selection, by key. A selection has a row for each month, and for each class that it
 * tells apart, however many forecasts it holds. Days that make no whole month come from the tallies of days or, of a
 * topic or a forecaster, from the counted forecasts of these days; so do a forecaster within one topic, and the months of
 * a forecaster in some classes. To be read in one snapshot.
 */
export async function readSelection(
  manager: EntityManager,
  selection: CountedSelection,
): Promise<Float64Array> {
  const { topicId, forecasterId, from, to } = selection;
  const sum = new Float64Array(KEYS);
  const isEver = from === undefined && to === undefined;
  const { kind, term, testability } = selection.classes;
  const tellsClasses = (kind ?? term ?? testability) !== undefined;
  if (forecasterId !== undefined && (topicId !== undefined || (tellsClasses && !isEver))) {
    await addForecasts(manager, selection, [from ?? (to ? FIRST_DAY : UNDATED), to ?? LAST_DAY], sum);
    return sum;
  }
  const tallies = { ...selection, groupId: forecasterId ?? topicId ?? EVERYONE };
  if (isEver) {
    const classes = tellsClasses || forecasterId !== undefined ? classesWith(selection.classes) : null;
    await addTallies(manager, tallies, classes, [EVER, EVER], sum);
    return sum;
  }
  const classes = tellsClasses ? classesWith(selection.classes) : null;
  const { months, edges } = stretchOf(from, to);
  if (months) await addTallies(manager, tallies, classes, [`m${months[0]}`, `m${months[1]}`], sum);
  for (const edge of edges) {
    if (tallies.groupId === EVERYONE)
      await addTallies(manager, tallies, classes, [dayPeriod(edge[0]), dayPeriod(edge[1])], sum);
    else await addForecasts(manager, selection, edge, sum);
  }
  return sum;
}

/** @param classes null for the tallies in which all classes are counted together */
async function addTallies(
  manager: EntityManager,
  { groupId, view, classes: wanted }: CountedSelection & { groupId: string },
  classes: readonly number[] | null,
  [first, last]: [string, string],
  sum: Float64Array,
): Promise<void> {
  const together = wanted.released ? [anyClass(true)] : [anyClass(false), anyClass(true)];
  const rows = await manager
    .createQueryBuilder()
    .select(`t."${view}"`, 'counts')
    .from(Tally, 't')
    .where('t."groupId" = :groupId AND t."class" IN (:...codes)', { groupId, codes: classes ?? together })
    .andWhere('t."period" BETWEEN :first AND :last', { first, last })
    .getRawMany<{ counts: string }>();
  for (const { counts } of rows) readCounts(counts, (key, count) => (sum[key]! += count));
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
  ended: number;
}

async function addForecasts(
  manager: EntityManager,
  selection: CountedSelection,
  [from, to]: [Day, Day],
  sum: Float64Array,
): Promise<void> {
  const query = selection.forecasterId ? ofForecaster(manager, selection) : ofTopic(manager, selection);
  query.andWhere('s."class" IN (:...codes)', { codes: classesWith(selection.classes) });
  query.andWhere('s."day" BETWEEN :from AND :to', { from, to });
  const rows = await query.orderBy('s."scenarioId"').getRawMany<Row>();
  const bit = bitOf(selection.view);
  for (let at = 0; at < rows.length;) {
    const { scenarioId, class: code, fate } = rows[at]!;
    const parts: Row[] = [];
    for (; at < rows.length && rows[at]!.scenarioId === scenarioId; at += 1)
      if (rows[at]!.views !== null) parts.push(rows[at]!);
    contribute(classOf(code).term, fateOf(fate), parts as CountedPart[], (views, key, by) => {
      if ((views & bit) !== 0) sum[key]! += by;
    });
  }
}

const OF_SCENARIO = ['scenarioId', 'class', 'fate'].map((name) => `s."${name}" AS "${name}"`);
const OF_FORECAST = ['views', 'probabilityBp', 'weight', 'leadDays', 'withdrawn', 'ended'];

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
