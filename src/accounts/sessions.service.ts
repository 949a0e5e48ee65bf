import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../clock.js';
import { newId } from '../database/ids.js';
import { Database } from '../database/write-gate.js';
import { toInstant } from '../days.js';
import { type Acting, AT_THE_COMMAND_LINE } from '../http/acting.js';
import { invalid } from '../http/validation.js';
import { Problem } from '../problems.js';
import { noteChange } from './account-change.entity.js';
import { Account } from './account.entity.js';
import { LoginLimits } from './login-limits.js';
import { Password } from './password.entity.js';
import { hashPassword, isPassword, requireGoodPassword } from './passwords.js';
import { hashOf, newSecret } from './secrets.js';
import { Session } from './session.entity.js';

const HOUR_MS = 3_600_000;
/** Unused for this long, a session has ended. */
export const IDLE_MS = 12 * HOUR_MS;
/** However much it is used, it ends after this. */
export const LONGEST_MS = 14 * 24 * HOUR_MS;
const NOTE_EVERY_MS = 60_000;

export interface NewSession {
  /** For the cookie: only its hash is kept. */
  key: string;
  expiresAt: string;
  account: Account;
}

/** Passwords and logins. */
@Injectable()
export class SessionsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly limits: LoginLimits,
  ) {}

  /** Replaces the password of an account from the command line, and ends all its sessions. @throws {Problem} validation_failed */
  async setPassword(accountId: string, password: string): Promise<void> {
    const { name } = await this.database.read.findOneByOrFail(Account, { id: accountId });
    requireGoodPassword(password, name);
    const hash = await hashPassword(password);
    await this.database.withWriteTransaction(async (manager) => {
      await replacePassword(manager, accountId, hash, this.now());
      await manager.delete(Session, { accountId });
      await noteChange(manager, AT_THE_COMMAND_LINE, { what: 'password_changed', accountId, at: this.now() });
    });
  }

  /**
   * Somebody's own new password. It ends all their sessions and opens a new one.
   *
   * @throws {Problem} validation_failed for a wrong or a poor password, too_many_attempts
   */
  async changePassword(
    accountId: string,
    { current, password }: { current?: string | undefined; password: string },
    address: string,
    acting: Acting,
  ): Promise<NewSession> {
    const account = await this.database.read.findOneByOrFail(Account, { id: accountId });
    await this.requirePassword(account, current, address);
    requireGoodPassword(password, account.name);
    const hash = await hashPassword(password);
    await this.database.withWriteTransaction(async (manager) => {
      await replacePassword(manager, accountId, hash, this.now());
      await manager.delete(Session, { accountId });
      await noteChange(manager, acting, { what: 'password_changed', accountId, at: this.now() });
    });
    return this.open(account);
  }

  /**
   * Somebody who is logged in proves again who they are. An account without a password has nothing to prove it with.
   *
   * @throws {Problem} validation_failed, too_many_attempts
   */
  async requirePassword(account: Account, password: string | undefined, address: string): Promise<void> {
    const known = await this.database.read.findOneBy(Password, { accountId: account.id });
    if (!known) return;
    await this.limits.begin(account.name, address);
    if (password === undefined || !(await isPassword(password, known.hash)))
      throw invalid([{ field: 'current', message: 'is not your password' }]);
    await this.limits.succeeded(account.name, address);
  }

  /**
   * @param address where it comes from: attempts are counted by account and by address
   * @throws {Problem} login_failed, the same whatever was wrong; too_many_attempts
   */
  async logIn(name: string, password: string, address: string): Promise<NewSession> {
    await this.limits.begin(name, address);
    const account = await this.database.read.findOneBy(Account, { name: name.trim() });
    const known = account && (await this.database.read.findOneBy(Password, { accountId: account.id }));
    const right = await isPassword(password, known?.hash ?? null);
    if (!account || account.disabledAt || !right)
      throw new Problem('login_failed', 'This name and this password do not belong together.');
    await this.limits.succeeded(name, address);
    return this.open(account);
  }

  /** A new session, with a key that was not there before. */
  async open(account: Account): Promise<NewSession> {
    const key = newSecret();
    const now = this.clock.now();
    const expiresAt = toInstant(new Date(now.getTime() + LONGEST_MS));
    const row = { id: newId(), accountId: account.id, hash: hashOf(key), expiresAt };
    await this.database.withWriteTransaction((manager) =>
      manager.insert(Session, { ...row, createdAt: toInstant(now), lastSeenAt: toInstant(now) }),
    );
    return { key, expiresAt, account };
  }

  /** null where the session is unknown, idle for too long, or over. */
  async accountOf(key: string): Promise<Account | null> {
    const session = await this.database.read.findOne(Session, {
      where: { hash: hashOf(key) },
      relations: { account: true },
    });
    const now = this.clock.now();
    if (!session?.account || session.account.disabledAt) return null;
    if (session.expiresAt <= toInstant(now)) return null;
    if (session.lastSeenAt <= toInstant(new Date(now.getTime() - IDLE_MS))) return null;
    await this.noteUse(session, now);
    return session.account;
  }

  /** Where an account is logged in, latest first. */
  async list(accountId: string): Promise<Session[]> {
    const now = this.clock.now();
    const rows = await this.database.read.find(Session, {
      where: { accountId },
      order: { lastSeenAt: 'DESC' },
    });
    const idle = toInstant(new Date(now.getTime() - IDLE_MS));
    return rows.filter((row) => row.expiresAt > toInstant(now) && row.lastSeenAt > idle);
  }

  /** Logs an account out everywhere. */
  async endAll(accountId: string): Promise<void> {
    await this.database.withWriteTransaction((manager) => manager.delete(Session, { accountId }));
  }

  async end(key: string): Promise<void> {
    await this.database.withWriteTransaction((manager) => manager.delete(Session, { hash: hashOf(key) }));
  }

  /** At most once a minute; where nothing can be written, reading goes on. */
  private async noteUse({ id, lastSeenAt }: Session, now: Date): Promise<void> {
    if (lastSeenAt > toInstant(new Date(now.getTime() - NOTE_EVERY_MS))) return;
    await this.database
      .withWriteTransaction((manager) => manager.update(Session, { id }, { lastSeenAt: toInstant(now) }))
      .catch(() => undefined);
  }

  private now(): string {
    return toInstant(this.clock.now());
  }
}

/** In a transaction that also ends what the old one had opened, or means not to. */
export async function replacePassword(
  manager: EntityManager,
  accountId: string,
  hash: string,
  changedAt: string,
): Promise<void> {
  await manager.delete(Password, { accountId });
  await manager.insert(Password, { id: newId(), accountId, hash, changedAt });
}
