import { isIP } from 'node:net';

/** The settings of a running Hindcast, read once from the environment. Nothing else reads it. */
export interface Config {
  /** `sqlite:<file>` or `postgres://…`. */
  databaseUrl: string;
  /** 0 lets the system choose. */
  port: number;
  host: string;
  logLevel: LogLevel;
  /** Where people reach it, such as `https://desk.example.org`; null where nobody has said. */
  publicOrigin: string | null;
  /** The proxies in front whose word is taken for who asks and how; null for none. */
  trustedProxies: string[] | null;
  /** Who vouches for people that log in elsewhere (OpenID Connect); null where only passwords count. */
  oidc: OidcConfig | null;
}

export interface OidcConfig {
  issuer: string;
  clientId: string;
  /** null for a client that has none, and proves itself by PKCE alone */
  clientSecret: string | null;
  /** as the login page calls it */
  name: string;
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
    trustedProxies: read('TRUSTED_PROXIES', '', addresses),
    oidc: read('OIDC_ISSUER', '', (text) => oidc(text, env)),
  };
  if (config.oidc && config.publicOrigin === null)
    faults.push('PUBLIC_ORIGIN is needed with OIDC_ISSUER: people are sent back there');
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

function publicOrigin(text: string): string | null {
  if (text === '') return null;
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !/^https?:$/.test(url.protocol) || `${url.origin}/` !== url.href)
    throw new Error(`must be an origin such as "https://desk.example.org", not "${text}"`);
  return url.origin;
}

function addresses(text: string): string[] | null {
  if (text === '') return null;
  const list = text.split(',').map((one) => one.trim());
  const wrong = list.find((one) => isIP(one.replace(/\/\d{1,3}$/, '')) === 0);
  if (wrong !== undefined) throw new Error(`must be addresses or networks with commas, not "${wrong}"`);
  return list;
}

function oidc(issuer: string, env: NodeJS.ProcessEnv): OidcConfig | null {
  if (issuer === '') return null;
  const url = URL.canParse(issuer) ? new URL(issuer) : null;
  const isHere = url !== null && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  if (!url || !(url.protocol === 'https:' || (url.protocol === 'http:' && isHere)))
    throw new Error('must be an https address (http only on this machine)');
  if (url.username !== '' || url.password !== '')
    throw new Error('must hold no name or password: they go to OIDC_CLIENT_ID and OIDC_CLIENT_SECRET');
  const clientId = env['OIDC_CLIENT_ID'] ?? '';
  if (clientId === '') throw new Error('needs OIDC_CLIENT_ID beside it');
  const name = env['OIDC_NAME'] ?? '';
  const clientSecret = env['OIDC_CLIENT_SECRET'] ?? '';
  return { issuer, clientId, clientSecret: clientSecret || null, name: name || url.hostname };
}

function logLevel(text: string): LogLevel {
  const level = LOG_LEVELS.find((known) => known === text);
  if (!level) throw new Error(`must be one of ${LOG_LEVELS.join(', ')}, not "${text}"`);
  return level;
}
