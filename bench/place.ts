import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { type PostgresServer, startEmbeddedPostgres } from '../test/support/postgres-start.js';

export type EngineName = 'SQLite' | 'PostgreSQL';

/** A database for one world. */
export interface Place {
  engine: EngineName;
  url: string;
  /** What was noted of it when it was complete, maybe by an earlier run; null where it is not. */
  noted(): Promise<string | null>;
  note(text: string): Promise<void>;
  megabytes(): Promise<number>;
  /** An empty database, whatever was there before. */
  create(): Promise<void>;
  drop(): Promise<void>;
}

/** Makes databases, and removes what is left of them. */
export class Places {
  private folder: string | undefined;
  private server: PostgresServer | undefined;

  /** @param keptIn a folder in which SQLite files stay, and are found again */
  constructor(private readonly keptIn?: string) {}

  async sqlite(name: string): Promise<Place> {
    if (this.keptIn) await mkdir(this.keptIn, { recursive: true });
    this.folder ??= this.keptIn ?? (await mkdtemp(join(tmpdir(), 'hindcast-bench-')));
    const file = join(this.folder, `${name}.sqlite`);
    const drop = async () => {
      for (const end of ['', '-wal', '-shm', '.json']) await rm(`${file}${end}`, { force: true });
    };
    return {
      ...{ engine: 'SQLite', url: `sqlite:${file}`, drop },
      create: drop, // a file comes with its first table
      noted: () => readFile(`${file}.json`, 'utf8').catch(() => null),
      note: (text) => writeFile(`${file}.json`, text),
      megabytes: async () => (await stat(file)).size / 1e6,
    };
  }

  async postgres(name: string): Promise<Place> {
    this.server ??= await startEmbeddedPostgres();
    const { url: server } = this.server;
    const url = new URL(server);
    url.pathname = `/${name}`;
    const drop = async () => {
      await query(server, `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
    };
    return {
      ...{ engine: 'PostgreSQL', url: url.href, drop },
      create: async () => {
        await drop();
        await query(server, `CREATE DATABASE "${name}"`);
      },
      noted: () => Promise.resolve(null),
      note: () => Promise.resolve(),
      megabytes: async () => {
        const [row] = await query<{ size: string }>(server, `SELECT pg_database_size('${name}') AS size`);
        return Number(row!.size) / 1e6;
      },
    };
  }

  async end(): Promise<void> {
    await this.server?.stop();
    if (this.folder && this.folder !== this.keptIn) await rm(this.folder, { recursive: true, force: true });
  }
}

async function query<T extends object>(server: string, text: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  return (await client.query<T>(text).finally(() => client.end())).rows;
}
