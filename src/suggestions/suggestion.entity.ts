import { Entity, Index, PrimaryColumn } from 'typeorm';
import { Account } from '../accounts/account.entity.js';
import { IdColumn, InstantColumn, RequestIdColumn } from '../database/columns.js';
import { Ref } from '../database/relations.js';
import { Event } from '../events/event.entity.js';
import { Scenario } from '../scenarios/scenario.entity.js';
import { Text } from '../texts/text.entity.js';

/**
 * An event that looked like what an open scenario speaks of when the later of the two was recorded: it brings the
 * scenario into the queue. Derived: what is shown is scored anew.
 */
@Entity('suggestion')
@Index('ix_suggestion_event', ['eventId'])
export class Suggestion {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  scenarioId: string;

  @PrimaryColumn({ type: 'varchar', length: 36 })
  eventId: string;
}

/** The scenarios for which an event looks like it, and nobody has linked or dismissed it: a subselect of their ids. */
export const LOOKED_LIKE = `SELECT g."scenarioId" FROM "suggestion" g
  WHERE NOT EXISTS (SELECT 1 FROM "evidence" l
      WHERE l."scenarioId" = g."scenarioId" AND l."eventId" = g."eventId")
    AND NOT EXISTS (SELECT 1 FROM "suggestion_dismissal" n
      WHERE n."scenarioId" = g."scenarioId" AND n."eventId" = g."eventId")`;

/** An editor said that an event does not bear on a scenario: it is not suggested again. Append-only. */
@Entity('suggestion_dismissal')
@Index('uq_suggestion_dismissal_pair', ['scenario', 'event'], { unique: true })
export class SuggestionDismissal {
  @IdColumn()
  id: string;

  @Ref(() => Scenario, 'suggestion_dismissal', 'scenario')
  scenario: Scenario;

  @Ref(() => Event, 'suggestion_dismissal', 'event')
  event: Event;

  @Ref(() => Text, 'suggestion_dismissal', 'reason', { nullable: true })
  reason: Text | null;

  @Ref(() => Account, 'suggestion_dismissal', 'dismissedBy')
  dismissedBy: Account;

  @InstantColumn()
  recordedAt: string;

  @RequestIdColumn()
  requestId: string | null;
}
