import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../app.module.js';
import { SystemClock } from '../clock.js';
import { type Config, readConfig } from '../config.js';
import { type Connections, openDataSources } from '../database/data-sources.js';
import { migrate } from '../database/migrate.js';
import { entities, migrations } from '../schema.js';
import type { CommandOutput } from './output.js';
import { rebuildOutdated } from './rebuild.js';

/** Runs `fn` with the configured database, migrated, and closes it again whatever happens. */
export async function withDatabase<T>(
  config: Config,
  fn: (connections: Connections, migrated: string[]) => Promise<T>,
): Promise<T> {
  const connections = await openDataSources(config.databaseUrl, { entities, migrations });
  try {
    return await fn(connections, await migrate(connections));
  } finally {
    await connections.close();
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
