import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { bpToProbability } from '../calibration/index.js';
import { EVERYTHING } from '../database/visibility.js';
import { Database } from '../database/write-gate.js';
import { daysBetween, dayOf } from '../days.js';
import { forecasterRef } from '../forecasters/forecaster.dto.js';
import { Forecaster } from '../forecasters/forecaster.entity.js';
import { pageBy } from '../http/page-by.js';
import type { Page } from '../http/paging.js';
import type { Viewer } from '../http/viewer.js';
import { lintIn } from '../scenarios/lint.js';
import { Scenario } from '../scenarios/scenario.entity.js';
import { ScenariosService } from '../scenarios/scenarios.service.js';
import type { LintCode } from '../statements/index.js';
import { words } from '../texts/texts.js';
import { termDays } from '../topics/topic.entity.js';
import { standingForecast } from './counting.js';
import { loadForecasts } from './forecast-facts.js';
import type {
  LintHabits,
  StandingCounts,
  StandingFilters,
  StandingItem,
  StandingsQuery,
} from './standing.dto.js';

/** A forecast is stale when it was not revised for a quarter of its term; sooner than this, for none. */
const STALE_AT_LEAST = 14;
const AT_A_TIME = 500;
/** Habits show in so many statements; more would keep others waiting. */
const MOST_LINTED = 200;

/** What forecasters stand by on open scenarios: the desk's view of its own. */
@Injectable()
export class StandingsService {
  constructor(
    private readonly database: Database,
    private readonly scenarios: ScenariosService,
  ) {}

  /** By deadline, the next first. */
  async list(query: StandingsQuery, viewer: Viewer): Promise<Page<StandingItem>> {
    const manager = this.database.read;
    const forecasters = await this.forecastersOf(manager, query.forecaster, viewer);
    const found = await pageBy(this.open(manager, query, forecasters), query, 'ASC', [
      ['scenario.deadline', (scenario: Scenario) => scenario.deadline],
      ['scenario.id', (scenario: Scenario) => scenario.id],
    ]);
    return { ...found, items: await this.items(manager, found.items, forecasters, viewer) };
  }

  /** All of it in numbers, read a part at a time. */
  async counts(query: StandingFilters, viewer: Viewer): Promise<StandingCounts> {
    const counts = { open: 0, dueSoon: 0, overdue: 0, stale: 0 };
    let cursor: string | undefined;
    do {
      const page = await this.list({ ...query, limit: AT_A_TIME, ...(cursor && { cursor }) }, viewer);
      for (const { scenario, standings } of page.items) {
        counts.open += 1;
        counts.dueSoon += Number(scenario.dueSoon);
        counts.overdue += Number(scenario.overdue);
        counts.stale += Number(standings.some(({ stale }) => stale));
      }
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
    return counts;
  }

  /** Which marks the lint sets on their statements, as if each were recorded on the day when it opened. */
  async habits(query: StandingFilters, viewer: Viewer): Promise<LintHabits> {
    const manager = this.database.read;
    const forecasters = await this.forecastersOf(manager, query.forecaster, viewer);
    const [rows, open] = await this.open(manager, query, forecasters)
      .orderBy('scenario.recordedAt', 'DESC')
      .addOrderBy('scenario.id', 'DESC')
      .limit(MOST_LINTED)
      .getManyAndCount();
    const views = await this.scenarios.views(manager, rows, EVERYTHING);
    const found = new Map<LintCode, Scenario[]>();
    for (const [index, scenario] of rows.entries()) {
      const { statement, premise, criteria, term, deadline, openedOn } = views[index]!;
      const said = { statement, premise, term, deadline, ...(criteria && { criteria }) };
      const codes = lintIn(scenario.topic, said, openedOn).marks.map(({ code }) => code);
      for (const code of new Set(codes)) found.set(code, [...(found.get(code) ?? []), scenario]);
    }
    const marks = [...found]
      .sort(([, a], [, b]) => b.length - a.length)
      .map(([code, [latest, ...others]]) => ({
        ...{ code, statements: others.length + 1 },
        latest: { id: latest!.id, statement: words(latest!.statement) },
      }));
    return { open, statements: rows.length, marks };
  }

  private async forecastersOf(
    manager: EntityManager,
    slug: string | undefined,
    { mayLogFor }: Viewer,
  ): Promise<Forecaster[] | null> {
    if (slug !== undefined) return manager.findBy(Forecaster, { slug });
    return mayLogFor === '*' ? null : manager.findBy(Forecaster, { slug: In(mayLogFor) });
  }

  private open(manager: EntityManager, query: StandingFilters, forecasters: Forecaster[] | null) {
    const ids = forecasters?.map(({ id }) => id);
    const found = manager
      .createQueryBuilder(Scenario, 'scenario')
      .innerJoinAndSelect('scenario.topic', 'topic')
      .innerJoinAndSelect('scenario.statement', 'statement')
      .leftJoinAndSelect('scenario.premise', 'premise')
      .leftJoinAndSelect('scenario.briefing', 'briefing')
      .where(`scenario.state = 'open'`)
      .andWhere(
        `EXISTS (SELECT 1 FROM "forecast" f WHERE f."scenarioId" = scenario.id
          ${ids === undefined ? '' : ids.length > 0 ? 'AND f."forecasterId" IN (:...ids)' : 'AND 1 = 0'})`,
        { ids },
      );
    if (query.topic) found.andWhere('topic.slug = :topic', { topic: query.topic });
    if (query.kind) found.andWhere('scenario.kind = :kind', { kind: query.kind });
    if (query.term) found.andWhere('scenario.term = :term', { term: query.term });
    return found;
  }

  private async items(
    manager: EntityManager,
    rows: readonly Scenario[],
    chosen: Forecaster[] | null,
    viewer: Viewer,
  ): Promise<StandingItem[]> {
    const views = await this.scenarios.views(manager, rows, EVERYTHING);
    const forecasts =
      rows.length === 0
        ? []
        : await loadForecasts(
            manager,
            rows.map(({ id }) => id),
          );
    const byScenario = grouped(forecasts, ({ scenarioId }) => scenarioId);
    const ids = [...new Set(forecasts.map(({ forecasterId }) => forecasterId))];
    const forecasters = chosen ?? (await manager.findBy(Forecaster, { id: In(ids) }));
    return rows.map((scenario, index) => {
      const today = this.scenarios.today(scenario);
      const own = grouped(byScenario.get(scenario.id) ?? [], ({ forecasterId }) => forecasterId);
      const staleAfterDays = Math.max(
        STALE_AT_LEAST,
        Math.floor(termDays(scenario.topic, scenario.term) / 4),
      );
      const standings = forecasters.flatMap((forecaster) => {
        const said = own.get(forecaster.id);
        if (said === undefined) return [];
        const standing = standingForecast(said);
        const latest = standing ?? said.at(-1)!;
        const age = daysBetween(dayOf(latest.statedAt, scenario.zone), today);
        return [
          {
            forecaster: forecasterRef(forecaster),
            probability: standing && bpToProbability(standing.probabilityBp),
            statedAt: latest.statedAt,
            stale: standing !== null && age > staleAfterDays,
            mine: viewer.mayLogFor === '*' || viewer.mayLogFor.includes(forecaster.slug),
          },
        ];
      });
      const daysLeft = daysBetween(today, scenario.deadline);
      return { scenario: views[index]!, daysLeft, staleAfterDays, standings };
    });
  }
}

function grouped<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}
