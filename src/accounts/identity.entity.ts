import { Entity, Index, JoinColumn, ManyToOne } from 'typeorm';
import { IdColumn, InstantColumn, RefColumn, WordColumn } from '../database/columns.js';
import { Account } from './account.entity.js';

/** Whom somebody else vouches for: the subject that an OpenID provider names, and the account that it opens here. */
@Entity('identity')
@Index('identity_issuer_subject', ['issuer', 'subject'], { unique: true })
@Index('identity_account', ['accountId'])
export class Identity {
  @IdColumn() id: string;
  @RefColumn() accountId: string;
  @ManyToOne(() => Account)
  @JoinColumn({ name: 'accountId', foreignKeyConstraintName: 'fk_identity_account' })
  account?: Account;
  @WordColumn(300) issuer: string;
  @WordColumn(255) subject: string;
  @InstantColumn() linkedAt: string;
}
