import { Check, Entity, Index, PrimaryColumn } from 'typeorm';
import { DayColumn, FlagColumn, IntegerColumn, RefColumn } from '../database/columns.js';

/**
 * The probabilities of a forecaster that count for a scenario, and in which views: derived from the record, and
 * replaceable. Most pairs have one row that serves all six views; a revised forecast has a row for each probability. A
 * pair of which nothing counts has one row with no view. Probabilities that would count, but for a changed question, have
 * rows of their own, with no view and with the views in `ended`.
 */
@Entity('counted_forecast', { withoutRowid: true })
@Index('ix_counted_forecaster', ['forecasterId', 'topicId', 'day'])
@Index('ix_counted_probability', ['probabilityBp', 'fate', 'views'])
@Check('ck_counted_probability', '"probabilityBp" >= 0 AND "probabilityBp" <= 10000')
@Check('ck_counted_weight', '"weight" > 0 AND "weight" <= 10000')
@Check('ck_counted_views', '"views" >= 0 AND "views" < 64')
@Check('ck_counted_ended', '"ended" >= 0 AND "ended" < 64')
export class CountedForecast {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  scenarioId: string;

  @PrimaryColumn({ type: 'varchar', length: 36 })
  forecasterId: string;

  @PrimaryColumn({ type: 'integer' })
  part: number;

  /** A bit for each view in which it counts (`VIEWS`). */
  @IntegerColumn()
  views: number;

  @IntegerColumn()
  probabilityBp: number;

  /** Ten-thousandths of the pair: 10000 but for `timeWeighted`, which shares a pair's time among its probabilities. */
  @IntegerColumn()
  weight: number;

  /** Days from the statement of the forecast to the outcome, or to the deadline while there is none. */
  @IntegerColumn()
  leadDays: number;

  @FlagColumn()
  withdrawn: number;

  @FlagColumn()
  archival: number;

  /** A bit for each view in which a changed question ended it. */
  @IntegerColumn({ default: 0 })
  ended: number;

  /** From here on as on its scenario, so that one forecaster's record is read from one place. */
  @RefColumn()
  topicId: string;

  @DayColumn()
  day: string;

  @IntegerColumn()
  class: number;

  @IntegerColumn()
  fate: number;
}
