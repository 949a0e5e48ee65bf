import { type Command, Option } from 'commander';
import { AccountsService } from '../accounts/accounts.service.js';
import type { Role } from '../http/viewer.js';
import { withServices } from './context.js';
import type { CommandOutput } from './output.js';

const ROLES: Record<string, Role> = { analyst: 'analyst', editor: 'editor', admin: 'administrator' };

interface AddOptions {
  role: string;
  mayLogFor?: string;
}

export function addAccountCommand(program: Command, output: CommandOutput): void {
  program
    .command('account')
    .description('accounts and their tokens')
    .command('add')
    .argument('<name>', 'who it is for')
    .description('add an account and show its token, this once')
    .addOption(
      new Option('--role <role>', 'what it may do').choices(Object.keys(ROLES)).makeOptionMandatory(),
    )
    .option('--may-log-for <slugs>', 'the forecasters it may log for, with commas (default: all)')
    .option('--json', 'print the account and its token as JSON')
    .action((name: string, options: AddOptions) =>
      withServices(output, async (app) => {
        const mayLogFor = options.mayLogFor?.split(',').map((slug) => slug.trim());
        const choices = { mayLogFor: mayLogFor ?? ('*' as const) };
        const { account, token } = await app
          .get(AccountsService)
          .add(name, ROLES[options.role] ?? 'reader', choices);
        output.json({ account: { ...account, ...choices }, token });
        output.line(`Account "${account.name}" (${account.role}) added. Its token is shown this once:`);
        output.line(token);
      }),
    );
}
