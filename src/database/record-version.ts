import { Check, Entity, type EntityManager, PrimaryColumn } from 'typeorm';
import { IntegerColumn } from './columns.js';

/**
 * One row that counts how often the public figures, or the names that they are shown under, have changed: what an
 * answer may be kept for, and the one lock that keeps two writers of the same tallies apart.
 */
@Entity('record_version')
@Check('ck_record_version_one', '"id" = 1')
export class RecordVersion {
  @PrimaryColumn({ type: 'integer' })
  id: number;

  @IntegerColumn()
  version: number;
}

/** Call it in the transaction that makes the change; it holds the row until that ends. */
export async function bumpRecordVersion(manager: EntityManager): Promise<void> {
  await manager.increment(RecordVersion, { id: 1 }, 'version', 1);
}

export async function recordVersion(manager: EntityManager): Promise<number> {
  return (await manager.findOneByOrFail(RecordVersion, { id: 1 })).version;
}
