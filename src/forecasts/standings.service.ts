import { Injectable } from '@nestjs/common';
import { type EntityManager, In, type SelectQueryBuilder } from 'typeorm';
import { bpToProbability } from '../calibration/index.js';
import { EVERYTHING } from '../database/visibility.js';
import { Database } from '../database/write-gate.js';
import { daysBetween } from '../days.js';
import { forecasterRef } from '../forecasters/forecaster.dto.js';
import { Forecaster } from '../forecasters/forecaster.entity.js';
import { pageBy } from '../http/page-by.js';
import type { Page } from '../http/paging.js';
import type { Viewer } from '../http/viewer.js';
import { lintIn } from '../scenarios/lint.js';
import { deadlineMarks } from '../scenarios/scenario.dto.js';
import { Scenario } from '../scenarios/scenario.entity.js';
import { ScenariosService } from '../scenarios/scenarios.service.js';
import type { LintCode } from '../statements/index.js';
import { words } from '../texts/texts.js';
import { latestWords, staleAfter } from './latest-words.js';
import type {
  LintHabits,
  StandingCounts,
  StandingFilters,
  StandingItem,
  StandingsQuery,
} from './standing.dto.js';

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
    const found = await pageBy(withTexts(this.open(manager, query, forecasters)), query, 'ASC', [
      ['scenario.deadline', (scenario: Scenario) => scenario.deadline],
      ['scenario.id', (scenario: Scenario) => scenario.id],
    ]);
    return { ...found, items: await this.items(manager, found.items, forecasters, viewer) };
  }

  /** All of it in numbers; forecasts are read a part at a time. */
  async counts(query: StandingFilters, viewer: Viewer): Promise<StandingCounts> {
    const manager = this.database.read;
    const forecasters = await this.forecastersOf(manager, query.forecaster, viewer);
    const rows = await this.open(manager, query, forecasters).getMany();
    const marks = rows.map((scenario) => deadlineMarks(scenario, this.scenarios.today(scenario)));
    let stale = 0;
    for (let from = 0; from < rows.length; from += AT_A_TIME) {
      const said = await this.latest(manager, rows.slice(from, from + AT_A_TIME), forecasters);
      stale += [...said.values()].filter((all) => all.some((one) => one.stale)).length;
    }
    return {
      ...{ open: rows.length, stale },
      dueSoon: marks.filter(({ dueSoon }) => dueSoon).length,
      overdue: marks.filter(({ overdue }) => overdue).length,
    };
  }

  /** Which marks the lint sets on their statements, as if each were recorded on the day when it opened. */
  async habits(query: StandingFilters, viewer: Viewer): Promise<LintHabits> {
    const manager = this.database.read;
    const forecasters = await this.forecastersOf(manager, query.forecaster, viewer);
    const [rows, open] = await withTexts(this.open(manager, query, forecasters))
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
    const said = await this.latest(manager, rows, chosen);
    const ids = new Set([...said.values()].flat().map(({ forecasterId }) => forecasterId));
    const forecasters = new Map(
      (chosen ?? (await manager.findBy(Forecaster, { id: In([...ids]) }))).map((one) => [one.id, one]),
    );
    return rows.map((scenario, index) => {
      const standings = said.get(scenario.id)!.map(({ forecasterId, standing, latest, stale }) => {
        const forecaster = forecasters.get(forecasterId)!;
        return {
          forecaster: forecasterRef(forecaster),
          probability: standing && bpToProbability(standing.probabilityBp),
          statedAt: latest.statedAt,
          stale,
          mine: viewer.mayLogFor === '*' || viewer.mayLogFor.includes(forecaster.slug),
        };
      });
      const daysLeft = daysBetween(this.scenarios.today(scenario), scenario.deadline);
      return { scenario: views[index]!, daysLeft, staleAfterDays: staleAfter(scenario), standings };
    });
  }

  private latest(manager: EntityManager, rows: readonly Scenario[], chosen: readonly Forecaster[] | null) {
    return latestWords(manager, rows, chosen, (scenario) => this.scenarios.today(scenario));
  }
}

const withTexts = (scenarios: SelectQueryBuilder<Scenario>): SelectQueryBuilder<Scenario> =>
  scenarios
    .innerJoinAndSelect('scenario.statement', 'statement')
    .leftJoinAndSelect('scenario.premise', 'premise')
    .leftJoinAndSelect('scenario.briefing', 'briefing');
