import { Entity, Index, JoinColumn, ManyToOne } from 'typeorm';
import { IdColumn, InstantColumn, RefColumn, WordColumn } from '../database/columns.js';
import { Account } from './account.entity.js';

/** A login that holds. The browser has the key, as a cookie; here is only its hash. Logging out deletes the row. */
@Entity('session')
@Index('session_hash', ['hash'], { unique: true })
@Index('session_account', ['accountId'])
export class Session {
  @IdColumn() id: string;
  @RefColumn() accountId: string;
  @ManyToOne(() => Account)
  @JoinColumn({ name: 'accountId', foreignKeyConstraintName: 'fk_session_account' })
  account?: Account;
  /** SHA-256 in hexadecimal of 256 random bits. */
  @WordColumn(64) hash: string;
  @InstantColumn() createdAt: string;
  @InstantColumn() lastSeenAt: string;
  /** The end that no use puts off. */
  @InstantColumn() expiresAt: string;
}
