import type { EntityManager, ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { Erratum } from '../amendments/erratum.entity.js';
import type { Sight } from '../database/visibility.js';
import { Forecast, Withdrawal } from '../forecasts/forecast.entity.js';
import { decodeCursor } from '../http/paging.js';
import { Resolution } from '../resolutions/resolution.entity.js';
import { Scenario } from '../scenarios/scenario.entity.js';
import { settlingDay } from '../scenarios/settling-day.js';
import type { Filters } from '../track-records/filters.js';

export const ENTRY_KINDS = ['scenario', 'forecast', 'withdrawal', 'resolution', 'erratum'] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** One thing that was put on record, as a feed is ordered by it. */
export interface FeedRow {
  kind: EntryKind;
  id: string;
  scenarioId: string;
  /** When a reader could first see it: recorded, or made public later. */
  at: string;
}

/** Of what a feed tells: everything, or what meets all of these. */
export interface FeedScope extends Pick<
  Filters,
  'kind' | 'term' | 'testability' | 'from' | 'to' | 'records'
> {
  topicId?: string;
  forecasterId?: string;
}

const SAID_BY = `EXISTS (SELECT 1 FROM "forecast" own
  WHERE own."scenarioId" = s."id" AND own."forecasterId" = :forecasterId)`;
/** The first forecast on a scenario comes with the scenario's own entry. */
const NOT_THE_FIRST = `EXISTS (SELECT 1 FROM "forecast" first
  WHERE first."scenarioId" = r."scenarioId" AND first."seq" < r."seq")`;
const SLIP_OF = `CASE WHEN r."subject" = 'scenario' THEN r."subjectId"
  ELSE (SELECT f."scenarioId" FROM "forecast" f WHERE f."id" = r."subjectId") END`;

/** It was under embargo when it was recorded. */
const RELEASED = `(s."publicAt" > s."recordedAt" AND s."publicAt" > r."recordedAt")`;

interface Source {
  entity: new () => ObjectLiteral;
  /** Which scenario a row is of. */
  scenario: string;
  where?: string;
  /** Which rows are a forecaster's; null where none are. */
  of: string | null;
  /** What `where` leaves out in the feed of a forecaster too. */
  always?: boolean;
  /** Which rows remain where archival forecasts are left out; all, if missing. */
  live?: string;
}

const SOURCES: Record<EntryKind, Source> = {
  scenario: { entity: Scenario, scenario: 'r."id"', of: null },
  forecast: {
    ...{ entity: Forecast, scenario: 'r."scenarioId"' },
    ...{ where: NOT_THE_FIRST, of: 'r."forecasterId" = :forecasterId' },
    live: 'r."archival" = 0',
  },
  withdrawal: {
    ...{ entity: Withdrawal, scenario: 'r."scenarioId"' },
    of: `EXISTS (SELECT 1 FROM "forecast" f WHERE f."id" = r."forecastId" AND f."forecasterId" = :forecasterId)`,
    live: `EXISTS (SELECT 1 FROM "forecast" f WHERE f."id" = r."forecastId" AND f."archival" = 0)`,
  },
  resolution: { entity: Resolution, scenario: 'r."scenarioId"', of: SAID_BY },
  erratum: {
    ...{ entity: Erratum, scenario: SLIP_OF, where: `r."subject" IN ('forecast', 'scenario')` },
    ...{ of: SAID_BY, always: true },
  },
};

/**
 * The newest rows of a feed, from a cursor on. What is public goes by when it was recorded, and what was under embargo by
 * when that ended: each kind is asked for either, along an index, for as many as one part holds.
 *
 * @param limit how many to give; ask for one more than is shown to know whether there is more
 */
export async function feedRows(
  manager: EntityManager,
  scope: FeedScope,
  sight: Sight,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<FeedRow[]> {
  const after = cursor === undefined ? null : decodeCursor(cursor, ['string', 'string']);
  const found: FeedRow[] = [];
  for (const kind of ENTRY_KINDS)
    for (const released of [false, true])
      found.push(...(await rowsOf(manager, kind, released, scope, sight, after, limit)));
  return found.sort(newestFirst).slice(0, limit);
}

const newestFirst = (a: FeedRow, b: FeedRow): number =>
  a.at === b.at ? (a.id < b.id ? 1 : -1) : a.at < b.at ? 1 : -1;

/** @param released those that became public after they had been recorded, or those that were public by then */
async function rowsOf(
  manager: EntityManager,
  kind: EntryKind,
  released: boolean,
  scope: FeedScope,
  sight: Sight,
  after: readonly [at: string, id: string] | null,
  limit: number,
): Promise<FeedRow[]> {
  const source = SOURCES[kind];
  if (scope.forecasterId && source.of === null) return [];
  const at = released ? 's."publicAt"' : 'r."recordedAt"';
  const query = joined(manager, source)
    .select(['r."id" AS "id"', 's."id" AS "scenarioId"', `${at} AS "at"`])
    .where(`s."publicAt" <= :now AND ${released ? '' : 'NOT '}${RELEASED}`, { now: sight.now })
    .andWhere(`s."state" <> 'draft'`)
    .orderBy(at, 'DESC')
    .addOrderBy('r."id"', 'DESC')
    .limit(limit);
  // Scenarios that were ever under embargo are few: what is of them is looked for from there.
  if (released)
    query.andWhere(
      `${source.scenario} IN (SELECT e."id" FROM "scenario" e WHERE e."publicAt" > e."recordedAt" AND e."publicAt" <= :now)`,
    );
  if (after)
    query.andWhere(`(${at}, r."id") < (:afterAt, :afterId)`, { afterAt: after[0], afterId: after[1] });
  for (const column of ['kind', 'term', 'testability', 'topicId'] as const)
    if (scope[column]) query.andWhere(`s."${column}" = :${column}`, { [column]: scope[column] });
  if (scope.from) query.andWhere(`${settlingDay('s')} >= :from`, { from: scope.from });
  if (scope.to) query.andWhere(`${settlingDay('s')} <= :to`, { to: scope.to });
  if (scope.records === 'live' && source.live) query.andWhere(source.live);
  if (scope.forecasterId) query.andWhere(source.of!, { forecasterId: scope.forecasterId });
  if (source.where && (!scope.forecasterId || source.always)) query.andWhere(source.where);
  const rows = await query.getRawMany<Omit<FeedRow, 'kind'>>();
  return rows.map((row) => ({ kind, ...row }));
}

const joined = (manager: EntityManager, { entity, scenario }: Source): SelectQueryBuilder<ObjectLiteral> =>
  manager.createQueryBuilder().from(entity, 'r').innerJoin(Scenario, 's', `s."id" = ${scenario}`);
