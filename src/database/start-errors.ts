import { dirname, resolve } from 'node:path';
import { driverCode, isBusy, isUnreachable } from './driver-errors.js';

/** Why the program cannot go on with this database, in one sentence for the person who started it. */
export class DatabaseStartError extends Error {
  constructor(sentence: string, cause?: unknown) {
    super(sentence, { cause });
    this.name = 'DatabaseStartError';
  }
}

/** The file of a `sqlite:` address; null on PostgreSQL. */
export const sqliteFile = (url: string): string | null =>
  url.startsWith('sqlite:') ? resolve(url.slice('sqlite:'.length)) : null;

/** The sentence about an error in opening a database, or in bringing it up to date. */
export function startError(url: string, error: unknown): DatabaseStartError | null {
  const fault = databaseFault(url, error);
  if (fault) return fault;
  const { file, host } = placeOf(url);
  const code = driverCode(error) ?? '';
  if (file === null) {
    if (!isUnreachable(error)) return null;
    return new DatabaseStartError(
      `PostgreSQL at ${host} cannot be reached${code ? ` (${code})` : ''}.`,
      error,
    );
  }
  if (isBusy(error)) return new DatabaseStartError(`${file} is locked by another program.`, error);
  if (!NO_DIRECTORY.has(code)) return null;
  const sentence = `The directory ${dirname(file)} cannot be created or written to (${code}).`;
  return new DatabaseStartError(sentence, error);
}

/** The same for an error of which nothing more is known than that it came with opening. */
export function cannotOpen(url: string, error: unknown): DatabaseStartError {
  const { file, host } = placeOf(url);
  const what = file === null ? `PostgreSQL at ${host} cannot be used` : `${file} cannot be opened`;
  const message = error instanceof Error ? error.message : String(error);
  return startError(url, error) ?? new DatabaseStartError(`${what}: ${message}`, error);
}

/** The sentence about an error that lies in the database itself, at any time; null for another error. */
export function databaseFault(url: string, error: unknown): DatabaseStartError | null {
  if (error instanceof DatabaseStartError) return error;
  const { file } = placeOf(url);
  const code = driverCode(error) ?? '';
  const sentence = file === null ? faultOfPostgres(code, url) : faultOfFile(code, file);
  return sentence === null ? null : new DatabaseStartError(sentence, error);
}

const NO_DIRECTORY = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'ENOENT']);

function faultOfFile(code: string, file: string): string | null {
  if (code === 'SQLITE_NOTADB') return `${file} is not a SQLite database.`;
  if (code.startsWith('SQLITE_CORRUPT')) return `${file} is damaged: restore it from a backup.`;
  if (code.startsWith('SQLITE_READONLY')) return `${file} cannot be written to.`;
  if (code.startsWith('SQLITE_IOERR')) return `${file} cannot be read or written (${code}).`;
  if (code.startsWith('SQLITE_CANTOPEN')) {
    return `${file} cannot be opened: is its directory there, and may it be written to?`;
  }
  return null;
}

function faultOfPostgres(code: string, url: string): string | null {
  const { host, pathname, username } = new URL(url); // never the password
  const database = decodeURIComponent(pathname.slice(1));
  if (code === '28P01' || code === '28000') return `PostgreSQL at ${host} refuses the user "${username}".`;
  if (code === '3D000') return `PostgreSQL at ${host} has no database "${database}".`;
  if (code === '42501')
    return `The user "${username}" lacks a right in the database "${database}" at ${host}.`;
  if (code === 'XX001' || code === 'XX002') {
    return `The database "${database}" of PostgreSQL at ${host} is damaged: restore it from a backup.`;
  }
  return null;
}

function placeOf(url: string): { file: string | null; host: string } {
  const file = sqliteFile(url);
  return { file, host: file === null ? new URL(url).host : '' };
}
