import {
  type QueryRunner,
  Table,
  TableCheck,
  type TableColumnOptions,
  TableForeignKey,
  TableIndex,
} from 'typeorm';

type Nullable = { nullable?: boolean };

/** The few kinds of column that behave the same on both engines (see src/database/columns.ts). */
export const id = (): TableColumnOptions => ({ name: 'id', type: 'varchar', length: '36', isPrimary: true });
export const seq = (): TableColumnOptions => ({
  name: 'seq',
  type: 'integer',
  isPrimary: true,
  isGenerated: true,
  generationStrategy: 'increment',
});
export const reference = (name: string, { nullable = false }: Nullable = {}): TableColumnOptions => ({
  name: `${name}Id`,
  type: 'varchar',
  length: '36',
  isNullable: nullable,
});
export const word = (
  name: string,
  length: number,
  { nullable = false }: Nullable = {},
): TableColumnOptions => ({
  name,
  type: 'varchar',
  length: String(length),
  isNullable: nullable,
});
export const instant = (name: string, options: Nullable = {}) => word(name, 24, options);
export const day = (name: string, options: Nullable = {}) => word(name, 10, options);
export const integer = (name: string, { nullable = false }: Nullable = {}): TableColumnOptions => ({
  name,
  type: 'integer',
  isNullable: nullable,
});
export const longText = (name: string, { nullable = false }: Nullable = {}): TableColumnOptions => ({
  name,
  type: 'text',
  isNullable: nullable,
});

/** A reference column and the table that it points at. */
export interface Link {
  name: string;
  to: string;
  nullable?: boolean;
}
export const link = (name: string, to: string, options: Nullable = {}): Link => ({ name, to, ...options });
/** A text of this record, kept in the one table of texts. */
export const text = (name: string, options: Nullable = {}): Link => link(name, 'text', options);

export interface TableShape {
  name: string;
  columns: TableColumnOptions[];
  links?: Link[];
  /** Closed vocabularies and ranges, by constraint name. */
  checks?: Record<string, string>;
  unique?: Record<string, string[]>;
  indices?: Record<string, string[]>;
  /** On SQLite: rows stand in the order of their primary key, without a second number. */
  withoutRowid?: boolean;
}

/** Creates a table with its references, checks and indices, all of them named. */
export async function createTable(queryRunner: QueryRunner, shape: TableShape): Promise<void> {
  const links = shape.links ?? [];
  await queryRunner.createTable(
    new Table({
      name: shape.name,
      withoutRowid: shape.withoutRowid ?? false,
      columns: [...shape.columns, ...links.map((one) => reference(one.name, one))],
      foreignKeys: links.map(
        (one) =>
          new TableForeignKey({
            name: `fk_${shape.name}_${one.name}`,
            columnNames: [`${one.name}Id`],
            referencedTableName: one.to,
            referencedColumnNames: ['id'],
          }),
      ),
      checks: Object.entries(shape.checks ?? {}).map(
        ([name, expression]) => new TableCheck({ name, expression }),
      ),
      indices: [
        ...Object.entries(shape.unique ?? {}).map(
          ([name, columnNames]) => new TableIndex({ name, columnNames, isUnique: true }),
        ),
        ...Object.entries(shape.indices ?? {}).map(
          ([name, columnNames]) => new TableIndex({ name, columnNames }),
        ),
      ],
    }),
  );
}

/** `"column" IN ('a', 'b')`, for a CHECK; `orNull` also lets it be missing. */
export const oneOf = (column: string, values: readonly string[], orNull = false): string =>
  `${orNull ? `"${column}" IS NULL OR ` : ''}"${column}" IN (${values.map((value) => `'${value}'`).join(', ')})`;
