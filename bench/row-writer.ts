import type { DataSource, QueryRunner } from 'typeorm';
import { bulkInsert } from '../src/database/bulk.js';

type Row = Record<string, unknown>;

/** Tables in an order in which none points at a later one. */
const ORDER = [
  ...['account', 'text', 'topic', 'forecaster', 'scenario', 'criteria', 'forecast', 'withdrawal'],
  ...['event', 'event_standing', 'evidence', 'resolution', 'resolution_evidence', 'setting'],
] as const;
type TableName = (typeof ORDER)[number];

/** Rows that wait: enough to share the cost of a statement, few enough that memory does not grow with the record. */
const WAITING = 5000;

/** Collects rows by table and writes them many at a time. Columns that a row does not name are null. */
export class RowWriter {
  private readonly waiting = new Map<TableName, Row[]>(ORDER.map((name) => [name, []]));
  written = 0;

  constructor(
    private readonly source: DataSource,
    private readonly runner: QueryRunner,
  ) {}

  async put(table: TableName, row: Row): Promise<void> {
    const rows = this.waiting.get(table)!;
    rows.push(row);
    if (rows.length >= WAITING) await this.flush();
  }

  async flush(): Promise<void> {
    for (const table of ORDER) {
      const rows = this.waiting.get(table)!.splice(0);
      if (rows.length === 0) continue;
      const metadata = this.source.entityMetadatas.find(({ tableName }) => tableName === table)!;
      const names = metadata.columns.map(({ databaseName }) => databaseName);
      const values = rows.map((row) => names.map((name) => row[name] ?? null));
      await this.runner.query(bulkInsert(metadata), [JSON.stringify(values)]);
      this.written += rows.length;
    }
  }
}
