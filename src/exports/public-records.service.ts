import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { Clock } from '../clock.js';
import { giveWay } from '../database/event-loop.js';
import { recordVersion } from '../database/record-version.js';
import { onlyVisible, type Sight } from '../database/visibility.js';
import { Database } from '../database/write-gate.js';
import { toInstant } from '../days.js';
import { EvidenceService } from '../evidence/evidence.service.js';
import { DESK } from '../forecasters/forecasters.service.js';
import { Forecaster } from '../forecasters/forecaster.entity.js';
import { type LoadedForecast, loadForecasts } from '../forecasts/forecast-facts.js';
import { Resolution } from '../resolutions/resolution.entity.js';
import { criteriaOf, sinceCriteria } from '../scenarios/criteria-store.js';
import { Scenario } from '../scenarios/scenario.entity.js';
import { SettingsService } from '../settings/settings.service.js';
import { TallyKeeper } from '../tallies/tally-keeper.js';
import { words } from '../texts/texts.js';
import { TopicsService } from '../topics/topics.service.js';
import { RECORD_FORMAT, type RecordFilters, type RecordHead } from '../track-records/public-record.js';
import { type Loaded, recordScenario } from './record-scenario.js';

/** Scenarios that are read together. */
const AT_ONCE = 200;

/** Takes a record piece by piece: its head, then its scenarios with those they name. */
export interface RecordReader {
  head(head: RecordHead): Promise<void>;
  scenario(loaded: Loaded): Promise<void>;
}

/** The record as anyone may see it, read in one snapshot and a few scenarios at a time: the latest outcome first. */
@Injectable()
export class PublicRecords {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly keeper: TallyKeeper,
    private readonly settings: SettingsService,
    private readonly topics: TopicsService,
    private readonly evidence: EvidenceService,
  ) {}

  /** @throws {Problem} not_found for a topic that the public may not see */
  async read(
    filters: RecordFilters,
    reader: RecordReader,
    progress: (done: number, total: number) => void = () => undefined,
  ): Promise<void> {
    await this.keeper.catchUp();
    const sight: Sight = { desk: false, now: toInstant(this.clock.now()) };
    if (filters.topic !== undefined) await this.topics.show(filters.topic, sight);
    const example = (await this.settings.get('example_desk')) !== null;
    await this.database.withReadSnapshot(async (manager) => {
      const desk = await manager.findOneBy(Forecaster, { slug: DESK.slug });
      await reader.head({
        ...{ format: RECORD_FORMAT, desk: desk?.name ?? DESK.name, example, asOf: sight.now },
        ...{ version: await recordVersion(manager, false), filters },
      });
      const ids = await idsOf(manager, filters, sight);
      for (let from = 0; from < ids.length; from += AT_ONCE) {
        const some = ids.slice(from, from + AT_ONCE);
        for (const loaded of await this.load(manager, some, sight)) await reader.scenario(loaded);
        progress(Math.min(from + AT_ONCE, ids.length), ids.length);
        await giveWay();
      }
    });
  }

  private async load(manager: EntityManager, ids: readonly string[], sight: Sight): Promise<Loaded[]> {
    const found = await manager.find(Scenario, {
      where: { id: In([...ids]) },
      relations: { topic: true, statement: true, premise: true },
    });
    const scenarios = new Map(found.map((scenario) => [scenario.id, scenario]));
    const criteria = await criteriaOf(manager, ids, sight);
    const since = await sinceCriteria(manager, ids);
    const resolutions = await latestResolutions(manager, ids);
    const evidence = await this.evidence.ofScenarios(manager, ids, sight);
    const forecasts = await loadForecasts(manager, ids);
    const forecasters = await manager.findBy(Forecaster, {
      id: In([...new Set(forecasts.map((one) => one.forecasterId))]),
    });
    const named = new Map(forecasters.map((forecaster) => [forecaster.id, forecaster]));
    const own = new Map<string, LoadedForecast[]>(ids.map((id) => [id, []]));
    for (const forecast of forecasts) own.get(forecast.scenarioId)!.push(forecast);
    return ids.map((id) =>
      recordScenario(scenarios.get(id)!, {
        criteria: criteria.get(id)?.at(-1) ?? null,
        sinceCriteria: since.get(id) ?? 0,
        resolution: resolutions.get(id) ?? null,
        evidence: evidence.get(id) ?? [],
        forecasts: own.get(id)!,
        forecasters: named,
      }),
    );
  }
}

/** In the order of the record. Ids alone, so that their number does not weigh. */
async function idsOf(manager: EntityManager, filters: RecordFilters, sight: Sight): Promise<string[]> {
  const query = onlyVisible(manager.createQueryBuilder(Scenario, 'scenario'), 'scenario', sight)
    .innerJoin('scenario.topic', 'topic')
    .select('scenario.id', 'id')
    .andWhere(`scenario.state <> 'draft'`)
    .orderBy(`COALESCE(scenario.outcomeOn, '')`, 'DESC')
    .addOrderBy('scenario.id', 'DESC');
  const { topic, kind, term, testability } = filters;
  if (topic !== undefined) query.andWhere('topic.slug = :topic', { topic });
  if (kind !== undefined) query.andWhere('scenario.kind = :kind', { kind });
  if (term !== undefined) query.andWhere('scenario.term = :term', { term });
  if (testability !== undefined) query.andWhere('scenario.testability = :testability', { testability });
  return (await query.getRawMany<{ id: string }>()).map(({ id }) => id);
}

interface LatestResolution {
  annulment: Resolution['annulment'];
  onUnconfirmed: boolean;
  reason: string;
}

async function latestResolutions(
  manager: EntityManager,
  ids: readonly string[],
): Promise<Map<string, LatestResolution>> {
  const rows = await manager.find(Resolution, {
    where: { scenario: { id: In([...ids]) } },
    relations: { reason: true, scenario: true },
    order: { ordinal: 'ASC' },
  });
  return new Map(
    rows.map(({ scenario, annulment, onUnconfirmed, reason }) => [
      scenario.id,
      { annulment, onUnconfirmed: onUnconfirmed === 1, reason: words(reason) },
    ]),
  );
}
