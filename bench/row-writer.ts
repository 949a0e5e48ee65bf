import BetterSqlite3 from 'better-sqlite3';
import pg from 'pg';
import type { EntityMetadata } from 'typeorm';
import { bulkInsert } from '../src/database/bulk.js';

export type Row = Record<string, string | number | null>;

/** Takes rows past the program: as fast as the engine can, and without its checks of what points where. */
export interface RowWriter {
  /** Columns that a row does not name are null. */
  put(table: string, row: Row): void;
  /** Writes what waits; to be called every so often. */
  flush(): Promise<void>;
  /** Commits, and closes. */
  end(): Promise<void>;
  readonly written: number;
}

export async function openWriter(url: string, tables: readonly EntityMetadata[]): Promise<RowWriter> {
  if (url.startsWith('sqlite:')) return new SqliteWriter(url.slice('sqlite:'.length), tables);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('SET session_replication_role = replica'); // no checks of references
  await client.query('BEGIN');
  return new PostgresWriter(client, tables);
}

const namesOf = (table: EntityMetadata): string[] => table.columns.map(({ databaseName }) => databaseName);

/** The record may be lost if the machine fails meanwhile: it is made again in minutes. */
const PRAGMAS = [
  ...['foreign_keys = OFF', 'journal_mode = DELETE', 'locking_mode = EXCLUSIVE', 'journal_mode = OFF'],
  'synchronous = OFF',
  'cache_size = -262144',
];

class SqliteWriter implements RowWriter {
  private readonly database: BetterSqlite3.Database;
  private readonly inserts: Map<string, { names: string[]; statement: BetterSqlite3.Statement }>;
  private readonly indices: { name: string; sql: string }[];
  written = 0;

  constructor(file: string, tables: readonly EntityMetadata[]) {
    this.database = new BetterSqlite3(file);
    for (const pragma of PRAGMAS) this.database.pragma(pragma);
    this.indices = this.database
      .prepare<[], { name: string; sql: string }>(
        "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL",
      )
      .all();
    for (const { name } of this.indices) this.database.exec(`DROP INDEX "${name}"`);
    this.inserts = new Map(
      tables.map((table) => {
        const names = namesOf(table);
        const columns = names.map((name) => `"${name}"`).join(', ');
        const places = names.map(() => '?').join(', ');
        const text = `INSERT INTO "${table.tableName}" (${columns}) VALUES (${places})`;
        return [table.tableName, { names, statement: this.database.prepare(text) }];
      }),
    );
    this.database.exec('BEGIN');
  }

  put(table: string, row: Row): void {
    const { names, statement } = this.inserts.get(table)!;
    statement.run(names.map((name) => row[name] ?? null));
    this.written += 1;
  }

  /** Nothing waits; but others may want to run. */
  flush(): Promise<void> {
    return new Promise((resolve) => setImmediate(resolve));
  }

  /** Indices are made last, in one sweep each: kept up row by row, they would cost most of the time. */
  end(): Promise<void> {
    for (const { sql } of this.indices) this.database.exec(sql);
    this.database.exec('COMMIT');
    this.database.close();
    return Promise.resolve();
  }
}

class PostgresWriter implements RowWriter {
  private readonly inserts: Map<string, { names: string[]; statement: string; waiting: Row[] }>;
  written = 0;

  constructor(
    private readonly client: pg.Client,
    tables: readonly EntityMetadata[],
  ) {
    this.inserts = new Map(
      tables.map((table) => [
        table.tableName,
        { names: namesOf(table), statement: bulkInsert(table), waiting: [] },
      ]),
    );
  }

  put(table: string, row: Row): void {
    this.inserts.get(table)!.waiting.push(row);
  }

  async flush(): Promise<void> {
    for (const { names, statement, waiting } of this.inserts.values()) {
      const rows = waiting.splice(0).map((row) => names.map((name) => row[name] ?? null));
      if (rows.length > 0) await this.client.query(statement, [JSON.stringify(rows)]);
      this.written += rows.length;
    }
  }

  async end(): Promise<void> {
    await this.flush();
    await this.client.query(
      `SELECT setval(pg_get_serial_sequence('forecast', 'seq'), MAX("seq")) FROM "forecast"`,
    );
    await this.client.query('COMMIT');
    await this.client.query('ANALYZE'); // as its own housekeeping does within minutes
    await this.client.end();
  }
}
