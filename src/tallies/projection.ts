import {
  type CountedPart,
  countForecasts,
  type CountingScope,
  type ForecastFact,
} from '../forecasts/counting.js';
import type { Scenario } from '../scenarios/scenario.entity.js';
import type { CountedForecast } from './counted-forecast.entity.js';
import type { CountedScenario } from './counted-scenario.entity.js';
import { type Fate, fateCode } from './fate.js';
import { UNDATED } from './periods.js';
import { classCode } from './scenario-class.js';
import { bitOf, viewOf } from './views.js';

/** A scenario as it counts, with what counts of every forecaster. */
export interface Projection {
  scenario: CountedScenario;
  parts: CountedForecast[];
}

/** What a projection takes from the record of a scenario. */
export type ScenarioFacts = Pick<Scenario, (typeof FACTS)[number]> & { topicId: string };

/** The columns of a scenario that decide how it counts. */
export const FACTS = [
  ...(['id', 'kind', 'term', 'testability', 'state', 'deadline', 'closesAt', 'zone', 'publicAt'] as const),
  ...(['outcomeOn', 'outcomeAt', 'lateOn', 'occurred', 'basis', 'selfResolved'] as const),
] as const;

/** How a scenario counts at an instant. */
export function countScenario(scenario: ScenarioFacts, now: string): CountedScenario {
  const released = scenario.publicAt !== null && scenario.publicAt <= now;
  const isOpen = scenario.state === 'open';
  const day = isOpen || scenario.state === 'draft' ? scenario.deadline : scenario.outcomeOn;
  const ahead = [isOpen ? scenario.closesAt : null, scenario.publicAt].filter(
    (instant): instant is string => instant !== null && instant > now,
  );
  return {
    scenarioId: scenario.id,
    topicId: scenario.topicId,
    day: day ?? UNDATED,
    class: classCode({ ...scenario, released }),
    fate: fateCode(fateAt(scenario, now)),
    changesAt: ahead.sort()[0] ?? null,
  };
}

function fateAt(scenario: ScenarioFacts, now: string): Fate {
  const isResolved = scenario.state === 'resolved';
  return {
    state: scenario.state === 'open' && scenario.closesAt <= now ? 'overdue' : scenario.state,
    occurred: scenario.occurred === 1,
    judged: isResolved && scenario.basis === 'judged',
    selfResolved: isResolved && scenario.selfResolved === 1,
    early: isResolved && scenario.outcomeOn !== null && scenario.outcomeOn < scenario.deadline,
    late: isResolved && scenario.lateOn !== null,
    undated: isResolved && scenario.outcomeOn === null,
  };
}

/**
 * What counts of the forecasts that one forecaster made on a scenario, and what a changed question ended; one row without
 * a view where there is neither.
 */
export function countForecaster(
  scenario: CountedScenario,
  forecasterId: string,
  forecasts: readonly ForecastFact[],
  scope: CountingScope,
): CountedForecast[] {
  const rows: CountedForecast[] = [];
  const { scenarioId, topicId, day, class: code, fate } = scenario;
  const row = (
    views: number,
    { probabilityBp, weight, leadDays, withdrawn, archival }: Counts,
    ended = 0,
  ): CountedForecast => ({
    scenarioId,
    forecasterId,
    part: rows.length,
    views,
    probabilityBp,
    weight,
    leadDays,
    withdrawn: Number(withdrawn),
    archival: Number(archival),
    ended,
    topicId,
    day,
    class: code,
    fate,
  });
  for (const part of countForecasts(forecasts, scope)) {
    const bit = bitOf(viewOf(part.vantage, part.records));
    // Two spells of one probability within a view stay two rows: a bit cannot count.
    const same = rows.find((known) => (known.views & bit) === 0 && isSame(known, part));
    if (same) same.views |= bit;
    else rows.push(row(bit, part));
  }
  const counted = rows.reduce((views, { views: own }) => views | own, 0);
  const first = rows.length;
  for (const part of partsWithoutChange(forecasts, scope)) {
    const bit = bitOf(viewOf(part.vantage, part.records));
    if ((counted & bit) !== 0) continue;
    const same = rows.slice(first).find((known) => (known.ended & bit) === 0 && isSame(known, part));
    if (same) same.ended |= bit;
    else rows.push(row(0, part, bit));
  }
  if (rows.length === 0) rows.push(row(0, NOTHING));
  return rows;
}

/** What would count if no question had been changed; nothing where none was. */
const partsWithoutChange = (forecasts: readonly ForecastFact[], scope: CountingScope): CountedPart[] =>
  scope.sinceCriteria === 0 ? [] : countForecasts(forecasts, { ...scope, sinceCriteria: 0 });

type Counts = Pick<CountedPart, 'probabilityBp' | 'weight' | 'leadDays' | 'withdrawn' | 'archival'>;

const NOTHING: Counts = { probabilityBp: 0, weight: 10_000, leadDays: 0, withdrawn: false, archival: false };

const isSame = (row: CountedForecast, part: Counts): boolean =>
  row.probabilityBp === part.probabilityBp &&
  row.weight === part.weight &&
  row.leadDays === part.leadDays &&
  row.withdrawn === Number(part.withdrawn) &&
  row.archival === Number(part.archival);
