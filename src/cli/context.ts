import { setTimeout as delay } from 'node:timers/promises';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../app.module.js';
import { SystemClock } from '../clock.js';
import { type Config, readConfig } from '../config.js';
import { type Connections, openDataSources } from '../database/data-sources.js';
import { migrate } from '../database/migrate.js';
import { databaseFault, startError } from '../database/start-errors.js';
import { entities, migrations } from '../schema.js';
import type { CommandOutput } from './output.js';
import { rebuildOutdated } from './rebuild.js';

/** A connection that does not close in this time is left to the end of the process. */
const CLOSING_MS = 3000;

/**
 * Runs `fn` with the configured database, migrated, and closes it again whatever happens.
 *
 * @throws {DatabaseStartError} for what lies in the database: damage, rights, a server that is gone
 */
export async function withDatabase<T>(
  config: Config,
  fn: (connections: Connections, migrated: string[]) => Promise<T>,
): Promise<T> {
  const connections = await openDataSources(config.databaseUrl, { entities, migrations });
  try {
    const migrated = await migrate(connections).catch((error: unknown) => {
      throw startError(config.databaseUrl, error) ?? error;
    });
    return await fn(connections, migrated);
  } catch (error) {
    throw databaseFault(config.databaseUrl, error) ?? error;
  } finally {
    const closed = connections.close().catch(() => undefined);
    await Promise.race([closed, delay(CLOSING_MS, undefined, { ref: false })]);
  }
}

/** Runs `fn` with the services of the program, without HTTP, on a database that is up to date. */
export async function withServices<T>(
  output: CommandOutput,
  fn: (app: INestApplicationContext, migrated: string[]) => Promise<T>,
): Promise<T> {
  const config = readConfig();
  return withDatabase(config, async (connections, migrated) => {
    if (migrated.length > 0) output.note(`Database brought up to date: ${migrated.join(', ')}`);
    const parts = { connections, clock: new SystemClock(), config };
    const app = await NestFactory.createApplicationContext(AppModule.forRoot(parts), {
      logger: false,
      abortOnError: false,
    });
    try {
      await rebuildOutdated(app, output);
      return await fn(app, migrated);
    } finally {
      await app.close();
    }
  });
}
