import { Check, Entity, Index } from 'typeorm';
import { Account } from '../accounts/account.entity.js';
import { DayColumn, IdColumn, InstantColumn, IntegerColumn, WordColumn } from '../database/columns.js';
import { Ref } from '../database/relations.js';
import { Text } from '../texts/text.entity.js';
import { Topic } from '../topics/topic.entity.js';
import type { Standing } from './standings.js';

export { type Standing, STANDINGS } from './standings.js';

/** Something that happened on a day, as it is believed now; how that belief came about is in `event_standing`. */
@Entity('event')
@Index('ix_event_topic_day', ['topic', 'occurredOn'])
@Index('ix_event_day', ['occurredOn'])
@Index('ix_event_standing_day', ['standing', 'occurredOn'])
@Check('ck_event_standing', `"standing" IN ('reported', 'confirmed', 'disputed', 'retracted')`)
export class Event {
  @IdColumn()
  id: string;

  @Ref(() => Topic, 'event', 'topic')
  topic: Topic;

  /** The day it happened; the corrected one, where an erratum corrected it. */
  @DayColumn()
  occurredOn: string;

  @Ref(() => Text, 'event', 'headline')
  headline: Text;

  @Ref(() => Text, 'event', 'summary', { nullable: true })
  summary: Text | null;

  /** On whose word its figures rest: "on the ministry's count". */
  @Ref(() => Text, 'event', 'attribution', { nullable: true })
  attribution: Text | null;

  @WordColumn(16)
  standing: Standing;

  /** Null: desk only. A future instant: embargo. */
  @InstantColumn({ nullable: true })
  publicAt: string | null;

  @Ref(() => Account, 'event', 'loggedBy')
  loggedBy: Account;

  @InstantColumn()
  recordedAt: string;

  @IntegerColumn()
  version: number;
}

/** One step in what was believed of an event. Append-only. */
@Entity('event_standing')
@Index('ix_event_standing_event', ['event'])
@Check('ck_event_standing_standing', `"standing" IN ('reported', 'confirmed', 'disputed', 'retracted')`)
export class EventStanding {
  @IdColumn()
  id: string;

  @Ref(() => Event, 'event_standing', 'event')
  event: Event;

  @WordColumn(16)
  standing: Standing;

  @Ref(() => Text, 'event_standing', 'reason', { nullable: true })
  reason: Text | null;

  @Ref(() => Account, 'event_standing', 'loggedBy')
  loggedBy: Account;

  @InstantColumn()
  recordedAt: string;
}
