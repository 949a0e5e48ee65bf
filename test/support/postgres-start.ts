import { type PostgresServer, startEmbeddedPostgres } from './embedded-postgres.js';

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
