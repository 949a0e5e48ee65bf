import { type Command, Option } from 'commander';
import { AccountKeeping } from '../accounts/account-keeping.service.js';
import { AccountsService } from '../accounts/accounts.service.js';
import { InvitationsService } from '../accounts/invitations.service.js';
import { readConfig } from '../config.js';
import { AT_THE_COMMAND_LINE } from '../http/acting.js';
import type { Role } from '../http/viewer.js';
import { withServices } from './context.js';
import type { CommandOutput } from './output.js';

const ROLES: Record<string, Role> = { analyst: 'analyst', editor: 'editor', admin: 'administrator' };

interface AddOptions {
  role: string;
  mayLogFor?: string;
  displayName?: string;
  invite?: true;
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
    .option('--display-name <name>', 'the name that readers see (default: a word of its role)')
    .option(
      '--invite',
      'print a link with which its person chooses a password, once, within a week; no token',
    )
    .option('--json', 'print the account and its token, or its link, as JSON')
    .action((name: string, options: AddOptions) =>
      withServices(output, async (app) => {
        const mayLogFor = options.mayLogFor?.split(',').map((slug) => slug.trim());
        const choices = {
          mayLogFor: mayLogFor ?? ('*' as const),
          displayName: options.displayName ?? null,
        };
        const role = ROLES[options.role] ?? 'reader';
        if (options.invite) {
          const invited = await app.get(AccountKeeping).invite(name, role, choices, AT_THE_COMMAND_LINE);
          const { host, port } = readConfig();
          const link = app.get(InvitationsService).addressOf(invited.link.secret, `http://${host}:${port}`);
          output.json({ account: { ...invited.account, ...choices }, link });
          output.line(
            `Account "${name}" (${role}) added. Its person comes by this link, once, within a week:`,
          );
          output.line(link);
          return;
        }
        const { account, token } = await app.get(AccountsService).add(name, role, choices);
        output.json({ account: { ...account, ...choices }, token });
        output.line(`Account "${account.name}" (${account.role}) added. Its token is shown this once:`);
        output.line(token);
      }),
    );
}
