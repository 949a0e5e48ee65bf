import { setImmediate as nextTurn } from 'node:timers/promises';
import { type DataSource, type EntityManager, MigrationExecutor, type QueryRunner } from 'typeorm';
import type { Connections } from './data-sources.js';
import { APPLICATION_ID, MIGRATIONS_TABLE } from './foreign.js';
import { SqliteTransaction } from './sqlite-transaction.js';
import { DatabaseStartError } from './start-errors.js';

/** Two programs that start at once agree on this number, and migrate one after the other. */
const ADVISORY_LOCK = 4_841_502_611;

/**
 * Brings the database to the schema that this program knows, all or nothing.
 *
 * @returns the names of the migrations that were run
 * @throws {DatabaseStartError} for a database of a newer program, or one whose schema then still differs
 */
export async function migrate(connections: Connections): Promise<string[]> {
  const { write } = connections;
  const unknown = await unknownMigrations(write);
  if (unknown.length > 0) {
    throw new DatabaseStartError(
      `The database is newer than this program: it has been migrated with ${unknown.join(', ')}.`,
    );
  }
  const run = await runPending(write);
  const changes = await pendingChanges(write);
  if (changes.length > 0) {
    throw new DatabaseStartError(
      `The database does not have the schema that this program expects; missing: ${changes.join('; ')}`,
    );
  }
  return run;
}

/** The statements with which the schema builder would make the tables fit the entities: none, when all is well. */
export async function pendingChanges(dataSource: DataSource): Promise<string[]> {
  const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
  return upQueries.map(({ query }) => query);
}

/** Whether every migration that this program knows is on record, and no other. */
export async function isCurrent(dataSource: DataSource): Promise<boolean> {
  const recorded = await recordedMigrations(dataSource);
  const known = dataSource.migrations.map(nameOf);
  return recorded.length === known.length && known.every((name) => recorded.includes(name));
}

async function unknownMigrations(dataSource: DataSource): Promise<string[]> {
  const known = new Set(dataSource.migrations.map(nameOf));
  return (await recordedMigrations(dataSource)).filter((name) => !known.has(name));
}

/** The names of the migrations that were run, in their order. */
export async function recordedMigrations(dataSource: DataSource): Promise<string[]> {
  const runner = dataSource.createQueryRunner();
  try {
    if (!(await runner.hasTable(MIGRATIONS_TABLE))) return [];
    const rows = (await runner.query(`SELECT "name" FROM "${MIGRATIONS_TABLE}" ORDER BY "id"`)) as {
      name: string;
    }[];
    return rows.map(({ name }) => name);
  } finally {
    await runner.release();
  }
}

function nameOf(migration: { name?: string; constructor: { name: string } }): string {
  return migration.name ?? migration.constructor.name;
}

async function runPending(dataSource: DataSource): Promise<string[]> {
  return dataSource.options.type === 'postgres' ? onPostgres(dataSource) : onSqlite(dataSource);
}

async function onSqlite(dataSource: DataSource): Promise<string[]> {
  // Tables that are rebuilt must not take the rows that point at them along; the check afterwards finds what broke.
  await dataSource.query('PRAGMA foreign_keys = OFF');
  try {
    const transaction = await SqliteTransaction.begin(
      dataSource,
      'BEGIN IMMEDIATE',
      performance.now() + 5000,
    );
    try {
      const names = await execute(dataSource, withTurns(transaction.manager.queryRunner!));
      // It reads every row: of two gigabytes for seconds, so only where something was done.
      const orphans =
        names.length === 0 ? [] : await transaction.manager.query<unknown[]>('PRAGMA foreign_key_check');
      if (orphans.length > 0) throw new Error(`Migrating left ${orphans.length} rows that point at nothing.`);
      await mark(transaction.manager);
      transaction.commit();
      return names;
    } catch (error) {
      transaction.rollback();
      throw error;
    }
  } finally {
    await dataSource.query('PRAGMA foreign_keys = ON');
  }
}

/** Lets signals be heard between statements: the driver runs them without a turn of the event loop. */
function withTurns(runner: QueryRunner): QueryRunner {
  const query = runner.query.bind(runner) as (...args: unknown[]) => Promise<unknown>;
  const after = async (...args: unknown[]) => {
    await nextTurn();
    return query(...args);
  };
  return Object.assign(runner, { query: after as typeof runner.query });
}

/** Says in the file whose it is, as tools that look at files ask for it. */
async function mark(manager: EntityManager): Promise<void> {
  const [row] = await manager.query<{ application_id: number }[]>('PRAGMA application_id');
  if (row?.application_id !== APPLICATION_ID)
    await manager.query(`PRAGMA application_id = ${APPLICATION_ID}`);
}

async function onPostgres(dataSource: DataSource): Promise<string[]> {
  const runner = dataSource.createQueryRunner();
  try {
    await runner.startTransaction();
    await runner.query('SET LOCAL lock_timeout = 0');
    await runner.query('SELECT pg_advisory_xact_lock($1)', [ADVISORY_LOCK]);
    const names = await execute(dataSource, runner);
    await runner.commitTransaction();
    return names;
  } catch (error) {
    if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
    throw error;
  } finally {
    await runner.release().catch(() => undefined);
  }
}

async function execute(dataSource: DataSource, runner: QueryRunner): Promise<string[]> {
  const executor = new MigrationExecutor(dataSource, runner);
  executor.transaction = 'all';
  return (await executor.executePendingMigrations()).map(({ name }) => name);
}
