import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../src/app.module.js';
import type { Clock } from '../src/clock.js';
import { readConfig } from '../src/config.js';
import { openDataSources } from '../src/database/data-sources.js';
import { migrate } from '../src/database/migrate.js';
import { entities, migrations } from '../src/schema.js';

/** Runs `fn` with the services of the program on a database, under a clock, and closes both. */
export async function withDesk<T>(
  url: string,
  clock: Clock,
  fn: (app: INestApplicationContext) => Promise<T>,
): Promise<T> {
  const connections = await openDataSources(url, { entities, migrations });
  try {
    await migrate(connections);
    const config = readConfig({ DATABASE_URL: url, LOG_LEVEL: 'silent' });
    const app = await NestFactory.createApplicationContext(
      AppModule.forRoot({ connections, clock, config }),
      {
        logger: false,
        abortOnError: false,
      },
    );
    return await fn(app).finally(() => app.close());
  } finally {
    await connections.close();
  }
}
