import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../clock.js';
import { toInstant } from '../days.js';
import { isUniqueViolation } from '../database/driver-errors.js';
import { newId } from '../database/ids.js';
import { Database } from '../database/write-gate.js';
import { type Acting, AT_THE_COMMAND_LINE } from '../http/acting.js';
import { invalid, textFault } from '../http/validation.js';
import type { Authenticator, Role, Viewer } from '../http/viewer.js';
import { Problem } from '../problems.js';
import { noteChange } from './account-change.entity.js';
import { Account } from './account.entity.js';
import { listOf, listText, type LogFor } from './log-for.js';
import { displayNameOf, refuseAddress } from './names.js';
import { recordAccountChange } from './state-change.entity.js';
import { SessionsService } from './sessions.service.js';
import { TokensService } from './tokens.service.js';

export interface NewAccount {
  account: Account;
  /** Shown this once: only its hash is kept. */
  token: string;
}

export interface AccountChoices {
  /** Slugs of the forecasters that the account may log for; '*' (the default) for all. */
  mayLogFor?: LogFor;
  /** What readers see; where it is missing, a word of the role. */
  displayName?: string | null;
}

/** The account of whoever works at the command line. Nobody logs in with it. */
export const COMMAND_LINE = 'command line';
/** What is left of an account's name when its person has been taken out; nobody else may be called so. */
export const DELETED = 'deleted account';

/** Who there is, and who is asking. */
@Injectable()
export class AccountsService implements Authenticator {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly sessions: SessionsService,
    private readonly tokens: TokensService,
  ) {}

  /** @throws {Problem} `name_taken`, or `validation_failed` for a name that cannot be taken */
  async add(name: string, role: Role, choices: AccountChoices = {}): Promise<NewAccount> {
    return this.naming(name, () =>
      this.database.withWriteTransaction(async (manager) => {
        const account = await this.insert(manager, name, role, choices, AT_THE_COMMAND_LINE);
        const { token } = await this.tokens.add(manager, account, AT_THE_COMMAND_LINE);
        return { account, token };
      }),
    );
  }

  /** An account with nothing yet that opens it, for a transaction that gives it something. */
  async insert(
    manager: EntityManager,
    name: string,
    role: Role,
    choices: AccountChoices,
    acting: Acting,
  ): Promise<Account> {
    const at = toInstant(this.clock.now());
    const account = manager.create(Account, {
      id: newId(),
      name: name.trim(),
      displayName: displayNameOf(choices.displayName ?? null),
      role,
      mayLogFor: listText(choices.mayLogFor ?? '*'),
      createdAt: at,
      disabledAt: null,
      deletedAt: null,
      version: 1,
    });
    await manager.insert(Account, account);
    await noteChange(manager, acting, { what: 'added', accountId: account.id, at, detail: role });
    await recordAccountChange(manager, account.id, at, {}, account);
    return account;
  }

  /** Runs what gives somebody a name. @throws {Problem} as `add` does */
  async naming<T>(name: string, work: () => Promise<T>): Promise<T> {
    const fault = textFault(name) ?? (name.trim().length > 80 ? 'may have 80 characters at most' : null);
    if (fault !== null) throw invalid([{ field: 'name', message: fault }]);
    if (name.trim().toLowerCase().startsWith(DELETED))
      throw invalid([{ field: 'name', message: `may not begin with "${DELETED}"` }]);
    refuseAddress('name', name);
    try {
      return await work();
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      throw new Problem('name_taken', `There is an account named "${name.trim()}" already.`);
    }
  }

  /** A further token for an account that is there. */
  async issueToken(name: string): Promise<string> {
    return this.database.withWriteTransaction(async (manager) => {
      const account = await manager.findOneBy(Account, { name });
      if (!account) throw new Problem('not_found', `There is no account named "${name}".`);
      return (await this.tokens.add(manager, account, AT_THE_COMMAND_LINE)).token;
    });
  }

  /** Whoever works at the command line has the database itself: an administrator, on record under a name of its own. */
  async commandLine(): Promise<Viewer> {
    if (!(await this.database.read.existsBy(Account, { name: COMMAND_LINE })))
      await this.add(COMMAND_LINE, 'administrator');
    return this.viewerNamed(COMMAND_LINE);
  }

  async viewerNamed(name: string): Promise<Viewer> {
    const account = await this.database.read.findOneBy(Account, { name });
    if (!account || account.disabledAt)
      throw new Problem('not_found', `There is no account named "${name}".`);
    return viewerOf(account);
  }

  async byId(id: string): Promise<Account | null> {
    return this.database.read.findOneBy(Account, { id });
  }

  async viewerOfSession(key: string): Promise<Viewer | null> {
    const account = await this.sessions.accountOf(key);
    return account && viewerOf(account);
  }

  viewerOf(bearer: string): Promise<Viewer | null> {
    return this.tokens.viewerOf(bearer);
  }
}

const viewerOf = ({ id, role, mayLogFor }: Account): Viewer => ({
  accountId: id,
  role,
  mayLogFor: listOf(mayLogFor),
});
