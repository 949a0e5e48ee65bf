import { readConfig } from '../config.js';
import { withDatabase } from './context.js';
import type { CommandOutput } from './output.js';

export function migrateDatabase(output: CommandOutput): Promise<void> {
  return withDatabase(readConfig(), (_, migrated) => {
    output.json({ migrated });
    output.line(migrated.length > 0 ? `Ran ${migrated.join(', ')}` : 'The database is up to date');
    return Promise.resolve();
  });
}
