import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SystemClock } from './clock.js';
import { readConfig } from './config.js';
import { withDatabase } from './cli/context.js';
import { createApp } from './create-app.js';
import { openApiText } from './openapi.js';

/** Writes `openapi.json` from the program as it stands, on an empty database that is thrown away. */
const directory = await mkdtemp(join(tmpdir(), 'hindcast-openapi-'));
const config = readConfig({ DATABASE_URL: `sqlite:${join(directory, 'empty.sqlite')}`, LOG_LEVEL: 'error' });
try {
  await withDatabase(config, async (connections) => {
    const app = await createApp({ connections, clock: new SystemClock(), config });
    await writeFile('openapi.json', openApiText(app));
    await app.close();
  });
} finally {
  await rm(directory, { recursive: true, force: true });
}
