import { type Command, Option } from 'commander';
import type { CommandOutput } from './output.js';

const ROLES = ['analyst', 'editor', 'admin'] as const;

export interface AddOptions {
  role: (typeof ROLES)[number];
  mayLogFor?: string;
  invite?: true;
}

export function addAccountCommand(program: Command, output: CommandOutput): void {
  program
    .command('account')
    .description('accounts and their tokens')
    .command('add')
    .argument('<name>', 'who it is for')
    .description('add an account and show its token, this once')
    .addOption(new Option('--role <role>', 'what it may do').choices(ROLES).makeOptionMandatory())
    .option('--may-log-for <slugs>', 'the forecasters it may log for, with commas (default: all)')
    .option(
      '--invite',
      'print a link with which its person chooses a password, once, within a week; no token',
    )
    .option('--json', 'print the account and its token, or its link, as JSON')
    .action((name: string, options: AddOptions) =>
      import('./account.action.js').then(({ addAccount }) => addAccount(name, options, output)),
    );
}
