import type { DataSource } from 'typeorm';
import { recordedMigrations } from './migrate.js';

export interface DatabaseStatus {
  engine: 'sqlite' | 'postgres';
  version: string;
  /** what it takes on the disk: indexes and free space too, SQLite's write-ahead log not */
  bytes: number;
  tables: { table: string; rows: number }[];
  migrations: string[];
}

/** How a database is doing. Rows are counted one by one: on ten million, that takes seconds. */
export async function databaseStatus(
  dataSource: DataSource,
  tables: readonly string[],
): Promise<DatabaseStatus> {
  const one = async (sql: string): Promise<string> => {
    const [row] = await dataSource.query<Record<string, string | number>[]>(sql);
    return String(Object.values(row ?? {})[0] ?? '');
  };
  const isPostgres = dataSource.options.type === 'postgres';
  const counts: DatabaseStatus['tables'] = [];
  for (const table of tables)
    counts.push({ table, rows: Number(await one(`SELECT COUNT(*) AS "rows" FROM "${table}"`)) });
  const migrations = await recordedMigrations(dataSource);
  return isPostgres
    ? {
        engine: 'postgres',
        version: await one('SHOW server_version'),
        bytes: Number(await one('SELECT pg_database_size(current_database())')),
        ...{ tables: counts, migrations },
      }
    : {
        engine: 'sqlite',
        version: await one('SELECT sqlite_version()'),
        bytes: Number(await one('PRAGMA page_count')) * Number(await one('PRAGMA page_size')),
        ...{ tables: counts, migrations },
      };
}
