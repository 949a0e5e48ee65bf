import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AccountsService } from '../../src/accounts/accounts.service.js';
import { SessionsService } from '../../src/accounts/sessions.service.js';
import { startTestApp, type TestApp } from '../support/app.js';

const PASSWORD = 'a quiet harbour at dawn';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
  const { account } = await test.service(AccountsService).add('Ann', 'editor');
  await test.service(SessionsService).setPassword(account.id, PASSWORD);
});
afterAll(() => test.stop());

const logIn = (body: object = { name: 'Ann', password: PASSWORD }, headers = {}) =>
  test.call('POST', 'session', { body, headers });
const cookieOf = (answer: { headers: Record<string, string> }) =>
  String(answer.headers['set-cookie']).split(';')[0]!;
const OWN = { 'sec-fetch-site': 'same-origin' };
const as = async (cookie: string, method: string, path: string, headers: Record<string, string> = OWN) =>
  test.call(method, path, { headers: { cookie, ...headers }, ...(method === 'POST' && { body: {} }) });

describe('a login', () => {
  it('answers who it is, in a cookie that scripts and other sites cannot use', async () => {
    const answer = await logIn();
    expect(answer).toMatchObject({ status: 200, body: { account: { name: 'Ann', role: 'editor' } } });
    expect(answer.headers['set-cookie']).toMatch(
      /^hindcast_session=[\w-]{43}; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/,
    );
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  it.each([
    ['the password is wrong', { name: 'Ann', password: 'a quiet harbour at dusk' }],
    ['nobody has that name', { name: 'Bob', password: PASSWORD }],
    ['the account has no password', { name: 'test editor', password: PASSWORD }],
  ])('fails in the same words because %s', async (_, body) => {
    const { status, body: problem, headers } = await logIn(body);
    expect([status, problem.code]).toEqual([401, 'login_failed']);
    expect(problem.detail).toBe('This name and this password do not belong together.');
    expect(headers['set-cookie']).toBeUndefined();
  });

  it('opens what the role opens, and says who is asking', async () => {
    const cookie = cookieOf(await logIn());
    expect((await as(cookie, 'GET', 'queue')).status).toBe(200);
    expect((await as(cookie, 'GET', 'session')).body.account.name).toBe('Ann');
    expect((await test.call('GET', 'session')).body).toEqual({ account: null });
  });

  it('has a key of its own each time, and none of them stands in the database', async () => {
    const keys = [cookieOf(await logIn()), cookieOf(await logIn())].map((one) => one.split('=')[1]!);
    expect(new Set(keys).size).toBe(2);
    const rows = await test.connections.read.query('SELECT * FROM "session"');
    for (const key of keys) expect(JSON.stringify(rows)).not.toContain(key);
    const passwords = await test.connections.read.query('SELECT * FROM "password"');
    expect(JSON.stringify(passwords)).toContain('$argon2id$');
    expect(JSON.stringify(passwords)).not.toContain(PASSWORD);
  });

  it('ends by logging out, by idleness, by age, and with a new password', async () => {
    const gone = async (cookie: string) => (await as(cookie, 'GET', 'queue')).status;
    const left = cookieOf(await logIn());
    expect((await as(left, 'DELETE', 'session')).status).toBe(204);
    expect(await gone(left)).toBe(401);

    const idle = cookieOf(await logIn());
    test.clock.moveTo('2026-06-16T00:00:01.000Z');
    expect(await gone(idle)).toBe(401);

    const kept = cookieOf(await logIn());
    for (let hour = 11; hour < 14 * 24; hour += 11) {
      test.clock.moveTo(new Date(Date.parse('2026-06-16T00:00:01Z') + hour * 3_600_000).toISOString());
      expect(await gone(kept)).toBe(200);
    }
    test.clock.moveTo('2026-06-30T00:00:01.000Z');
    expect(await gone(kept)).toBe(401);

    const changed = cookieOf(await logIn());
    const { id } = await test
      .service(AccountsService)
      .viewerNamed('Ann')
      .then(({ accountId }) => ({ id: accountId! }));
    await test.service(SessionsService).setPassword(id, PASSWORD);
    expect(await gone(changed)).toBe(401);
  });
});

describe('what a login changes', () => {
  it.each<[string, Record<string, string>, number]>([
    [
      'our own page',
      { 'sec-fetch-site': 'same-origin', origin: 'http://localhost:3000', host: 'localhost:3000' },
      422,
    ],
    ['our own page in an old browser', { origin: 'http://localhost:3000', host: 'localhost:3000' }, 422],
    ['another site', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }, 403],
    ['a neighbour of ours', { 'sec-fetch-site': 'same-site', origin: 'http://other.localhost' }, 403],
    ['another site in an old browser', { origin: 'https://evil.example' }, 403],
    ['a sandboxed frame', { origin: 'null' }, 403],
    ['nobody knows where', {}, 403],
  ])('asked for by %s', async (_, headers, expected) => {
    const cookie = cookieOf(await logIn());
    const { status, body } = await as(cookie, 'POST', 'topics', headers);
    expect(status).toBe(expected);
    if (expected === 403) expect(body.code).toBe('cross_origin');
    expect((await as(cookie, 'GET', 'queue', {})).status).toBe(200);
  });
});

describe('a page of the desk', () => {
  const page = (url: string, cookie?: string) =>
    test.app.inject({ url, headers: { accept: 'text/html', ...(cookie && { cookie }) } });

  it('sends those who are not logged in to the login, and remembers where they wanted to go', async () => {
    const { statusCode, headers } = await page('/desk/queue?x=1');
    expect([statusCode, headers.location]).toEqual([303, '/desk/login?next=%2Fdesk%2Fqueue%3Fx%3D1']);
    expect((await page('/desk/login')).statusCode).toBe(200);
  });

  it('is the same document for all who are, in no cache, and without a word of the record', async () => {
    const { statusCode, headers, body } = await page('/desk', cookieOf(await logIn()));
    expect([statusCode, headers['cache-control']]).toEqual([200, 'no-store']);
    expect(body).not.toContain('Ann');
  });
});
