import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';

/** What a column holds. An empty cell is null; texts on record are never empty. */
export type ColumnType = 'text' | 'number' | 'flag';
export type Columns = Readonly<Record<string, ColumnType>>;

type ValueOf<T extends ColumnType> = T extends 'text' ? string : T extends 'number' ? number : boolean;
export type RowOf<C extends Columns> = { [Name in keyof C]: ValueOf<C[Name]> | null };

/**
 * A place where a spreadsheet would take what follows for a formula: the beginning of a cell, and each place inside where
 * one that parts cells at semicolons or tabs, or lines at every line end, would begin another. Texts alone are defused: a
 * number that begins with a minus is a number.
 */
const FORMULA = /(?<=^|[;\t\r\n])(?=['"]*[=+\-@＝＋－＠])|^(?='*[\t\r\n])/gu;
/** The apostrophe before such a place. */
const DEFUSED = /(?<=^|[;\t\r\n])'(?=['"]*[=+\-@＝＋－＠])|^'(?='*[\t\r\n])/gu;

const RECORD_END = '\r\n';

/** The row of names. */
export const csvHeader = (columns: Columns): string => lines([Object.keys(columns)]);

/** Source: RFC 4180. What a spreadsheet would take for a formula gets an apostrophe before it. */
export function csvRows<C extends Columns>(columns: C, rows: readonly RowOf<C>[]): string {
  const names: (keyof C)[] = Object.keys(columns);
  return rows.length === 0 ? '' : lines(rows.map((row) => names.map((name) => cellOf(row[name] ?? null))));
}

/** The rows that such a text was made of. */
export function readCsv<C extends Columns>(columns: C, text: string): RowOf<C>[] {
  const records = parse(text, { record_delimiter: RECORD_END });
  const names = Object.entries(columns);
  return records
    .slice(1)
    .map((cells) =>
      Object.fromEntries(names.map(([name, type], index) => [name, valueOf(type, cells[index] ?? '')])),
    ) as RowOf<C>[];
}

function lines(cells: readonly (readonly string[])[]): string {
  return stringify(cells as string[][], { record_delimiter: RECORD_END, quoted_match: /[\r\n]/ });
}

/** A text with an apostrophe before each formula that a spreadsheet would find in it. */
export const defused = (text: string): string => text.replace(FORMULA, "'");

function cellOf(value: string | number | boolean | null): string {
  if (value === null) return '';
  return typeof value === 'string' ? defused(value) : String(value);
}

function valueOf(type: ColumnType, cell: string): string | number | boolean | null {
  if (cell === '') return null;
  if (type === 'number') return Number(cell);
  if (type === 'flag') return cell === 'true';
  return cell.replace(DEFUSED, '');
}
