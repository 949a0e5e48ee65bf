import type { EntityManager } from 'typeorm';
import type { Account } from '../accounts/account.entity.js';
import { newId } from '../database/ids.js';
import { mayActAs, type Viewer } from '../http/viewer.js';
import { Problem } from '../problems.js';
import type { Sight } from '../database/visibility.js';
import { storeOptional } from '../texts/texts.js';
import { criteriaVersion } from './criteria-store.js';
import { Scenario, type Testability } from './scenario.entity.js';
import { type TestabilityView, testabilityView } from './testability.dto.js';
import { TestabilityRecord } from './testability.entity.js';

/** Appends what somebody says of how a scenario can be judged, and keeps it on the scenario. */
export async function appendTestability(
  manager: EntityManager,
  scenarioId: string,
  testability: Testability,
  entry: { confirmed: boolean; note?: string; accountId: string; recordedAt: string },
): Promise<void> {
  const scenario = { id: scenarioId } as Scenario;
  await manager.insert(TestabilityRecord, {
    ...{ id: newId(), scenario, testability, recordedAt: entry.recordedAt },
    ordinal:
      ((await manager.maximum(TestabilityRecord, 'ordinal', { scenario: { id: scenarioId } })) ?? 0) + 1,
    confirmed: Number(entry.confirmed),
    criteriaVersion: await criteriaVersion(manager, scenarioId),
    note: await storeOptional(manager, entry.note),
    loggedBy: { id: entry.accountId } as Account,
  });
  await manager.update(Scenario, { id: scenarioId }, { testability });
}

/**
 * How a scenario can be judged with new criteria, as their author says; `observable` where nothing was said and nobody
 * had looked. It moves figures: once the outcome may be known, an editor changes it.
 *
 * @param late after the deadline, or after an event
 * @returns undefined where it stays as it stands
 * @throws {Problem} testability_reserved
 */
export function testabilityWith(
  stands: Testability,
  said: Testability | undefined,
  late: boolean,
  viewer: Viewer,
): Testability | undefined {
  const wanted = said ?? (stands === 'untested' ? 'observable' : undefined);
  if (!late || wanted === stands || mayActAs(viewer, 'editor')) return wanted;
  if (said === undefined) return undefined;
  throw new Problem(
    'testability_reserved',
    `The outcome may be known, and it stands as ${stands}: an editor says otherwise. Send the criteria without testability.`,
    { testability: stands },
  );
}

/** All that was said of how a scenario can be judged, the latest last: it counts. */
export async function testabilitiesOf(
  manager: EntityManager,
  scenarioId: string,
  { desk }: Sight,
): Promise<TestabilityView[]> {
  const rows = await manager.find(TestabilityRecord, {
    where: { scenario: { id: scenarioId } },
    relations: { note: true, loggedBy: true },
    order: { ordinal: 'ASC' },
  });
  return rows.map((row) => testabilityView(row, desk));
}
