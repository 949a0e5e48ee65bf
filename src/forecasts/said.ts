import { type EntityManager, In } from 'typeorm';
import { bpToProbability } from '../calibration/index.js';
import { type ForecasterRef, forecasterRef } from '../forecasters/forecaster.dto.js';
import { Forecaster } from '../forecasters/forecaster.entity.js';
import { sinceCriteria } from '../scenarios/criteria-store.js';
import { standingForecast } from './counting.js';
import { type LoadedForecast, loadForecasts } from './forecast-facts.js';

/** What a forecaster says of a scenario: in the beginning, and now. */
export interface Said {
  forecaster: ForecasterRef;
  /** whether readers see the track record under this name */
  isPublic: boolean;
  first: number;
  /** null where it was withdrawn, or ended by a change of the question */
  now: number | null;
  /** written down later than it was said */
  archival: boolean;
}

/**
 * What each forecaster says of some scenarios, by scenario id; whoever spoke first comes first. A number that was put to
 * words afterwards is nobody's, and left out.
 */
export async function saidOf(
  manager: EntityManager,
  scenarioIds: readonly string[],
): Promise<Map<string, Said[]>> {
  if (scenarioIds.length === 0) return new Map();
  const forecasts = (await loadForecasts(manager, scenarioIds)).filter((one) => !one.reconstructed);
  const since = await sinceCriteria(manager, scenarioIds);
  const forecasters = await manager.findBy(Forecaster, {
    id: In([...new Set(forecasts.map((one) => one.forecasterId))]),
  });
  const names = new Map(forecasters.map((one) => [one.id, one]));
  const byScenario = new Map<string, Map<string, LoadedForecast[]>>();
  for (const one of forecasts) {
    const said = byScenario.get(one.scenarioId) ?? new Map<string, LoadedForecast[]>();
    byScenario.set(one.scenarioId, said);
    said.set(one.forecasterId, [...(said.get(one.forecasterId) ?? []), one]);
  }
  return new Map(
    [...byScenario].map(([scenarioId, said]) => [
      scenarioId,
      [...said].map(([id, own]) => saidBy(names.get(id)!, own, since.get(scenarioId) ?? 0)),
    ]),
  );
}

function saidBy(forecaster: Forecaster, own: readonly LoadedForecast[], since: number): Said {
  const first = [...own].sort((a, b) => (a.statedAt < b.statedAt ? -1 : a.statedAt > b.statedAt ? 1 : 0))[0]!;
  const stands = standingForecast(own.filter((one) => (one.criteriaVersion ?? 0) >= since));
  return {
    forecaster: forecasterRef(forecaster),
    isPublic: forecaster.isPublic === 1,
    first: bpToProbability(first.probabilityBp),
    now: stands && bpToProbability(stands.probabilityBp),
    archival: first.archival,
  };
}
