import { Check, Entity, Index } from 'typeorm';
import { Account } from '../accounts/account.entity.js';
import { IdColumn, InstantColumn, IntegerColumn, RequestIdColumn, WordColumn } from '../database/columns.js';
import { Ref } from '../database/relations.js';
import { Text } from '../texts/text.entity.js';

export const ERRATUM_SUBJECTS = ['forecast', 'event', 'scenario', 'briefing'] as const;
export type ErratumSubject = (typeof ERRATUM_SUBJECTS)[number];

/** A slip and what was meant, with its proof: the slip stays visible, the corrected value counts. Append-only. */
@Entity('erratum')
@Index('ix_erratum_subject', ['subjectId', 'recordedAt'])
@Index('ix_erratum_recorded', ['recordedAt', 'id'])
@Check('ck_erratum_subject', `"subject" IN ('forecast', 'event', 'scenario', 'briefing')`)
@Check('ck_erratum_criteria', `("field" = 'criteriaChange') = ("criteriaVersion" IS NOT NULL)`)
export class Erratum {
  @IdColumn()
  id: string;

  @WordColumn(16)
  subject: ErratumSubject;

  @WordColumn(36)
  subjectId: string;

  @WordColumn(32)
  field: string;

  /** The version of the criteria that held the slip; null where another field held it. */
  @IntegerColumn({ nullable: true })
  criteriaVersion: number | null;

  @WordColumn(64, { nullable: true })
  was: string | null;

  @WordColumn(64, { nullable: true })
  became: string | null;

  @Ref(() => Text, 'erratum', 'wasText', { nullable: true })
  wasText: Text | null;

  @Ref(() => Text, 'erratum', 'becameText', { nullable: true })
  becameText: Text | null;

  @Ref(() => Text, 'erratum', 'proof')
  proof: Text;

  @Ref(() => Account, 'erratum', 'loggedBy')
  loggedBy: Account;

  @InstantColumn()
  recordedAt: string;

  @RequestIdColumn()
  requestId: string | null;
}
