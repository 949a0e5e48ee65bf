import { Inject, Injectable } from '@nestjs/common';
import { type EntityManager, IsNull } from 'typeorm';
import { Clock } from '../clock.js';
import { CONFIG, type Config } from '../config.js';
import { newId } from '../database/ids.js';
import { Database } from '../database/write-gate.js';
import { toInstant } from '../days.js';
import type { Acting } from '../http/acting.js';
import { invalid } from '../http/validation.js';
import { Problem } from '../problems.js';
import { noteChange } from './account-change.entity.js';
import { Account } from './account.entity.js';
import { AccountsService } from './accounts.service.js';
import { Identity } from './identity.entity.js';
import { Invitation, type InvitationKind } from './invitation.entity.js';
import { Password } from './password.entity.js';
import { hashPassword, requireGoodPassword } from './passwords.js';
import { hashOf, newSecret } from './secrets.js';
import { replacePassword } from './sessions.service.js';
import { Session } from './session.entity.js';

const HOUR_MS = 3_600_000;
/** An invitation waits a week, a reset a day; the first link until the next start. */
const LASTS_MS = { first: null, invite: 7 * 24 * HOUR_MS, reset: 24 * HOUR_MS } as const;

export interface NewLink {
  /** For the address: only its hash is kept. */
  secret: string;
  expiresAt: string | null;
}

/** Whoever holds a link: with a password of their own choice, or with a login elsewhere. */
export type Proof = { password: string } | { issuer: string; subject: string };

/** Links that open one account, once: the first administrator's, invitations, resets. */
@Injectable()
export class InvitationsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly accounts: AccountsService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** A new link for an account; those before it are void. */
  async issue(manager: EntityManager, kind: InvitationKind, accountId: string | null): Promise<NewLink> {
    const now = this.clock.now();
    const lasts = LASTS_MS[kind];
    const expiresAt = lasts === null ? null : toInstant(new Date(now.getTime() + lasts));
    const secret = newSecret();
    await manager.delete(Invitation, { accountId: accountId ?? IsNull(), usedAt: IsNull() });
    const row = { id: newId(), kind, accountId, hash: hashOf(secret), expiresAt };
    await manager.insert(Invitation, { ...row, createdAt: toInstant(now), usedAt: null });
    return { secret, expiresAt };
  }

  /** @returns the link for the first administrator; null where somebody can log in already */
  async first(): Promise<NewLink | null> {
    return this.database.withWriteTransaction(async (manager) => {
      await manager.delete(Invitation, { kind: 'first', usedAt: IsNull() });
      return (await isInhabited(manager)) ? null : this.issue(manager, 'first', null);
    });
  }

  /** The address of a link. The secret stands after the #, which browsers send to nobody. */
  addressOf(secret: string, origin: string): string {
    return `${this.config.publicOrigin ?? origin}/desk/welcome#${secret}`;
  }

  /** What a link opens. @throws {Problem} link_void */
  async look(secret: string): Promise<Invitation> {
    const invitation = await this.find(this.database.read, secret);
    if (invitation.kind === 'first' && (await isInhabited(this.database.read))) throw linkVoid();
    return invitation;
  }

  /**
   * Uses a link. A reset ends all sessions of its account; its tokens hold on.
   *
   * @param name of the first administrator; others have theirs
   * @throws {Problem} link_void, also for all but one of those who use it at once; validation_failed, name_taken
   */
  async use(secret: string, name: string | undefined, proof: Proof, acting: Acting): Promise<Account> {
    const { kind, account } = await this.look(secret);
    const called = account?.name ?? name;
    if (called === undefined)
      throw invalid([{ field: 'name', message: 'is missing: say what you want to be called' }]);
    if (kind !== 'first' && name !== undefined && name !== called)
      throw invalid([{ field: 'name', message: `is ${called} already` }]);
    if ('password' in proof) requireGoodPassword(proof.password, called);
    const hash = 'password' in proof ? await hashPassword(proof.password) : null;
    const work = () =>
      this.database.withWriteTransaction(async (manager) => {
        const { id, kind, account: known } = await this.find(manager, secret);
        const at = toInstant(this.clock.now());
        const { affected } = await manager.update(Invitation, { id, usedAt: IsNull() }, { usedAt: at });
        if (affected !== 1 || (kind === 'first' && (await isInhabited(manager)))) throw linkVoid();
        const account = known ?? (await this.accounts.insert(manager, called, 'administrator', {}, acting));
        if (hash !== null) await replacePassword(manager, account.id, hash, at);
        else await this.link(manager, account.id, proof as Exclude<Proof, { password: string }>, acting);
        if (kind === 'reset') await manager.delete(Session, { accountId: account.id });
        const what = kind === 'reset' ? 'reset_used' : 'invitation_used';
        await noteChange(manager, { ...acting, accountId: account.id }, { what, accountId: account.id, at });
        return account;
      });
    return kind === 'first' ? this.accounts.naming(called, work) : work();
  }

  /** From now on, whoever that provider names so is this account. @throws {Problem} name_taken */
  async link(
    manager: EntityManager,
    accountId: string,
    { issuer, subject }: { issuer: string; subject: string },
    acting: Acting,
  ): Promise<void> {
    const known = await manager.findOneBy(Identity, { issuer, subject });
    if (known?.accountId === accountId) return;
    if (known) throw new Problem('name_taken', 'That login elsewhere belongs to another account here.');
    const linkedAt = toInstant(this.clock.now());
    await manager.insert(Identity, { id: newId(), accountId, issuer, subject, linkedAt });
    await noteChange(manager, acting, { what: 'identity_linked', accountId, at: linkedAt });
  }

  private async find(manager: EntityManager, secret: string): Promise<Invitation> {
    const found = await manager.findOne(Invitation, {
      where: { hash: hashOf(secret), usedAt: IsNull() },
      relations: { account: true },
    });
    const now = toInstant(this.clock.now());
    if (!found || found.account?.disabledAt || (found.expiresAt !== null && found.expiresAt <= now))
      throw linkVoid();
    return found;
  }
}

const linkVoid = (): Problem =>
  new Problem('link_void', 'This link was used already, is over, or was never given. Ask for another.');

/** Whether anyone can log in. */
async function isInhabited(manager: EntityManager): Promise<boolean> {
  const open = { account: { disabledAt: IsNull() } };
  return (await manager.exists(Password, { where: open })) || manager.exists(Identity, { where: open });
}
