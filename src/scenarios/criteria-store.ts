import { type EntityManager, In } from 'typeorm';
import type { Account } from '../accounts/account.entity.js';
import { newId } from '../database/ids.js';
import { storeText } from '../texts/texts.js';
import { Criteria, type CriteriaChange, EdgeCase } from './criteria.entity.js';
import { type CriteriaInput, type CriteriaView, criteriaView } from './scenario.dto.js';
import type { Scenario } from './scenario.entity.js';

/** Appends one version of a scenario's criteria. */
export async function appendCriteria(
  manager: EntityManager,
  scenario: Scenario,
  input: CriteriaInput,
  entry: { ordinal: number; change: CriteriaChange; isLate: boolean; accountId: string; recordedAt: string },
): Promise<void> {
  const criteria = manager.create(Criteria, {
    id: newId(),
    scenario,
    subject: 'statement',
    ordinal: entry.ordinal,
    change: entry.change,
    text: await storeText(manager, input.text),
    isLate: Number(entry.isLate),
    loggedBy: { id: entry.accountId } as Account,
    recordedAt: entry.recordedAt,
  });
  await manager.insert(Criteria, criteria);
  for (const [index, row] of input.edgeCases.entries())
    await manager.insert(EdgeCase, {
      id: newId(),
      criteria,
      ordinal: index + 1,
      case: await storeText(manager, row.case),
      counts: Number(row.counts),
    });
}

/** All versions of the criteria of some scenarios, oldest first, by scenario id. */
export async function criteriaOf(
  manager: EntityManager,
  scenarioIds: readonly string[],
): Promise<Map<string, CriteriaView[]>> {
  const byScenario = new Map<string, CriteriaView[]>();
  if (scenarioIds.length === 0) return byScenario;
  const versions = await manager.find(Criteria, {
    where: { scenario: { id: In([...scenarioIds]) }, subject: 'statement' },
    relations: { text: true, scenario: true },
    order: { ordinal: 'ASC' },
  });
  if (versions.length === 0) return byScenario;
  const cases = await manager.find(EdgeCase, {
    where: { criteria: { id: In(versions.map((version) => version.id)) } },
    relations: { case: true, criteria: true },
    order: { ordinal: 'ASC' },
  });
  for (const version of versions) {
    const own = cases.filter((row) => row.criteria.id === version.id);
    const views = byScenario.get(version.scenario.id) ?? [];
    byScenario.set(version.scenario.id, [...views, criteriaView(version, own)]);
  }
  return byScenario;
}

/** By scenario, the version of the criteria that forecasts must not precede: the latest that changed the question. */
export async function sinceCriteria(
  manager: EntityManager,
  scenarioIds: readonly string[],
): Promise<Map<string, number>> {
  const rows = await manager
    .createQueryBuilder(Criteria, 'c')
    .select('c."scenarioId"', 'scenarioId')
    .addSelect('MAX(c."ordinal")', 'ordinal')
    .where({ scenario: In([...scenarioIds]), subject: 'statement', change: 'changed' })
    .groupBy('c."scenarioId"')
    .getRawMany<{ scenarioId: string; ordinal: number }>();
  return new Map(rows.map(({ scenarioId, ordinal }) => [scenarioId, ordinal]));
}

/** The number of the version in force; null where there are no criteria. */
export const criteriaVersion = (manager: EntityManager, scenarioId: string): Promise<number | null> =>
  manager.maximum(Criteria, 'ordinal', { scenario: { id: scenarioId }, subject: 'statement' });
