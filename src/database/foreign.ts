import type BetterSqlite3 from 'better-sqlite3';
import type { DataSource } from 'typeorm';
import { DatabaseStartError } from './start-errors.js';

export const MIGRATIONS_TABLE = 'migrations';

/** Marks a SQLite file as Hindcast's ("HCST"): `PRAGMA application_id`. */
export const APPLICATION_ID = 0x48435354;

/** What a database holds that is no part of the engine: the names of its tables and views. */
const ON_SQLITE = `SELECT "name" FROM "sqlite_master" WHERE "name" NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND "type" IN ('table', 'view')`;
const ON_POSTGRES = `
  SELECT c.relname AS "name" FROM pg_class c
  WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
    AND NOT EXISTS (SELECT 1 FROM pg_depend d
      WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')`;

/** In another program's table of that name, there may be no such column. */
const RECORDED = `SELECT r."name" AS "name" FROM "${MIGRATIONS_TABLE}" r`;

type Row = { name: string };

/**
 * Refuses a file that is another program's, before anything is written to it. Ours has our mark or, from before there
 * was one, one of our migrations; a new one has nothing.
 *
 * @throws {DatabaseStartError}
 */
export function refuseForeignFile(
  database: BetterSqlite3.Database,
  file: string,
  migrations: readonly string[],
): void {
  const id = database.pragma('application_id', { simple: true });
  if (id === APPLICATION_ID) return;
  const tables = (database.prepare(ON_SQLITE).all() as Row[]).map(({ name }) => name);
  const read = () => (database.prepare(RECORDED).all() as Row[]).map(({ name }) => name);
  const isOurs = () =>
    tables.includes(MIGRATIONS_TABLE) && readable(read).some((one) => migrations.includes(one));
  if (id === 0 && (tables.length === 0 || isOurs())) return;
  throw new DatabaseStartError(
    `${file} belongs to another program${listed(tables)}. Name a file of its own in DATABASE_URL.`,
  );
}

/** The same for the schema of a PostgreSQL database. Tables of extensions do not count. */
export async function refuseForeignSchema(
  dataSource: DataSource,
  migrations: readonly string[],
): Promise<void> {
  const tables = (await dataSource.query<Row[]>(ON_POSTGRES)).map(({ name }) => name);
  if (tables.length === 0) return;
  const recorded = tables.includes(MIGRATIONS_TABLE)
    ? await dataSource.query<Row[]>(RECORDED).catch((error: unknown) => {
        if ((error as { code?: unknown }).code === '42703') return [];
        throw error;
      })
    : [];
  if (recorded.some(({ name }) => migrations.includes(name))) return;
  throw new DatabaseStartError(
    `The database belongs to another program${listed(tables)}. Name a database of its own in DATABASE_URL.`,
  );
}

function readable(read: () => string[]): string[] {
  try {
    return read();
  } catch (error) {
    if ((error as { code?: unknown }).code === 'SQLITE_ERROR') return [];
    throw error;
  }
}

function listed(tables: readonly string[]): string {
  if (tables.length === 0) return '';
  const some = [...tables].sort().slice(0, 3).join(', ');
  return ` (it has ${some}${tables.length > 3 ? ' and others' : ''})`;
}
