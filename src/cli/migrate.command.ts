import type { Command } from 'commander';
import type { CommandOutput } from './output.js';

export function addMigrateCommand(program: Command, output: CommandOutput): void {
  program
    .command('migrate')
    .description('bring the database up to date')
    .option('--json', 'print the names of the migrations as JSON')
    .action(() => import('./migrate.action.js').then(({ migrateDatabase }) => migrateDatabase(output)));
}
