import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { newId } from '../database/ids.js';
import { Database } from '../database/write-gate.js';
import { toInstant } from '../days.js';
import { Problem } from '../problems.js';
import { Account } from './account.entity.js';
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
  ) {}

  /** Replaces the password of an account, and ends all its sessions. @throws {Problem} validation_failed */
  async setPassword(accountId: string, password: string): Promise<void> {
    requireGoodPassword(password);
    const hash = await hashPassword(password);
    await this.database.withWriteTransaction(async (manager) => {
      await manager.delete(Password, { accountId });
      await manager.insert(Password, { id: newId(), accountId, hash, changedAt: this.now() });
      await manager.delete(Session, { accountId });
    });
  }

  /** @throws {Problem} login_failed, the same whatever was wrong */
  async logIn(name: string, password: string): Promise<NewSession> {
    const account = await this.database.read.findOneBy(Account, { name: name.trim() });
    const known = account && (await this.database.read.findOneBy(Password, { accountId: account.id }));
    const right = await isPassword(password, known?.hash ?? null);
    if (!account || account.disabledAt || !right)
      throw new Problem('login_failed', 'This name and this password do not belong together.');
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
