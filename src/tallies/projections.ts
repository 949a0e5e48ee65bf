import { type EntityManager, In } from 'typeorm';
import type { CountingScope } from '../forecasts/counting.js';
import { loadForecasts } from '../forecasts/forecast-facts.js';
import { groupBy } from '../group-by.js';
import { sinceCriteria } from '../scenarios/criteria-store.js';
import { Scenario } from '../scenarios/scenario.entity.js';
import { CountedForecast } from './counted-forecast.entity.js';
import { CountedScenario } from './counted-scenario.entity.js';
import { countForecaster, countScenario, FACTS, type Projection, type ScenarioFacts } from './projection.js';

/** What decides how scenarios count. */
export function scenarioFacts(manager: EntityManager, ids: readonly string[]): Promise<ScenarioFacts[]> {
  return manager
    .createQueryBuilder()
    .select([...FACTS, 'topicId'].map((name) => `s."${name}" AS "${name}"`))
    .from(Scenario, 's')
    .where('s."id" IN (:...ids)', { ids })
    .getRawMany<ScenarioFacts>();
}

/** How scenarios count by what is on record of them: of all forecasters, or of one. */
export async function projectionsOf(
  manager: EntityManager,
  scenarios: readonly ScenarioFacts[],
  now: string,
  forecasterId?: string,
): Promise<Projection[]> {
  const ids = scenarios.map(({ id }) => id);
  const since = await sinceCriteria(manager, ids);
  const forecasts = groupBy(
    await loadForecasts(manager, ids, forecasterId === undefined ? undefined : [forecasterId]),
    (one) => one.scenarioId,
  );
  return scenarios.map((facts) => {
    const scenario = countScenario(facts, now);
    const scope = scopeWith(facts, since);
    const own = groupBy(forecasts.get(facts.id) ?? [], (one) => one.forecasterId);
    const parts = [...own].flatMap(([forecaster, rows]) =>
      countForecaster(scenario, forecaster, rows, scope),
    );
    return { scenario, parts };
  });
}

/** How scenarios stand in the tallies, by id: of all forecasters, or of one. */
export async function storedProjections(
  manager: EntityManager,
  ids: readonly string[],
  forecasterId?: string,
): Promise<Map<string, Projection>> {
  const scenarios = await raw(manager, CountedScenario, { scenarioId: In([...ids]) });
  const parts = await raw(manager, CountedForecast, {
    scenarioId: In([...ids]),
    ...(forecasterId && { forecasterId }),
  });
  const own = groupBy(parts, (part) => part.scenarioId);
  return new Map(
    scenarios.map((scenario) => [
      scenario.scenarioId,
      { scenario, parts: own.get(scenario.scenarioId) ?? [] },
    ]),
  );
}

/** What bounds the count on a scenario. */
export async function scopeOf(manager: EntityManager, scenario: Bounds): Promise<CountingScope> {
  return scopeWith(scenario, await sinceCriteria(manager, [scenario.id]));
}

/** The same of several, by their ids. */
export async function scopesOf(
  manager: EntityManager,
  scenarios: readonly Bounds[],
): Promise<Map<string, CountingScope>> {
  const since = await sinceCriteria(
    manager,
    scenarios.map(({ id }) => id),
  );
  return new Map(scenarios.map((scenario) => [scenario.id, scopeWith(scenario, since)]));
}

type Bounds = Pick<Scenario, 'id' | 'zone' | 'deadline' | 'outcomeOn' | 'outcomeAt'>;

const scopeWith = (scenario: Bounds, since: ReadonlyMap<string, number>): CountingScope => ({
  zone: scenario.zone,
  deadline: scenario.deadline,
  outcomeOn: scenario.outcomeOn,
  outcomeAt: scenario.outcomeAt,
  sinceCriteria: since.get(scenario.id) ?? 0,
});

/** Rows as they are, without the ORM's making of entities: these tables have no relations, and many rows. */
function raw<T extends object>(manager: EntityManager, entity: new () => T, where: object): Promise<T[]> {
  return manager.createQueryBuilder().select('*').from(entity, 'r').where(where).getRawMany<T>();
}
