import { Problem } from '../problems.js';

/** What the drivers say, whichever they are: the code of the innermost error. */
export function driverCode(error: unknown): string | undefined {
  const seen = new Set<unknown>();
  let current = error;
  while (typeof current === 'object' && current !== null && !seen.has(current)) {
    seen.add(current);
    const { code, driverError, errors, cause } = current as Record<string, unknown>;
    if (typeof code === 'string') return code;
    current = driverError ?? (Array.isArray(errors) ? errors[0] : undefined) ?? cause;
  }
  return undefined;
}

const UNIQUE = new Set(['SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_CONSTRAINT_PRIMARYKEY', '23505']);

const FULL = new Set(['SQLITE_FULL', 'ENOSPC', '53100']);

/** PostgreSQL: the transaction could succeed if it were run again. */
const REPEATABLE = new Set(['40001', '40P01']);

/** The server is not there, going, coming, or has no connection left. */
const UNREACHABLE = new Set([
  ...['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH'],
  ...['57P01', '57P02', '57P03', '53300', '08000', '08001', '08003', '08004', '08006'],
]);

/** Somebody else holds what is needed for longer than we wait. */
const BUSY = new Set(['55P03', '57014', ...REPEATABLE]);

/** The connection of a transaction broke between two of its statements. */
export class ConnectionLostError extends Error {
  readonly code = '08006';

  constructor(cause: unknown) {
    super('The connection to the database was lost', { cause });
    this.name = 'ConnectionLostError';
  }
}

export function isUniqueViolation(error: unknown): boolean {
  return UNIQUE.has(driverCode(error) ?? '');
}

export function isStorageFull(error: unknown): boolean {
  return FULL.has(driverCode(error) ?? '');
}

/** A failure of concurrency that PostgreSQL asks us to answer by running the transaction again. */
export function isRepeatable(error: unknown): boolean {
  return REPEATABLE.has(driverCode(error) ?? '');
}

export function isBusy(error: unknown): boolean {
  const code = driverCode(error) ?? '';
  return code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED') || BUSY.has(code);
}

export function isUnreachable(error: unknown): boolean {
  if (UNREACHABLE.has(driverCode(error) ?? '')) return true;
  // The pool, the client and the ORM say these in words only; a broken connection releases its query runner.
  const message = error instanceof Error ? error.message : '';
  return /Connection terminated|timeout exceeded when trying to connect|connection timeout|is not queryable|runner already released/i.test(
    message,
  );
}

/** The refusal of a write that could not begin in time. */
export const busy = (): Problem =>
  new Problem('database_busy', 'Nothing was written: the database was busy. Try again in a moment.');

/** The refusal that a driver's error amounts to; null for an error that is a fault of ours. */
export function toProblem(error: unknown): Problem | null {
  if (error instanceof Problem) return error;
  if (isStorageFull(error)) {
    return new Problem('storage_full', 'Nothing was written: the disk of the database is full.');
  }
  if (isBusy(error)) return busy();
  if (isUnreachable(error)) {
    return new Problem('database_busy', 'The database cannot be reached. Try again in a moment.');
  }
  if (isUniqueViolation(error)) {
    return new Problem('name_taken', 'Something with that name is on record already.');
  }
  return null;
}
