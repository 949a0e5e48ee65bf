import { Injectable, Logger } from '@nestjs/common';
import { isDeepStrictEqual } from 'node:util';
import { type EntityManager, LessThanOrEqual } from 'typeorm';
import { Clock } from '../clock.js';
import { insertMany } from '../database/bulk.js';
import { outsideRequest } from '../database/request-scope.js';
import { Database } from '../database/write-gate.js';
import { toInstant } from '../days.js';
import { RecordChanges } from '../scenarios/record-changes.js';
import { Scenario } from '../scenarios/scenario.entity.js';
import { CountedForecast } from './counted-forecast.entity.js';
import { CountedScenario } from './counted-scenario.entity.js';
import { Differences } from './differences.js';
import { fateOf } from './fate.js';
import { countScenario, type ScenarioFacts } from './projection.js';
import { projectionsOf, scenarioFacts, storedProjections } from './projections.js';
import { writeDifferences } from './tally-store.js';

const DUE_AT_ONCE = 200;

/** Keeps the counted forecasts and the tallies true, in the transaction that changed what counts. */
@Injectable()
export class TallyKeeper extends RecordChanges {
  private readonly logger = new Logger(TallyKeeper.name);
  private catchingUp: Promise<void> | null = null;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {
    super();
  }

  /** Takes out what the scenario had been counted as, and counts it as it is now. */
  override async scenarioChanged(
    manager: EntityManager,
    scenarioId: string,
    forecasterId?: string,
  ): Promise<void> {
    const now = toInstant(this.clock.now());
    const [facts] = await scenarioFacts(manager, [scenarioId]);
    const only = await concerned(manager, facts!, now, forecasterId);
    const before = (await storedProjections(manager, [scenarioId], only)).get(scenarioId);
    const [after] = await projectionsOf(manager, [facts!], now, only);
    const differences = new Differences();
    if (before) differences.add(before, -1);
    differences.add(after!, 1);
    await manager.delete(CountedForecast, { scenarioId, ...(only && { forecasterId: only }) });
    await insertMany(manager, CountedScenario, [after!.scenario], { replace: true });
    await insertMany(manager, CountedForecast, after!.parts);
    await writeDifferences(manager, differences);
  }

  /**
   * Recounts what the clock alone has changed since it was counted: deadlines that passed, embargoes that ended. To be
   * called before reading, so that what is read is true at this instant. Where the database takes no writes (a full
   * disk), reading goes on with what stands: an embargo then holds longer, and an overdue scenario counts as open.
   */
  catchUp(): Promise<void> {
    this.catchingUp ??= outsideRequest(() => this.recountDue())
      .catch((error: unknown) => this.logger.warn({ error }, 'the tallies could not follow the clock'))
      .finally(() => (this.catchingUp = null));
    return this.catchingUp;
  }

  private async recountDue(): Promise<void> {
    for (;;) {
      const now = toInstant(this.clock.now());
      const due = await this.database.read.find(CountedScenario, {
        where: { changesAt: LessThanOrEqual(now) },
        take: DUE_AT_ONCE,
      });
      if (due.length === 0) return;
      await this.database.withWriteTransaction(async (manager) => {
        for (const { scenarioId } of due) {
          await this.database.holdRow(manager, Scenario, scenarioId);
          await this.scenarioChanged(manager, scenarioId);
        }
      });
    }
  }
}

/**
 * Where a scenario is open and stands as it stood, its forecasts are in no tally but their forecaster's count of open
 * scenarios: then only the forecaster who said something is recounted.
 */
async function concerned(
  manager: EntityManager,
  facts: ScenarioFacts,
  now: string,
  forecasterId: string | undefined,
): Promise<string | undefined> {
  const after = countScenario(facts, now);
  if (forecasterId === undefined || fateOf(after.fate).state !== 'open') return undefined;
  const before = await manager.findOneBy(CountedScenario, { scenarioId: facts.id });
  return before !== null && isDeepStrictEqual({ ...before }, after) ? forecasterId : undefined;
}
