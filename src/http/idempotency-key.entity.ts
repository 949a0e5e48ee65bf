import { Entity, Index } from 'typeorm';
import { IdColumn, InstantColumn, RefColumn, WordColumn } from '../database/columns.js';

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

  /** SHA-256 of the address and the body, hex. */
  @WordColumn(64)
  digest: string;

  /** What came of it. */
  @RefColumn()
  resultId: string;

  @InstantColumn()
  recordedAt: string;
}
