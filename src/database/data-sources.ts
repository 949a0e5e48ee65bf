import type BetterSqlite3 from 'better-sqlite3';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { DataSource, type DataSourceOptions, type Logger, type QueryRunner } from 'typeorm';
import { giveWay } from './event-loop.js';
import { MIGRATIONS_TABLE, refuseForeignFile, refuseForeignSchema } from './foreign.js';
import { cannotOpen, sqliteFile } from './start-errors.js';

// eslint-disable-next-line @typescript-eslint/no-unsafe-function-type -- what TypeORM calls a class
type AnyClass = Function;

/** What the database holds: every entity, and every migration in its order. */
export interface Schema {
  entities: AnyClass[];
  migrations: AnyClass[];
}

/**
 * The ways into one database. SQLite has one connection for each: readers never see what is not committed, and a
 * snapshot held open never makes another reader's view old. On PostgreSQL all three are one pool.
 */
export interface Connections {
  write: DataSource;
  read: DataSource;
  snapshot: DataSource;
  close(): Promise<void>;
}

/** @throws {DatabaseStartError} with one sentence that names what is in the way */
export async function openDataSources(url: string, schema: Schema): Promise<Connections> {
  const file = sqliteFile(url);
  return file === null ? openPostgres(url, schema) : openSqlite(file, url, schema);
}

/** The ORM prints failed migrations on standard output, which belongs to `--json`. Errors reach us by being thrown. */
const SILENT: Logger = {
  logQuery: () => undefined,
  logQueryError: () => undefined,
  logQuerySlow: () => undefined,
  logSchemaBuild: () => undefined,
  logMigration: () => undefined,
  log: () => undefined,
};

const common = (schema: Schema) =>
  ({
    entities: schema.entities,
    migrations: schema.migrations,
    migrationsTableName: MIGRATIONS_TABLE,
    synchronize: false,
    migrationsRun: false,
    logging: false,
    logger: SILENT,
  }) satisfies Partial<DataSourceOptions>;

/** Lets others in between the statements of a request, on every connection of a data source. */
function givingWay(dataSource: DataSource): DataSource {
  const paused = new WeakSet<QueryRunner>();
  const create = dataSource.createQueryRunner.bind(dataSource);
  dataSource.createQueryRunner = (mode) => {
    const runner = create(mode);
    if (paused.has(runner)) return runner;
    paused.add(runner);
    const query = runner.query.bind(runner) as (...args: unknown[]) => Promise<unknown>;
    const afterOthers = async (...args: unknown[]): Promise<unknown> => {
      await giveWay();
      const answer = await query(...args);
      await giveWay(); // what is made of the answer may take longer than the statement
      return answer;
    };
    return Object.assign(runner, { query: afterOthers });
  };
  return dataSource;
}

const namesOf = ({ migrations }: Schema): string[] => migrations.map(({ name }) => name);

async function openSqlite(file: string, url: string, schema: Schema): Promise<Connections> {
  const source = (pragmas: string[], choices: { timeout: number; isFirst?: boolean }) =>
    new DataSource({
      ...common(schema),
      type: 'better-sqlite3',
      database: file,
      timeout: choices.timeout,
      prepareDatabase: (database: BetterSqlite3.Database) => {
        try {
          if (choices.isFirst === true) refuseForeignFile(database, file, namesOf(schema));
          for (const pragma of [
            ...pragmas,
            'foreign_keys = ON',
            'recursive_triggers = ON',
            'trusted_schema = OFF',
          ]) {
            database.pragma(pragma);
          }
        } catch (error) {
          database.close();
          throw error;
        }
      },
    });
  const write = source(['journal_mode = WAL', 'synchronous = FULL'], { timeout: 5000, isFirst: true });
  const readers = [1, 2].map(() => source(['query_only = ON'], { timeout: 5000 }));
  const opened: DataSource[] = [];
  const close = async () => {
    // The writer last: closing the last connection folds the write-ahead log into the file.
    for (const one of opened.splice(0).reverse()) if (one.isInitialized) await one.destroy();
  };
  try {
    await mkdir(dirname(file), { recursive: true });
    for (const one of [write, ...readers]) opened.push(givingWay(await one.initialize()));
  } catch (error) {
    await close();
    throw cannotOpen(url, error);
  }
  return { write, read: readers[0]!, snapshot: readers[1]!, close };
}

async function openPostgres(url: string, schema: Schema): Promise<Connections> {
  const pool = new DataSource({
    ...common(schema),
    type: 'postgres',
    url,
    applicationName: 'hindcast',
    connectTimeoutMS: 5000,
    parseInt8: true, // counts are numbers, as on SQLite
    poolErrorHandler: () => undefined, // an idle connection that breaks is replaced at the next use
    extra: { max: 20, lock_timeout: 5000 },
  });
  const close = async () => {
    if (pool.isInitialized) await pool.destroy();
  };
  try {
    givingWay(await pool.initialize());
    await refuseForeignSchema(pool, namesOf(schema));
  } catch (error) {
    await close().catch(() => undefined);
    throw cannotOpen(url, error);
  }
  return { write: pool, read: pool, snapshot: pool, close };
}
