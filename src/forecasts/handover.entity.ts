import { Check, Entity, Index } from 'typeorm';
import { Account } from '../accounts/account.entity.js';
import { Briefing } from '../briefings/briefing.entity.js';
import { IdColumn, InstantColumn, RequestIdColumn } from '../database/columns.js';
import { Ref } from '../database/relations.js';
import { Text } from '../texts/text.entity.js';

/** A briefing that is not on record yet: an analyst hands it on, and an editor records it. Append-only; desk only. */
@Entity('handover')
@Index('ix_handover_recorded', ['recordedAt', 'id'])
@Index('ix_handover_logged_by', ['loggedBy'])
export class Handover {
  @IdColumn()
  id: string;

  @Ref(() => Text, 'handover', 'headline')
  headline: Text;

  /** What was pasted. */
  @Ref(() => Text, 'handover', 'text', { nullable: true })
  text: Text | null;

  /** What was said beside it: the other fields of `POST briefings`, as JSON. */
  @Ref(() => Text, 'handover', 'fields')
  fields: Text;

  @Ref(() => Text, 'handover', 'note', { nullable: true })
  note: Text | null;

  @Ref(() => Account, 'handover', 'loggedBy')
  loggedBy: Account;

  @InstantColumn()
  recordedAt: string;

  @RequestIdColumn()
  requestId: string | null;
}

/** What became of it: a briefing on record, or a reason why not. Append-only. */
@Entity('handover_end')
@Index('uq_handover_end_handover', ['handover'], { unique: true })
@Check('ck_handover_end_how', `("briefingId" IS NULL) <> ("reasonId" IS NULL)`)
export class HandoverEnd {
  @IdColumn()
  id: string;

  @Ref(() => Handover, 'handover_end', 'handover')
  handover: Handover;

  @Ref(() => Briefing, 'handover_end', 'briefing', { nullable: true })
  briefing: Briefing | null;

  @Ref(() => Text, 'handover_end', 'reason', { nullable: true })
  reason: Text | null;

  @Ref(() => Account, 'handover_end', 'loggedBy')
  loggedBy: Account;

  @InstantColumn()
  recordedAt: string;

  @RequestIdColumn()
  requestId: string | null;
}
