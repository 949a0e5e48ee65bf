import { Check, Entity, Index, type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';
import {
  DayColumn,
  FlagColumn,
  IdColumn,
  InstantColumn,
  IntegerColumn,
  LongTextColumn,
  NumberColumn,
  RefColumn,
  SeqColumn,
  WordColumn,
} from '../../src/database/columns.js';

/** One entity with every kind of column there is. */
@Entity('thing')
@Index('thing_word', ['word'], { unique: true })
@Check('thing_flag', '"flag" IN (0, 1)')
export class Thing {
  @IdColumn() id: string;
  @WordColumn(40) word: string;
  @FlagColumn() flag: number;
  @IntegerColumn({ nullable: true }) amount: number | null;
  @NumberColumn({ nullable: true }) score: number | null;
  @LongTextColumn({ nullable: true }) text: string | null;
  @InstantColumn({ nullable: true }) at: string | null;
  @DayColumn({ nullable: true }) on: string | null;
}

@Entity('entry')
export class Entry {
  @SeqColumn() seq: number;
  @RefColumn({ name: 'thing_id', nullable: true }) thingId: string | null;
  @WordColumn(40) word: string;
}

export class Things1000000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'thing',
        columns: [
          { name: 'id', type: 'varchar', length: '36', isPrimary: true },
          { name: 'word', type: 'varchar', length: '40' },
          { name: 'flag', type: 'integer' },
          { name: 'amount', type: 'integer', isNullable: true },
          { name: 'score', type: 'double precision', isNullable: true },
          { name: 'text', type: 'text', isNullable: true },
          { name: 'at', type: 'varchar', length: '24', isNullable: true },
          { name: 'on', type: 'varchar', length: '10', isNullable: true },
        ],
        checks: [{ name: 'thing_flag', expression: '"flag" IN (0, 1)' }],
      }),
    );
    await runner.createIndex(
      'thing',
      new TableIndex({ name: 'thing_word', columnNames: ['word'], isUnique: true }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('thing');
  }
}

export class Entries1000000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'entry',
        columns: [
          {
            name: 'seq',
            type: 'integer',
            isPrimary: true,
            isGenerated: true,
            generationStrategy: 'increment',
          },
          { name: 'thing_id', type: 'varchar', length: '36', isNullable: true },
          { name: 'word', type: 'varchar', length: '40' },
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('entry');
  }
}

export const schema = {
  entities: [Thing, Entry],
  migrations: [Things1000000000001, Entries1000000000002],
};
