import { type EntityManager, In } from 'typeorm';
import { erratumView, topicsNamed } from '../amendments/erratum.dto.js';
import { Erratum } from '../amendments/erratum.entity.js';
import { Forecaster } from '../forecasters/forecaster.entity.js';
import {
  countForecasts,
  type CountingScope,
  type RecordsFilter,
  type Vantage,
} from '../forecasts/counting.js';
import { type LoadedForecast, loadForecasts } from '../forecasts/forecast-facts.js';
import { Forecast, Withdrawal } from '../forecasts/forecast.entity.js';
import { groupBy } from '../group-by.js';
import { Resolution } from '../resolutions/resolution.entity.js';
import { Scenario } from '../scenarios/scenario.entity.js';
import { scopesOf } from '../tallies/projections.js';
import { words } from '../texts/texts.js';
import type { EntryKind, FeedRow } from './feed-rows.js';
import {
  type CountedWords,
  type EntryWords,
  erratumWords,
  type ForecastWords,
  forecastWords,
  resolutionWords,
  scenarioWords,
  withdrawalWords,
} from './feed-words.js';

/** An entry as a feed of any format tells it. */
export interface FeedEntry extends EntryWords {
  /** Of the row on record: it never changes. */
  id: string;
  scenarioId: string;
  at: string;
  topic: string;
}

/** Which of what a forecaster said an entry tells. */
export interface Told {
  vantage: Vantage;
  records: RecordsFilter;
}

/**
 * What the rows of one part of a feed name, loaded together.
 *
 * @param hidden those of some topics, by their slugs, that readers may not see
 */
export async function feedEntries(
  manager: EntityManager,
  rows: readonly FeedRow[],
  told: Told,
  hidden: (manager: EntityManager, slugs: readonly string[]) => Promise<Set<string>>,
): Promise<FeedEntry[]> {
  const ids = (kind: EntryKind) => rows.filter((row) => row.kind === kind).map((row) => row.id);
  const about = await scenariosOf(manager, [...new Set(rows.map((row) => row.scenarioId))]);
  const resolutions = byId(
    await manager.find(Resolution, { where: { id: In(ids('resolution')) }, relations: { reason: true } }),
  );
  const withdrawals = byId(
    await manager.find(Withdrawal, { where: { id: In(ids('withdrawal')) }, relations: { reason: true } }),
  );
  const corrections = await manager.find(Erratum, {
    where: { id: In(ids('erratum')) },
    relations: { wasText: true, becameText: true, proof: true },
  });
  const errata = byId(corrections);
  const unnamed = await hidden(manager, topicsNamed(corrections));
  const wordsOf = ({ kind, id, scenarioId }: FeedRow): EntryWords => {
    const { scenario, scope, forecasts } = about.get(scenarioId)!;
    const said = (forecastId: string) => forecasts.find(({ forecast }) => forecast.id === forecastId)!;
    switch (kind) {
      case 'scenario':
        return scenarioWords(
          scenario,
          forecasts.find(({ forecast }) => told.records === 'all' || !forecast.archival) ?? null,
        );
      case 'forecast':
        return forecastWords(scenario, said(id));
      case 'withdrawal': {
        const { forecastId, reason } = withdrawals.get(id)!;
        return withdrawalWords(scenario, { ...said(forecastId), reason: words(reason) });
      }
      case 'resolution': {
        const { outcome, outcomeOn, annulment, reason, ordinal } = resolutions.get(id)!;
        const judged = { outcome, outcomeOn, annulment, reason: words(reason), isCorrection: ordinal > 1 };
        return resolutionWords(scenario, judged, countedWords(forecasts, scope, told));
      }
      case 'erratum':
        return erratumWords(scenario, erratumView(errata.get(id)!, unnamed));
    }
  };
  return rows.map((row) => ({
    ...{ id: row.id, scenarioId: row.scenarioId, at: row.at },
    topic: about.get(row.scenarioId)!.scenario.topic.title,
    ...wordsOf(row),
  }));
}

const byId = <T extends { id: string }>(rows: T[]): Map<string, T> =>
  new Map(rows.map((row) => [row.id, row]));

/** What counts of each forecaster: what a reader holds against the outcome. */
function countedWords(
  forecasts: readonly ForecastWords[],
  scope: CountingScope,
  { vantage, records }: Told,
): CountedWords[] {
  return [...groupBy(forecasts, ({ forecast }) => forecast.forecasterId).values()].flatMap((own) => {
    const parts = countForecasts(
      own.map(({ forecast }) => forecast),
      scope,
    ).filter((part) => part.vantage === vantage && part.records === records);
    const sum = parts.reduce((total, { probabilityBp, weight }) => total + probabilityBp * weight, 0);
    const { forecaster } = own[0]!;
    return parts.length === 0 ? [] : [{ forecaster, vantage, probabilityBp: Math.round(sum / 10_000) }];
  });
}

async function scenariosOf(manager: EntityManager, ids: readonly string[]) {
  const scenarios = await manager.find(Scenario, {
    where: { id: In([...ids]) },
    relations: { topic: true, statement: true, premise: true },
  });
  const forecasts = ids.length === 0 ? [] : await loadForecasts(manager, ids);
  const scopes = await scopesOf(manager, scenarios);
  const forecasters = byId(
    await manager.findBy(Forecaster, { id: In([...new Set(forecasts.map((one) => one.forecasterId))]) }),
  );
  const reasons = new Map(
    (
      await manager.find(Forecast, {
        where: { id: In(forecasts.map((one) => one.id)) },
        relations: { rationale: true },
      })
    ).map(({ id, rationale }) => [id, words(rationale)]),
  );
  return new Map(
    scenarios.map((scenario) => {
      const latest = new Map<string, LoadedForecast>();
      const own = forecasts
        .filter(({ scenarioId }) => scenarioId === scenario.id)
        .map((forecast): ForecastWords => {
          const before = latest.get(forecast.forecasterId) ?? null;
          latest.set(forecast.forecasterId, forecast);
          const forecaster = forecasters.get(forecast.forecasterId)!.name;
          return { forecaster, forecast, before, reason: reasons.get(forecast.id) ?? null };
        });
      const { kind, topic, deadline, zone } = scenario;
      const said = { statement: words(scenario.statement), premise: words(scenario.premise) };
      const told = { ...said, kind, topic, deadline, zone };
      return [scenario.id, { scenario: told, scope: scopes.get(scenario.id)!, forecasts: own }] as const;
    }),
  );
}
