/** An error as the log holds it: what helps to find the fault, and nobody's words. */
export interface LoggedError {
  type: string;
  code?: string;
  message: string;
  table?: string;
  constraint?: string;
  column?: string;
  stack?: string;
  cause?: LoggedError;
}

type Fields = Readonly<Record<string, unknown>>;

/** Names that a driver gives beside its message; all else that it gives may hold values of a row. */
const NAMES = ['table', 'constraint', 'column'] as const;
const MAX_DEPTH = 3;

/**
 * Drivers repeat values in their messages and beside them: PostgreSQL in `detail`, `where` and `hint`, the ORM in `query`
 * and `parameters`. Only what is listed here is taken over.
 */
export function loggedError(error: unknown, depth = 0): LoggedError {
  if (!(error instanceof Error))
    return { type: typeof error, message: 'something that is not an error was thrown' };
  const fields = { ...error } as Fields;
  const message = safeMessage(error, fields);
  const type = error.name === 'error' ? 'DatabaseError' : error.name;
  const cause = error.cause ?? fields['driverError'];
  return {
    type,
    ...(isName(fields['code']) && { code: fields['code'] }),
    message,
    ...Object.fromEntries(NAMES.filter((name) => isName(fields[name])).map((name) => [name, fields[name]])),
    stack: `${type}: ${message}${framesOf(error)}`,
    ...(cause instanceof Error &&
      cause !== error &&
      depth < MAX_DEPTH && { cause: loggedError(cause, depth + 1) }),
  };
}

const isName = (value: unknown): value is string => typeof value === 'string' && /^\w{1,120}$/.test(value);

function safeMessage(error: Error, fields: Fields): string {
  const { message } = error;
  if (error.name === 'EntityNotFoundError') return message.split(' matching')[0]!;
  if (error instanceof SyntaxError || isOfDriver(error, fields)) {
    const names = [...NAMES, 'schema', 'dataType'].map((name) => fields[name]);
    return withoutValues(message, new Set(names.filter(isName)));
  }
  return message;
}

const isOfDriver = (error: Error, fields: Fields): boolean =>
  fields['driverError'] !== undefined ||
  fields['severity'] !== undefined ||
  error.name === 'SqliteError' ||
  String(fields['code']).startsWith('SQLITE_');

/** A message up to the first quotation that is not one of these names. */
function withoutValues(message: string, names: ReadonlySet<string>): string {
  const quotation = /["'`“]([^"'`”]*)["'`”]?/g;
  for (let found = quotation.exec(message); found; found = quotation.exec(message))
    if (!names.has(found[1]!)) return `${message.slice(0, found.index).trimEnd()} …`;
  // SQLite quotes nothing: what follows its last colon is kept where it can be a list of names.
  const colon = message.lastIndexOf(': ') + 2;
  const isNamed = message
    .slice(colon)
    .split(', ')
    .every((one) => /^\w+(\.\w+)?$/.test(one));
  return colon < 2 || isNamed || names.size > 0 ? message : `${message.slice(0, colon)}…`;
}

/** Where it arose, without the message that a stack repeats. */
function framesOf(error: Error): string {
  const stack = error.stack ?? '';
  const at = stack.indexOf(error.message);
  const rest = at < 0 ? stack : stack.slice(at + error.message.length);
  const frames = rest.split('\n').filter((line) => /^\s+at .*[\w)>]$/.test(line));
  return frames.map((line) => `\n${line}`).join('');
}
