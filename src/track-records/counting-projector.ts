import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { countForecasts, type CountingScope } from '../forecasts/counting.js';
import { loadForecasts } from '../forecasts/forecast-facts.js';
import { sinceCriteria } from '../scenarios/criteria-store.js';
import { RecordChanges } from '../scenarios/record-changes.js';
import { Scenario } from '../scenarios/scenario.entity.js';
import { CountedForecast } from './counted-forecast.entity.js';

/** What bounds the count on a scenario. */
export async function scopeOf(manager: EntityManager, scenario: Scenario): Promise<CountingScope> {
  return {
    zone: scenario.zone,
    deadline: scenario.deadline,
    outcomeOn: scenario.outcomeOn,
    outcomeAt: scenario.outcomeAt,
    sinceCriteria: await sinceCriteria(manager, scenario.id),
  };
}

/** Keeps the counted forecasts of a scenario true, in the transaction that changed what counts. */
@Injectable()
export class CountingProjector extends RecordChanges {
  override async scenarioChanged(
    manager: EntityManager,
    scenarioId: string,
    forecasterId?: string,
  ): Promise<void> {
    const scenario = await manager.findOneByOrFail(Scenario, { id: scenarioId });
    const scope = await scopeOf(manager, scenario);
    const forecasts = await loadForecasts(manager, scenarioId, forecasterId);
    await manager.delete(CountedForecast, { scenarioId, ...(forecasterId && { forecasterId }) });
    const forecasters = [...new Set(forecasts.map((forecast) => forecast.forecasterId))];
    const rows = forecasters.flatMap((forecaster) =>
      countForecasts(
        forecasts.filter((forecast) => forecast.forecasterId === forecaster),
        scope,
      ).map((part) => ({
        ...part,
        scenarioId,
        forecasterId: forecaster,
        withdrawn: Number(part.withdrawn),
        archival: Number(part.archival),
      })),
    );
    // PostgreSQL takes 65,535 parameters a statement, and a row has ten.
    for (let from = 0; from < rows.length; from += 1000)
      await manager.insert(CountedForecast, rows.slice(from, from + 1000));
  }
}
