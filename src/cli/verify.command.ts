import type { Command } from 'commander';
import type { CommandOutput } from './output.js';

const HELP = `
Exit code 1 if something differs and was not repaired.

Examples:
  $ hindcast verify
  $ hindcast verify --repair --json`;

export function addVerifyCommand(program: Command, output: CommandOutput): void {
  program
    .command('verify')
    .description(
      'compute anew all that is derived from the record, hold texts against their digests, and name what differs',
    )
    .option('--repair', 'put what was computed in the place of what differs')
    .option('--json', 'print what was found as JSON')
    .addHelpText('after', HELP)
    .action(({ repair }: { repair?: boolean }) =>
      import('./verify.action.js').then(({ verify }) => verify(repair === true, output)),
    );
}
