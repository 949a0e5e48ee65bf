import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { errataOf, erratumView } from '../amendments/errata.js';
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
import { ScenariosService } from '../scenarios/scenarios.service.js';
import { CountedForecast } from '../tallies/counted-forecast.entity.js';
import { scopeOf } from '../tallies/projections.js';
import { bitOf, viewOf } from '../tallies/views.js';
import type { ScenarioRecord, ScenarioScore } from './scenario-record.dto.js';
import { type Counted, scenarioScores } from './scenario-scores.js';

type Scores = Pick<ScenarioRecord, 'scores' | 'scoresOverTime' | 'crowd'>;

/** Puts together all that is on record of one scenario. */
@Injectable()
export class ScenarioRecords {
  constructor(
    private readonly database: Database,
    private readonly scenarios: ScenariosService,
    private readonly evidence: EvidenceService,
    private readonly resolutions: ResolutionsService,
  ) {}

  /** @throws {Problem} not_found, also for what this sight may not see */
  show(id: string, sight: Sight): Promise<ScenarioRecord> {
    return this.database.withReadSnapshot(async (manager) => {
      const scenario = await this.scenarios.require(manager, id, sight);
      const [item] = await this.scenarios.views(manager, [scenario], sight);
      const deferrals = await manager.find(Deferral, {
        where: { scenario: { id } },
        relations: { reason: true },
        order: { recordedAt: 'ASC' },
      });
      const errata = (await errataOf(manager, [id])).get(id) ?? [];
      const scope = await scopeOf(manager, scenario);
      return {
        ...item!,
        criteriaVersions: (await criteriaOf(manager, [id])).get(id) ?? [],
        editions: await editionsOf(manager, id, sight),
        forecasts: await forecastViews(manager, id, scope),
        evidence: await this.evidence.list(manager, id, sight),
        resolutions: await this.resolutions.list(manager, scenario, sight),
        ...(await this.scores(manager, scenario, scope)),
        deferrals: deferrals.map(deferralView),
        errata: errata.map(erratumView),
      };
    });
  }

  private async scores(manager: EntityManager, scenario: Scenario, scope: CountingScope): Promise<Scores> {
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
    const of = forecasters.map((forecaster, who) => ({
      forecaster: forecasterRef(forecaster),
      parts: parts.filter((part) => part.forecasterId === forecaster.id),
      overTime: overTime[who] ?? [],
    }));
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
