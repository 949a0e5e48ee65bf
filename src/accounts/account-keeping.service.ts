import { Injectable } from '@nestjs/common';
import { type EntityManager, IsNull, Not } from 'typeorm';
import { Clock } from '../clock.js';
import { Database } from '../database/write-gate.js';
import { toInstant } from '../days.js';
import type { Acting } from '../http/acting.js';
import { forgetResults } from '../http/idempotency.js';
import { requireHeld } from '../http/if-match.js';
import { decodeCursor, type Page, pageOf, type PageQuery, DEFAULT_LIMIT } from '../http/paging.js';
import { pageBy } from '../http/page-by.js';
import type { Role } from '../http/viewer.js';
import { Problem } from '../problems.js';
import { AccountChange, type AccountChangeKind, noteChange } from './account-change.entity.js';
import { Account } from './account.entity.js';
import { type AccountChoices, AccountsService, COMMAND_LINE, DELETED } from './accounts.service.js';
import { ApiToken } from './api-token.entity.js';
import { Identity } from './identity.entity.js';
import { Invitation } from './invitation.entity.js';
import { InvitationsService, type NewLink } from './invitations.service.js';
import { listText, type LogFor } from './log-for.js';
import { displayNameOf } from './names.js';
import { Password } from './password.entity.js';
import { Session } from './session.entity.js';
import { recordAccountChange } from './state-change.entity.js';

/** What becomes of accounts. Every change is on record (`account_change`). */
@Injectable()
export class AccountKeeping {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly accounts: AccountsService,
    private readonly invitations: InvitationsService,
  ) {}

  list(page: PageQuery): Promise<Page<Account>> {
    const query = this.database.read
      .createQueryBuilder(Account, 'account')
      .where('account.name <> :commandLine', { commandLine: COMMAND_LINE });
    return pageBy(query, page, 'ASC', [
      ['account.name', (account: Account) => account.name],
      ['account.id', (account: Account) => account.id],
    ]);
  }

  /** The latest changes first. */
  async changes(page: PageQuery): Promise<Page<AccountChange>> {
    const limit = page.limit ?? DEFAULT_LIMIT;
    const query = this.database.read
      .createQueryBuilder(AccountChange, 'change')
      .leftJoinAndSelect('change.by', 'doer')
      .innerJoinAndSelect('change.account', 'account')
      .orderBy('change.seq', 'DESC')
      .limit(limit + 1);
    if (page.cursor !== undefined) {
      const [before] = decodeCursor(page.cursor, ['number']);
      query.where('change.seq < :before', { before });
    }
    const rows = await query.getMany();
    return pageOf(
      rows,
      limit,
      (row) => row,
      (row) => [row.seq],
    );
  }

  /** An account that waits for its person, and the link for them. @throws {Problem} name_taken, validation_failed */
  async invite(
    name: string,
    role: Role,
    choices: AccountChoices,
    acting: Acting,
  ): Promise<{ account: Account; link: NewLink }> {
    return this.accounts.naming(name, () =>
      this.database.withWriteTransaction(async (manager) => {
        const account = await this.accounts.insert(manager, name, role, choices, acting);
        const link = await this.invitations.issue(manager, 'invite', account.id);
        await this.note(manager, acting, 'invited', account.id);
        return { account, link };
      }),
    );
  }

  /** A link to a new password; for somebody who was invited and never came, another invitation. */
  async reset(id: string, acting: Acting): Promise<NewLink> {
    return this.changing(id, async (manager) => {
      const kind = (await canLogIn(manager, id)) ? 'reset' : 'invite';
      await this.note(manager, acting, kind === 'reset' ? 'reset_issued' : 'invited', id);
      return this.invitations.issue(manager, kind, id);
    });
  }

  /** Another role ends the sessions of the account: what it may do is asked anew. */
  async changeRole(id: string, role: Role, mayLogFor: LogFor | undefined, acting: Acting): Promise<Account> {
    return this.changing(id, async (manager, account) => {
      if (role !== 'administrator') await this.requireAnother(manager, account);
      const changed = { role, ...(mayLogFor !== undefined && { mayLogFor: listText(mayLogFor) }) };
      await manager.delete(Session, { accountId: id });
      await this.note(manager, acting, 'role_changed', id, `${account.role} to ${role}`);
      return this.update(manager, account, changed);
    });
  }

  /** Ends its logins, tokens and links. Again changes nothing. */
  async close(id: string, acting: Acting): Promise<Account> {
    return this.changing(id, async (manager, account) => {
      if (account.disabledAt !== null) return account;
      await this.requireAnother(manager, account);
      const at = toInstant(this.clock.now());
      await manager.delete(Session, { accountId: id });
      await manager.delete(Invitation, { accountId: id, usedAt: IsNull() });
      await manager.update(ApiToken, { accountId: id, revokedAt: IsNull() }, { revokedAt: at });
      await this.note(manager, acting, 'closed', id);
      return this.update(manager, account, { disabledAt: at });
    });
  }

  /** It may log in again; its tokens stay revoked. */
  async reopen(id: string, acting: Acting): Promise<Account> {
    return this.changing(id, async (manager, account) => {
      if (account.disabledAt === null) return account;
      await this.note(manager, acting, 'reopened', id);
      return this.update(manager, account, { disabledAt: null });
    });
  }

  /** What readers see beside what the account has done; null for a word of its role. @throws {Problem} validation_failed */
  async setDisplayName(id: string, given: string | null): Promise<Account> {
    const displayName = displayNameOf(given);
    return this.changing(id, (manager, account) =>
      account.displayName === displayName
        ? Promise.resolve(account)
        : this.update(manager, account, { displayName }),
    );
  }

  /**
   * Takes the person out of an account: name, password, logins, tokens, links. The row stays, so that what was logged
   * still says that one and the same account did. Again changes nothing.
   */
  async remove(id: string, acting: Acting): Promise<void> {
    const work = async (manager: EntityManager, account: Account): Promise<void> => {
      if (account.deletedAt !== null) return;
      await this.requireAnother(manager, account);
      const at = toInstant(this.clock.now());
      const number = 1 + (await manager.countBy(Account, { deletedAt: Not(IsNull()) }));
      for (const table of [Session, Password, Identity, ApiToken, Invitation])
        await manager.delete(table, { accountId: id });
      await this.update(manager, account, {
        name: `${DELETED} ${number}`,
        displayName: null,
        role: 'reader',
        mayLogFor: '',
        deletedAt: at,
        disabledAt: account.disabledAt ?? at,
      });
      await forgetResults(manager);
      await this.note(manager, acting, 'deleted', id);
    };
    await this.changing(id, work, { deletedToo: true });
  }

  /** One account at a time for those who decide who remains: they wait for each other at the rows of administrators. */
  private changing<T>(
    id: string,
    work: (manager: EntityManager, account: Account) => Promise<T>,
    { deletedToo = false } = {},
  ): Promise<T> {
    return this.database.withWriteTransaction(async (manager) => {
      const administrators = await manager.find(Account, {
        where: { role: 'administrator' },
        order: { id: 'ASC' },
      });
      for (const one of administrators) await this.database.holdRow(manager, Account, one.id);
      await this.database.holdRow(manager, Account, id);
      const account = await manager.findOneBy(Account, { id, name: Not(COMMAND_LINE) });
      if (!account || (account.deletedAt !== null && !deletedToo))
        throw new Problem('not_found', 'There is no such account.');
      requireHeld(account);
      return work(manager, account);
    });
  }

  private async update(
    manager: EntityManager,
    account: Account,
    changed: Partial<Account>,
  ): Promise<Account> {
    const after = { ...account, ...changed, version: account.version + 1 };
    await manager.update(Account, { id: account.id }, { ...changed, version: after.version });
    await recordAccountChange(manager, account.id, toInstant(this.clock.now()), account, after);
    return after;
  }

  /** @throws {Problem} last_administrator where nobody who can log in would be left to run this */
  private async requireAnother(manager: EntityManager, account: Account): Promise<void> {
    if (account.role !== 'administrator' || account.disabledAt !== null) return;
    const others = await manager.findBy(Account, {
      ...{ id: Not(account.id), role: 'administrator', disabledAt: IsNull(), name: Not(COMMAND_LINE) },
    });
    const mustLogIn = await canLogIn(manager, account.id);
    for (const other of others) if (!mustLogIn || (await canLogIn(manager, other.id))) return;
    throw new Problem(
      'last_administrator',
      'This is the last administrator who can log in. Make somebody else an administrator first.',
    );
  }

  private note(
    manager: EntityManager,
    acting: Acting,
    what: AccountChangeKind,
    accountId: string,
    detail?: string,
  ): Promise<void> {
    const at = toInstant(this.clock.now());
    return noteChange(manager, acting, { what, accountId, at, ...(detail !== undefined && { detail }) });
  }
}

const canLogIn = async (manager: EntityManager, accountId: string): Promise<boolean> =>
  (await manager.existsBy(Password, { accountId })) || manager.existsBy(Identity, { accountId });
