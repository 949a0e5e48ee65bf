import { Entity, Index, PrimaryColumn } from 'typeorm';
import { DayColumn, InstantColumn, IntegerColumn, RefColumn } from '../database/columns.js';

/** A scenario as it stands in the tallies now: what to take out of them when it changes. Derived, and replaceable. */
@Entity('counted_scenario', { withoutRowid: true })
@Index('ix_counted_scenario_topic', ['topicId', 'day'])
@Index('ix_counted_scenario_day', ['day', 'scenarioId'])
@Index('ix_counted_scenario_changes', ['changesAt'])
export class CountedScenario {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  scenarioId: string;

  @RefColumn()
  topicId: string;

  /** Of the outcome, or of the deadline while it is open; empty for imports without a day, so that it sorts. */
  @DayColumn()
  day: string;

  /** Kind, term, testability and whether it is public (`classOf`). */
  @IntegerColumn()
  class: number;

  /** What has become of it (`fateOf`). */
  @IntegerColumn()
  fate: number;

  /** The next instant at which the clock alone changes its class or fate: an embargo ends, a deadline passes. */
  @InstantColumn({ nullable: true })
  changesAt: string | null;
}
