import { Check, Entity, Index, JoinColumn, ManyToOne } from 'typeorm';
import { IdColumn, InstantColumn, RefColumn, WordColumn } from '../database/columns.js';
import { Account } from './account.entity.js';

/** `first`: the first administrator of an empty house; `invite`: a new account; `reset`: a new password for one. */
export type InvitationKind = 'first' | 'invite' | 'reset';

/** A link that opens one account, once. Its secret is shown to whoever passes it on; here is only the hash. */
@Entity('invitation')
@Index('invitation_hash', ['hash'], { unique: true })
@Index('invitation_account_id', ['accountId'])
@Check('invitation_kind', `"kind" IN ('first', 'invite', 'reset')`)
@Check('invitation_account', `("kind" = 'first') = ("accountId" IS NULL)`)
export class Invitation {
  @IdColumn() id: string;
  @WordColumn(8) kind: InvitationKind;
  /** null for the first: the account is made when the link is used. */
  @RefColumn({ nullable: true }) accountId: string | null;
  @ManyToOne(() => Account)
  @JoinColumn({ name: 'accountId', foreignKeyConstraintName: 'fk_invitation_account' })
  account?: Account | null;
  @WordColumn(64) hash: string;
  @InstantColumn() createdAt: string;
  /** null for the first, which holds until the next start. */
  @InstantColumn({ nullable: true }) expiresAt: string | null;
  @InstantColumn({ nullable: true }) usedAt: string | null;
}
