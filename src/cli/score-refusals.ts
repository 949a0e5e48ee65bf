import { closeSync, existsSync, openSync, readSync, writeSync } from 'node:fs';
import { Problem } from '../problems.js';

/** A row that was not counted: its line in the file, what it says, and why. */
export interface RefusedRow {
  line: number;
  text: string;
  reason: string;
}

/** So many are shown; all are counted, and all go into a file where one is asked for. */
export const REFUSED_SHOWN = 10;

const TEXT_SHOWN = 200;
const HEADER = 'line,reason,row\n';
const CHUNK = 65_536;

/** The refused rows of a file: counted by reason, the first kept, all written where asked. Memory does not grow with them. */
export class Refusals {
  readonly shown: RefusedRow[] = [];
  count = 0;
  private readonly reasons = new Map<string, number>();
  private readonly file: number | null;
  private pending = '';

  /** @param path where all of them are written; null for nowhere */
  constructor(path: string | null) {
    this.file = path === null ? null : openOwn(path);
    this.write(HEADER);
  }

  /** @param kind the reason without what is this row's alone: by it they are summed */
  add(cells: readonly string[], line: number, kind: string, detail = ''): void {
    this.count += 1;
    this.reasons.set(kind, (this.reasons.get(kind) ?? 0) + 1);
    const isShown = this.shown.length < REFUSED_SHOWN;
    if (!isShown && this.file === null) return;
    const text = csvOf(cells);
    const reason = kind + detail;
    if (isShown) this.shown.push({ line, text: shortened(text), reason });
    this.write(`${csvOf([String(line), reason, text])}\n`);
  }

  /** Reasons with how many rows each refused, the most first. */
  byReason(): { reason: string; count: number }[] {
    return [...this.reasons]
      .map(([reason, count]) => ({ reason, count }))
      .sort((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1));
  }

  close(): void {
    if (this.file === null) return;
    writeSync(this.file, this.pending);
    closeSync(this.file);
  }

  private write(text: string): void {
    if (this.file === null) return;
    this.pending += text;
    if (this.pending.length < CHUNK) return;
    writeSync(this.file, this.pending);
    this.pending = '';
  }
}

/** Opens a file that is new, or that holds an earlier list of refused rows: nothing else is written over. */
function openOwn(path: string): number {
  try {
    if (existsSync(path) && !beginsAsOurs(path))
      throw new Problem(
        'malformed_request',
        `${path} is there already, and is no list of refused rows. Name another file with --refused.`,
      );
    return openSync(path, 'w');
  } catch (error) {
    if (error instanceof Problem) throw error;
    const { code = 'unknown' } = error as NodeJS.ErrnoException;
    throw new Problem('malformed_request', `${path} cannot be written (--refused): ${code}.`);
  }
}

function beginsAsOurs(path: string): boolean {
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(HEADER.length);
    return bytes.toString('utf8', 0, readSync(file, bytes, 0, HEADER.length, 0)) === HEADER;
  } finally {
    closeSync(file);
  }
}

function csvOf(cells: readonly string[]): string {
  return cells.map((cell) => (/[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',');
}

const shortened = (text: string): string =>
  text.length > TEXT_SHOWN ? `${text.slice(0, TEXT_SHOWN)}…` : text;
