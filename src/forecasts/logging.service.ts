import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Account } from '../accounts/account.entity.js';
import { Clock } from '../clock.js';
import { newId } from '../database/ids.js';
import { Database } from '../database/write-gate.js';
import { dayOf, isZone, toInstant } from '../days.js';
import type { Forecaster } from '../forecasters/forecaster.entity.js';
import { ForecastersService } from '../forecasters/forecasters.service.js';
import { invalid } from '../http/validation.js';
import { mayActAs, type Viewer } from '../http/viewer.js';
import { Problem } from '../problems.js';
import { criteriaVersion } from '../scenarios/criteria-store.js';
import type { Scenario } from '../scenarios/scenario.entity.js';
import { ScenariosService } from '../scenarios/scenarios.service.js';
import { storeOptional } from '../texts/texts.js';
import { publicFrom } from '../topics/publishing.js';
import { TopicsService } from '../topics/topics.service.js';
import { standingForecast } from './counting.js';
import type { CreateForecast, CreateScenario, CreateWithdrawal, Reconstruction } from './forecast.dto.js';
import { Forecast, Withdrawal } from './forecast.entity.js';
import { loadForecasts } from './forecast-facts.js';
import { requireProbability } from './probability.js';

/** In every zone it falls on a day that is counted. */
const EARLIEST = '1900-01-02T00:00:00.000Z';

export interface Stated {
  statedAt: string;
  /** The same instant as `statedAt`, where nobody says that it was stated earlier. */
  recordedAt: string;
  archival: boolean;
}

export interface NewForecast extends Stated {
  scenario: Scenario;
  forecaster: Forecaster;
  probabilityBp: number;
  rationale?: string;
  reconstruction?: Reconstruction;
  accountId: string;
}

/** The acts of putting scenarios and forecasts on record, and of withdrawing them: rules 1, 2 and 10. */
@Injectable()
export class LoggingService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly topics: TopicsService,
    private readonly forecasters: ForecastersService,
    private readonly scenarios: ScenariosService,
  ) {}

  /** @returns the id of the new scenario, which is open with its first forecast */
  async scenario(body: CreateScenario, viewer: Viewer): Promise<string> {
    const probabilityBp = requireProbability(body.probability);
    if (body.zone !== undefined && !isZone(body.zone))
      throw invalid([{ field: 'zone', message: 'is not a time zone' }]);
    if (body.premiseCriteria && !body.premise)
      throw new Problem(
        'premise_missing',
        'The scenario has no “if”, so there is no premise to have criteria.',
      );
    return this.database.withWriteTransaction(async (manager) => {
      const stated = this.stated(body.statedAt, viewer);
      const topic = await this.topics.require(manager, body.topic);
      const forecaster = await this.forecasters.ensure(manager, body.forecaster, viewer);
      const scenario = await this.scenarios.add(manager, {
        topic,
        kind: body.kind,
        term: body.term,
        statement: body.statement,
        premise: body.premise,
        criteria: body.criteria,
        premiseCriteria: body.premiseCriteria,
        testability: body.testability,
        deadline: body.deadline,
        zone: body.zone,
        openedOn: dayOf(stated.statedAt, body.zone ?? topic.zone),
        publicAt: publicFrom(body.publicAt, { topic, viewer, now: stated.recordedAt }),
        accountId: viewer.accountId!,
      });
      await this.append(manager, {
        ...{
          scenario,
          forecaster,
          probabilityBp,
          ...stated,
          rationale: body.rationale,
          accountId: viewer.accountId!,
        },
      });
      return scenario.id;
    });
  }

  /** @returns the id of the new forecast: a revision, where its forecaster had one */
  async forecast(scenarioId: string, body: CreateForecast, viewer: Viewer): Promise<string> {
    const probabilityBp = requireProbability(body.probability);
    return this.database.withWriteTransaction(async (manager) => {
      const stated = this.stated(body.statedAt, viewer);
      if (body.reconstructed && !stated.archival)
        throw invalid([
          { field: 'statedAt', message: 'must say when the words were said that were turned into a number' },
        ]);
      const scenario = await this.scenarios.lock(manager, scenarioId);
      requireOpen(scenario);
      const forecaster = await this.forecasters.ensure(manager, body.forecaster, viewer);
      return this.append(manager, {
        ...{
          scenario,
          forecaster,
          probabilityBp,
          ...stated,
          rationale: body.rationale,
          accountId: viewer.accountId!,
        },
        reconstruction: body.reconstructed,
      });
    });
  }

  /**
   * Ends the standing forecast of a forecaster; what was published first still counts (rule 10).
   *
   * @returns the id of the forecast that was withdrawn
   */
  async withdraw(scenarioId: string, body: CreateWithdrawal, viewer: Viewer): Promise<string> {
    return this.database.withWriteTransaction(async (manager) => {
      const scenario = await this.scenarios.lock(manager, scenarioId);
      requireOpen(scenario);
      const forecaster = await this.forecasters.ensure(manager, body.forecaster, viewer);
      const standing = standingForecast(await loadForecasts(manager, [scenarioId], [forecaster.id]));
      if (!standing)
        throw new Problem(
          'nothing_to_withdraw',
          `${forecaster.name} has no standing forecast on this scenario.`,
        );
      await manager.insert(Withdrawal, {
        id: newId(),
        scenario,
        forecastId: standing.id,
        reason: await storeOptional(manager, body.reason),
        loggedBy: { id: viewer.accountId! } as Account,
        recordedAt: toInstant(this.clock.now()),
      });
      await this.scenarios.touch(manager, scenarioId, forecaster.id);
      return standing.id;
    });
  }

  /** Appends one forecast to an open scenario. */
  async append(manager: EntityManager, input: NewForecast): Promise<string> {
    const id = newId();
    await manager.insert(Forecast, {
      id,
      scenario: input.scenario,
      forecaster: input.forecaster,
      probabilityBp: input.probabilityBp,
      statedAt: input.statedAt,
      recordedAt: input.recordedAt,
      archival: Number(input.archival),
      reconstructed: Number(input.reconstruction !== undefined),
      words: await storeOptional(manager, input.reconstruction?.words),
      quote: await storeOptional(manager, input.reconstruction?.quote),
      converter: await storeOptional(manager, input.reconstruction?.converter),
      rationale: await storeOptional(manager, input.rationale),
      criteriaVersion: await criteriaVersion(manager, input.scenario.id),
      loggedBy: { id: input.accountId } as Account,
    });
    await this.scenarios.touch(manager, input.scenario.id, input.forecaster.id);
    return id;
  }

  /** Rule 2: the server's clock, unless an editor says when it was stated. */
  private stated(statedAt: string | undefined, viewer: Viewer): Stated {
    const now = toInstant(this.clock.now());
    if (statedAt === undefined) return { statedAt: now, recordedAt: now, archival: false };
    const instant = toInstant(new Date(statedAt));
    if (instant < EARLIEST)
      throw invalid([{ field: 'statedAt', message: `must not lie before ${EARLIEST}` }]);
    if (instant > now)
      throw new Problem('stated_in_future', `${instant} has not come yet; the server's clock says ${now}.`, {
        now,
      });
    if (instant < now && !mayActAs(viewer, 'editor'))
      throw new Problem(
        'stated_at_reserved',
        'A forecast counts from when it is recorded. An editor may record one that was stated earlier; it is then archival.',
      );
    return { statedAt: instant, recordedAt: now, archival: instant < now };
  }
}

function requireOpen(scenario: Scenario): void {
  if (scenario.state !== 'open')
    throw new Problem(
      'scenario_not_open',
      `The scenario is ${scenario.state}; forecasts are taken while it is open.`,
      {
        state: scenario.state,
        outcomeOn: scenario.outcomeOn,
      },
    );
}
