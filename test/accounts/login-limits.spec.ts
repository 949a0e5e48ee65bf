import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { isCommonPassword } from '../../src/accounts/common-passwords.js';
import { LoginLimits, OF_AN_ACCOUNT, OF_AN_ADDRESS, waitAfter } from '../../src/accounts/login-limits.js';
import { Metrics } from '../../src/http/metrics.js';
import { network } from '../../src/http/network.js';
import { CountsInMemory, RateStore } from '../../src/http/rate-store.js';
import { Turns } from '../../src/http/turns.js';
import { Problem } from '../../src/problems.js';
import { holdDate } from '../support/fake-date.js';

const HERE = '192.0.2.1';

let time: ReturnType<typeof holdDate>;
beforeEach(() => {
  time = holdDate('2026-06-15T12:00:00.000Z');
});
afterEach(() => time.release());

/** On SQLite, so in memory. */
function limits() {
  const kept = new LoginLimits(new RateStore({ pool: null } as never), new Metrics());
  const refused = (name: string, address: string): Promise<number> =>
    kept.begin(name, address).then(
      () => 0,
      (error: Problem) => error.extra['retryAfterSeconds'] as number,
    );
  return { kept, refused, pass: (seconds: number) => time.pass(seconds) };
}

describe('logging in to one account', () => {
  it('may fail a few times at once, and then has to wait twice as long each time, a minute at most', async () => {
    const { refused, pass } = limits();
    const waits: number[] = [];
    for (let attempt = 0; attempt < 14; attempt += 1) {
      const wait = await refused('Ann', `192.0.2.${attempt}`);
      waits.push(wait);
      pass(wait);
      if (wait > 0) expect(await refused('Ann', `192.0.3.${attempt}`)).toBe(0);
    }
    expect(waits).toEqual([0, 0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 60, 60, 60]);
  });

  it('is never shut for good: what is refused does not prolong the wait', async () => {
    const { refused, pass } = limits();
    for (let attempt = 0; attempt < 5; attempt += 1) await refused('Ann', HERE);
    for (let attempt = 0; attempt < 100; attempt += 1) expect(await refused('Ann', '192.0.2.9')).toBe(1);
    pass(1);
    expect(await refused('Ann', '192.0.2.9')).toBe(0);
  });

  it('stays open to those who have logged in from their address before, whatever strangers try', async () => {
    const { kept, refused } = limits();
    await refused('Ann', HERE);
    await kept.succeeded('Ann', HERE);
    for (let attempt = 0; attempt < 50; attempt += 1) await refused('Ann', `198.51.100.${attempt}`);
    expect(await refused('Ann', '203.0.113.1')).toBeGreaterThan(0);
    expect(await refused('Ann', HERE)).toBe(0);
  });

  it('is forgiven by success, and by a day', async () => {
    const { kept, refused, pass } = limits();
    for (let attempt = 0; attempt < 4; attempt += 1) await refused('Ann', HERE);
    await kept.succeeded('Ann', HERE);
    for (let attempt = 0; attempt < 5; attempt += 1) expect(await refused('Ann', HERE)).toBe(0);
    expect(await refused('Ann', HERE)).toBe(1);
    pass(24 * 3600 + 60);
    for (let attempt = 0; attempt < 5; attempt += 1) expect(await refused('Ann', HERE)).toBe(0);
  });
});

describe('logging in from one address', () => {
  it('may fail for many names, and then has to wait, a quarter of an hour at most', async () => {
    const { refused } = limits();
    for (let attempt = 0; attempt < 20; attempt += 1) expect(await refused(`name ${attempt}`, HERE)).toBe(0);
    expect(await refused('another', HERE)).toBe(1);
    expect(await refused('another', '192.0.2.2')).toBe(0);
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

it('of many guesses at once, as many are made as one after the other', async () => {
  const { refused, pass } = limits();
  const at = (round: number) =>
    Promise.all(Array.from({ length: 30 }, (_, guess) => refused('Ann', `198.51.${round}.${guess}`)));
  expect((await at(0)).filter((wait) => wait === 0)).toHaveLength(5);
  pass(1);
  expect((await at(1)).filter((wait) => wait === 0)).toHaveLength(1);
});

it('what is remembered in memory is bounded: the longest untouched goes', async () => {
  const counts = new CountsInMemory({ points: 9, seconds: 60 }, 2);
  for (const key of ['a', 'b', 'a', 'c']) await counts.consume(key);
  const left = await Promise.all(['a', 'b', 'c'].map((key) => counts.get(key)));
  expect(left.map((one) => one?.consumedPoints)).toEqual([2, undefined, 1]);
});

describe('turns', () => {
  const settled = (ends: PromiseSettledResult<unknown>[]) =>
    ends.map((end) => (end.status === 'fulfilled' ? 'done' : (end.reason as Problem).detail));
  const refuse = (why: string) => new Problem('too_busy', why);
  const after = (ms: number) => new Promise((done) => setTimeout(done, ms));

  it('so many work at once, so many wait, and the rest is sent away', async () => {
    const turns = new Turns({ atOnce: 2, waiting: 3, refuse });
    let running = 0;
    let most = 0;
    const work = async () => {
      most = Math.max(most, (running += 1));
      await after(5);
      running -= 1;
    };
    const ends = await Promise.allSettled(Array.from({ length: 7 }, () => turns.run(work)));
    expect(settled(ends)).toEqual([...Array<string>(5).fill('done'), 'share', 'share']);
    expect(most).toBe(2);
    await expect(turns.run(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    await expect(turns.run(() => Promise.resolve(7))).resolves.toBe(7);
  });

  it('a client has a share of the queue, and waits behind its own', async () => {
    const turns = new Turns({ atOnce: 1, waiting: 4, share: 3, refuse });
    const order: string[] = [];
    const ask = (client: string) =>
      turns.run(async () => {
        order.push(client);
        await after(1);
      }, client);
    const ends = await Promise.allSettled(['A', 'A', 'A', 'A', 'A', 'B', 'C'].map(ask));
    expect(settled(ends)).toEqual(['done', 'done', 'done', 'done', 'share', 'done', 'queue']);
    expect(order).toEqual(['A', 'A', 'B', 'A', 'A']);
    await expect(turns.run(() => Promise.resolve(7), 'A')).resolves.toBe(7);
  });

  it('nobody waits longer than so long, and who has gone takes no turn', async () => {
    const turns = new Turns({ atOnce: 1, waiting: 4, waitMs: 10, refuse });
    const first = turns.run(() => after(60));
    expect(settled(await Promise.allSettled([turns.run(() => after(0)), turns.run(() => after(0))]))).toEqual(
      ['wait', 'wait'],
    );
    await first;
    await expect(turns.run(() => Promise.resolve(7))).resolves.toBe(7);
  });

  it('between two of them the event loop turns', async () => {
    const turns = new Turns({ atOnce: 1, waiting: 9, refuse });
    const order: string[] = [];
    const work = (name: string) => () => {
      setImmediate(() => order.push(`others after ${name}`));
      order.push(name);
      return Promise.resolve();
    };
    await Promise.all(['one', 'two'].map((name) => turns.run(work(name))));
    expect(order.slice(0, 3)).toEqual(['one', 'others after one', 'two']);
  });
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
