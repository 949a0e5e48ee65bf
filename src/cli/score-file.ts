import { stat } from 'node:fs/promises';
import { CsvError } from 'csv-parse';
import { Problem } from '../problems.js';
import { readCsvRows, UnreadableRow } from './csv-rows.js';
import type { Columns, Layout } from './score-columns.js';
import type { Refusals } from './score-refusals.js';
import { ownText, QuestionTally } from './score-tally.js';
import {
  type NumberForm,
  OUTCOME_UNREADABLE,
  readOutcome,
  readProbability,
  type ReadProbability,
  type Writing,
  writingOf,
} from './score-values.js';

/** What a first reading of the rows finds: how numbers are written, and questions whose rows disagree. */
export interface Survey {
  writings: Record<Writing, number>;
  /** Questions by number: their names are kept once. */
  questions: ReadonlyMap<string, number>;
  conflicts: ReadonlyMap<number, Conflict>;
}

/** The first rows of a question that have each outcome. */
interface Conflict {
  occurred: number;
  not: number;
}

/** Rows under the header. */
export interface RowCounts {
  read: number;
  scored: number;
  rounded: number;
  withoutOutcome: number;
  refused: number;
}

export interface ScoredFile {
  rows: RowCounts;
  all: QuestionTally;
  /** By forecaster, where there is such a column. */
  groups: ReadonlyMap<string, QuestionTally>;
}

/** Called with the bytes of each part that is read. */
type OnBytes = (count: number) => void;

const REMEMBERED = 20_000;

/** Only texts this short are remembered: a longer one may keep alive the whole part of the file that it was read in. */
const REMEMBERED_LENGTH = 24;

/** The size of a file. @throws {Problem} where there is none to read */
export async function sizeOf(path: string): Promise<number> {
  try {
    const file = await stat(path);
    if (file.isDirectory()) throw unreadable('It is a folder.');
    if (!file.isFile()) throw unreadable('It is no file: it is read twice, so save it as one.');
    return file.size;
  } catch (error) {
    throw asProblem(error);
  }
}

/** The header of a file, or null where it is empty. */
export async function headerOf(path: string, layout: Layout): Promise<string[] | null> {
  let header: string[] | null = null;
  const found = new Error('The header was found.');
  try {
    await readRows(path, layout, (cells) => {
      header = cells;
      throw found;
    });
  } catch (error) {
    if (error !== found) throw error;
  }
  return header;
}

/** Reads the rows once, counting nothing: only all of them show how numbers are written, and whether questions agree. */
export async function surveyFile(
  path: string,
  layout: Layout,
  columns: Columns,
  decimalComma: boolean,
  onBytes: OnBytes,
): Promise<Survey> {
  const writings: Survey['writings'] = { zero: 0, fraction: 0, large: 0, percent: 0, comma: 0, other: 0 };
  const questions = new Map<string, number>();
  /** The line on which each question is first seen, below zero where it did not occur. */
  const firsts: number[] = [];
  const conflicts = new Map<number, Conflict>();
  const writing = remembering((cell) => writingOf(cell, decimalComma));
  const outcome = remembering((cell) => readOutcome(cell, decimalComma));
  await readRows(
    path,
    layout,
    afterHeader((cells, line) => {
      if (isTooLong(cells, columns)) return;
      const occurred = outcome(cells[columns.outcome] ?? '');
      if (typeof occurred !== 'boolean') return;
      writings[writing(cells[columns.probability] ?? '')] += 1;
      const name = questionOf(cells, columns);
      if (name === null) return;
      const question = questions.get(name);
      if (question === undefined) {
        questions.set(ownText(name), questions.size);
        firsts.push(occurred ? line : -line);
        return;
      }
      const first = firsts[question]!;
      if (first > 0 !== occurred && !conflicts.has(question))
        conflicts.set(question, occurred ? { occurred: line, not: -first } : { occurred: first, not: line });
    }),
    onBytes,
  );
  return { writings, questions, conflicts };
}

/**
 * Counts the rows of a file into tallies, as a stream: memory grows with the questions, where a column names them, and
 * else not at all. A row that cannot be counted is refused with its reason.
 */
export async function countFile(
  path: string,
  layout: Layout,
  columns: Columns,
  form: NumberForm,
  { questions, conflicts }: Survey,
  refusals: Refusals,
  onBytes: OnBytes,
): Promise<ScoredFile> {
  const rows: RowCounts = { read: 0, scored: 0, rounded: 0, withoutOutcome: 0, refused: 0 };
  const all = new QuestionTally();
  const groups = new Map<string, QuestionTally>();
  const probability = remembering((cell) => readProbability(cell, form));
  const outcome = remembering((cell) => readOutcome(cell, form.decimalComma));
  const numberOf = (cells: readonly string[]): number | null => {
    const name = questionOf(cells, columns);
    return name === null ? null : questions.get(name)!; // the survey has seen every row with an outcome
  };
  const count = (cells: string[], { bp, isRounded }: ReadProbability, occurred: boolean) => {
    const question = numberOf(cells);
    rows.scored += 1;
    if (isRounded) rows.rounded += 1;
    all.add(bp, occurred, question);
    if (columns.forecaster === null) return;
    const name = (cells[columns.forecaster] ?? '').trim();
    let group = groups.get(name);
    if (group === undefined) groups.set(ownText(name), (group = new QuestionTally()));
    group.add(bp, occurred, question);
  };
  await readRows(
    path,
    layout,
    afterHeader((cells, line) => {
      rows.read += 1;
      const refuse = (kind: string, detail?: string) => refusals.add(cells, line, kind, detail);
      if (isTooLong(cells, columns))
        return refuse(`it has ${cells.length} cells where the header has ${columns.count}`);
      const occurred = outcome(cells[columns.outcome] ?? '');
      if (occurred === undefined) return refuse(OUTCOME_UNREADABLE);
      if (occurred === null) {
        rows.withoutOutcome += 1;
        return;
      }
      const said = probability(cells[columns.probability] ?? '');
      if (typeof said === 'string') return refuse(said);
      const conflict = conflicts.size === 0 ? undefined : conflicts.get(numberOf(cells) ?? -1);
      if (conflict === undefined) return count(cells, said, occurred);
      refuse(
        'rows of one question have different outcomes',
        ` (line ${conflict.occurred}: occurred, line ${conflict.not}: did not)`,
      );
    }),
    onBytes,
  );
  rows.refused = refusals.count;
  return { rows, all, groups };
}

function questionOf(cells: readonly string[], { scenario }: Columns): string | null {
  return scenario === null ? null : (cells[scenario] ?? '').trim() || null;
}

const isTooLong = (cells: readonly string[], { count }: Columns): boolean =>
  cells.length > count && cells.slice(count).some((cell) => cell !== '');

/** Leaves out the header, which is the first row. */
function afterHeader(onRow: (cells: string[], line: number) => void): typeof onRow {
  let isHeader = true;
  return (cells, line) => {
    if (!isHeader) onRow(cells, line);
    isHeader = false;
  };
}

/** Texts repeat: each is read once, and so many are remembered. */
function remembering<T>(read: (cell: string) => T): (cell: string) => T {
  const known = new Map<string, T>();
  return (cell) => {
    const found = known.get(cell);
    if (found !== undefined) return found;
    const value = read(cell);
    if (known.size < REMEMBERED && cell.length <= REMEMBERED_LENGTH) known.set(cell, value);
    return value;
  };
}

async function readRows(
  path: string,
  { separator, hasSeparatorLine }: Layout,
  onRow: (cells: string[], line: number) => void,
  onBytes: OnBytes = () => undefined,
): Promise<void> {
  try {
    await readCsvRows(path, separator, hasSeparatorLine ? afterHeader(onRow) : onRow, onBytes);
  } catch (error) {
    throw asProblem(error);
  }
}

export function unreadable(sentence: string): Problem {
  return new Problem('malformed_request', `The file cannot be scored. ${sentence}`);
}

const FAILURES: Readonly<Record<string, string>> = {
  ENOENT: 'There is no such file.',
  ENOTDIR: 'There is no such file.',
  EACCES: 'It may not be read: permission denied.',
  EPERM: 'It may not be read: permission denied.',
  NUL_BYTES: 'It holds NUL bytes, so it is no text file; save it as CSV in UTF-8.',
  CSV_QUOTE_NOT_CLOSED: 'A quotation mark is opened and never closed.',
  CSV_MAX_RECORD_SIZE: 'A row is longer than a million characters; a quotation mark may not be closed.',
};

function lineOf(error: unknown): number | undefined {
  return error instanceof CsvError || error instanceof UnreadableRow
    ? (error as { lines?: number }).lines
    : undefined;
}

/** What went wrong with the file, in one sentence; what is none of its faults as it is. */
function asProblem(error: unknown): unknown {
  if (error instanceof Problem) return error;
  const code = (error as { code?: unknown }).code;
  const known = typeof code === 'string' ? FAILURES[code] : undefined;
  if (known !== undefined) {
    const line = lineOf(error);
    return unreadable(line === undefined ? known : `${known.slice(0, -1)} (line ${line}).`);
  }
  return typeof code === 'string' ? unreadable(`Reading failed: ${code}.`) : error;
}
