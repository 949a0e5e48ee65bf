import { Check, Entity, Index } from 'typeorm';
import { Account } from '../accounts/account.entity.js';
import { FlagColumn, IdColumn, InstantColumn, RequestIdColumn, WordColumn } from '../database/columns.js';
import { Ref } from '../database/relations.js';
import { Event } from '../events/event.entity.js';
import type { Subject } from '../scenarios/criteria.entity.js';
import { Scenario } from '../scenarios/scenario.entity.js';
import { Text } from '../texts/text.entity.js';

export const BEARINGS = ['supports', 'undermines', 'settles'] as const;
export type Bearing = (typeof BEARINGS)[number];

/**
 * The link of an event to the statement of a scenario, or to its premise. Append-only: where one event was linked twice to
 * the same, the later row counts.
 */
@Entity('evidence')
@Index('ix_evidence_scenario', ['scenario'])
@Index('ix_evidence_event', ['event'])
@Check('ck_evidence_subject', `"subject" IN ('statement', 'premise')`)
@Check('ck_evidence_bearing', `"bearing" IN ('supports', 'undermines', 'settles')`)
@Check('ck_evidence_after_publication', '"afterPublication" IN (0, 1)')
export class Evidence {
  @IdColumn()
  id: string;

  @Ref(() => Scenario, 'evidence', 'scenario')
  scenario: Scenario;

  @Ref(() => Event, 'evidence', 'event')
  event: Event;

  /** What it bears on. Evidence on the premise never settles the statement. */
  @WordColumn(16)
  subject: Subject;

  @WordColumn(16)
  bearing: Bearing;

  /** 1 where an event of the opening day is stated to have come after publication. */
  @FlagColumn()
  afterPublication: number;

  @Ref(() => Text, 'evidence', 'note', { nullable: true })
  note: Text | null;

  @Ref(() => Text, 'evidence', 'quote', { nullable: true })
  quote: Text | null;

  @Ref(() => Account, 'evidence', 'loggedBy')
  loggedBy: Account;

  @InstantColumn()
  recordedAt: string;

  @RequestIdColumn()
  requestId: string | null;
}
