import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { DEFAULT_LIMIT, decodeCursor, type Page, type PageQuery, pageOf } from './paging.js';

/** A sort column as `alias.property`, and its value in a row. The last key of a list is unique. */
export type SortKey<Row> = readonly [column: string, valueOf: (row: Row) => string | number];

/**
 * One page of a query, by the keys of its sort: the cursor holds the last row's, so a page costs the same wherever it
 * lies, and rows that come in meanwhile neither repeat nor skip one.
 */
export async function pageBy<Row extends ObjectLiteral>(
  query: SelectQueryBuilder<Row>,
  page: PageQuery,
  direction: 'ASC' | 'DESC',
  keys: readonly SortKey<Row>[],
): Promise<Page<Row>> {
  const limit = page.limit ?? DEFAULT_LIMIT;
  if (page.cursor !== undefined) {
    const after = decodeCursor(
      page.cursor,
      keys.map(() => 'string' as const),
    );
    const columns = keys.map(([column]) => column).join(', ');
    const values = keys.map((_, index) => `:after${index}`).join(', ');
    query.andWhere(
      `(${columns}) ${direction === 'ASC' ? '>' : '<'} (${values})`,
      Object.fromEntries(after.map((value, index) => [`after${index}`, value])),
    );
  }
  for (const [column] of keys) query.addOrderBy(column, direction);
  const rows = await query.limit(limit + 1).getMany();
  return pageOf(
    rows,
    limit,
    (row) => row,
    (row) => keys.map(([, valueOf]) => valueOf(row)),
  );
}
