import { Check, Entity, type EntityManager, PrimaryColumn } from 'typeorm';
import { IntegerColumn } from './columns.js';

/**
 * One row that counts how often the figures, or the names that they are shown under, have changed: what an answer may be
 * kept for, and the one lock that keeps two writers of the same tallies apart. What readers may see is counted apart:
 * its number must not tell them that something hidden has happened.
 */
@Entity('record_version')
@Check('ck_record_version_one', '"id" = 1')
export class RecordVersion {
  @PrimaryColumn({ type: 'integer' })
  id: number;

  @IntegerColumn()
  version: number;

  @IntegerColumn()
  publicVersion: number;
}

/**
 * Call it in the transaction that makes the change; it holds the row until that ends.
 *
 * @param isPublic whether readers may see what has changed
 */
export async function bumpRecordVersion(manager: EntityManager, isPublic: boolean): Promise<void> {
  await manager.increment(RecordVersion, { id: 1 }, 'version', 1);
  if (isPublic) await manager.increment(RecordVersion, { id: 1 }, 'publicVersion', 1);
}

/** As the desk, or as readers may know it. */
export async function recordVersion(manager: EntityManager, desk: boolean): Promise<number> {
  const { version, publicVersion } = await manager.findOneByOrFail(RecordVersion, { id: 1 });
  return desk ? version : publicVersion;
}
