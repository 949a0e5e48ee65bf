import type { EntityManager } from 'typeorm';
import { mayActAs, type Viewer } from '../http/viewer.js';
import { Problem } from '../problems.js';
import { sinceCriteria } from './criteria-store.js';
import { candidateEvent } from './late-criteria.js';
import type { Scenario } from './scenario.entity.js';

/**
 * Refuses another question where it would take forecasts out of the record that are not the account's to end, or whose
 * outcome can be known. The second holds for everybody: an editor annuls such a scenario, in the open.
 *
 * @param recordedAt when it would be changed
 * @throws {Problem} change_reserved, change_overdue, change_after_event, change_after_judgement
 */
export async function requireChangeable(
  manager: EntityManager,
  scenario: Scenario,
  viewer: Viewer,
  recordedAt: string,
): Promise<void> {
  const { mayLogFor } = viewer;
  if (!mayActAs(viewer, 'editor') && mayLogFor !== '*') {
    const others = (await forecastersEnded(manager, scenario.id)).filter((slug) => !mayLogFor.includes(slug));
    if (others.length > 0)
      throw new Problem(
        'change_reserved',
        `It would end forecasts of ${others.join(', ')}, for whom this account may not log. An editor may change the question; or record it as clarified, where it is the same.`,
        { forecasters: others },
      );
  }
  if (recordedAt >= scenario.closesAt)
    throw new Problem(
      'change_overdue',
      `The deadline, ${scenario.deadline}, has passed: the question stands as it was forecast. What cannot be judged is annulled.`,
      { deadline: scenario.deadline },
    );
  const event = await candidateEvent(manager, scenario, 'statement');
  if (event)
    throw new Problem(
      'change_after_event',
      `An event of ${event.occurredOn} is linked to the scenario: the question stands as it was forecast. Another question is another scenario.`,
      { eventId: event.id },
    );
  if (await wasJudged(manager, scenario.id))
    throw new Problem(
      'change_after_judgement',
      'The scenario has been judged before: the question stands as it was forecast. Another question is another scenario.',
    );
}

/**
 * Slugs of the forecasters whose forecasts a changed question would end: all who forecast under the question in force. A
 * withdrawn forecast still counts as first published, so it is ended too; one that was put to words afterwards counts
 * nowhere. By table name, as forecasts are a later part of the program.
 */
async function forecastersEnded(manager: EntityManager, scenarioId: string): Promise<string[]> {
  const since = (await sinceCriteria(manager, [scenarioId])).get(scenarioId) ?? 0;
  const rows = await manager
    .createQueryBuilder()
    .select('w."slug"', 'slug')
    .distinct()
    .from('forecast', 'f')
    .innerJoin('forecaster', 'w', 'w."id" = f."forecasterId"')
    .where('f."scenarioId" = :scenarioId AND f."reconstructed" = 0', { scenarioId })
    .andWhere('COALESCE(f."criteriaVersion", 0) >= :since', { since })
    .orderBy('w."slug"')
    .getRawMany<{ slug: string }>();
  return rows.map(({ slug }) => slug);
}

/** Judged as occurred or not, even where it was reopened. By table name, as judging is a later part of the program. */
function wasJudged(manager: EntityManager, scenarioId: string): Promise<boolean> {
  return manager
    .createQueryBuilder()
    .select('1')
    .from('resolution', 'r')
    .where('r."scenarioId" = :scenarioId', { scenarioId })
    .andWhere(`r."outcome" IN ('occurred', 'not_occurred')`)
    .getExists();
}
