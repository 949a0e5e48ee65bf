import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Account } from '../accounts/account.entity.js';
import type { Briefing } from '../briefings/briefing.entity.js';
import { Clock } from '../clock.js';
import { newId } from '../database/ids.js';
import { EVERYTHING, isVisible, onlyVisible, type Sight } from '../database/visibility.js';
import { Database } from '../database/write-gate.js';
import { addDays, type Day, dayOf, isDay, startOfDay, toInstant } from '../days.js';
import { pageBy } from '../http/page-by.js';
import type { Page } from '../http/paging.js';
import type { Viewer } from '../http/viewer.js';
import { Problem } from '../problems.js';
import { fold, storeOptional, storeText } from '../texts/texts.js';
import { type Term, termDays, type Topic } from '../topics/topic.entity.js';
import { appendCriteria, criteriaOf } from './criteria-store.js';
import { RecordChanges } from './record-changes.js';
import {
  type AddCriteria,
  type CriteriaInput,
  type CriteriaView,
  type ScenarioListItem,
  scenarioListItem,
} from './scenario.dto.js';
import { type Kind, Scenario, type Testability } from './scenario.entity.js';
import type { ScenariosQuery } from './scenarios.query.js';

export interface NewScenario {
  topic: Topic;
  briefing?: { briefing: Briefing; ordinal: number };
  kind: Kind;
  term: Term;
  statement: string;
  premise?: string | null;
  criteria?: CriteriaInput;
  testability?: Testability;
  openedOn: Day;
  deadline?: Day;
  zone?: string;
  publicAt: string | null;
  accountId: string;
}

@Injectable()
export class ScenariosService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly changes: RecordChanges,
  ) {}

  async list(sight: Sight, filters: ScenariosQuery): Promise<Page<ScenarioListItem>> {
    const query = this.joined(this.database.read);
    onlyVisible(query, 'scenario', sight);
    if (filters.topic) query.andWhere('topic.slug = :topic', { topic: filters.topic });
    if (filters.kind) query.andWhere('scenario.kind = :kind', { kind: filters.kind });
    if (filters.term) query.andWhere('scenario.term = :term', { term: filters.term });
    if (filters.testability)
      query.andWhere('scenario.testability = :testability', { testability: filters.testability });
    if (filters.state === 'overdue')
      query.andWhere(`scenario.state = 'open' AND scenario.closesAt <= :now`, {
        now: toInstant(this.clock.now()),
      });
    else if (filters.state) query.andWhere('scenario.state = :state', { state: filters.state });
    if (filters.forecaster)
      query.andWhere(
        `EXISTS (SELECT 1 FROM "forecast" f JOIN "forecaster" w ON w."id" = f."forecasterId"
          WHERE f."scenarioId" = scenario.id AND w."slug" = :forecaster)`,
        { forecaster: filters.forecaster },
      );
    for (const [index, word] of fold(filters.q ?? '')
      .split(' ')
      .filter(Boolean)
      .entries())
      query.andWhere(`statement.folded LIKE :q${index} ESCAPE '!'`, {
        [`q${index}`]: `%${word.replace(/[!%_]/g, '!$&')}%`,
      });
    const found = await pageBy(query, filters, 'DESC', [
      ['scenario.recordedAt', (scenario: Scenario) => scenario.recordedAt],
      ['scenario.id', (scenario: Scenario) => scenario.id],
    ]);
    return { ...found, items: await this.views(this.database.read, found.items, sight) };
  }

  /** List items for scenarios that were loaded with their relations. */
  async views(
    manager: EntityManager,
    scenarios: readonly Scenario[],
    sight: Sight,
  ): Promise<ScenarioListItem[]> {
    const criteria = await criteriaOf(
      manager,
      scenarios.map((scenario) => scenario.id),
    );
    return scenarios.map((scenario) => ({
      ...scenarioListItem(scenario, criteria.get(scenario.id)?.at(-1) ?? null, this.today(scenario)),
      briefingId: scenario.briefing && isVisible(scenario.briefing, sight) ? scenario.briefing.id : null,
    }));
  }

  /** List items by scenario id. */
  async byIds(
    manager: EntityManager,
    ids: readonly string[],
    sight: Sight,
  ): Promise<Map<string, ScenarioListItem>> {
    if (ids.length === 0) return new Map();
    const rows = await this.joined(manager).andWhere('scenario.id IN (:...ids)', { ids }).getMany();
    return new Map((await this.views(manager, rows, sight)).map((view) => [view.id, view]));
  }

  /** @throws {Problem} not_found, also for what this sight may not see */
  async require(manager: EntityManager, id: string, sight: Sight): Promise<Scenario> {
    const scenario = await this.joined(manager).andWhere('scenario.id = :id', { id }).getOne();
    if (!scenario || !isVisible(scenario, sight))
      throw new Problem('not_found', `There is no scenario “${id}”.`);
    return scenario;
  }

  /** The scenario, for writing: what is decided on it now is decided on its present state. */
  async lock(manager: EntityManager, id: string): Promise<Scenario> {
    await this.database.holdRow(manager, Scenario, id);
    return this.require(manager, id, EVERYTHING);
  }

  /** Bumps the version that `If-Match` is held against, and lets the track records follow. */
  async touch(manager: EntityManager, scenarioId: string, forecasterId?: string): Promise<void> {
    await manager.increment(Scenario, { id: scenarioId }, 'version', 1);
    await this.changes.scenarioChanged(manager, scenarioId, forecasterId);
  }

  async add(manager: EntityManager, input: NewScenario): Promise<Scenario> {
    const recordedAt = toInstant(this.clock.now());
    const zone = input.zone ?? input.topic.zone;
    const deadline = input.deadline ?? addDays(input.openedOn, termDays(input.topic, input.term));
    if (deadline < input.openedOn)
      throw new Problem(
        'deadline_invalid',
        `The deadline ${deadline} lies before ${input.openedOn}, when it opens.`,
      );
    if (!isDay(deadline) || !isDay(addDays(deadline, 1)))
      throw new Problem('deadline_invalid', `The deadline ${deadline} lies past every day that is counted.`);
    const scenario = manager.create(Scenario, {
      id: newId(),
      topic: input.topic,
      briefing: input.briefing?.briefing ?? null,
      ordinal: input.briefing?.ordinal ?? null,
      kind: input.kind,
      term: input.term,
      statement: await storeText(manager, input.statement, { searchable: true }),
      premise: await storeOptional(manager, input.premise),
      openedOn: input.openedOn,
      deadline,
      closesAt: toInstant(startOfDay(addDays(deadline, 1), zone)),
      zone,
      testability: input.testability ?? (input.criteria ? 'observable' : 'untested'),
      publicAt: input.publicAt,
      loggedBy: { id: input.accountId } as Account,
      recordedAt,
      state: 'open',
      ...{ outcomeOn: null, outcomeAt: null, lateOn: null, occurred: null, basis: null, selfResolved: 0 },
      version: 1,
    });
    await manager.insert(Scenario, scenario);
    if (input.criteria)
      await appendCriteria(manager, scenario, input.criteria, {
        ...{ ordinal: 1, change: 'initial', isLate: false, accountId: input.accountId, recordedAt },
      });
    return scenario;
  }

  /** A further version of the criteria; `changed` ends the forecasts made before. */
  async addCriteria(id: string, body: AddCriteria, viewer: Viewer): Promise<CriteriaView[]> {
    return this.database.withWriteTransaction(async (manager) => {
      const scenario = await this.lock(manager, id);
      if (scenario.state !== 'open')
        throw new Problem('scenario_not_open', `The scenario is ${scenario.state}; its criteria stand.`, {
          state: scenario.state,
        });
      const before = (await criteriaOf(manager, [id])).get(id)?.at(-1);
      if (before && sameCriteria(before, body))
        throw new Problem('criteria_unchanged', `Version ${before.version} says exactly this.`, {
          version: before.version,
        });
      const recordedAt = toInstant(this.clock.now());
      await appendCriteria(manager, scenario, body, {
        ordinal: (before?.version ?? 0) + 1,
        change: before ? (body.change ?? 'clarified') : 'initial',
        isLate: recordedAt >= scenario.closesAt || (await this.hasCandidate(manager, id)),
        accountId: viewer.accountId!,
        recordedAt,
      });
      if (body.testability) await manager.update(Scenario, { id }, { testability: body.testability });
      else if (scenario.testability === 'untested')
        await manager.update(Scenario, { id }, { testability: 'observable' });
      await this.touch(manager, id);
      return (await criteriaOf(manager, [id])).get(id)!;
    });
  }

  /** Notes that an edition words the statement otherwise and asks the same question: a version of the criteria. */
  async clarify(manager: EntityManager, scenario: Scenario, note: string, accountId: string): Promise<void> {
    const before = (await criteriaOf(manager, [scenario.id])).get(scenario.id)?.at(-1);
    const recordedAt = toInstant(this.clock.now());
    const text = before ? `${before.text}\n\n${note}` : note;
    await appendCriteria(
      manager,
      scenario,
      { text, edgeCases: before?.edgeCases ?? [] },
      {
        ...{ ordinal: (before?.version ?? 0) + 1, change: 'clarified', accountId, recordedAt },
        isLate: recordedAt >= scenario.closesAt || (await this.hasCandidate(manager, scenario.id)),
      },
    );
  }

  today(scenario: { zone: string }): Day {
    return dayOf(this.clock.now(), scenario.zone);
  }

  /** Whether an event that may settle it has been linked already; by table name, as evidence is a later room. */
  private async hasCandidate(manager: EntityManager, id: string): Promise<boolean> {
    const found = await manager
      .createQueryBuilder()
      .select('1')
      .from('evidence', 'e')
      .where(`e."scenarioId" = :id AND e."bearing" = 'settles'`, { id })
      .limit(1)
      .getRawOne<unknown>();
    return found !== undefined;
  }

  private joined(manager: EntityManager) {
    return manager
      .createQueryBuilder(Scenario, 'scenario')
      .innerJoinAndSelect('scenario.topic', 'topic')
      .innerJoinAndSelect('scenario.statement', 'statement')
      .leftJoinAndSelect('scenario.premise', 'premise')
      .leftJoinAndSelect('scenario.briefing', 'briefing');
  }
}

/** Whether a new version would say what the one in force says. */
function sameCriteria(view: CriteriaView, input: CriteriaInput): boolean {
  const cases = (rows: readonly { case: string; counts: boolean }[]) =>
    JSON.stringify(rows.map((row) => [row.case, row.counts]));
  return view.text === input.text && cases(view.edgeCases) === cases(input.edgeCases);
}
