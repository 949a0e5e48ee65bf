import { type CsvError, parse } from 'csv-parse/browser/esm/sync';
import type { Kind, Term } from '../../data.js';
import { KIND_WORDS, TERM_WORDS } from '../../words.js';
import type { Chosen } from '../quick/quick-draft.js';
import { type Line, type Lines, nameOf, type Note, SIGNS } from './lines.js';

/** The columns that are read. */
export const COLUMNS = [
  ...(['statement', 'probability', 'kind', 'term', 'deadline', 'topic'] as const),
  ...(['premise', 'criteria', 'forecaster'] as const),
];
type Column = (typeof COLUMNS)[number];

interface Parsed {
  info: { lines: number };
  record: Record<string, string>;
  raw: string;
}

/**
 * A table of predictions.
 *
 * @param mark what stands between its columns
 * @throws {Error} that names the line, where it cannot be read
 */
export function readTable(text: string, mark: string): Lines {
  let columns: string[] = [];
  const rows = parsed(text, mark, (heads) => (columns = heads.map(nameOf)));
  // A record ends on the line that is counted, and begins after the one before it.
  const lines = rows.map(({ record, raw, info }) => {
    const source = raw.trim();
    return { at: info.lines - source.split('\n').length + 1, source, ...fieldsOf(record) };
  });
  return {
    lines,
    unread: columns.filter((name) => !(COLUMNS as string[]).includes(name) && name !== ''),
  };
}

function parsed(text: string, delimiter: string, onHeads: (heads: string[]) => string[]): Parsed[] {
  try {
    return parse(text, {
      ...{ bom: true, columns: onHeads, delimiter, info: true, raw: true },
      ...{
        relax_column_count: true,
        skip_empty_lines: true,
        skip_records_with_empty_values: true,
        trim: true,
      },
    }) as unknown as Parsed[];
  } catch (error) {
    const { lines, message } = error as CsvError & { lines?: number };
    throw new Error(`The table cannot be read${lines ? ` at line ${lines}` : ''}: ${message}`, {
      cause: error,
    });
  }
}

type Fields = Pick<Line, 'line' | 'chosen' | 'criteria' | 'notes'>;

function fieldsOf(record: Record<string, string>): Fields {
  const said = (column: Column): string => record[column] ?? '';
  const chosen: Chosen = { statement: said('statement') };
  const notes: Note[] = [];
  /** Takes a column if it says something, and it can be read. */
  const take = <K extends Column & keyof Chosen>(
    column: K,
    read: (text: string) => Chosen[K],
    as: string,
  ): void => {
    const text = said(column);
    const value = text === '' ? undefined : read(text);
    if (value !== undefined) chosen[column] = value;
    else if (text !== '') notes.push({ about: column, says: `“${text}” is no ${column}: ${as}.` });
  };
  take('kind', (text) => SIGNS[text] ?? among<Kind>(KIND_WORDS, text), 'risk, opportunity or consequence');
  take('term', (text) => among<Term>(TERM_WORDS, text), 'short, medium or long');
  take('probability', probabilityOf, 'write 0.65 or 65 %');
  take('deadline', (text) => (/^\d{4}-\d\d-\d\d$/.test(text) ? text : undefined), 'write it as 2027-03-31');
  for (const column of ['topic', 'premise', 'forecaster'] as const) take(column, (text) => text, '');
  return { line: said('statement'), chosen, criteria: said('criteria'), notes };
}

const among = <T extends string>(words: Record<T, unknown>, text: string): T | undefined =>
  (Object.keys(words) as T[]).find((one) => one === text.toLowerCase());

/** A probability of a table: 0..1, or marked as percent. A bare 65 may be anything. */
function probabilityOf(text: string): number | undefined {
  const [, digits, percent] = /^(\d+(?:[.,]\d+)?|[.,]\d+) ?(%?)$/.exec(text) ?? [];
  if (digits === undefined) return undefined;
  const number = Number(digits.replace(',', '.'));
  const probability = percent ? Number((number / 100).toFixed(12)) : number;
  const hasFourDecimals = Number(probability.toFixed(4)) === probability;
  return probability <= 1 && hasFourDecimals ? probability : undefined;
}
