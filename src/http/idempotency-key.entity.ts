import { Entity, Index } from 'typeorm';
import { IdColumn, InstantColumn, LongTextColumn, RefColumn, WordColumn } from '../database/columns.js';

/** A request that was carried out, under the key that its client gave it: written in the transaction that did it. */
@Entity('idempotency_key')
@Index('uq_idempotency_key', ['accountId', 'key'], { unique: true })
@Index('ix_idempotency_key_recorded', ['recordedAt'])
export class IdempotencyKey {
  @IdColumn()
  id: string;

  @RefColumn()
  accountId: string;

  @WordColumn(200)
  key: string;

  /** SHA-256 of the method, the address and the body, hex. */
  @WordColumn(64)
  digest: string;

  /** What the work resolved to, as JSON; null where that is not kept. */
  @LongTextColumn({ nullable: true })
  result: string | null;

  @InstantColumn()
  recordedAt: string;
}
