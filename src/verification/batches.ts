import type { EntityManager } from 'typeorm';

/** So many records are looked at in one go. */
export const AT_ONCE = 100;

/** Ids of a table after an id, in their order. `where` may narrow by `r`. */
export async function idsAfter(
  manager: EntityManager,
  entity: new () => { id: string },
  last: string,
  where = '1 = 1',
): Promise<string[]> {
  const rows = await manager
    .createQueryBuilder(entity, 'r')
    .select('r."id"', 'id')
    .where(`r."id" > :last AND ${where}`, { last })
    .orderBy('r."id"')
    .limit(AT_ONCE)
    .getRawMany<{ id: string }>();
  return rows.map(({ id }) => id);
}
