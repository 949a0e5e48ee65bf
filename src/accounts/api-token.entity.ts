import { Entity, Index, JoinColumn, ManyToOne } from 'typeorm';
import { IdColumn, InstantColumn, RefColumn, WordColumn } from '../database/columns.js';
import { Account } from './account.entity.js';

/** A token of an account. Only its hash is here: the token itself is shown once and kept nowhere. */
@Entity('api_token')
@Index('api_token_hash', ['hash'], { unique: true })
@Index('api_token_account_id', ['accountId'])
export class ApiToken {
  @IdColumn() id: string;
  @RefColumn() accountId: string;
  @ManyToOne(() => Account)
  @JoinColumn({ name: 'accountId', foreignKeyConstraintName: 'api_token_account' })
  account?: Account;
  /** SHA-256 in hexadecimal: a token has 256 random bits, so nothing slower is needed. */
  @WordColumn(64) hash: string;
  @InstantColumn() createdAt: string;
  @InstantColumn({ nullable: true }) lastUsedAt: string | null;
  @InstantColumn({ nullable: true }) revokedAt: string | null;
  @InstantColumn({ nullable: true }) expiresAt: string | null;
}
