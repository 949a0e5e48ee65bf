import { type EntityManager, In } from 'typeorm';
import { isVisible, type Sight } from '../database/visibility.js';
import { type ForecasterRef, forecasterRef } from '../forecasters/forecaster.dto.js';
import { Forecaster } from '../forecasters/forecaster.entity.js';
import { standingForecast } from '../forecasts/counting.js';
import { loadForecasts } from '../forecasts/forecast-facts.js';
import { Resolution } from '../resolutions/resolution.entity.js';
import { coherence, type Linked, type StandingPair } from '../scenarios/coherence.js';
import { sinceCriteria } from '../scenarios/criteria-store.js';
import type { Scenario } from '../scenarios/scenario.entity.js';
import {
  type Direction,
  linkedScenario,
  type ScenarioLinkView,
  scenarioLinkView,
} from '../scenarios/scenario-link.dto.js';
import type { ScenarioLink } from '../scenarios/scenario-link.entity.js';
import { fold } from '../texts/texts.js';

/** What each forecaster stands by, in ten-thousandths: by scenario, by forecaster. */
type Standing = Map<string, Map<string, number>>;

/**
 * The links of a scenario as this sight sees them: those to scenarios that it may see, with what does not go together.
 *
 * @param links of the scenario, with both ends loaded
 */
export async function linkViews(
  manager: EntityManager,
  scenario: Scenario,
  links: readonly ScenarioLink[],
  sight: Sight,
): Promise<ScenarioLinkView[]> {
  const visible = links.filter(({ from, to }) => isVisible(from, sight) && isVisible(to, sight));
  const standing = await standingOf(manager, visible);
  const names = await namesOf(manager, standing, sight);
  const views = visible.map((link) =>
    scenarioLinkView(
      link,
      scenario.id,
      coherence(link.relation, linked(link.from), linked(link.to), pairsOf(link, standing, names)),
    ),
  );
  return [...views, ...(await duplicateViews(manager, scenario, sight))];
}

const linked = (scenario: Scenario): Linked => {
  const { state, openedOn, deadline, closesAt, occurred, outcomeOn, premise } = scenario;
  // Of what was redacted the digest is left: it still tells that two said the same.
  const said = premise && (premise.body === null ? premise.digest : fold(premise.body));
  return { state, openedOn, deadline, closesAt, occurred, outcomeOn, premise: said };
};

/** What stands on the scenarios whose probabilities are compared. */
async function standingOf(manager: EntityManager, links: readonly ScenarioLink[]): Promise<Standing> {
  const standing: Standing = new Map();
  const bounding = links.filter(({ relation }) => relation === 'excludes' || relation === 'implies');
  const ids = [...new Set(bounding.flatMap(({ from, to }) => [from.id, to.id]))];
  if (ids.length === 0) return standing;
  const since = await sinceCriteria(manager, ids);
  const forecasts = (await loadForecasts(manager, ids)).filter(
    // A change of the question ended what was said before.
    ({ scenarioId, criteriaVersion }) => (criteriaVersion ?? 0) >= (since.get(scenarioId) ?? 0),
  );
  for (const id of ids) {
    const own = forecasts.filter(({ scenarioId }) => scenarioId === id);
    const said = new Map<string, number>();
    for (const forecasterId of new Set(own.map((one) => one.forecasterId))) {
      const stands = standingForecast(own.filter((one) => one.forecasterId === forecasterId));
      if (stands) said.set(forecasterId, stands.probabilityBp);
    }
    standing.set(id, said);
  }
  return standing;
}

/** Those whom this sight may be told of: what is said against somebody is part of their track record. */
async function namesOf(
  manager: EntityManager,
  standing: Standing,
  sight: Sight,
): Promise<Map<string, ForecasterRef>> {
  const ids = new Set([...standing.values()].flatMap((said) => [...said.keys()]));
  const forecasters = await manager.find(Forecaster, {
    where: { id: In([...ids]), ...(!sight.desk && { isPublic: 1 }) },
    order: { name: 'ASC', id: 'ASC' },
  });
  return new Map(forecasters.map((one) => [one.id, forecasterRef(one)]));
}

function pairsOf(
  { from, to }: ScenarioLink,
  standing: Standing,
  names: ReadonlyMap<string, ForecasterRef>,
): StandingPair<ForecasterRef>[] {
  return [...names].flatMap(([id, forecaster]) => {
    const [fromBp, toBp] = [from, to].map((end) => standing.get(end.id)?.get(id));
    return fromBp === undefined || toBp === undefined ? [] : [{ forecaster, fromBp, toBp }];
  });
}

/** What it was annulled as a duplicate of, and what was annulled as a duplicate of it. */
async function duplicateViews(
  manager: EntityManager,
  scenario: Scenario,
  sight: Sight,
): Promise<ScenarioLinkView[]> {
  const rows = await manager
    .createQueryBuilder(Resolution, 'r')
    .innerJoinAndSelect('r.scenario', 'duplicate')
    .innerJoinAndSelect('duplicate.statement', 'duplicateStatement')
    .innerJoinAndSelect('r.duplicateOf', 'original')
    .innerJoinAndSelect('original.statement', 'originalStatement')
    .where('(r.scenarioId = :id OR r.duplicateOfId = :id)', { id: scenario.id })
    .andWhere('r.ordinal = (SELECT MAX(y."ordinal") FROM "resolution" y WHERE y."scenarioId" = duplicate.id)')
    .orderBy('r.recordedAt')
    .addOrderBy('r.id')
    .getMany();
  return rows.flatMap(({ id, scenario: duplicate, duplicateOf }): ScenarioLinkView[] => {
    const isDuplicate = duplicate.id === scenario.id;
    const other = isDuplicate ? duplicateOf! : duplicate;
    if (!isVisible(other, sight)) return [];
    const direction: Direction = isDuplicate ? 'outgoing' : 'incoming';
    const rest = { direction, scenario: linkedScenario(other), note: null, incoherence: null };
    return [{ id, relation: 'duplicateOf', ...rest }];
  });
}
