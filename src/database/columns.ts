import { Column, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import { currentRequest } from './request-scope.js';

/**
 * The column types that mean the same on SQLite and PostgreSQL. Entities use these and no others, so that the schema
 * builder finds nothing to change on either engine.
 */
export interface ColumnChoices {
  nullable?: boolean;
  /** The column's name where it differs from the property's. */
  name?: string;
  /** Of rows that say nothing, where a column came later than its table. */
  default?: number;
}

/** An id that people see outside: a UUIDv7 made in code (`newId`). */
export const IdColumn = (): PropertyDecorator => PrimaryColumn({ type: 'varchar', length: 36 });

/** A sequence number given by the database: the order of record. */
export const SeqColumn = (): PropertyDecorator => PrimaryGeneratedColumn('increment', { type: 'integer' });

/** The id of another row. */
export const RefColumn = (choices: ColumnChoices = {}): PropertyDecorator => varchar(36, choices);

/** An instant, as `toInstant` writes it. */
export const InstantColumn = (choices: ColumnChoices = {}): PropertyDecorator => varchar(24, choices);

/** A calendar day, 'YYYY-MM-DD'. */
export const DayColumn = (choices: ColumnChoices = {}): PropertyDecorator => varchar(10, choices);

/** A short text of bounded length, or one of a few words. */
export const WordColumn = (length: number, choices: ColumnChoices = {}): PropertyDecorator =>
  varchar(length, choices);

/** Yes or no, as 1 or 0. */
export const FlagColumn = (choices: ColumnChoices = {}): PropertyDecorator => IntegerColumn(choices);

export const IntegerColumn = (choices: ColumnChoices = {}): PropertyDecorator =>
  Column({ type: 'integer', ...choices });

export const LongTextColumn = (choices: ColumnChoices = {}): PropertyDecorator =>
  Column({ type: 'text', ...choices });

export const NumberColumn = (choices: ColumnChoices = {}): PropertyDecorator =>
  Column({ type: 'double precision', ...choices });

/** Counts the changes of a row, from 1: what `If-Match` is held against. */
export const VersionColumn = (): PropertyDecorator => Column({ type: 'integer', default: 1 });

/** Id of the request that writes the row, filled in by itself; null at the command line. */
export const RequestIdColumn = (): PropertyDecorator =>
  Column({
    type: 'varchar',
    length: 36,
    nullable: true,
    transformer: {
      to: (given: string | null | undefined) => given ?? currentRequest()?.requestId ?? null,
      from: (stored: string | null) => stored,
    },
  });

function varchar(length: number, choices: ColumnChoices): PropertyDecorator {
  return Column({ type: 'varchar', length, ...choices });
}
