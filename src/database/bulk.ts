import type { EntityManager, EntityMetadata, ObjectLiteral } from 'typeorm';

/** Rows in one statement: enough that its cost is shared, few enough that its text stays some megabytes. */
const BATCH = 5000;
/** On SQLite, where a statement goes nowhere, enough that calling it costs nothing beside what it does. */
const SQLITE_BATCH = 25;

/**
 * Writes many rows of a table without relations, some ten times as fast as the ORM's insert: on PostgreSQL they travel as
 * one JSON text and the database unpacks them, on SQLite statements of a fixed length stay prepared.
 *
 * @param options.replace rows whose primary key is there already are replaced, not refused
 */
export async function insertMany<T extends ObjectLiteral>(
  manager: EntityManager,
  entity: new () => T,
  rows: readonly T[],
  options: { replace?: boolean } = {},
): Promise<void> {
  const metadata = manager.connection.getMetadata(entity);
  const values = (row: T) => metadata.columns.map((column) => row[column.propertyName] as unknown);
  if (manager.connection.options.type === 'postgres') {
    const statement = bulkInsert(metadata, options);
    for (let from = 0; from < rows.length; from += BATCH)
      await manager.query(statement, [JSON.stringify(rows.slice(from, from + BATCH).map(values))]);
    return;
  }
  const many = insertOf(metadata, SQLITE_BATCH, options);
  const single = insertOf(metadata, 1, options);
  let from = 0;
  for (; from + SQLITE_BATCH <= rows.length; from += SQLITE_BATCH)
    await manager.query(many, rows.slice(from, from + SQLITE_BATCH).flatMap(values));
  for (const row of rows.slice(from)) await manager.query(single, values(row));
}

function insertOf(metadata: EntityMetadata, count: number, options: { replace?: boolean }): string {
  const row = `(${metadata.columns.map(() => '?').join(', ')})`;
  return `${head(metadata)} VALUES ${Array<string>(count).fill(row).join(', ')}${ending(metadata, options)}`;
}

/**
 * The statement that writes many rows of a table on PostgreSQL: its one parameter is a JSON text of arrays of values,
 * column by column.
 */
export function bulkInsert(metadata: EntityMetadata, options: { replace?: boolean } = {}): string {
  const values = metadata.columns.map(
    (column, index) => `CAST(r.value ->> ${index} AS ${String(column.type)})`,
  );
  const source = `SELECT ${values.join(', ')} FROM json_array_elements($1::json) AS r(value)`;
  return `${head(metadata)} ${source}${ending(metadata, options)}`;
}

const head = ({ tableName, columns }: EntityMetadata): string =>
  `INSERT INTO "${tableName}" (${quoted(columns.map((column) => column.databaseName))})`;

function ending({ columns, primaryColumns }: EntityMetadata, options: { replace?: boolean }): string {
  if (!options.replace) return '';
  const keys = primaryColumns.map((column) => column.databaseName);
  const others = columns.map((column) => column.databaseName).filter((name) => !keys.includes(name));
  const replacing = others.map((name) => `"${name}" = excluded."${name}"`).join(', ');
  return ` ON CONFLICT (${quoted(keys)}) DO UPDATE SET ${replacing}`;
}

const quoted = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(', ');

/**
 * Fills a table without keeping its indices up to date row by row; they are made at the end, in one sweep. On PostgreSQL
 * they stay: to drop one would make readers wait until the transaction ends.
 */
export async function withoutIndices<T>(
  manager: EntityManager,
  entity: new () => object,
  fill: () => Promise<T>,
): Promise<T> {
  if (manager.connection.options.type === 'postgres') return fill();
  const { tableName } = manager.connection.getMetadata(entity);
  const indices = await manager.query<{ name: string; sql: string }[]>(
    `SELECT "name", "sql" FROM "sqlite_master" WHERE "type" = 'index' AND "tbl_name" = ? AND "sql" IS NOT NULL`,
    [tableName],
  );
  for (const { name } of indices) await manager.query(`DROP INDEX "${name}"`);
  const result = await fill();
  for (const { sql } of indices) await manager.query(sql);
  return result;
}

/** Lets a transaction that rewrites much keep its pages in memory, and not on their way to the disk and back. */
export async function withRoom<T>(
  manager: EntityManager,
  megabytes: number,
  fn: () => Promise<T>,
): Promise<T> {
  if (manager.connection.options.type === 'postgres') return fn();
  const [before] = await manager.query<{ cache_size: number }[]>('PRAGMA cache_size');
  await manager.query(`PRAGMA cache_size = -${megabytes * 1024}`);
  try {
    return await fn();
  } finally {
    // Where the transaction is gone, why it went is the error worth telling.
    await manager.query(`PRAGMA cache_size = ${before!.cache_size}`).catch(() => undefined);
  }
}
