import { type EntityManager, In } from 'typeorm';
import type { Account } from '../accounts/account.entity.js';
import { corrected, errataWhere } from '../amendments/errata.js';
import type { Erratum } from '../amendments/erratum.entity.js';
import { newId } from '../database/ids.js';
import type { Sight } from '../database/visibility.js';
import type { Event } from '../events/event.entity.js';
import { storeText } from '../texts/texts.js';
import { Criteria, type CriteriaChange, EdgeCase, type Subject } from './criteria.entity.js';
import { type CriteriaInput, type CriteriaView, criteriaView } from './scenario.dto.js';
import type { Scenario } from './scenario.entity.js';

/** The field under which an erratum corrects what a version says of the question. */
export const CRITERIA_CHANGE = 'criteriaChange';

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

/** How a version stands to the question before it: as recorded, or as an erratum corrected it. */
const changeOf = ({ ordinal, change }: Criteria, errata: readonly Erratum[] = []): CriteriaChange =>
  corrected(
    errata.filter(({ criteriaVersion: version }) => version === ordinal),
    CRITERIA_CHANGE,
    change,
  );

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
  const errata = await errataWhere(manager, {
    ...{ subject: 'scenario', subjectId: In([...scenarioIds]), field: CRITERIA_CHANGE },
  });
  const cases = await manager.find(EdgeCase, {
    where: { criteria: { id: In(versions.map((version) => version.id)) } },
    relations: { case: true, criteria: true },
    order: { ordinal: 'ASC' },
  });
  for (const version of versions) {
    const own = cases.filter((row) => row.criteria.id === version.id);
    const corrections = subject === 'statement' ? errata.get(version.scenario.id) : undefined;
    const views = byScenario.get(version.scenario.id) ?? [];
    byScenario.set(version.scenario.id, [
      ...views,
      criteriaView(version, own, sight, changeOf(version, corrections)),
    ]);
  }
  return byScenario;
}

/** An erratum says that the version was no other question. By table name: `c` is the version. */
const NOT_CORRECTED = `NOT EXISTS (SELECT 1 FROM "erratum" e WHERE e."subjectId" = c."scenarioId"
  AND e."field" = 'criteriaChange' AND e."criteriaVersion" = c."ordinal")`;

/**
 * By scenario, the version of the criteria that forecasts must not precede: the latest that changed the question, and
 * that no erratum has corrected.
 */
export async function sinceCriteria(
  manager: EntityManager,
  scenarioIds: readonly string[],
): Promise<Map<string, number>> {
  const rows = await manager
    .createQueryBuilder(Criteria, 'c')
    .select('c."scenarioId"', 'scenarioId')
    .addSelect('MAX(c."ordinal")', 'ordinal')
    .where({ scenario: In([...scenarioIds]), subject: 'statement', change: 'changed' })
    .andWhere(NOT_CORRECTED)
    .groupBy('c."scenarioId"')
    .getRawMany<{ scenarioId: string; ordinal: number }>();
  return new Map(rows.map(({ scenarioId, ordinal }) => [scenarioId, ordinal]));
}

/** The number of the version in force; null where there are no criteria. */
export const criteriaVersion = (manager: EntityManager, scenarioId: string): Promise<number | null> =>
  manager.maximum(Criteria, 'ordinal', { scenario: { id: scenarioId }, subject: 'statement' });
