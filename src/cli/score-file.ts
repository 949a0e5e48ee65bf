import { stat } from 'node:fs/promises';
import { CsvError } from 'csv-parse';
import { probabilityToBp, type Tally } from '../calibration/index.js';
import { Problem } from '../problems.js';
import { readCsvRows, UnreadableRow } from './csv-rows.js';

/** A row that was not counted: its line in the file, what it says, and why. */
export interface RefusedRow {
  line: number;
  text: string;
  reason: string;
}

export interface ScoredFile {
  tally: Tally;
  /** Rows under the header, counted or refused. */
  rows: number;
  refusedCount: number;
  /** The first of them, at most `REFUSED_SHOWN`. */
  refused: RefusedRow[];
}

/** So many refused rows are kept to be shown; all are counted. */
export const REFUSED_SHOWN = 1000;

const TEXT_SHOWN = 200;
const REMEMBERED = 20_000;

/** Only texts this short are remembered: a longer one may keep alive the whole part of the file that it was read in. */
const REMEMBERED_LENGTH = 12;

const OUTCOMES: ReadonlyMap<string, boolean> = new Map([
  ...['1', 'true', 'yes', 'occurred'].map((text) => [text, true] as const),
  ...['0', 'false', 'no', 'not_occurred'].map((text) => [text, false] as const),
]);

/**
 * Reads a CSV file with the columns `probability` and `outcome` into a tally, as a stream: memory does not grow with the
 * file. Column names count in any case, other columns are ignored, a byte order mark is fine. A row that cannot be counted
 * is refused with its reason, and the rest is counted.
 *
 * @param onProgress called with the bytes read and the size of the file.
 * @throws Problem with one sentence where the file as a whole cannot be read.
 */
export async function scoreFile(
  path: string,
  onProgress: (read: number, size: number) => void = () => undefined,
): Promise<ScoredFile> {
  const size = await sizeOf(path);
  const rows = new RowCounter();
  let read = 0;
  const onBytes = (count: number) => onProgress((read += count), size);
  try {
    await readCsvRows(path, (record, line) => rows.take(record, line), onBytes);
  } catch (error) {
    throw asProblem(error);
  }
  return rows.finish();
}

/** Takes the rows of a file one by one; the first is its header. */
class RowCounter {
  private columns: { probability: number; outcome: number; count: number } | undefined;
  private readonly tally = new Map<number, { n: number; occurred: number }>();
  private readonly remembered = new Map<string, number | string>();
  private readonly refused: RefusedRow[] = [];
  private refusedCount = 0;
  private rows = 0;

  take(record: readonly string[], line: number): void {
    if (this.columns === undefined) {
      this.columns = columnsOf(record);
      return;
    }
    this.rows += 1;
    const { probability, outcome, count } = this.columns;
    const bp = this.probabilityOf(record[probability] ?? '');
    const happened = OUTCOMES.get((record[outcome] ?? '').trim().toLowerCase());
    if (record.length > count && record.slice(count).some((cell) => cell !== '')) {
      this.refuse(record, line, `it has ${record.length} cells where the header has ${count}`);
    } else if (typeof bp === 'string') {
      this.refuse(record, line, bp);
    } else if (happened === undefined) {
      this.refuse(record, line, outcomeReason(record[outcome]));
    } else {
      const entry = this.tally.get(bp) ?? { n: 0, occurred: 0 };
      if (entry.n === 0) this.tally.set(bp, entry);
      entry.n += 1;
      if (happened) entry.occurred += 1;
    }
  }

  finish(): ScoredFile {
    if (this.columns === undefined) throw unreadable('It is empty.');
    const { tally, rows, refusedCount, refused } = this;
    return { tally, rows, refusedCount, refused };
  }

  /** Probabilities repeat: each text is read once, and so many are remembered. */
  private probabilityOf(cell: string): number | string {
    let known = this.remembered.get(cell);
    if (known === undefined) {
      known = readProbability(cell);
      if (this.remembered.size < REMEMBERED && cell.length <= REMEMBERED_LENGTH)
        this.remembered.set(cell, known);
    }
    return known;
  }

  private refuse(record: readonly string[], line: number, reason: string): void {
    this.refusedCount += 1;
    if (this.refused.length >= REFUSED_SHOWN) return;
    const text = record
      .map((cell) => (/[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
      .join(',');
    this.refused.push({
      line,
      text: text.length > TEXT_SHOWN ? `${text.slice(0, TEXT_SHOWN)}…` : text,
      reason,
    });
  }
}

/**
 * A probability as decimal text, in ten-thousandths, or the reason why it is none. Hexadecimal, exponents, decimal commas
 * and percent signs are refused, not guessed.
 */
export function readProbability(cell: string): number | string {
  const text = cell.trim();
  if (text === '') return 'the probability is missing';
  if (!/^-?(?:\d+(?:\.\d*)?|\.\d+)$/.test(text))
    return 'the probability is no plain decimal number such as 0.35';
  if (/\.\d{4}\d*[1-9]/.test(text)) return 'the probability has more than four decimals';
  return probabilityToBp(Number(text)) ?? 'the probability is not from 0 to 1';
}

function outcomeReason(cell = ''): string {
  return cell.trim() === ''
    ? 'the outcome is missing'
    : 'the outcome is none of 1, 0, true, false, yes, no, occurred, not_occurred';
}

function columnsOf(header: readonly string[]): { probability: number; outcome: number; count: number } {
  const names = header.map((name) => name.trim().toLowerCase());
  const missing = ['probability', 'outcome'].filter((name) => !names.includes(name));
  if (missing.length > 0) {
    const found = names.slice(0, 12).join(', ').slice(0, TEXT_SHOWN);
    throw unreadable(
      `It has no column ${missing.map((name) => `"${name}"`).join(' and ')}; its header says: ${found}.`,
    );
  }
  for (const name of ['probability', 'outcome']) {
    if (names.indexOf(name) !== names.lastIndexOf(name)) throw unreadable(`It has two columns "${name}".`);
  }
  return {
    probability: names.indexOf('probability'),
    outcome: names.indexOf('outcome'),
    count: names.length,
  };
}

async function sizeOf(path: string): Promise<number> {
  try {
    const file = await stat(path);
    if (file.isDirectory()) throw unreadable('It is a folder.');
    return file.size;
  } catch (error) {
    throw asProblem(error);
  }
}

function unreadable(sentence: string): Problem {
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
