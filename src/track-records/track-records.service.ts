import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { type EntityManager, In } from 'typeorm';
import { assembleReport, type Report, type ReportInput } from '../calibration/index.js';
import { recordVersion } from '../database/record-version.js';
import type { Sight } from '../database/visibility.js';
import { Database } from '../database/write-gate.js';
import { forecasterRef } from '../forecasters/forecaster.dto.js';
import { Forecaster } from '../forecasters/forecaster.entity.js';
import { ForecastersService } from '../forecasters/forecasters.service.js';
import { DEFAULT_LIMIT, type Page, type PageQuery, pageOf } from '../http/paging.js';
import { invalid } from '../http/validation.js';
import type { ScenarioListItem } from '../scenarios/scenario.dto.js';
import { ScenariosService } from '../scenarios/scenarios.service.js';
import { readSelection } from '../tallies/read-selection.js';
import { TallyKeeper } from '../tallies/tally-keeper.js';
import { isWeighted } from '../tallies/views.js';
import { TopicsService } from '../topics/topics.service.js';
import { type Filters, selectionOf } from './filters.js';
import { type Group, possibleGroups } from './groups.js';
import { KeptLuck } from './kept-luck.js';
import { overTimeOf } from './over-time.js';
import type { OverTime } from './over-time.dto.js';
import { reportInput } from './report-input.js';
import type { CalibrationQuery, Grouping, TrackRecordQuery } from './report.query.js';
import { countedSelection, type ResolvedFilters, type Scope } from './selection.js';
import { settledRows, unscoredRows } from './settled-scenarios.js';
import { GAP_UNIT, type TrackRecordRow } from './rows-among.js';
import { trackRecordRows } from './track-record-rows.js';
import type { GroupedReports, TrackRecordItem, TrackRecordPage } from './track-record.dto.js';

/** The one report, and the predictions that it rests on. */
@Injectable()
export class TrackRecords {
  private readonly luck = new KeptLuck();

  constructor(
    private readonly database: Database,
    private readonly keeper: TallyKeeper,
    private readonly topics: TopicsService,
    private readonly forecasters: ForecastersService,
    private readonly scenarios: ScenariosService,
  ) {}

  async report(filters: Filters, sight: Sight): Promise<Report> {
    return this.assemble(await this.input(filters, sight));
  }

  /** What the report is computed from: all that is read of the database. */
  async input(filters: Filters, sight: Sight): Promise<ReportInput> {
    const scope = await this.scopeOf(filters, sight);
    return this.reading((manager) => inputOf(manager, scope));
  }

  /** The same, to be read in a transaction of the caller's: names are looked up, and the clock followed, before. */
  async reader(filters: Filters, sight: Sight): Promise<(manager: EntityManager) => Promise<ReportInput>> {
    const scope = await this.scopeOf(filters, sight);
    await this.keeper.catchUp();
    return (manager) => inputOf(manager, scope);
  }

  /** One report for each forecaster, topic, kind, term or month with a counted or an ended forecast in the selection. */
  async groups(filters: Filters, by: Grouping, sight: Sight): Promise<GroupedReports> {
    const scope = await this.scopeOf(filters, sight);
    const read = await this.reading(async (manager) => {
      const found: (Group & { input: ReportInput })[] = [];
      for (const group of await possibleGroups(manager, scope, by)) {
        const narrowed = { ...scope, filters: { ...scope.filters, ...group.narrower } };
        const input = await inputOf(manager, narrowed);
        if (input.tally.size > 0 || input.counts.ended > 0) found.push({ ...group, input });
      }
      return found;
    });
    const groups: GroupedReports['groups'] = [];
    for (const { key, title, input } of read) {
      groups.push({ key, title, report: this.assemble(input) });
      await new Promise(setImmediate); // each takes a while the first time: let others be answered in between
    }
    return { groups };
  }

  async calibration(query: CalibrationQuery, sight: Sight): Promise<Report | GroupedReports> {
    return query.groupBy ? this.groups(query, query.groupBy, sight) : this.report(query, sight);
  }

  /** The rolling mean of the squared gaps, by the day of the outcome. */
  async overTime(filters: Filters, sight: Sight): Promise<OverTime> {
    const scope = await this.scopeOf(filters, sight);
    return this.reading((manager) => overTimeOf(manager, scope, inputOf));
  }

  /**
   * What `calibration`, or another answer on the same filters, would be, as a tag that changes when it does; without
   * making it.
   */
  async tag(query: CalibrationQuery, sight: Sight, answer = 'calibration'): Promise<string> {
    const { filters } = await this.scopeOf(query, sight);
    const version = await this.reading((manager) => recordVersion(manager, sight.desk));
    const asked = { answer, selection: selectionOf(filters), groupBy: query.groupBy, desk: sight.desk };
    return `W/"${version}-${digest(asked)}"`;
  }

  /**
   * The resolved predictions of a selection with their squared gaps, and its report above them. A tag of all that goes
   * into it comes first: the report is made when it is asked for.
   */
  async list(query: TrackRecordQuery, sight: Sight): Promise<{ tag: string; page: () => TrackRecordPage }> {
    const scope = await this.scopeOf(query, sight);
    const { input, page } = await this.reading(async (manager) => ({
      input: await inputOf(manager, scope),
      page: await this.page(manager, scope, query),
    }));
    return {
      tag: `W/"${digest([{ ...input, tally: [...input.tally] }, page])}"`,
      page: () => ({ summary: this.assemble(input), ...page }),
    };
  }

  /** The same list without its report. */
  async items(query: TrackRecordQuery, sight: Sight): Promise<Page<TrackRecordItem>> {
    const scope = await this.scopeOf(query, sight);
    return this.reading((manager) => this.page(manager, scope, query));
  }

  /** The resolved scenarios of a selection, whoever forecast them, the latest outcome first. */
  async settled(query: Filters & PageQuery, sight: Sight): Promise<Page<ScenarioListItem>> {
    const scope = await this.scopeOf(query, sight);
    return this.reading(async (manager) => {
      const limit = query.limit ?? DEFAULT_LIMIT;
      const rows = await settledRows(manager, scope, query);
      const ids = rows.map((row) => row.scenarioId);
      const scenarios = await this.scenarios.byIds(manager, ids, sight);
      return pageOf(
        rows,
        limit,
        (row) => scenarios.get(row.scenarioId)!,
        (row) => [row.day, row.scenarioId],
      );
    });
  }

  /** Reads one state of the record, after the tallies have followed the clock. */
  private async reading<T>(fn: (manager: EntityManager) => Promise<T>): Promise<T> {
    await this.keeper.catchUp();
    return this.database.withReadSnapshot(fn);
  }

  assemble(input: ReportInput): Report {
    return assembleReport({ ...input, luck: this.luck.of });
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

  private async page(
    manager: EntityManager,
    scope: Scope,
    query: TrackRecordQuery,
  ): Promise<Page<TrackRecordItem>> {
    if (query.only === 'unscored') return this.unscored(manager, scope, query);
    const limit = query.limit ?? DEFAULT_LIMIT;
    const rows = await trackRecordRows(manager, scope, query, limit + 1);
    const isScored = query.only !== 'ended';
    const views = await this.views(manager, rows.slice(0, limit), scope.sight, isScored);
    const isRecent = query.sort !== 'worst' && query.sort !== 'best';
    return pageOf(
      rows,
      limit,
      (row) => views.get(`${row.scenarioId} ${row.forecasterId}`)!,
      (row) => [isRecent ? row.day : row.gap, row.scenarioId, row.place],
    );
  }

  private async unscored(
    manager: EntityManager,
    scope: Scope,
    query: TrackRecordQuery,
  ): Promise<Page<TrackRecordItem>> {
    const rows = await unscoredRows(manager, scope, query);
    const ids = rows.map((row) => row.scenarioId);
    const scenarios = await this.scenarios.byIds(manager, ids, scope.sight);
    const nothing = {
      forecaster: null,
      probability: null,
      brierScore: null,
      archival: false,
      leadDays: null,
    };
    return pageOf(
      rows,
      query.limit ?? DEFAULT_LIMIT,
      (row) => ({ scenario: scenarios.get(row.scenarioId)!, ...nothing }),
      (row) => [row.day, row.scenarioId],
    );
  }

  private async views(
    manager: EntityManager,
    rows: readonly TrackRecordRow[],
    sight: Sight,
    isScored: boolean,
  ): Promise<Map<string, TrackRecordItem>> {
    const ids = rows.map((row) => row.scenarioId);
    const scenarios = await this.scenarios.byIds(manager, ids, sight);
    const forecasters = await manager.findBy(Forecaster, {
      id: In(rows.map((row) => row.forecasterId)),
      ...(!sight.desk && { isPublic: 1 }),
    });
    const names = new Map(forecasters.map((forecaster) => [forecaster.id, forecasterRef(forecaster)]));
    return new Map(
      rows.map((row) => [
        `${row.scenarioId} ${row.forecasterId}`,
        {
          scenario: scenarios.get(row.scenarioId)!,
          forecaster: names.get(row.forecasterId) ?? null,
          probability: row.bp / 10_000,
          brierScore: isScored ? row.gap / GAP_UNIT : null,
          archival: row.archival === 1,
          leadDays: row.leadDays,
        },
      ]),
    );
  }
}

const digest = (of: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(of, (_, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value)))
    .digest('base64url')
    .slice(0, 16);

async function inputOf(manager: EntityManager, scope: Scope): Promise<ReportInput> {
  const selection = countedSelection(scope);
  const counted = await readSelection(manager, selection);
  return { selection: selectionOf(scope.filters), ...reportInput(counted, isWeighted(selection.view)) };
}
