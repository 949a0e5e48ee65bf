/** The settings of a running Hindcast, read once from the environment. Nothing else reads it. */
export interface Config {
  /** `sqlite:<file>` or `postgres://…`. */
  databaseUrl: string;
  /** 0 lets the system choose. */
  port: number;
  host: string;
  logLevel: LogLevel;
  /** Under which origin readers find the pages, as `https://example.org`; null where nobody has said. */
  publicOrigin: string | null;
}

/** The token under which Nest gives the settings to whoever needs them. */
export const CONFIG = Symbol('config');

export type LogLevel = (typeof LOG_LEVELS)[number];

const LOG_LEVELS = ['silent', 'error', 'warn', 'info', 'debug'] as const;

/** Names every setting that cannot be used, in one message. */
export class ConfigError extends Error {
  constructor(readonly faults: readonly string[]) {
    super(`Cannot start with these settings: ${faults.join('; ')}`);
    this.name = 'ConfigError';
  }
}

/**
 * @throws {ConfigError} naming all bad variables, not only the first
 * @example readConfig({ PORT: '8080' }).port // => 8080
 */
export function readConfig(
  env: NodeJS.ProcessEnv = process.env,
  defaults: { databaseUrl?: string } = {},
): Config {
  const faults: string[] = [];
  const read = <T>(name: string, fallback: string, parse: (text: string) => T): T | undefined => {
    const text = env[name];
    try {
      return parse(text === undefined || text === '' ? fallback : text);
    } catch (error) {
      faults.push(`${name} ${(error as Error).message}`);
      return undefined;
    }
  };
  const config = {
    databaseUrl: read('DATABASE_URL', defaults.databaseUrl ?? 'sqlite:data/hindcast.sqlite', databaseUrl),
    port: read('PORT', '3000', port),
    host: read('HOST', '127.0.0.1', host),
    logLevel: read('LOG_LEVEL', 'info', logLevel),
    publicOrigin: read('PUBLIC_ORIGIN', '', publicOrigin),
  };
  if (faults.length > 0) throw new ConfigError(faults);
  return config as Config;
}

function databaseUrl(text: string): string {
  if (text.startsWith('sqlite:')) {
    const file = text.slice('sqlite:'.length);
    if (file === '') throw new Error('names no file after "sqlite:"');
    if (file === ':memory:')
      throw new Error(
        'cannot be a database in memory: readers use a second connection, which could not see it',
      );
    return text;
  }
  if (/^postgres(ql)?:\/\//.test(text)) {
    // The text is not repeated: it may hold a password.
    if (!URL.canParse(text)) throw new Error('is not an address that can be read');
    return text;
  }
  throw new Error('must begin with "sqlite:", "postgres://" or "postgresql://"');
}

function port(text: string): number {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535) {
    throw new Error(`must be a whole number from 0 to 65535, not "${text}"`);
  }
  return Number(text);
}

function host(text: string): string {
  if (/[\s/]/.test(text)) throw new Error(`must be an address or a host name, not "${text}"`);
  return text;
}

function logLevel(text: string): LogLevel {
  const level = LOG_LEVELS.find((known) => known === text);
  if (!level) throw new Error(`must be one of ${LOG_LEVELS.join(', ')}, not "${text}"`);
  return level;
}

function publicOrigin(text: string): string | null {
  if (text === '') return null;
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !/^https?:$/.test(url.protocol) || `${url.origin}/` !== url.href)
    throw new Error('must be an origin such as https://example.org, without a path');
  return url.origin;
}
