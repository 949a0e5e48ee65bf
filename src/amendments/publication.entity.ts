import { Check, Entity, Index } from 'typeorm';
import { Account } from '../accounts/account.entity.js';
import { IdColumn, InstantColumn, RequestIdColumn, WordColumn } from '../database/columns.js';
import { Ref } from '../database/relations.js';

export const PUBLISHABLE = ['event', 'scenario', 'briefing'] as const;

/** Who decided when a record becomes public. Append-only; the latest decision stands on the record as `publicAt`. */
@Entity('publication')
@Index('ix_publication_subject', ['subjectId'])
@Check('ck_publication_subject', `"subject" IN ('event', 'scenario', 'briefing')`)
export class Publication {
  @IdColumn()
  id: string;

  @WordColumn(16)
  subject: (typeof PUBLISHABLE)[number];

  @WordColumn(36)
  subjectId: string;

  @InstantColumn({ nullable: true })
  publicAt: string | null;

  @Ref(() => Account, 'publication', 'loggedBy')
  loggedBy: Account;

  @InstantColumn()
  recordedAt: string;

  @RequestIdColumn()
  requestId: string | null;
}
