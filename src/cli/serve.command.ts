import type { Command } from 'commander';
import type { CommandOutput } from './output.js';

export function addServeCommand(program: Command, output: CommandOutput): void {
  program
    .command('serve')
    .description('bring the database up to date and serve the pages and the API')
    .option('--json', 'print the address as JSON')
    .action(() => import('./serve.action.js').then(({ serveHere }) => serveHere(output)));
}
