import { type EntityManager, type FindOptionsWhere, In } from 'typeorm';
import { words } from '../texts/texts.js';
import { Erratum } from './erratum.entity.js';

/** The errata of some records, in the order in which they were recorded, by record id. */
export async function errataOf(
  manager: EntityManager,
  subjectIds: readonly string[],
): Promise<Map<string, Erratum[]>> {
  return subjectIds.length === 0
    ? new Map<string, Erratum[]>()
    : errataWhere(manager, { subjectId: In([...subjectIds]) });
}

/** The errata that meet a condition, likewise: of more records than a statement takes one by one. */
export async function errataWhere(
  manager: EntityManager,
  where: FindOptionsWhere<Erratum>,
): Promise<Map<string, Erratum[]>> {
  const bySubject = new Map<string, Erratum[]>();
  const rows = await manager.find(Erratum, {
    where,
    relations: { wasText: true, becameText: true, proof: true },
    order: { recordedAt: 'ASC', id: 'ASC' },
  });
  for (const row of rows) bySubject.set(row.subjectId, [...(bySubject.get(row.subjectId) ?? []), row]);
  return bySubject;
}

/** What a field says now: what its latest erratum made of it, or else what was recorded. */
export function corrected<T extends string | null>(
  errata: readonly Erratum[] | undefined,
  field: string,
  recorded: T,
): T {
  const latest = errata?.filter((erratum) => erratum.field === field).at(-1);
  if (!latest) return recorded;
  return (words(latest.becameText) ?? latest.became) as T;
}
