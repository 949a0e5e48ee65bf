import { Check, Entity, Index, JoinColumn, ManyToOne } from 'typeorm';
import { IdColumn, InstantColumn, LongTextColumn, RefColumn, WordColumn } from '../database/columns.js';
import type { Role } from '../http/viewer.js';
import { Account } from './account.entity.js';

/** A token of an account. Only its hash is here: the token itself is shown once and kept nowhere. */
@Entity('api_token')
@Index('api_token_hash', ['hash'], { unique: true })
@Index('api_token_account_id', ['accountId'])
@Check('api_token_scope', `"scope" IN ('reader', 'analyst', 'editor', 'administrator')`)
export class ApiToken {
  @IdColumn() id: string;
  @RefColumn() accountId: string;
  @ManyToOne(() => Account)
  @JoinColumn({ name: 'accountId', foreignKeyConstraintName: 'api_token_account' })
  account?: Account;
  /** What its owner calls it. */
  @WordColumn(80) name: string;
  /** The most that it may do; less, where its account may do less. */
  @WordColumn(16) scope: Role;
  /** Slugs of forecasters with commas between them; null for those of its account. */
  @LongTextColumn({ nullable: true }) mayLogFor: string | null;
  /** SHA-256 in hexadecimal: a token has 256 random bits, so nothing slower is needed. */
  @WordColumn(64) hash: string;
  @InstantColumn() createdAt: string;
  @InstantColumn({ nullable: true }) lastUsedAt: string | null;
  @InstantColumn({ nullable: true }) revokedAt: string | null;
  @InstantColumn({ nullable: true }) expiresAt: string | null;
}
