import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../clock.js';
import { toInstant } from '../days.js';
import { isUniqueViolation } from '../database/driver-errors.js';
import { newId } from '../database/ids.js';
import { Database } from '../database/write-gate.js';
import type { Authenticator, Role, Viewer } from '../http/viewer.js';
import { Problem } from '../problems.js';
import { Account } from './account.entity.js';
import { ApiToken } from './api-token.entity.js';
import { hashOf, newSecret } from './secrets.js';
import { SessionsService } from './sessions.service.js';

export interface NewAccount {
  account: Account;
  /** Shown this once: only its hash is kept. */
  token: string;
}

export interface AccountChoices {
  /** Slugs of the forecasters that the account may log for; '*' (the default) for all. */
  mayLogFor?: '*' | string[];
}

const LAST_USE_EVERY_MS = 60_000;
const COMMAND_LINE = 'command line';

@Injectable()
export class AccountsService implements Authenticator, OnModuleDestroy {
  private readonly notes = new Set<Promise<void>>();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly sessions: SessionsService,
  ) {}

  /** @throws {Problem} `name_taken`, or `validation_failed` for a name that is blank or too long */
  async add(name: string, role: Role, choices: AccountChoices = {}): Promise<NewAccount> {
    if (!/\S/.test(name) || name.length > 80) {
      throw new Problem('validation_failed', 'The name of an account has 1 to 80 characters.');
    }
    const createdAt = toInstant(this.clock.now());
    const account: Account = {
      id: newId(),
      name: name.trim(),
      role,
      mayLogFor: listText(choices.mayLogFor ?? '*'),
      createdAt,
      disabledAt: null,
    };
    const token = await this.database
      .withWriteTransaction(async (manager) => {
        await manager.insert(Account, account);
        return this.addToken(manager, account);
      })
      .catch((error: unknown) => {
        if (!isUniqueViolation(error)) throw error;
        throw new Problem('name_taken', `There is an account named "${account.name}" already.`);
      });
    return { account, token };
  }

  /** A further token for an account that is there. */
  async issueToken(name: string): Promise<string> {
    return this.database.withWriteTransaction(async (manager) => {
      const account = await manager.findOneBy(Account, { name });
      if (!account) throw new Problem('not_found', `There is no account named "${name}".`);
      return this.addToken(manager, account);
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

  async viewerOf(bearer: string): Promise<Viewer | null> {
    const [token] = await this.database.read.find(ApiToken, {
      where: { hash: hashOf(bearer) },
      relations: { account: true },
    });
    const now = this.clock.now();
    if (!token?.account || token.revokedAt || token.account.disabledAt) return null;
    if (token.expiresAt && token.expiresAt <= toInstant(now)) return null;
    this.noteUse(token, now);
    return viewerOf(token.account);
  }

  /** What is still being written is written before the database closes. */
  async onModuleDestroy(): Promise<void> {
    await Promise.all(this.notes);
  }

  private async addToken(manager: EntityManager, account: Account): Promise<string> {
    const token = newSecret('hc_');
    const row = {
      id: newId(),
      accountId: account.id,
      hash: hashOf(token),
      createdAt: toInstant(this.clock.now()),
    };
    await manager.insert(ApiToken, { ...row, lastUsedAt: null, revokedAt: null, expiresAt: null });
    return token;
  }

  /** At most once a minute, beside the request: reading must go on when nothing can be written. */
  private noteUse(token: ApiToken, now: Date): void {
    const due = toInstant(new Date(now.getTime() - LAST_USE_EVERY_MS));
    if (token.lastUsedAt !== null && token.lastUsedAt > due) return;
    const note = this.database
      .withWriteTransaction(async (manager) => {
        await manager
          .createQueryBuilder()
          .update(ApiToken)
          .set({ lastUsedAt: toInstant(now) })
          .where('id = :id AND ("lastUsedAt" IS NULL OR "lastUsedAt" <= :due)', { id: token.id, due })
          .execute();
      })
      .catch(() => undefined)
      .finally(() => this.notes.delete(note));
    this.notes.add(note);
  }
}

function listText(slugs: '*' | string[]): string {
  return slugs === '*' ? '*' : slugs.join(',');
}

const viewerOf = ({ id, role, mayLogFor }: Account): Viewer => ({
  accountId: id,
  role,
  mayLogFor: listOf(mayLogFor),
});

export function listOf(text: string): '*' | string[] {
  return text === '*' ? '*' : text.split(',').filter((slug) => slug !== '');
}
