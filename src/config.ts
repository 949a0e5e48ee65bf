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
  limits: LimitsConfig;
  connections: ConnectionLimits;
  metrics: MetricsPlace;
}

/** So many requests in a window of so many seconds. */
export interface Rate {
  points: number;
  seconds: number;
}

/** How much one client may ask for, and all together. Null: without limit. */
export interface LimitsConfig {
  /** of one address (IPv6: of one /64), without a token and a login */
  anonymous: Rate | null;
  token: Rate | null;
  /** of one account, logged in by a browser */
  account: Rate | null;
  /** costly requests that run at once */
  costlyAtOnce: number;
  /** costly requests that wait for their turn */
  costlyWaiting: number;
}

/** How long a connection may take, in milliseconds, and how many there may be at once. */
export interface ConnectionLimits {
  /** for the headers of a request, from its first byte or the opening of the connection */
  headersMs: number;
  /** for a whole request, body included */
  requestMs: number;
  /** for the next request on an idle connection */
  keepAliveMs: number;
  /** for reading an answer */
  answerMs: number;
  /** for what is under way when the server is told to stop */
  stopMs: number;
  total: number;
  /** from one address that is no trusted proxy; of IPv6, from one /64 network */
  perAddress: number;
}

/** Who may read `/metrics`: anybody, this machine alone, nobody, or whoever reaches an address of its own. */
export type MetricsPlace = 'on' | 'local' | 'off' | { host: string; port: number };

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
    limits: {
      anonymous: read('LIMIT_ANONYMOUS', '300/10s', rate),
      token: read('LIMIT_TOKEN', '600/60s', rate),
      account: read('LIMIT_ACCOUNT', '600/60s', rate),
      costlyAtOnce: read('COSTLY_AT_ONCE', '2', wholeNumber(1, 100)),
      costlyWaiting: read('COSTLY_WAITING', '64', wholeNumber(4, 10_000)),
    },
    connections: {
      headersMs: read('HEADERS_TIMEOUT', '20', seconds),
      requestMs: read('REQUEST_TIMEOUT', '60', seconds),
      keepAliveMs: read('KEEP_ALIVE_TIMEOUT', '72', seconds),
      answerMs: read('ANSWER_TIMEOUT', '300', seconds),
      stopMs: read('STOP_TIMEOUT', '10', seconds),
      total: read('MAX_CONNECTIONS', '1000', count),
      perAddress: read('MAX_CONNECTIONS_PER_ADDRESS', '250', count),
    },
    metrics: read('METRICS', 'local', metrics),
  };
  const { headersMs = 0, requestMs = Infinity } = config.connections;
  if (headersMs > requestMs) faults.push('HEADERS_TIMEOUT must not be longer than REQUEST_TIMEOUT');
  if (config.oidc && config.publicOrigin === null)
    faults.push('PUBLIC_ORIGIN is needed with OIDC_ISSUER: people are sent back there');
  if (faults.length > 0) throw new ConfigError(faults);
  return config as Config;
}

/** Whether a failure is to be shown with all that helps to find it, also before the settings could be read. */
export const isDebugging = (env: NodeJS.ProcessEnv = process.env): boolean => env['LOG_LEVEL'] === 'debug';

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

/** @returns milliseconds */
function seconds(text: string): number {
  const value = /^\d{1,4}(\.\d{1,3})?$/.test(text) ? Number(text) : NaN;
  if (!(value >= 0.1 && value <= 3600)) throw new Error(`must be seconds from 0.1 to 3600, not "${text}"`);
  return value * 1000;
}

function count(text: string): number {
  const value = /^\d{1,6}$/.test(text) ? Number(text) : NaN;
  if (!(value >= 1 && value <= 100_000)) {
    throw new Error(`must be a whole number from 1 to 100000, not "${text}"`);
  }
  return value;
}

function metrics(text: string): MetricsPlace {
  if (text === 'on' || text === 'local' || text === 'off') return text;
  const [, name, digits] = /^(\[[^\]\s/]+\]|[^:\s/[\]]+):(\d{1,5})$/.exec(text) ?? [];
  if (name === undefined || digits === undefined)
    throw new Error(
      `must be "on", "local", "off", or a host and a port such as "127.0.0.1:9464", not "${text}"`,
    );
  return { host: name.replace(/^\[|\]$/g, ''), port: port(digits) };
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
  const wrong = list.find((one) => {
    const [address = '', bits, more] = one.split('/');
    const version = isIP(address);
    const isPrefix =
      bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 6 ? 128 : 32));
    return version === 0 || !isPrefix || more !== undefined;
  });
  if (wrong !== undefined) throw new Error(`must be addresses or networks with commas, not "${wrong}"`);
  return list;
}

function oidc(issuer: string, env: NodeJS.ProcessEnv): OidcConfig | null {
  if (issuer === '') return null;
  const url = URL.canParse(issuer) ? new URL(issuer) : null;
  const isHere = url !== null && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  if (!url || !(url.protocol === 'https:' || (url.protocol === 'http:' && isHere)))
    throw new Error('must be an https address (http only on this machine)');
  const clientId = env['OIDC_CLIENT_ID'] ?? '';
  if (clientId === '') throw new Error('needs OIDC_CLIENT_ID beside it');
  const name = env['OIDC_NAME'] ?? '';
  const clientSecret = env['OIDC_CLIENT_SECRET'] ?? '';
  return { issuer, clientId, clientSecret: clientSecret || null, name: name || url.hostname };
}

function rate(text: string): Rate | null {
  if (text === 'off') return null;
  const [, points, seconds] = /^(\d{1,7})\/(\d{1,5})s$/.exec(text) ?? [];
  if (Number(points) > 0 && Number(seconds) > 0 && Number(seconds) <= 86_400)
    return { points: Number(points), seconds: Number(seconds) };
  throw new Error(`must be requests in seconds (a day at most), such as "300/10s", or "off", not "${text}"`);
}

const wholeNumber = (least: number, most: number) => (text: string) => {
  if (/^\d{1,6}$/.test(text) && Number(text) >= least && Number(text) <= most) return Number(text);
  throw new Error(`must be a whole number from ${least} to ${most}, not "${text}"`);
};

function logLevel(text: string): LogLevel {
  const level = LOG_LEVELS.find((known) => known === text);
  if (!level) throw new Error(`must be one of ${LOG_LEVELS.join(', ')}, not "${text}"`);
  return level;
}
