import { Entity, PrimaryColumn } from 'typeorm';
import { LongTextColumn } from '../database/columns.js';

/**
 * What was counted of one class of scenarios in one period: of everything, of a topic, or of a forecaster. Each view
 * has its counts (`counts.ts`, keys in `count-keys.ts`). Derived, and replaceable.
 */
@Entity('tally', { withoutRowid: true })
export class Tally {
  /** A topic, a forecaster, or `all`. */
  @PrimaryColumn({ type: 'varchar', length: 36 })
  groupId: string;

  @PrimaryColumn({ type: 'integer' })
  class: number;

  /** `ever`, a month `m2026-05`, or, of everything, a day `d2026-05-03`. */
  @PrimaryColumn({ type: 'varchar', length: 11 })
  period: string;

  @LongTextColumn()
  firstLive: string;

  @LongTextColumn()
  lastLive: string;

  @LongTextColumn()
  timeWeightedLive: string;

  @LongTextColumn()
  firstAll: string;

  @LongTextColumn()
  lastAll: string;

  @LongTextColumn()
  timeWeightedAll: string;
}
