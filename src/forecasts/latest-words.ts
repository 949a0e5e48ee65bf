import type { EntityManager } from 'typeorm';
import { type Day, daysBetween, dayOf } from '../days.js';
import type { Forecaster } from '../forecasters/forecaster.entity.js';
import { groupBy } from '../group-by.js';
import type { Scenario } from '../scenarios/scenario.entity.js';
import { termDays } from '../topics/topic.entity.js';
import { standingForecast } from './counting.js';
import { type LoadedForecast, loadForecasts } from './forecast-facts.js';

/** A forecast is stale when it was not revised for a quarter of its term; sooner than this, for none. */
const STALE_AT_LEAST = 14;

/** The latest word of one forecaster; `standing` is null where it was withdrawn. */
export interface LatestWord {
  forecasterId: string;
  standing: LoadedForecast | null;
  latest: LoadedForecast;
  stale: boolean;
}

export const staleAfter = ({ topic, term }: Scenario): number =>
  Math.max(STALE_AT_LEAST, Math.floor(termDays(topic, term) / 4));

/** What each forecaster, or each of those chosen, last said of each of some scenarios: by its id, the first to speak first. */
export async function latestWords(
  manager: EntityManager,
  rows: readonly Scenario[],
  chosen: readonly Forecaster[] | null,
  todayOf: (scenario: Scenario) => Day,
): Promise<Map<string, LatestWord[]>> {
  if (rows.length === 0 || chosen?.length === 0) return new Map(rows.map(({ id }) => [id, []]));
  const ids = rows.map(({ id }) => id);
  const forecasts = await loadForecasts(
    manager,
    ids,
    chosen?.map(({ id }) => id),
  );
  const byScenario = groupBy(forecasts, ({ scenarioId }) => scenarioId);
  return new Map(
    rows.map((scenario) => {
      const today = todayOf(scenario);
      const own = groupBy(byScenario.get(scenario.id) ?? [], ({ forecasterId }) => forecasterId);
      const said = [...own].map(([forecasterId, all]): LatestWord => {
        const standing = standingForecast(all);
        const latest = standing ?? all.at(-1)!;
        const age = daysBetween(dayOf(latest.statedAt, scenario.zone), today);
        return { forecasterId, standing, latest, stale: standing !== null && age > staleAfter(scenario) };
      });
      return [scenario.id, said];
    }),
  );
}
