import { Check, Entity, Index } from 'typeorm';
import { IdColumn, InstantColumn, LongTextColumn, VersionColumn, WordColumn } from '../database/columns.js';
import type { Role } from '../http/viewer.js';

/** Someone, or something, that may write. Not a forecaster: an account may log what others have said. */
@Entity('account')
@Index('account_name', ['name'], { unique: true })
@Check('account_role', `"role" IN ('reader', 'analyst', 'editor', 'administrator')`)
export class Account {
  @IdColumn() id: string;
  /** For logging in; readers never see it. */
  @WordColumn(80) name: string;
  /** What readers see beside what it has done; null for the word of its role. */
  @WordColumn(80, { nullable: true }) displayName: string | null;
  @WordColumn(16) role: Role;
  /** '*', or the slugs of forecasters with commas between them. */
  @LongTextColumn() mayLogFor: string;
  @InstantColumn() createdAt: string;
  @InstantColumn({ nullable: true }) disabledAt: string | null;
  /** When the person was taken out of it. What it has logged stays, under a name that says nothing. */
  @InstantColumn({ nullable: true }) deletedAt: string | null;
  @VersionColumn() version: number;
}
