import { Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn, WordColumn } from '../database/columns.js';

@Entity('setting')
export class Setting {
  @PrimaryColumn({ type: 'varchar', length: 64 })
  name: string;

  @WordColumn(1000)
  value: string;

  @InstantColumn()
  changedAt: string;
}
