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
