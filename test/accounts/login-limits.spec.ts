import { describe, expect, it } from '@jest/globals';
import { isCommonPassword } from '../../src/accounts/common-passwords.js';
import {
  LoginLimits,
  network,
  OF_AN_ACCOUNT,
  OF_AN_ADDRESS,
  waitAfter,
} from '../../src/accounts/login-limits.js';
import { Recent } from '../../src/accounts/recent.js';
import { Turns } from '../../src/accounts/turns.js';
import { MovingClock } from '../../src/clock.js';

const START = Date.parse('2026-06-15T12:00:00.000Z');
const HERE = '192.0.2.1';

function limits() {
  const clock = new MovingClock(new Date(START));
  const kept = new LoginLimits(clock);
  const refused = (name: string, address: string): number => {
    try {
      kept.begin(name, address);
      return 0;
    } catch (error) {
      return (error as { extra: { retryAfterSeconds: number } }).extra.retryAfterSeconds;
    }
  };
  const pass = (seconds: number) => clock.moveTo(new Date(clock.now().getTime() + seconds * 1000));
  return { kept, refused, pass };
}

describe('logging in to one account', () => {
  it('may fail a few times at once, and then has to wait twice as long each time, a minute at most', () => {
    const { refused, pass } = limits();
    const waits: number[] = [];
    for (let attempt = 0; attempt < 14; attempt += 1) {
      const wait = refused('Ann', `192.0.2.${attempt}`);
      waits.push(wait);
      pass(wait);
      if (wait > 0) expect(refused('Ann', `192.0.3.${attempt}`)).toBe(0);
    }
    expect(waits).toEqual([0, 0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 60, 60, 60]);
  });

  it('is never shut for good: what is refused does not prolong the wait', () => {
    const { refused, pass } = limits();
    for (let attempt = 0; attempt < 5; attempt += 1) refused('Ann', HERE);
    for (let attempt = 0; attempt < 100; attempt += 1) expect(refused('Ann', '192.0.2.9')).toBe(1);
    pass(1);
    expect(refused('Ann', '192.0.2.9')).toBe(0);
  });

  it('stays open to those who have logged in from their address before, whatever strangers try', () => {
    const { kept, refused } = limits();
    refused('Ann', HERE);
    kept.succeeded('Ann', HERE);
    for (let attempt = 0; attempt < 50; attempt += 1) refused('Ann', `198.51.100.${attempt}`);
    expect(refused('Ann', '203.0.113.1')).toBeGreaterThan(0);
    expect(refused('Ann', HERE)).toBe(0);
  });

  it('is forgiven by success, and by a day', () => {
    const { kept, refused, pass } = limits();
    for (let attempt = 0; attempt < 4; attempt += 1) refused('Ann', HERE);
    kept.succeeded('Ann', HERE);
    for (let attempt = 0; attempt < 5; attempt += 1) expect(refused('Ann', HERE)).toBe(0);
    expect(refused('Ann', HERE)).toBe(1);
    pass(24 * 3600 + 60);
    for (let attempt = 0; attempt < 5; attempt += 1) expect(refused('Ann', HERE)).toBe(0);
  });
});

describe('logging in from one address', () => {
  it('may fail for many names, and then has to wait, a quarter of an hour at most', () => {
    const { refused } = limits();
    for (let attempt = 0; attempt < 20; attempt += 1) expect(refused(`name ${attempt}`, HERE)).toBe(0);
    expect(refused('another', HERE)).toBe(1);
    expect(refused('another', '192.0.2.2')).toBe(0);
    expect(waitAfter(99, OF_AN_ADDRESS)).toBe(15 * 60_000);
    expect(waitAfter(99, OF_AN_ACCOUNT)).toBe(60_000);
  });

  it.each([
    ['192.0.2.1', '192.0.2.1'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['::ffff:192.0.2.1', '::ffff:192.0.2.1'],
  ])('%s counts as %s', (address, counted) => expect(network(address)).toBe(counted));
});

it('what is remembered is bounded: the longest untouched goes', () => {
  const recent = new Recent<number>(2);
  recent.set('a', 1);
  recent.set('b', 2);
  recent.set('a', 3);
  recent.set('c', 4);
  expect([recent.get('a'), recent.get('b'), recent.get('c')]).toEqual([3, undefined, 4]);
});

it('so many work at once, so many wait, and the rest is sent away', async () => {
  const turns = new Turns(2, 3);
  let running = 0;
  let most = 0;
  const work = async () => {
    most = Math.max(most, (running += 1));
    await new Promise((done) => setTimeout(done, 5));
    running -= 1;
  };
  const ends = await Promise.allSettled(Array.from({ length: 7 }, () => turns.run(work)));
  expect(ends.map(({ status }) => status).filter((status) => status === 'rejected')).toHaveLength(2);
  expect(ends.at(-1)).toMatchObject({ reason: { code: 'too_many_attempts' } });
  expect(most).toBe(2);
  await expect(turns.run(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
  await expect(turns.run(() => Promise.resolve(7))).resolves.toBe(7);
});

describe('a password that a guesser tries early', () => {
  it.each([
    ...['aaaaaaaaaaaaa', 'abababababab', '123456789012', '012345678901', 'qwertyuiop123', 'qwertyuiopasdfgh'],
    ...['1qaz2wsx3edc', 'password1234', 'Password123!', 'passwordpassword', 'correcthorsebatterystaple'],
    ...['iloveyou1234', 'Hindcast2026', 'hindcasthindcast', 'newsroom2026', 'administrator', 'welcome12345'],
    ...['Ann Lindqvist', 'annlindqvist1', 'zyxwvutsrqpon', 'letmein123456', '!@#$%^&*()qwe', '000000000000'],
  ])('%s is refused', (password) => expect(isCommonPassword(password, ['Ann Lindqvist'])).toBe(true));

  it.each([
    'a quiet harbour at dawn',
    'kV9#xq2LmZ7w',
    'four tall ships sail',
    'Überfahrt im Nebel',
    '合言葉は海の向こうの島です',
  ])('%s is not', (password) => expect(isCommonPassword(password, ['Ann Lindqvist'])).toBe(false));
});
