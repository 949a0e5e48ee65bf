import type { Command } from 'commander';
import { withServices } from './context.js';
import type { CommandOutput } from './output.js';

export function addMigrateCommand(program: Command, output: CommandOutput): void {
  program
    .command('migrate')
    .description('bring the database up to date, and rebuild its figures where they need it')
    .option('--json', 'print the names of the migrations as JSON')
    .action(() =>
      withServices(output, (_, migrated) => {
        output.json({ migrated });
        output.line(migrated.length > 0 ? `Ran ${migrated.join(', ')}` : 'The database is up to date');
        return Promise.resolve();
      }),
    );
}
