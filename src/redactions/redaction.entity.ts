import { Entity, Index } from 'typeorm';
import { Account } from '../accounts/account.entity.js';
import { IdColumn, InstantColumn, RequestIdColumn } from '../database/columns.js';
import { Ref } from '../database/relations.js';
import { Text } from '../texts/text.entity.js';

/** A text was ordered away: which, by whom, when and why. Append-only. */
@Entity('redaction')
@Index('uq_redaction_text', ['text'], { unique: true })
export class Redaction {
  @IdColumn()
  id: string;

  @Ref(() => Text, 'redaction', 'text')
  text: Text;

  @Ref(() => Text, 'redaction', 'reason')
  reason: Text;

  @Ref(() => Account, 'redaction', 'redactedBy')
  redactedBy: Account;

  /** The same instant as `redactedAt` of the text. */
  @InstantColumn()
  recordedAt: string;

  @RequestIdColumn()
  requestId: string | null;
}
