import { randomBytes } from 'node:crypto';
import { DataSource, type EntityManager, MigrationExecutor } from 'typeorm';
import type { PostgresDataSourceOptions } from 'typeorm/driver/postgres/PostgresDataSourceOptions.js';
import { MIGRATIONS_TABLE } from './foreign.js';

/** One thing that the schema of the database is made of. */
export interface SchemaObject {
  kind: string;
  name: string;
  table: string;
  /** As the engine tells it; the same where the object is the same. */
  definition: string;
}

/** What can be made anew without a look at the rows. */
const REMAKEABLE: readonly string[] = ['function', 'trigger', 'index'];
/** What does something by itself, and is no part of the schema unless a migration made it. */
const ACTING: readonly string[] = ['trigger', 'rule'];

export const isRemakeable = ({ kind }: SchemaObject): boolean => REMAKEABLE.includes(kind);
export const isActing = ({ kind }: SchemaObject): boolean => ACTING.includes(kind);

const isPostgres = (dataSource: DataSource): boolean => dataSource.options.type === 'postgres';

/** What the database has. */
export function presentObjects(manager: EntityManager): Promise<SchemaObject[]> {
  return manager.query<SchemaObject[]>(isPostgres(manager.connection) ? ON_POSTGRES : ON_SQLITE);
}

/** What the migrations make of nothing: in memory, or in a schema that is rolled back. */
export function expectedObjects(dataSource: DataSource): Promise<SchemaObject[]> {
  return isPostgres(dataSource) ? builtInSchema(dataSource) : builtInMemory(dataSource);
}

/** Puts objects in the place of those of the same name, or where there is none. */
export async function remake(manager: EntityManager, objects: readonly SchemaObject[]): Promise<void> {
  const inOrder = objects.toSorted((a, b) => REMAKEABLE.indexOf(a.kind) - REMAKEABLE.indexOf(b.kind));
  for (const { kind, name, table, definition } of inOrder) {
    const on = kind === 'trigger' && isPostgres(manager.connection) ? ` ON "${table}"` : '';
    if (kind !== 'function') await manager.query(`DROP ${kind} IF EXISTS "${name}"${on}`);
    await manager.query(definition);
  }
}

async function builtInMemory(dataSource: DataSource): Promise<SchemaObject[]> {
  const memory = new DataSource({
    type: 'better-sqlite3',
    database: ':memory:',
    migrations: dataSource.options.migrations!,
    migrationsTableName: MIGRATIONS_TABLE,
    logging: false,
  });
  await memory.initialize();
  try {
    await memory.runMigrations({ transaction: 'all' });
    return await presentObjects(memory.manager);
  } finally {
    await memory.destroy();
  }
}

async function builtInSchema({ options }: DataSource): Promise<SchemaObject[]> {
  const beside = new DataSource({ ...(options as PostgresDataSourceOptions), entities: [], poolSize: 1 });
  await beside.initialize();
  const name = `hindcast_expected_${randomBytes(6).toString('hex')}`;
  const runner = beside.createQueryRunner();
  try {
    await runner.startTransaction();
    await runner.query(`CREATE SCHEMA "${name}"`);
    await runner.query(`SET LOCAL search_path TO "${name}"`);
    Object.assign(beside.driver, { schema: name, searchSchema: name }); // read when it connects only
    const executor = new MigrationExecutor(beside, runner);
    executor.transaction = 'none';
    await executor.executePendingMigrations();
    return await presentObjects(runner.manager);
  } finally {
    if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
    await runner.release().catch(() => undefined);
    await beside.destroy();
  }
}

const ON_SQLITE = `
  SELECT "type" AS "kind", "name" AS "name", "tbl_name" AS "table", "sql" AS "definition" FROM "sqlite_master"
  WHERE "sql" IS NOT NULL AND "name" NOT LIKE 'sqlite\\_%' ESCAPE '\\'`;

/** Names of what is in the current schema are shown without it. */
const HERE = 'current_schema()::regnamespace';
const ON_POSTGRES = `
  SELECT 'table' AS "kind", relname AS "name", relname AS "table", relkind::text AS "definition"
  FROM pg_class WHERE relnamespace = ${HERE} AND relkind IN ('r', 'p', 'v', 'm')
  UNION ALL
  SELECT 'column', a.attname, c.relname, concat_ws(' ', format_type(a.atttypid, a.atttypmod),
    CASE WHEN a.attnotnull THEN 'NOT NULL' END, 'DEFAULT ' || pg_get_expr(d.adbin, d.adrelid))
  FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
    LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
  WHERE c.relnamespace = ${HERE} AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped
  UNION ALL
  SELECT 'constraint', k.conname, c.relname, pg_get_constraintdef(k.oid, true)
  FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid WHERE c.relnamespace = ${HERE} AND k.contype <> 'n'
  UNION ALL
  SELECT 'index', i.relname, c.relname,
    pg_get_indexdef(x.indexrelid, 0, true) || CASE WHEN x.indisvalid THEN '' ELSE ' (invalid)' END
  FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid JOIN pg_class c ON c.oid = x.indrelid
  WHERE c.relnamespace = ${HERE} AND NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conindid = x.indexrelid)
  UNION ALL
  SELECT 'trigger', t.tgname, c.relname,
    pg_get_triggerdef(t.oid, true) || CASE WHEN t.tgenabled IN ('O', 'A') THEN '' ELSE ' (disabled)' END
  FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid WHERE c.relnamespace = ${HERE} AND NOT t.tgisinternal
  UNION ALL
  SELECT 'rule', r.rulename, c.relname, 'rule'
  FROM pg_rewrite r JOIN pg_class c ON c.oid = r.ev_class WHERE c.relnamespace = ${HERE} AND r.rulename <> '_RETURN'
  UNION ALL
  SELECT 'function', p.proname, p.proname,
    regexp_replace(pg_get_functiondef(p.oid), '(FUNCTION )("[^"]+"|[^.( ]+)\\.', '\\1')
  FROM pg_proc p WHERE p.pronamespace = ${HERE} AND p.prokind = 'f'
    AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')`;
