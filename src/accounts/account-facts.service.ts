import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Clock } from '../clock.js';
import { Database } from '../database/write-gate.js';
import { toInstant } from '../days.js';
import { type AccountFacts, accountView, type AccountView } from './account.dto.js';
import type { Account } from './account.entity.js';
import { ApiToken } from './api-token.entity.js';
import { Identity } from './identity.entity.js';
import { Password } from './password.entity.js';
import { Session } from './session.entity.js';

/** What administrators want to know of accounts beside their rows. */
@Injectable()
export class AccountFactsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async viewOf(account: Account): Promise<AccountView> {
    const [view] = await this.viewsOf([account]);
    return view!;
  }

  async viewsOf(accounts: readonly Account[]): Promise<AccountView[]> {
    const where = { accountId: In(accounts.map(({ id }) => id)) };
    const { read } = this.database;
    const [passwords, identities, tokens, sessions] = await Promise.all([
      read.find(Password, { where, select: { id: true, accountId: true } }),
      read.findBy(Identity, where),
      read.findBy(ApiToken, where),
      read.findBy(Session, where),
    ]);
    const now = toInstant(this.clock.now());
    return accounts.map((account) => {
      const own = <T extends { accountId: string }>(rows: T[]) =>
        rows.filter(({ accountId }) => accountId === account.id);
      const seen = [
        ...own(tokens).map(({ lastUsedAt }) => lastUsedAt ?? ''),
        ...own(sessions).map(({ lastSeenAt }) => lastSeenAt),
      ];
      const facts: AccountFacts = {
        canLogIn: account.disabledAt === null && own([...passwords, ...identities]).length > 0,
        tokens: own(tokens).filter((one) => !one.revokedAt && (one.expiresAt ?? '9') > now).length,
        lastSeenAt: seen.sort().at(-1) || null,
      };
      return accountView(account, facts);
    });
  }
}
