import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { errataOf } from '../amendments/errata.js';
import { erratumView, topicsNamed } from '../amendments/erratum.dto.js';
import { BP, PAIR_WEIGHT } from '../calibration/index.js';
import type { Sight } from '../database/visibility.js';
import { Database } from '../database/write-gate.js';
import { EvidenceService } from '../evidence/evidence.service.js';
import { forecasterRef } from '../forecasters/forecaster.dto.js';
import { Forecaster } from '../forecasters/forecaster.entity.js';
import { type CountingScope, RECORDS, VANTAGES } from '../forecasts/counting.js';
import { loadForecasts } from '../forecasts/forecast-facts.js';
import { forecastViews } from '../forecasts/forecast-views.js';
import { Deferral } from '../resolutions/queue.entity.js';
import { deferralView } from '../resolutions/queue.service.js';
import { ResolutionsService } from '../resolutions/resolutions.service.js';
import { criteriaOf } from '../scenarios/criteria-store.js';
import { editionsOf } from '../scenarios/edition-store.js';
import type { Scenario } from '../scenarios/scenario.entity.js';
import { ScenarioLinksService } from '../scenarios/scenario-links.service.js';
import { ScenariosService } from '../scenarios/scenarios.service.js';
import { testabilitiesOf } from '../scenarios/testability-store.js';
import { CountedForecast } from '../tallies/counted-forecast.entity.js';
import { scopeOf } from '../tallies/projections.js';
import { bitOf, viewOf } from '../tallies/views.js';
import { TopicsService } from '../topics/topics.service.js';
import type { BlindRecord, ScenarioRecord, ScenarioScore } from './scenario-record.dto.js';
import { linkViews } from './scenario-links.js';
import { type Counted, scenarioScores } from './scenario-scores.js';

type Grounds = Pick<
  ScenarioRecord,
  'testabilities' | 'testabilityConfirmed' | 'premiseCriteria' | 'premiseCriteriaVersions'
>;
type Scores = Pick<ScenarioRecord, 'scores' | 'scoresOverTime' | 'crowd'>;

/** Puts together all that is on record of one scenario. */
@Injectable()
export class ScenarioRecords {
  constructor(
    private readonly database: Database,
    private readonly scenarios: ScenariosService,
    private readonly evidence: EvidenceService,
    private readonly resolutions: ResolutionsService,
    private readonly links: ScenarioLinksService,
    private readonly topics: TopicsService,
  ) {}

  /** @throws {Problem} not_found, also for what this sight may not see */
  show(id: string, sight: Sight): Promise<ScenarioRecord> {
    return this.database.withReadSnapshot(async (manager) => {
      const scenario = await this.scenarios.require(manager, id, sight);
      const scope = await scopeOf(manager, scenario);
      return {
        ...(await this.withoutForecasts(manager, scenario, sight)),
        forecasts: await forecastViews(manager, id, scope, sight.desk),
        ...(await this.scores(manager, scenario, scope, sight)),
        links: await linkViews(manager, scenario, await this.links.standing(manager, id), sight),
      };
    });
  }

  /** @throws {Problem} not_found, also for what this sight may not see */
  blind(id: string, sight: Sight): Promise<BlindRecord> {
    return this.database.withReadSnapshot(async (manager) =>
      this.withoutForecasts(manager, await this.scenarios.require(manager, id, sight), sight),
    );
  }

  /** The squared gaps of what counts in the headline, in the state that this manager sees. */
  async headlineScores(manager: EntityManager, id: string, sight: Sight): Promise<ScenarioScore[]> {
    const scenario = await this.scenarios.require(manager, id, sight);
    const { scores } = await this.scores(manager, scenario, await scopeOf(manager, scenario), sight);
    return scores.filter(({ vantage, records }) => vantage === 'first' && records === 'live');
  }

  private async withoutForecasts(
    manager: EntityManager,
    scenario: Scenario,
    sight: Sight,
  ): Promise<BlindRecord> {
    const { id } = scenario;
    const [item] = await this.scenarios.views(manager, [scenario], sight);
    const deferrals = await manager.find(Deferral, {
      where: { scenario: { id } },
      relations: { reason: true },
      order: { recordedAt: 'ASC' },
    });
    const resolutions = await this.resolutions.list(manager, scenario, sight);
    const errata = (await errataOf(manager, [id])).get(id) ?? [];
    const hidden = await this.topics.hidden(manager, topicsNamed(errata), sight);
    return {
      ...item!,
      criteriaVersions: (await criteriaOf(manager, [id], sight)).get(id) ?? [],
      ...(await this.grounds(manager, scenario, sight)),
      editions: await editionsOf(manager, id, sight),
      premiseState: scenario.premise === null ? null : (resolutions.at(-1)?.premise ?? 'undetermined'),
      evidence: await this.evidence.list(manager, id, sight),
      resolutions,
      deferrals: deferrals.map(deferralView),
      errata: errata.map((erratum) => erratumView(erratum, hidden)),
    };
  }

  /** By what it is judged beside its criteria: how it can be judged, and its premise. */
  private async grounds(manager: EntityManager, { id }: Scenario, sight: Sight): Promise<Grounds> {
    const testabilities = await testabilitiesOf(manager, id, sight);
    const latest = testabilities.at(-1);
    const premiseCriteriaVersions = (await criteriaOf(manager, [id], sight, 'premise')).get(id) ?? [];
    return {
      testabilities,
      testabilityConfirmed: latest?.confirmed ? latest : null,
      premiseCriteria: premiseCriteriaVersions.at(-1) ?? null,
      premiseCriteriaVersions,
    };
  }

  /** Everyone counts for the crowd and as a peer; the scores of a person who keeps them private are the desk's alone. */
  private async scores(
    manager: EntityManager,
    scenario: Scenario,
    scope: CountingScope,
    sight: Sight,
  ): Promise<Scores> {
    const { id, openedOn, closesAt, occurred } = scenario;
    const parts = await manager.findBy(CountedForecast, { scenarioId: id });
    const forecasts = await loadForecasts(manager, [id]);
    const forecasters = await manager.find(Forecaster, {
      where: { id: In(parts.map((part) => part.forecasterId)) },
      order: { name: 'ASC', id: 'ASC' },
    });
    const { overTime, crowd } = scenarioScores(
      { ...scope, openedOn, closesAt, occurred },
      forecasters.map((forecaster) => forecasts.filter((one) => one.forecasterId === forecaster.id)),
      parts.flatMap(countedOf),
    );
    const all = forecasters.map((forecaster, who) => ({
      isShown: sight.desk || forecaster.isPublic === 1,
      forecaster: forecasterRef(forecaster),
      parts: parts.filter((part) => part.forecasterId === forecaster.id),
      overTime: overTime[who] ?? [],
    }));
    const of = all.filter(({ isShown }) => isShown);
    return {
      scores: of.flatMap(({ forecaster, parts: own }) =>
        vantageScores(own, occurred).map((score) => ({ forecaster, ...score })),
      ),
      scoresOverTime: of.flatMap(({ forecaster, overTime: own }) =>
        own.map((score) => ({ forecaster, ...score })),
      ),
      crowd,
    };
  }
}

/** Where a forecast by itself is what counts: not one of several shared out over time. */
const countedOf = ({ views, probabilityBp }: CountedForecast): Counted[] =>
  RECORDS.flatMap((records) =>
    (['first', 'last'] as const)
      .filter((vantage) => (views & bitOf(viewOf(vantage, records))) !== 0)
      .map((vantage) => ({ vantage, records, probabilityBp })),
  );

/** For one forecaster what counts at each vantage, and its squared gap; `all` only where it differs from `live`. */
function vantageScores(
  parts: readonly CountedForecast[],
  occurred: number | null,
): Omit<ScenarioScore, 'forecaster'>[] {
  return VANTAGES.flatMap((vantage) => {
    const [live, all] = RECORDS.map((records) => {
      const bit = bitOf(viewOf(vantage, records));
      const own = parts.filter((part) => (part.views & bit) !== 0);
      return own.length === 0 ? null : { ...scoreOf(own, occurred), records, vantage };
    });
    const shown = [
      live,
      all && (live?.probability !== all.probability || live.brierScore !== all.brierScore) ? all : null,
    ];
    return shown.filter((score) => score !== null && score !== undefined);
  });
}

function scoreOf(parts: readonly CountedForecast[], occurred: number | null) {
  const mean = (of: (part: CountedForecast) => number) =>
    parts.reduce((sum, part) => sum + part.weight * of(part), 0) / PAIR_WEIGHT;
  return {
    probability: mean((part) => part.probabilityBp) / BP,
    brierScore:
      occurred === null ? null : mean((part) => (part.probabilityBp - BP * occurred) ** 2) / BP ** 2,
    archival: parts.some((part) => part.archival === 1),
  };
}
