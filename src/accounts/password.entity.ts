import { Entity, Index, JoinColumn, ManyToOne } from 'typeorm';
import { IdColumn, InstantColumn, RefColumn, WordColumn } from '../database/columns.js';
import { Account } from './account.entity.js';

/** What an account logs in with: an Argon2id hash with its salt and its costs, and nothing of the password itself. */
@Entity('password')
@Index('password_account', ['accountId'], { unique: true })
export class Password {
  @IdColumn() id: string;
  @RefColumn() accountId: string;
  @ManyToOne(() => Account)
  @JoinColumn({ name: 'accountId', foreignKeyConstraintName: 'fk_password_account' })
  account?: Account;
  @WordColumn(200) hash: string;
  @InstantColumn() changedAt: string;
}
