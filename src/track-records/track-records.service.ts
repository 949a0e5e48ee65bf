import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { assembleReport, type Report } from '../calibration/index.js';
import type { Sight } from '../database/visibility.js';
import { Database } from '../database/write-gate.js';
import { forecasterRef } from '../forecasters/forecaster.dto.js';
import { Forecaster } from '../forecasters/forecaster.entity.js';
import { ForecastersService } from '../forecasters/forecasters.service.js';
import { DEFAULT_LIMIT, decodeCursor, type Page, pageOf } from '../http/paging.js';
import { invalid } from '../http/validation.js';
import { ScenariosService } from '../scenarios/scenarios.service.js';
import { TopicsService } from '../topics/topics.service.js';
import { groupsOf } from './groups.js';
import { readTallies } from './read-tallies.js';
import {
  type CalibrationQuery,
  type Filters,
  type Grouping,
  selectionOf,
  type TrackRecordQuery,
} from './report.query.js';
import { counted, OUTCOME_DAY, type ResolvedFilters, type Scope, within } from './selection.js';
import type { GroupedReports, TrackRecordItem, TrackRecordPage } from './track-record.dto.js';

interface Row {
  scenarioId: string;
  forecasterId: string;
  /** Ten-thousandths; the mean of its parts, for `timeWeighted`. */
  bp: number;
  /** Squared gap in 1e-12 of the Brier score: whole numbers, so that sorting and paging are exact. */
  gap: number;
  outcomeOn: string;
  archival: number;
  leadDays: number;
}

const GAP_UNIT = 1e12;
const GAP =
  'SUM(CAST(c."weight" AS double precision) * (c."probabilityBp" - 10000 * s."occurred") * (c."probabilityBp" - 10000 * s."occurred"))';
const MEAN_BP = 'SUM(CAST(c."weight" AS double precision) * c."probabilityBp") / 10000';

/** The one report, and the predictions that it rests on. */
@Injectable()
export class TrackRecords {
  constructor(
    private readonly database: Database,
    private readonly topics: TopicsService,
    private readonly forecasters: ForecastersService,
    private readonly scenarios: ScenariosService,
  ) {}

  async report(filters: Filters, sight: Sight): Promise<Report> {
    const scope = await this.scopeOf(filters, sight);
    return this.database.withReadSnapshot((manager) => this.reportOn(manager, scope));
  }

  /** One report for each forecaster, topic, kind, term or month that has a counted forecast in the selection. */
  async groups(filters: Filters, by: Grouping, sight: Sight): Promise<GroupedReports> {
    const scope = await this.scopeOf(filters, sight);
    return this.database.withReadSnapshot(async (manager) => {
      const groups: GroupedReports['groups'] = [];
      for (const { key, title, narrower } of await groupsOf(manager, scope, by))
        groups.push({
          key,
          title,
          report: await this.reportOn(manager, { ...scope, filters: { ...scope.filters, ...narrower } }),
        });
      return { groups };
    });
  }

  async calibration(query: CalibrationQuery, sight: Sight): Promise<Report | GroupedReports> {
    return query.groupBy ? this.groups(query, query.groupBy, sight) : this.report(query, sight);
  }

  /** The resolved predictions of a selection with their squared gaps, and its report above them. */
  async list(query: TrackRecordQuery, sight: Sight): Promise<TrackRecordPage> {
    const scope = await this.scopeOf(query, sight);
    return this.database.withReadSnapshot(async (manager) => {
      const summary = await this.reportOn(manager, scope);
      return { summary, ...(await this.page(manager, scope, query)) };
    });
  }

  /** The same list without its report. */
  async items(query: TrackRecordQuery, sight: Sight): Promise<Page<TrackRecordItem>> {
    const scope = await this.scopeOf(query, sight);
    return this.database.withReadSnapshot((manager) => this.page(manager, scope, query));
  }

  private async page(
    manager: EntityManager,
    scope: Scope,
    query: TrackRecordQuery,
  ): Promise<Page<TrackRecordItem>> {
    const limit = query.limit ?? DEFAULT_LIMIT;
    const rows = await this.rows(manager, scope, query, limit + 1);
    const views = await this.views(manager, rows.slice(0, limit), scope.sight);
    return pageOf(
      rows,
      limit,
      (row) => views.get(`${row.scenarioId} ${row.forecasterId}`)!,
      (row) => [
        query.sort === 'worst' || query.sort === 'best' ? row.gap : row.outcomeOn,
        row.scenarioId,
        row.forecasterId,
      ],
    );
  }

  private async reportOn(manager: EntityManager, scope: Scope): Promise<Report> {
    return assembleReport({ selection: selectionOf(scope.filters), ...(await readTallies(manager, scope)) });
  }

  /** Looks the names up; an unknown topic or forecaster is refused, not answered with an empty report. */
  private async scopeOf(filters: Filters, sight: Sight): Promise<Scope> {
    const resolved: ResolvedFilters = { ...filters };
    if (filters.topic) {
      await this.topics.show(filters.topic, sight);
      resolved.topicId = (await this.topics.find(this.database.read, filters.topic))!.id;
    }
    if (filters.forecaster)
      resolved.forecasterId = (await this.forecasters.require(filters.forecaster, sight)).id;
    if (filters.from && filters.to && filters.from > filters.to)
      throw invalid([{ field: 'to', message: 'must not lie before from' }]);
    return { filters: resolved, sight };
  }

  private async rows(
    manager: EntityManager,
    scope: Scope,
    query: TrackRecordQuery,
    limit: number,
  ): Promise<Row[]> {
    const recent = query.sort !== 'worst' && query.sort !== 'best';
    const key = recent ? OUTCOME_DAY : GAP;
    const descending = query.sort !== 'best';
    const found = within(counted(manager, scope), OUTCOME_DAY, scope.filters)
      .andWhere(`s."state" = 'resolved'`)
      .select([
        'c."scenarioId" AS "scenarioId"',
        'c."forecasterId" AS "forecasterId"',
        's."outcomeOn" AS "outcomeOn"',
      ])
      .addSelect(MEAN_BP, 'bp')
      .addSelect(GAP, 'gap')
      .addSelect('MAX(c."archival")', 'archival')
      .addSelect('MAX(c."leadDays")', 'leadDays')
      .groupBy('c."scenarioId", c."forecasterId", s."outcomeOn"')
      .limit(limit);
    if (query.bin) {
      const [from, to] = binOf(query.bin);
      found.having(`${MEAN_BP} >= :binFrom AND ${MEAN_BP} ${to === 10_000 ? '<=' : '<'} :binTo`, {
        ...{ binFrom: from, binTo: to },
      });
    }
    if (query.cursor !== undefined) {
      const after = decodeCursor(query.cursor, [recent ? 'string' : 'number', 'string', 'string']);
      found.andHaving(`(${key}, c."scenarioId", c."forecasterId") ${descending ? '<' : '>'} (:a, :b, :c)`, {
        ...{ a: after[0], b: after[1], c: after[2] },
      });
    }
    const direction = descending ? 'DESC' : 'ASC';
    const rows = await found
      .orderBy(key, direction)
      .addOrderBy('c."scenarioId"', direction)
      .addOrderBy('c."forecasterId"', direction)
      .getRawMany<Row>();
    return rows.map((row) => ({ ...row, bp: Number(row.bp), gap: Number(row.gap) }));
  }

  private async views(
    manager: EntityManager,
    rows: readonly Row[],
    sight: Sight,
  ): Promise<Map<string, TrackRecordItem>> {
    const scenarios = await this.scenarios.byIds(
      manager,
      rows.map((row) => row.scenarioId),
      sight,
    );
    const forecasters = await manager.findBy(Forecaster, { id: In(rows.map((row) => row.forecasterId)) });
    const names = new Map(forecasters.map((forecaster) => [forecaster.id, forecasterRef(forecaster)]));
    return new Map(
      rows.map((row) => [
        `${row.scenarioId} ${row.forecasterId}`,
        {
          scenario: scenarios.get(row.scenarioId)!,
          forecaster: names.get(row.forecasterId)!,
          probability: row.bp / 10_000,
          brierScore: row.gap / GAP_UNIT,
          archival: row.archival === 1,
          leadDays: row.leadDays,
        },
      ]),
    );
  }
}

/** '70-80' → ten-thousandths from, up to but without; the last bin is closed. */
function binOf(bin: string): [from: number, to: number] {
  const [from = 0, to = 0] = bin.split('-').map((percent) => Number(percent) * 100);
  if (!(from < to && to <= 10_000)) throw invalid([{ field: 'bin', message: 'must look like 70-80' }]);
  return [from, to];
}
