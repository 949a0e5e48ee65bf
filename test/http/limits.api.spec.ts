import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, Get, Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AccountsService } from '../../src/accounts/accounts.service.js';
import { LoginLimits } from '../../src/accounts/login-limits.js';
import { SessionsService } from '../../src/accounts/sessions.service.js';
import { readConfig } from '../../src/config.js';
import { createApp } from '../../src/create-app.js';
import { Costly } from '../../src/http/costly.js';
import { Allow } from '../../src/http/permissions.js';
import { Problem } from '../../src/problems.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { holdDate } from '../support/fake-date.js';
import { routesOf } from '../support/routes.js';

const LIMITS = {
  LIMIT_ANONYMOUS: '3/10s',
  LIMIT_TOKEN: '4/60s',
  LIMIT_ACCOUNT: '5/60s',
  COSTLY_AT_ONCE: '1',
  COSTLY_WAITING: '8',
  TRUSTED_PROXIES: '127.0.0.1',
};

/** Costly work that lasts until the test says so. */
const work = { begun: 0, done: [] as (() => void)[] };
@Controller('work')
class WorkController {
  @Get()
  @Costly()
  @Allow('reader')
  work(): Promise<string> {
    work.begun += 1;
    return new Promise((done) => work.done.push(() => done('done')));
  }

  @Get('light')
  @Allow('reader')
  light(): string {
    return 'light';
  }
}
@Module({ controllers: [WorkController] })
class WorkModule {}

let test: TestApp;
let other: NestFastifyApplication;
let time: ReturnType<typeof holdDate>;
let places = 0;
beforeAll(async () => {
  time = holdDate('2026-06-15T12:00:00.000Z');
  test = await startTestApp({ env: LIMITS, modules: [WorkModule] });
  const config = readConfig({ DATABASE_URL: test.place.url, LOG_LEVEL: 'silent', ...LIMITS });
  other = await createApp({
    connections: test.connections,
    clock: test.clock,
    config,
    modules: [WorkModule],
  });
});
afterAll(async () => {
  await other.close();
  await test.stop();
  time.release();
});

/** An address that nobody has asked from. */
const somewhere = () => `192.0.2.${(places += 1)}`;
const from = (address: string, headers: Record<string, string> = {}) => ({
  headers: { 'x-forwarded-for': address, ...headers },
});
const light = async (options: { headers: Record<string, string> }) =>
  (await test.call('GET', 'work/light', options)).status;
const times = async (count: number, ask: () => Promise<number>) => {
  const statuses: number[] = [];
  for (let at = 0; at < count; at += 1) statuses.push(await ask());
  return statuses;
};
const newToken = async () =>
  (await test.service(AccountsService).add(`somebody ${(places += 1)}`, 'editor')).token;
const bearer = (token: string) => from(somewhere(), { authorization: `Bearer ${token}` });

describe('requests of one address', () => {
  it('are refused over the limit, with the time to wait, until the window has passed', async () => {
    const here = from(somewhere());
    expect(await times(3, () => light(here))).toEqual([200, 200, 200]);
    time.pass(4);
    const { status, body, headers } = await test.call('GET', 'work/light', here);
    expect([status, body.code, headers['retry-after'], body.retryAfterSeconds]).toEqual([
      ...[429, 'too_many_requests', '6', 6],
    ]);
    expect(body.detail).toBe('This address may ask 3 times in 10 seconds. Try again in 6 seconds.');
    expect([headers['ratelimit-limit'], headers['ratelimit-remaining'], headers['ratelimit-reset']]).toEqual([
      ...['3', '0', '6'],
    ]);
    expect(await light(from(somewhere()))).toBe(200);
    expect(await light({ headers: { ...bearer(await newToken()).headers, ...here.headers } })).toBe(200);
    time.pass(6);
    expect(await light(here)).toBe(200);
  });

  it('leave /livez, /readyz and the files of pages open; nothing else, whatever is at the address', async () => {
    const here = from(somewhere());
    await times(3, () => light(here));
    const ask = async (path: string, method = 'GET') => (await test.call(method, path, here)).status;
    expect(await Promise.all(['/livez', '/livez?x', '/readyz'].map((path) => ask(path)))).toEqual([
      ...[200, 200, 200],
    ]);
    expect(await ask('/assets/nothing.js')).toBe(404);
    for (const path of ['/', '/robots.txt', '/metrics', '/livezx', '/api/docs', '/nowhere'])
      expect([path, await ask(path)]).toEqual([path, 429]);
    expect(await ask('nowhere', 'POST')).toBe(429);
  });

  it('count with whoever shows a token or a login that opens nothing', async () => {
    const here = somewhere();
    const wrong = { authorization: 'Bearer hc_guess' };
    const over = { cookie: `hindcast_session=${'x'.repeat(30)}` };
    expect(await times(2, () => light(from(here, wrong)))).toEqual([401, 401]);
    expect(await light(from(here, over))).toBe(200);
    expect([await light(from(here, over)), await light(from(here, wrong)), await light(from(here))]).toEqual([
      ...[429, 429, 429],
    ]);
  });

  it('count together in one /64 of IPv6, and as a page that a person can read', async () => {
    await times(3, () => light(from('2001:db8:0:7::1')));
    expect([await light(from('2001:db8:0:7:8::2')), await light(from('2001:db8:0:8::1'))]).toEqual([
      ...[429, 200],
    ]);
    const answer = await test.call<string>('GET', '/', from('2001:db8:0:7::3', { accept: 'text/html' }));
    expect([answer.status, answer.headers['content-type']]).toEqual([429, 'text/html; charset=utf-8']);
    expect(answer.body).toContain('This address may ask 3 times in 10 seconds.');
  });
});

describe('requests of somebody who is known', () => {
  it('count by token, wherever it is used; another token of the desk is not held up', async () => {
    const token = await newToken();
    const first = await test.call('GET', 'work/light', bearer(token));
    expect([first.headers['ratelimit-limit'], first.headers['ratelimit-remaining']]).toEqual(['4', '3']);
    expect(await times(4, () => light(bearer(token)))).toEqual([200, 200, 200, 429]);
    expect(await light(bearer(await newToken()))).toBe(200);
    time.pass(60);
    expect(await light(bearer(token))).toBe(200);
  });

  it('count by account for a login, in all its browsers', async () => {
    const { account } = await test.service(AccountsService).add(`somebody ${(places += 1)}`, 'editor');
    const cookie = async () =>
      from(somewhere(), {
        cookie: `hindcast_session=${(await test.service(SessionsService).open(account)).key}`,
      });
    const [one, two] = [await cookie(), await cookie()];
    expect(await times(3, () => light(one))).toEqual([200, 200, 200]);
    expect(await times(3, () => light(two))).toEqual([200, 200, 429]);
    expect(await light(one)).toBe(429);
  });

  it('count together in all processes on one PostgreSQL; on SQLite there is one process', async () => {
    const token = await newToken();
    const { headers } = bearer(token);
    const there = async () => (await other.inject({ url: '/api/v1/work/light', headers })).statusCode;
    expect(await times(2, () => light({ headers }))).toEqual([200, 200]);
    const shared = test.app.get(LoginLimits, { strict: false });
    const further = other.get(LoginLimits, { strict: false });
    for (let at = 0; at < 5; at += 1) await shared.begin('Ann', somewhere());
    const guess = further.begin('Ann', somewhere()).then(
      () => 'made',
      (error: Problem) => error.code,
    );
    const isShared = globalThis.testEngine === 'postgres';
    expect(await times(3, there)).toEqual(isShared ? [200, 200, 429] : [200, 200, 200]);
    expect(await guess).toBe(isShared ? 'too_many_attempts' : 'made');
    if (!isShared) return;
    const rows = await test.connections.read.query<{ key: string }[]>('SELECT "key" FROM "rate_count"');
    expect(rows.length).toBeGreaterThan(3);
    for (const { key } of rows)
      expect(key).toMatch(/^(token|account|login-(failures|turns|known)):[\w-]{43}$/);
  });
});

describe('costly requests', () => {
  const ask = (address: string) => test.call('GET', 'work', from(address));
  const begun = async (count: number) => {
    while (work.begun < count) await new Promise((turn) => setTimeout(turn, 2));
  };

  it('wait for a turn; who waits for too much, or comes too late, is sent away, and turns come back', async () => {
    const running = ask(somewhere());
    await begun(1);
    const greedy = somewhere();
    const waiting = [ask(greedy), ask(greedy)];
    const third = await ask(greedy);
    expect([third.status, third.body.code, third.headers['retry-after']]).toEqual([
      ...[429, 'too_many_requests', '1'],
    ]);
    const others = Array.from({ length: 6 }, () => ask(somewhere()));
    const late = await ask(somewhere());
    expect([late.status, late.body.code, late.headers['retry-after']]).toEqual([503, 'too_busy', '5']);
    expect(work.begun).toBe(1);
    expect(await light(from(somewhere()))).toBe(200);
    for (let count = 1; count <= 9; count += 1) {
      await begun(count);
      work.done.shift()!();
    }
    const statuses = (await Promise.all([running, ...waiting, ...others])).map(({ status }) => status);
    expect(statuses).toEqual(Array(9).fill(200));
    const { body } = await test.call<string>('GET', '/metrics', from(somewhere()));
    expect(body).toContain('hindcast_refused_total{kind="costly"} 2');
    expect(body).toMatch(/hindcast_refused_total\{kind="anonymous"\} \d/);
  });

  it('are these; pages take a turn each, where they are made', () => {
    const costly = routesOf(test.app).filter((route) => route.costly !== undefined);
    const line = ({ method, path, costly: when }: (typeof costly)[number]) =>
      `${method} ${path}${when === true ? '' : `?${when!.withQuery}`}`;
    expect(costly.map(line).sort()).toEqual([
      ...['GET /calibration.csv', 'GET /calibration.json'],
      ...['GET /embed/calibration', 'GET /embed/forecasters/:embed', 'GET /embed/scenarios/:embed'],
      ...['GET /feeds/:feed', 'GET /feeds/forecasters/:feed', 'GET /feeds/topics/:feed'],
      ...['GET /pictures/card/forecasters/:picture', 'GET /pictures/card/front.png'],
      ...['GET /pictures/card/scenarios/:picture', 'GET /pictures/card/topics/:picture'],
      ...['GET /pictures/histogram.png', 'GET /pictures/over-time/:picture', 'GET /pictures/reliability.png'],
      ...['GET /record.csv', 'GET /record.json', 'GET /sitemap.xml', 'GET /sitemaps/:sitemap'],
      ...[
        'GET briefings?q',
        'GET calibration',
        'GET calibration/over-time',
        'GET events/:id/suggested-scenarios',
      ],
      ...['GET events?q', 'GET export/mine.csv', 'GET export/mine.json', 'GET rereads/agreement'],
      ...['GET scenarios/:id/suggested-events', 'GET scenarios?q', 'GET standings/habits', 'GET status'],
      ...['GET track-record', 'GET work', 'POST briefings', 'POST briefings/parse', 'POST briefings/preview'],
      ...['POST resolutions/bulk', 'POST scenarios/:id/resolutions/preview'],
      ...['POST statements/lint', 'POST statements/quick', 'POST statements/similar'],
    ]);
  });
});

it('while a long briefing is recorded, the event loop turns', async () => {
  const scenarios = Array.from({ length: 40 }, (_, at) => ({
    ...{ kind: 'risk', term: 'short', probability: 0.4, statement: `Berth ${at} closes for a day.` },
  }));
  let turns = 0;
  let over = false;
  const turn = () => {
    turns += 1;
    if (!over) setImmediate(turn);
  };
  const body = { topic: 'Harbour', headline: 'The harbour', forecaster: 'desk', scenarios };
  const recorded = test.call('POST', 'briefings', { as: 'editor', body });
  turn();
  expect((await recorded).status).toBe(201);
  over = true;
  expect(turns).toBeGreaterThan(10);
});

it('a text may hold as many scenarios as a briefing: what it is compared with takes time', async () => {
  const item = (_: unknown, at: number) => `- Risk · short term · 40%: Berth ${at} closes for a day.`;
  const text = (length: number) =>
    `# The harbour\n\n## Scenarios\n\n${Array.from({ length }, item).join('\n')}\n`;
  const preview = (length: number) =>
    test.call('POST', 'briefings/preview', {
      as: 'administrator',
      body: { topic: 'Harbour', text: text(length) },
    });
  expect((await preview(100)).status).toBe(200);
  const { status, body } = await preview(101);
  expect([status, body.errors]).toEqual([
    422,
    [
      {
        field: 'text',
        message: 'holds 101 scenarios; a briefing may have 100: send the rest as another',
      },
    ],
  ]);
});
