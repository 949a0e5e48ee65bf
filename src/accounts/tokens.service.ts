import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../clock.js';
import { newId } from '../database/ids.js';
import { Database } from '../database/write-gate.js';
import { addDays, dayOf, startOfDay, toInstant } from '../days.js';
import type { Acting } from '../http/acting.js';
import { invalid } from '../http/validation.js';
import { type Role, ROLES, type Viewer } from '../http/viewer.js';
import { Problem } from '../problems.js';
import { noteChange } from './account-change.entity.js';
import { Account } from './account.entity.js';
import { ApiToken } from './api-token.entity.js';
import { listOf, listText, type LogFor } from './log-for.js';
import { hashOf, newSecret } from './secrets.js';
import type { CreateToken } from './token.dto.js';

export interface NewToken {
  row: ApiToken;
  /** Shown this once: only its hash is kept. */
  token: string;
}

const LAST_USE_EVERY_MS = 60_000;

/** What programs show instead of a login. */
@Injectable()
export class TokensService implements OnModuleDestroy {
  private readonly notes = new Set<Promise<void>>();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Whom a token stands for: the lesser of what it and its account may do. null where it opens nothing. */
  async viewerOf(bearer: string): Promise<Viewer | null> {
    const [token] = await this.database.read.find(ApiToken, {
      where: { hash: hashOf(bearer) },
      relations: { account: true },
    });
    const now = this.clock.now();
    if (!token?.account || token.revokedAt || token.account.disabledAt) return null;
    if (token.expiresAt && token.expiresAt <= toInstant(now)) return null;
    this.noteUse(token, now);
    const { id: accountId, role, mayLogFor } = token.account;
    const own = listOf(mayLogFor);
    return {
      accountId,
      role: lesser(role, token.scope),
      mayLogFor: token.mayLogFor === null ? own : both(own, listOf(token.mayLogFor)),
    };
  }

  /** Newest first. */
  async list(accountId: string): Promise<ApiToken[]> {
    return this.database.read.find(ApiToken, { where: { accountId }, order: { id: 'DESC' } });
  }

  /** @throws {Problem} validation_failed for more than the account may do, or a day that has passed */
  async create(accountId: string, body: CreateToken, acting: Acting): Promise<NewToken> {
    const now = this.clock.now();
    if (body.expiresOn !== undefined && body.expiresOn < dayOf(now, 'UTC'))
      throw invalid([{ field: 'expiresOn', message: 'has passed' }]);
    return this.database.withWriteTransaction(async (manager) => {
      const account = await manager.findOneByOrFail(Account, { id: accountId });
      if (lesser(account.role, body.scope) !== body.scope)
        throw invalid([{ field: 'scope', message: `may be ${account.role} at most, as your account is` }]);
      return this.add(manager, account, acting, {
        name: body.name.trim(),
        scope: body.scope,
        mayLogFor: body.mayLogFor ? listText(body.mayLogFor) : null,
        expiresAt: body.expiresOn ? toInstant(startOfDay(addDays(body.expiresOn, 1), 'UTC')) : null,
      });
    });
  }

  /** A token of an account, whoever asks for it. */
  async add(
    manager: EntityManager,
    account: Pick<Account, 'id' | 'role'>,
    acting: Acting,
    choices: Partial<Pick<ApiToken, 'name' | 'scope' | 'mayLogFor' | 'expiresAt'>> = {},
  ): Promise<NewToken> {
    const token = newSecret('hc_');
    const row = manager.create(ApiToken, {
      ...{ id: newId(), accountId: account.id, hash: hashOf(token) },
      ...{ name: 'from the command line', scope: account.role, mayLogFor: null, expiresAt: null, ...choices },
      ...{ createdAt: toInstant(this.clock.now()), lastUsedAt: null, revokedAt: null },
    });
    await manager.insert(ApiToken, row);
    await noteChange(manager, acting, { what: 'token_added', accountId: account.id, at: row.createdAt });
    return { row, token };
  }

  /**
   * Ends a token; its row stays. Again changes nothing.
   *
   * @param owner whose it must be; null for an administrator, who may end any
   * @throws {Problem} not_found for one that is not there, or somebody else's
   */
  async revoke(id: string, owner: string | null, acting: Acting): Promise<void> {
    const at = toInstant(this.clock.now());
    await this.database.withWriteTransaction(async (manager) => {
      const token = await manager.findOneBy(ApiToken, { id });
      if (!token || (owner !== null && token.accountId !== owner))
        throw new Problem('not_found', 'You have no such token.');
      if (token.revokedAt !== null) return;
      await manager.update(ApiToken, { id }, { revokedAt: at });
      await noteChange(manager, acting, { what: 'token_revoked', accountId: token.accountId, at });
    });
  }

  /** What is still being written is written before the database closes. */
  async onModuleDestroy(): Promise<void> {
    await Promise.all(this.notes);
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

const lesser = (one: Role, other: Role): Role => ROLES[Math.min(ROLES.indexOf(one), ROLES.indexOf(other))]!;

function both(one: LogFor, other: LogFor): LogFor {
  if (one === '*') return other;
  return other === '*' ? one : one.filter((slug) => other.includes(slug));
}
