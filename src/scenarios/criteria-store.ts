import { type EntityManager, In } from 'typeorm';
import type { Account } from '../accounts/account.entity.js';
import { newId } from '../database/ids.js';
import type { Sight } from '../database/visibility.js';
import type { Event } from '../events/event.entity.js';
import { storeText } from '../texts/texts.js';
import { Criteria, type CriteriaChange, EdgeCase, type Subject } from './criteria.entity.js';
import { type CriteriaInput, type CriteriaView, criteriaView } from './scenario.dto.js';
import type { Scenario } from './scenario.entity.js';

/** Appends one version of the criteria of a scenario, or of its premise. */
export async function appendCriteria(
  manager: EntityManager,
  scenario: Scenario,
  input: CriteriaInput,
  entry: {
    subject: Subject;
    ordinal: number;
    change: CriteriaChange;
    /** After the deadline, or after an event. */
    late: boolean | Event;
    accountId: string;
    recordedAt: string;
  },
): Promise<void> {
  const criteria = manager.create(Criteria, {
    id: newId(),
    scenario,
    subject: entry.subject,
    ordinal: entry.ordinal,
    change: entry.change,
    text: await storeText(manager, input.text),
    isLate: Number(entry.late !== false),
    lateBy: typeof entry.late === 'object' ? entry.late : null,
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
  sight: Sight,
  subject: Subject = 'statement',
): Promise<Map<string, CriteriaView[]>> {
  const byScenario = new Map<string, CriteriaView[]>();
  if (scenarioIds.length === 0) return byScenario;
  const versions = await manager.find(Criteria, {
    where: { scenario: { id: In([...scenarioIds]) }, subject },
    relations: { text: true, scenario: true, lateBy: true },
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
    byScenario.set(version.scenario.id, [...views, criteriaView(version, own, sight)]);
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
