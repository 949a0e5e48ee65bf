import { describe, expect, it } from '@jest/globals';
import { ConfigError, readConfig } from '../../src/config.js';
import { MovingClock, SystemClock } from '../../src/clock.js';

describe('readConfig', () => {
  it('has a default for everything', () => {
    expect(readConfig({})).toEqual({
      databaseUrl: 'sqlite:data/hindcast.sqlite',
      port: 3000,
      host: '127.0.0.1',
      logLevel: 'info',
      publicOrigin: null,
      trustedProxies: null,
      oidc: null,
      limits: {
        anonymous: { points: 300, seconds: 10 },
        token: { points: 600, seconds: 60 },
        account: { points: 600, seconds: 60 },
        costlyAtOnce: 2,
        costlyWaiting: 64,
      },
      connections: {
        headersMs: 20_000,
        requestMs: 60_000,
        keepAliveMs: 72_000,
        answerMs: 300_000,
        stopMs: 10_000,
        total: 1000,
        perAddress: 250,
      },
      metrics: 'local',
    });
  });

  it('takes an empty variable as one that is not set', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: '' })).toEqual(readConfig({}));
  });

  it.each([
    ['DATABASE_URL', 'sqlite:/var/lib/h.sqlite'],
    ['DATABASE_URL', 'postgres://u:p@db:5432/h'],
    ['DATABASE_URL', 'postgresql://db/h'],
    ['PORT', '0'],
    ['PORT', '65535'],
    ['HOST', '0.0.0.0'],
    ['HOST', '::1'],
    ['LOG_LEVEL', 'silent'],
    ['PUBLIC_ORIGIN', 'https://desk.example'],
    ['PUBLIC_ORIGIN', 'http://localhost:8080/'],
    ['LIMIT_ANONYMOUS', 'off'],
    ['LIMIT_TOKEN', '1/86400s'],
    ['LIMIT_ACCOUNT', '9999999/1s'],
    ['COSTLY_AT_ONCE', '1'],
    ['COSTLY_WAITING', '4'],
    ['HEADERS_TIMEOUT', '0.5'],
    ['REQUEST_TIMEOUT', '3600'],
    ['MAX_CONNECTIONS', '1'],
    ['TRUSTED_PROXIES', '10.0.0.0/8, ::1, fd00::/64'],
    ['METRICS', 'on'],
    ['METRICS', 'off'],
    ['METRICS', '127.0.0.1:9464'],
    ['METRICS', '[::1]:9464'],
    ['METRICS', 'localhost:0'],
  ])('accepts %s=%s', (name, value) => {
    expect(() => readConfig({ [name]: value })).not.toThrow();
  });

  it.each([
    ['DATABASE_URL', 'mysql://db/h', /DATABASE_URL must begin with/],
    ['DATABASE_URL', 'sqlite:', /DATABASE_URL names no file/],
    ['DATABASE_URL', 'sqlite::memory:', /second connection/],
    ['DATABASE_URL', 'postgres://u:p@[', /DATABASE_URL is not an address/],
    ['PUBLIC_ORIGIN', 'desk.example', /PUBLIC_ORIGIN must be an origin/],
    ['PUBLIC_ORIGIN', 'https://desk.example/record', /PUBLIC_ORIGIN must be an origin/],
    ['PUBLIC_ORIGIN', 'https://u:p@desk.example', /PUBLIC_ORIGIN must be an origin/],
    ['PUBLIC_ORIGIN', 'ftp://desk.example', /PUBLIC_ORIGIN must be an origin/],
    ['PORT', '65536', /PORT must be/],
    ['PORT', '-1', /PORT must be/],
    ['PORT', '80.5', /PORT must be/],
    ['PORT', 'http', /PORT must be/],
    ['HOST', 'http://x', /HOST must be/],
    ['LOG_LEVEL', 'loud', /LOG_LEVEL must be one of/],
    ['LIMIT_ANONYMOUS', '0', /LIMIT_ANONYMOUS must be requests in seconds.* or "off"/],
    ['LIMIT_ANONYMOUS', '0/10s', /LIMIT_ANONYMOUS must be/],
    ['LIMIT_TOKEN', '100/0s', /LIMIT_TOKEN must be/],
    ['LIMIT_TOKEN', '100/86401s', /LIMIT_TOKEN must be/],
    ['LIMIT_ACCOUNT', '100', /LIMIT_ACCOUNT must be/],
    ['COSTLY_AT_ONCE', '0', /COSTLY_AT_ONCE must be a whole number from 1 to 100/],
    ['COSTLY_WAITING', '3', /COSTLY_WAITING must be a whole number from 4/],
    ['HEADERS_TIMEOUT', '0', /HEADERS_TIMEOUT must be seconds/],
    ['HEADERS_TIMEOUT', '61', /HEADERS_TIMEOUT must not be longer/],
    ['REQUEST_TIMEOUT', '10', /HEADERS_TIMEOUT must not be longer/],
    ['KEEP_ALIVE_TIMEOUT', '-1', /KEEP_ALIVE_TIMEOUT must be seconds/],
    ['ANSWER_TIMEOUT', '3601', /ANSWER_TIMEOUT must be seconds/],
    ['STOP_TIMEOUT', '1e3', /STOP_TIMEOUT must be seconds/],
    ['MAX_CONNECTIONS', '0', /MAX_CONNECTIONS must be a whole/],
    ['MAX_CONNECTIONS_PER_ADDRESS', 'many', /MAX_CONNECTIONS_PER_ADDRESS must be a whole/],
    ['TRUSTED_PROXIES', '10.0.0.0/33', /TRUSTED_PROXIES must be addresses/],
    ['TRUSTED_PROXIES', '10.0.0.0/8/8', /TRUSTED_PROXIES must be addresses/],
    ['TRUSTED_PROXIES', 'proxy', /TRUSTED_PROXIES must be addresses/],
    ['METRICS', 'yes', /METRICS must be "on"/],
    ['METRICS', 'h:99999', /METRICS must be a whole number/],
    ['METRICS', 'http://h:1', /METRICS must be "on"/],
  ])('refuses %s=%s', (name, value, sentence) => {
    expect(() => readConfig({ [name]: value })).toThrow(ConfigError);
    expect(() => readConfig({ [name]: value })).toThrow(sentence);
  });

  it('names all bad variables in one message, and no password', () => {
    const start = () =>
      readConfig({ DATABASE_URL: 'postgres://u:hunter2@[', PORT: 'x', HOST: 'a b', LOG_LEVEL: 'y' });
    for (const name of ['DATABASE_URL', 'PORT', 'HOST', 'LOG_LEVEL']) expect(start).toThrow(name);
    expect(start).not.toThrow('hunter2');
  });
});

describe('clocks', () => {
  it('one tells the time', () => {
    const before = Date.now();
    expect(new SystemClock().now().getTime()).toBeGreaterThanOrEqual(before);
  });

  it('the other stands still until it is moved, backwards too', () => {
    const clock = new MovingClock('2026-06-15T12:00:00.000Z');
    clock.now().setFullYear(1999);
    expect(clock.now().toISOString()).toBe('2026-06-15T12:00:00.000Z');
    clock.moveTo('2020-01-01T00:00:00.000Z');
    expect(clock.now().getUTCFullYear()).toBe(2020);
  });
});
