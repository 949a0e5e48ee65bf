import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Account } from '../accounts/account.entity.js';
import type { Briefing } from '../briefings/briefing.entity.js';
import { Clock } from '../clock.js';
import { newId } from '../database/ids.js';
import { EVERYTHING, isVisible, onlyVisible, type Sight } from '../database/visibility.js';
import { Database } from '../database/write-gate.js';
import { addDays, type Day, dayOf, startOfDay, toInstant } from '../days.js';
import { MatterChanges } from '../events/matter-changes.js';
import { requireHeld } from '../http/if-match.js';
import { pageBy } from '../http/page-by.js';
import type { Page } from '../http/paging.js';
import { invalid } from '../http/validation.js';
import type { Viewer } from '../http/viewer.js';
import { Problem } from '../problems.js';
import { onlyHolding } from '../texts/search-index.js';
import { storeOptional, storeText, words } from '../texts/texts.js';
import { type Term, termDays, type Topic } from '../topics/topic.entity.js';
import { requireChangeable } from './changed-question.js';
import { requireDeadline } from './closing-day.js';
import { appendCriteria, criteriaOf } from './criteria-store.js';
import { lateBy } from './late-criteria.js';
import { RecordChanges } from './record-changes.js';
import {
  type AddCriteria,
  type CriteriaInput,
  type CriteriaView,
  type ScenarioListItem,
  scenarioListItem,
} from './scenario.dto.js';
import { type Kind, Scenario, type Testability } from './scenario.entity.js';
import { settlingDay } from './settling-day.js';
import type { ScenariosQuery } from './scenarios.query.js';
import { appendTestability, testabilityWith } from './testability-store.js';

export interface NewScenario {
  topic: Topic;
  briefing?: { briefing: Briefing; ordinal: number };
  kind: Kind;
  term: Term;
  statement: string;
  premise?: string | null;
  criteria?: CriteriaInput;
  premiseCriteria?: CriteriaInput;
  testability?: Testability;
  openedOn: Day;
  deadline?: Day;
  zone?: string;
  publicAt: string | null;
  accountId: string;
}

/** What a list may be asked for; `pending` is open and not overdue. */
export type ScenarioFilters = Omit<ScenariosQuery, 'state'> & { state?: ScenariosQuery['state'] | 'pending' };

@Injectable()
export class ScenariosService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly changes: RecordChanges,
    private readonly matter: MatterChanges,
  ) {}

  async list(sight: Sight, filters: ScenarioFilters): Promise<Page<ScenarioListItem>> {
    const query = this.joined(this.database.read);
    onlyVisible(query, 'scenario', sight);
    if (filters.topic) query.andWhere('topic.slug = :topic', { topic: filters.topic });
    if (filters.kind) query.andWhere('scenario.kind = :kind', { kind: filters.kind });
    if (filters.term) query.andWhere('scenario.term = :term', { term: filters.term });
    if (filters.testability)
      query.andWhere('scenario.testability = :testability', { testability: filters.testability });
    if (filters.state === 'overdue' || filters.state === 'pending')
      query.andWhere(
        `scenario.state = 'open' AND scenario.closesAt ${filters.state === 'overdue' ? '<=' : '>'} :now`,
        { now: toInstant(this.clock.now()) },
      );
    else if (filters.state) query.andWhere('scenario.state = :state', { state: filters.state });
    if (filters.forecaster)
      query.andWhere(
        `EXISTS (SELECT 1 FROM "forecast" f JOIN "forecaster" w ON w."id" = f."forecasterId"
          WHERE f."scenarioId" = scenario.id AND w."slug" = :forecaster
            AND (w."isPublic" = 1 OR :desk = 1))`,
        { forecaster: filters.forecaster, desk: Number(sight.desk) },
      );
    if (filters.from) query.andWhere(`${settlingDay('scenario')} >= :from`, { from: filters.from });
    if (filters.to) query.andWhere(`${settlingDay('scenario')} <= :to`, { to: filters.to });
    if (filters.q !== undefined)
      onlyHolding(query, 'scenario', 'scenario.id', { q: filters.q, desk: sight.desk });
    const isByDeadline = filters.sort === 'deadline';
    const found = await pageBy(query, filters, isByDeadline ? 'ASC' : 'DESC', [
      isByDeadline
        ? ['scenario.closesAt', (scenario: Scenario) => scenario.closesAt]
        : ['scenario.recordedAt', (scenario: Scenario) => scenario.recordedAt],
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
      sight,
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

  /** What the open scenarios of a topic say, the latest first, and how many there are. */
  async openIn(
    topic: Topic,
    most: number,
  ): Promise<{ statements: { id: string; statement: string }[]; open: number }> {
    const query = this.joined(this.database.read)
      .andWhere(`topic.id = :id AND scenario.state = 'open'`, { id: topic.id })
      .orderBy('scenario.recordedAt', 'DESC')
      .limit(most);
    const [rows, open] = await query.getManyAndCount();
    return { statements: rows.map(({ id, statement }) => ({ id, statement: words(statement) })), open };
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
    const scenario = await this.require(manager, id, EVERYTHING);
    requireHeld(scenario);
    return scenario;
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
    requireDeadline(deadline, input.openedOn);
    const scenario = manager.create(Scenario, {
      id: newId(),
      topic: input.topic,
      briefing: input.briefing?.briefing ?? null,
      ordinal: input.briefing?.ordinal ?? null,
      kind: input.kind,
      term: input.term,
      statement: await storeText(manager, input.statement),
      premise: await storeOptional(manager, input.premise),
      openedOn: input.openedOn,
      deadline,
      closesAt: toInstant(startOfDay(addDays(deadline, 1), zone)),
      zone,
      testability: 'untested',
      publicAt: input.publicAt,
      loggedBy: { id: input.accountId } as Account,
      recordedAt,
      state: 'open',
      ...{ outcomeOn: null, outcomeAt: null, lateOn: null, occurred: null, basis: null, selfResolved: 0 },
      version: 1,
    });
    await manager.insert(Scenario, scenario);
    const { accountId } = input;
    const late = recordedAt >= scenario.closesAt;
    for (const [subject, criteria] of [
      ['statement', input.criteria],
      ['premise', input.premiseCriteria],
    ] as const)
      if (criteria)
        await appendCriteria(manager, scenario, criteria, {
          ...{ subject, ordinal: 1, change: 'initial', late, accountId, recordedAt },
        });
    const testability = input.testability ?? (input.criteria ? 'observable' : 'untested');
    if (testability !== 'untested')
      await appendTestability(manager, scenario.id, testability, { confirmed: false, accountId, recordedAt });
    await this.matter.scenarioChanged(manager, scenario.id);
    return { ...scenario, testability };
  }

  /** A further version of the criteria, of the statement or of its premise; `changed` ends the forecasts made before. */
  async addCriteria(id: string, body: AddCriteria, viewer: Viewer): Promise<CriteriaView[]> {
    return this.database.withWriteTransaction(async (manager) => {
      const scenario = await this.lock(manager, id);
      if (scenario.state !== 'open')
        throw new Problem('scenario_not_open', `The scenario is ${scenario.state}; its criteria stand.`, {
          state: scenario.state,
        });
      const subject = body.on ?? 'statement';
      if (subject === 'premise') mustBeOfPremise(scenario, body);
      const before = (await criteriaOf(manager, [id], EVERYTHING, subject)).get(id)?.at(-1);
      if (before && sameCriteria(before, body))
        throw new Problem('criteria_unchanged', `Version ${before.version} says exactly this.`, {
          version: before.version,
        });
      const recordedAt = toInstant(this.clock.now());
      const accountId = viewer.accountId!;
      const change = before ? (body.change ?? 'clarified') : 'initial';
      if (change === 'changed') await requireChangeable(manager, scenario, viewer, recordedAt);
      const late = await lateBy(manager, scenario, subject, recordedAt);
      const said =
        subject === 'statement'
          ? testabilityWith(scenario.testability, body.testability, late !== false, viewer)
          : undefined;
      await appendCriteria(manager, scenario, body, {
        subject,
        ordinal: (before?.version ?? 0) + 1,
        change,
        late,
        ...{ accountId, recordedAt },
      });
      if (said) await appendTestability(manager, id, said, { confirmed: false, accountId, recordedAt });
      await this.matter.scenarioChanged(manager, id);
      await this.touch(manager, id);
      return (await criteriaOf(manager, [id], EVERYTHING, subject)).get(id)!;
    });
  }

  /** Notes that an edition words the statement otherwise and asks the same question: a version of the criteria. */
  async clarify(manager: EntityManager, scenario: Scenario, note: string, accountId: string): Promise<void> {
    const before = (await criteriaOf(manager, [scenario.id], EVERYTHING)).get(scenario.id)?.at(-1);
    const recordedAt = toInstant(this.clock.now());
    const text = before ? `${before.text}\n\n${note}` : note;
    const criteria = { text, edgeCases: before?.edgeCases ?? [] };
    await appendCriteria(manager, scenario, criteria, {
      ...{ subject: 'statement', ordinal: (before?.version ?? 0) + 1, change: 'clarified' },
      late: await lateBy(manager, scenario, 'statement', recordedAt),
      ...{ accountId, recordedAt },
    });
    await this.matter.scenarioChanged(manager, scenario.id);
  }

  today(scenario: { zone: string }): Day {
    return dayOf(this.clock.now(), scenario.zone);
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

/** The criteria of a premise say how one sees that it holds; they do not change what was forecast. */
function mustBeOfPremise(scenario: Scenario, body: AddCriteria): void {
  if (scenario.premise === null)
    throw new Problem(
      'premise_missing',
      'The scenario has no “if”, so there is no premise to have criteria.',
    );
  if (body.change === 'changed')
    throw invalid([
      { field: 'change', message: 'must be clarified: with another “if” it is another scenario' },
    ]);
  if (body.testability)
    throw invalid([{ field: 'testability', message: 'is of the statement, and comes with its criteria' }]);
}

/** Whether a new version would say what the one in force says. */
function sameCriteria(view: CriteriaView, input: CriteriaInput): boolean {
  const cases = (rows: readonly { case: string; counts: boolean }[]) =>
    JSON.stringify(rows.map((row) => [row.case, row.counts]));
  return view.text === input.text && cases(view.edgeCases) === cases(input.edgeCases);
}
