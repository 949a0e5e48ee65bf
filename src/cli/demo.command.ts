import type { Command } from 'commander';
import { EXAMPLE_FILE } from './example-file.js';
import type { CommandOutput } from './output.js';

const HELP = `
The example desk is invented: its story is told up to yesterday, by the program itself, so that there is always something
overdue, due and open. It lives in ${EXAMPLE_FILE}, or in the empty database that DATABASE_URL names, and is served on
PORT. For each role, a name with a password and a token are printed; both are new at every start.`;

export function addDemoCommand(program: Command, output: CommandOutput): void {
  program
    .command('demo')
    .description('make the example desk, and serve it')
    .option('--json', 'print the address, the logins and the tokens as JSON')
    .addHelpText('after', HELP)
    .action(() => import('./demo.action.js').then(({ demo }) => demo(output)));
}
