import { AccountKeeping } from '../accounts/account-keeping.service.js';
import { AccountsService } from '../accounts/accounts.service.js';
import { InvitationsService } from '../accounts/invitations.service.js';
import { readConfig } from '../config.js';
import { AT_THE_COMMAND_LINE } from '../http/acting.js';
import type { Role } from '../http/viewer.js';
import type { AddOptions } from './account.command.js';
import { withServices } from './context.js';
import type { CommandOutput } from './output.js';

const ROLES: Record<AddOptions['role'], Role> = {
  analyst: 'analyst',
  editor: 'editor',
  admin: 'administrator',
};

export function addAccount(name: string, options: AddOptions, output: CommandOutput): Promise<void> {
  return withServices(output, [], async (app) => {
    const mayLogFor = options.mayLogFor?.split(',').map((slug) => slug.trim());
    const choices = { mayLogFor: mayLogFor ?? ('*' as const) };
    const role = ROLES[options.role];
    if (options.invite) {
      const invited = await app
        .get(AccountKeeping)
        .invite(name, role, choices.mayLogFor, AT_THE_COMMAND_LINE);
      const { host, port } = readConfig();
      const link = app.get(InvitationsService).addressOf(invited.link.secret, `http://${host}:${port}`);
      output.json({ account: { ...invited.account, ...choices }, link });
      output.line(`Account "${name}" (${role}) added. Its person comes by this link, once, within a week:`);
      output.line(link);
      return;
    }
    const { account, token } = await app.get(AccountsService).add(name, role, choices);
    output.json({ account: { ...account, ...choices }, token });
    output.line(`Account "${account.name}" (${account.role}) added. Its token is shown this once:`);
    output.line(token);
  });
}
