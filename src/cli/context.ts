import type { INestApplicationContext, Type } from '@nestjs/common';
import { SystemClock } from '../clock.js';
import { type Config, readConfig } from '../config.js';
import { type Connections, openDataSources } from '../database/data-sources.js';
import { migrate } from '../database/migrate.js';
import { entities, migrations } from '../schema.js';
import type { CommandOutput } from './output.js';

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

/** Runs `fn` with the services of these modules, without HTTP, pages and feeds. */
export async function withServices<T>(
  output: CommandOutput,
  modules: Type[],
  fn: (app: INestApplicationContext) => Promise<T>,
): Promise<T> {
  const config = readConfig();
  return withDatabase(config, async (connections, migrated) => {
    if (migrated.length > 0) output.note(`Database brought up to date: ${migrated.join(', ')}`);
    const { openServices } = await import('./services.js');
    const app = await openServices(modules, { connections, clock: new SystemClock(), config });
    try {
      return await fn(app);
    } finally {
      await app.close();
    }
  });
}
