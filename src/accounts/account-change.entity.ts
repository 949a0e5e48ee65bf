import type { EntityManager } from 'typeorm';
import { Entity, Index, JoinColumn, ManyToOne } from 'typeorm';
import { InstantColumn, RefColumn, SeqColumn, WordColumn } from '../database/columns.js';
import type { Acting } from '../http/acting.js';
import { Account } from './account.entity.js';

export const ACCOUNT_CHANGES = [
  ...['added', 'invited', 'invitation_used', 'reset_issued', 'reset_used', 'password_changed'],
  ...['role_changed', 'closed', 'reopened', 'deleted', 'token_added', 'token_revoked', 'identity_linked'],
] as const;
export type AccountChangeKind = (typeof ACCOUNT_CHANGES)[number];

/** What was done to an account, when, by whom, in which request. Rows stay; they name nobody but by id. */
@Entity('account_change')
@Index('account_change_account', ['accountId'])
export class AccountChange {
  @SeqColumn() seq: number;
  @InstantColumn() at: string;
  @WordColumn(24) what: AccountChangeKind;
  @WordColumn(64, { nullable: true }) detail: string | null;
  @WordColumn(36, { nullable: true }) requestId: string | null;
  /** Who did it; null for somebody who held a link, and for the command line. */
  @RefColumn({ nullable: true }) byId: string | null;
  @ManyToOne(() => Account)
  @JoinColumn({ name: 'byId', foreignKeyConstraintName: 'fk_account_change_by' })
  by?: Account | null;
  @RefColumn() accountId: string;
  @ManyToOne(() => Account)
  @JoinColumn({ name: 'accountId', foreignKeyConstraintName: 'fk_account_change_account' })
  account?: Account;
}

export interface Noted {
  what: AccountChangeKind;
  accountId: string;
  at: string;
  detail?: string;
}

/** Puts a change on record, in the transaction that makes it. */
export async function noteChange(manager: EntityManager, acting: Acting, change: Noted): Promise<void> {
  const { accountId: byId, requestId } = acting;
  await manager.insert(AccountChange, { ...change, detail: change.detail ?? null, byId, requestId });
}
