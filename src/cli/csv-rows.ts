import { createReadStream } from 'node:fs';
import { Transform, Writable, type TransformCallback } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CsvError, Parser } from 'csv-parse';

/** A row longer than this many characters ends the reading; most likely a quotation mark is never closed. */
const MAX_ROW = 1_000_000;

export type OnRow = (cells: string[], line: number) => void;

/** What is wrong with the file as a whole, by code and line. */
export class UnreadableRow extends Error {
  constructor(
    readonly code: 'NUL_BYTES' | 'CSV_MAX_RECORD_SIZE',
    readonly lines?: number,
  ) {
    super(code);
  }
}

/**
 * Hands on each row of a CSV file in UTF-8, as a stream: memory does not grow with the file. A byte order mark is skipped,
 * lines end in \n, \r\n or \r, blank lines are no rows.
 *
 * Up to the first quotation mark a row is a line and its cells stand between separators. That is most files, whole, and some
 * three times as fast as reading them by character; from that line on a CSV library reads.
 *
 * @param separator what stands between cells.
 * @param onRow with the number of the line on which the row ends, from 1. What it throws ends the reading.
 * @param onBytes called with the length of each part that is read.
 * @throws UnreadableRow, the library's CsvError, or an error of the file system.
 */
export async function readCsvRows(
  path: string,
  separator: string,
  onRow: OnRow,
  onBytes: (count: number) => void,
): Promise<void> {
  const plain = new PlainRows(separator, onRow, onBytes);
  const quoted = new QuotedRows(separator, (cells, line) => onRow(cells, plain.lines + line));
  try {
    await pipeline(createReadStream(path), plain, quoted, nowhere());
  } catch (error) {
    if (error instanceof CsvError) Object.assign(error, { lines: plain.lines + quoted.info.lines });
    throw error;
  }
}

/** Reads rows until one holds a quotation mark, or ends in a lone \r; that one and all after it pass on as text. */
class PlainRows extends Transform {
  /** How many lines it has read. */
  lines = 0;
  private readonly decoder = new TextDecoder();
  private rest = '';
  private passing = false;

  constructor(
    private readonly separator: string,
    private readonly onRow: OnRow,
    private readonly onBytes: (count: number) => void,
  ) {
    super();
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, next: TransformCallback): void {
    try {
      this.onBytes(chunk.length);
      if (chunk.includes(0)) throw new UnreadableRow('NUL_BYTES');
      next(null, this.notPlain(this.decoder.decode(chunk, { stream: true })));
    } catch (error) {
      next(error as Error);
    }
  }

  override _flush(next: TransformCallback): void {
    try {
      const left = this.notPlain(this.decoder.decode());
      next(null, left + (this.rest === '' ? '' : this.notPlain('\n'))); // a last line that nothing ended
    } catch (error) {
      next(error as Error);
    }
  }

  /** Takes what is plain of some more text, and gives back what is not. */
  private notPlain(more: string): string {
    const text = this.rest + more;
    if (this.passing) return this.passedOn(text);
    const special = /["\r]/.test(text) ? text.search(/"|\r(?!\n|$)/) : -1;
    const end = (special < 0 ? text : text.slice(0, special)).lastIndexOf('\n') + 1;
    for (let from = 0; from < end;) {
      const to = text.indexOf('\n', from);
      this.lines += 1;
      const line = text.slice(from, text[to - 1] === '\r' ? to - 1 : to);
      if (line !== '') this.onRow(line.split(this.separator), this.lines);
      from = to + 1;
    }
    this.rest = text.slice(end);
    this.passing = special >= 0;
    if (this.passing) return this.passedOn(this.rest);
    if (this.rest.length > MAX_ROW) throw new UnreadableRow('CSV_MAX_RECORD_SIZE', this.lines + 1);
    return '';
  }

  /** \r\n as \n: the library would count it as two lines where it stands in a cell. */
  private passedOn(text: string): string {
    this.rest = text.endsWith('\r') ? '\r' : '';
    return text.slice(0, text.length - this.rest.length).replaceAll('\r\n', '\n');
  }
}

/**
 * Hands each row on as it is read, with its line, and passes nothing down the stream: nothing can pile up. (The
 * library's own callback for rows gathers a description of each, which costs more than the reading.)
 */
class QuotedRows extends Parser {
  constructor(
    separator: string,
    private readonly onRow: OnRow,
  ) {
    super({
      delimiter: separator,
      record_delimiter: ['\n', '\r'],
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      max_record_size: MAX_ROW,
    });
  }

  override push(record: string[] | null): boolean {
    if (record === null) return super.push(null);
    if (this.destroyed) return false;
    try {
      this.onRow(record, this.info.lines);
    } catch (error) {
      this.destroy(error as Error);
    }
    return true;
  }
}

const nowhere = () => new Writable({ objectMode: true, write: (_row, _encoding, done) => done() });
