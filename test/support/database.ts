import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

declare global {
  /** Set by the jest project in which a `*.api.spec.ts` runs. */
  var testEngine: 'sqlite' | 'postgres' | undefined;
}

export interface FreshDatabase {
  url: string;
  /** The SQLite file; undefined on PostgreSQL. */
  file: string | undefined;
  drop(): Promise<void>;
}

/** An empty database of its own on the engine of the jest project, SQLite where there is none. */
export async function freshDatabase(engine = globalThis.testEngine ?? 'sqlite'): Promise<FreshDatabase> {
  return engine === 'postgres' ? freshPostgres() : freshSqlite();
}

async function freshSqlite(): Promise<FreshDatabase> {
  const directory = await mkdtemp(join(tmpdir(), 'hindcast-test-'));
  const file = join(directory, 'test.sqlite');
  return { url: `sqlite:${file}`, file, drop: () => rm(directory, { recursive: true, force: true }) };
}

async function freshPostgres(): Promise<FreshDatabase> {
  const server = process.env['TEST_POSTGRES_URL'];
  if (!server) throw new Error('TEST_POSTGRES_URL is not set');
  const name = `hindcast_${randomBytes(8).toString('hex')}`;
  const admin = async (statement: string) => {
    const client = new pg.Client({ connectionString: server });
    await client.connect();
    await client.query(statement).finally(() => client.end());
  };
  await admin(`CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    file: undefined,
    drop: () => admin(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
}
