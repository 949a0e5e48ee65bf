import type { EntityManager } from 'typeorm';
import { invalid } from '../http/validation.js';
import { Problem } from '../problems.js';
import { Scenario } from '../scenarios/scenario.entity.js';
import { Resolution } from './resolution.entity.js';

/**
 * Rule 7: what a duplicate repeats is another scenario, and not one that itself, at the end of its own repeats, repeats
 * this one: then neither would be left to judge.
 */
export async function requireOriginal(
  manager: EntityManager,
  scenarioId: string,
  duplicateOf: string,
): Promise<void> {
  if (duplicateOf === scenarioId)
    throw invalid([{ field: 'duplicateOf', message: 'must be another scenario than this one' }]);
  if (!(await manager.existsBy(Scenario, { id: duplicateOf })))
    throw new Problem('scenario_unknown', `There is no scenario “${duplicateOf}” (duplicateOf).`);
  const seen = new Set<string>();
  for (let id: string | null = duplicateOf; id !== null && !seen.has(id); id = await repeats(manager, id)) {
    if (id === scenarioId)
      throw new Problem(
        'duplicate_cycle',
        `“${duplicateOf}” is itself annulled as a duplicate that leads back to this scenario.`,
        { duplicateOf },
      );
    seen.add(id);
  }
}

/** What a scenario was annulled as a duplicate of, as its latest resolution says. */
async function repeats(manager: EntityManager, scenarioId: string): Promise<string | null> {
  const latest = await manager.findOne(Resolution, {
    where: { scenario: { id: scenarioId } },
    relations: { duplicateOf: true },
    order: { ordinal: 'DESC' },
  });
  return latest?.duplicateOf?.id ?? null;
}
