import { Check, Entity, Index, PrimaryColumn } from 'typeorm';
import { FlagColumn, IntegerColumn } from '../database/columns.js';
import type { RecordsFilter, Vantage } from '../forecasts/counting.js';

/** Which probability of a forecaster counts for a scenario, at each vantage: derived from the record, and replaceable. */
@Entity('counted_forecast')
@Index('ix_counted_forecaster', ['forecasterId', 'vantage', 'records'])
@Check('ck_counted_vantage', `"vantage" IN ('first', 'last', 'timeWeighted')`)
@Check('ck_counted_records', `"records" IN ('live', 'all')`)
@Check('ck_counted_weight', '"weight" > 0 AND "weight" <= 10000')
export class CountedForecast {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  scenarioId: string;

  @PrimaryColumn({ type: 'varchar', length: 36 })
  forecasterId: string;

  @PrimaryColumn({ type: 'varchar', length: 16 })
  vantage: Vantage;

  @PrimaryColumn({ type: 'varchar', length: 8 })
  records: RecordsFilter;

  /** 0 but for `timeWeighted`, which shares a pair's time among its probabilities. */
  @PrimaryColumn({ type: 'integer' })
  part: number;

  @IntegerColumn()
  probabilityBp: number;

  /** Ten-thousandths of the pair: 10000 but for `timeWeighted`. */
  @IntegerColumn()
  weight: number;

  /** Days from the statement of the forecast to the outcome, or to the deadline while there is none. */
  @IntegerColumn()
  leadDays: number;

  @FlagColumn()
  withdrawn: number;

  @FlagColumn()
  archival: number;
}
