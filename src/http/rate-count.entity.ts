import { Column, Entity, PrimaryColumn } from 'typeorm';
import { IntegerColumn } from '../database/columns.js';

/**
 * How often somebody has asked in a window of time, where several processes count together: on PostgreSQL. The columns, in
 * this order, are those of rate-limiter-flexible, which writes the rows.
 */
@Entity('rate_count')
export class RateCount {
  /** Whose and which count, as a digest: neither names nor addresses are kept. */
  @PrimaryColumn({ type: 'varchar', length: 255 })
  key: string;

  @IntegerColumn()
  points: number;

  /** Milliseconds since 1970. */
  @Column({ type: 'bigint', nullable: true })
  expire: number | null;
}
