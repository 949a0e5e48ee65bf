import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { AccountsService } from '../../src/accounts/accounts.service.js';
import { InvitationsService } from '../../src/accounts/invitations.service.js';
import { SessionsService } from '../../src/accounts/sessions.service.js';
import type { Role } from '../../src/http/viewer.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { holdDate } from '../support/fake-date.js';

const PASSWORD = 'a quiet harbour at dawn';
const START = '2026-06-15T12:00:00.000Z';

let test: TestApp;
let admin: Login;
let count = 0;

/** Somebody at a browser. */
interface Login {
  id: string;
  name: string;
  cookie: string;
}

const OWN = { 'sec-fetch-site': 'same-origin' };
const cookieOf = (answer: { headers: Record<string, string> }) =>
  String(answer.headers['set-cookie']).split(';')[0]!;
const by = ({ cookie }: Login, method: string, path: string, body?: object) =>
  test.call(method, path, { headers: { cookie, ...OWN }, ...(body && { body }) });
const bearing = (token: string, method: string, path: string, body?: object) =>
  test.call(method, path, { headers: { authorization: `Bearer ${token}` }, ...(body && { body }) });
const secretOf = (link: string) => link.split('#')[1]!;
const welcome = (body: object) => test.call('POST', 'welcome', { body });
const changesOf = (id: string) =>
  test.connections.read.query<{ what: string }[]>(
    `SELECT "what" FROM "account_change" WHERE "accountId" = '${id}' ORDER BY "seq"`,
  );

async function somebody(role: Role): Promise<Login> {
  count += 1;
  const { account } = await test.service(AccountsService).add(`person ${count}`, role);
  return logged(account.id, account.name);
}

async function logged(id: string, name: string): Promise<Login> {
  const account = (await test.service(AccountsService).byId(id))!;
  const { key } = await test.service(SessionsService).open(account);
  return { id, name, cookie: `hindcast_session=${key}` };
}

/** The first administrator comes by the link that the start prints. */
beforeAll(async () => {
  test = await startTestApp({ now: START });
});
afterAll(() => test.stop());

describe('the first administrator', () => {
  let secret: string;
  it('comes by a link, which is void once a later start has made another', async () => {
    const first = await test.service(InvitationsService).first();
    secret = (await test.service(InvitationsService).first())!.secret;
    const used = await welcome({ secret: first!.secret, name: 'Eve', password: PASSWORD });
    expect([used.status, used.body.code]).toEqual([404, 'link_void']);
    const looked = await test.call('POST', 'welcome/look', { body: { secret } });
    expect(looked.body).toEqual({ kind: 'first', name: null, role: 'administrator' });
  });

  it.each([
    ['no name', { password: PASSWORD }, 'name'],
    ['a short password', { name: 'Ada', password: 'too short' }, 'password'],
    ['a common password', { name: 'Ada', password: 'hindcast2026' }, 'password'],
    ['the name of what is deleted', { name: 'Deleted account 1', password: PASSWORD }, 'name'],
  ])('is not taken with %s, and the link stays', async (_, body, field) => {
    const { status, body: problem } = await welcome({ secret, ...body });
    expect([status, problem.errors[0].field]).toEqual([422, field]);
  });

  it('is one, however many use the link at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, at) => welcome({ secret, name: `Ada ${at}`, password: PASSWORD })),
    );
    const won = answers.filter(({ status }) => status === 200);
    expect(won).toHaveLength(1);
    expect(answers.filter(({ body }) => body.code === 'link_void')).toHaveLength(19);
    const { id, name, role } = won[0]!.body.account;
    expect(role).toBe('administrator');
    admin = { id, name, cookie: cookieOf(won[0]!) };
    expect((await by(admin, 'GET', 'accounts')).status).toBe(200);
  });

  it('is the last to come so', async () => {
    expect(await test.service(InvitationsService).first()).toBeNull();
  });
});

describe('an invitation', () => {
  it('opens its account once, within a week, to whoever holds the link', async () => {
    const { status, body } = await by(admin, 'POST', 'accounts', {
      name: 'Bo',
      role: 'analyst',
      mayLogFor: ['bo'],
    });
    expect(status).toBe(201);
    expect(body.account).toMatchObject({ name: 'Bo', role: 'analyst', mayLogFor: ['bo'], canLogIn: false });
    expect(body.link).toMatch(/^http:\/\/[^/]+\/desk\/welcome#[\w-]{43}$/);
    const secret = secretOf(body.link);
    test.clock.moveTo('2026-06-22T11:59:59.999Z');
    const used = await welcome({ secret, password: PASSWORD });
    expect(used.body.account).toMatchObject({ name: 'Bo', role: 'analyst' });
    expect((await welcome({ secret, password: PASSWORD })).body.code).toBe('link_void');
    const logIn = await test.call('POST', 'session', { body: { name: 'Bo', password: PASSWORD } });
    expect(logIn.status).toBe(200);
    test.clock.moveTo(START);
    expect((await changesOf(body.account.id)).map(({ what }) => what)).toEqual([
      'added',
      'invited',
      'invitation_used',
    ]);
  });

  it('ends after a week, and another takes its place', async () => {
    const { body } = await by(admin, 'POST', 'accounts', { name: 'Cy', role: 'reader' });
    test.clock.moveTo('2026-06-22T12:00:00.000Z');
    expect((await welcome({ secret: secretOf(body.link), password: PASSWORD })).body.code).toBe('link_void');
    test.clock.moveTo(START);
    const again = await by(admin, 'POST', `accounts/${body.account.id}/resets`);
    expect((await welcome({ secret: secretOf(body.link), password: PASSWORD })).body.code).toBe('link_void');
    const looked = await test.call('POST', 'welcome/look', { body: { secret: secretOf(again.body.link) } });
    expect(looked.body).toEqual({ kind: 'invite', name: 'Cy', role: 'reader' });
  });

  it.each<[object, string]>([
    [{ name: 'Bo', role: 'reader' }, 'name_taken'],
    [{ name: ' ', role: 'reader' }, 'validation_failed'],
    [{ name: 'Di', role: 'king' }, 'validation_failed'],
    [{ name: 'Di', role: 'reader', disabledAt: null }, 'validation_failed'],
    [{ name: 'Di', role: 'reader', mayLogFor: ['a,b'] }, 'validation_failed'],
    [{ name: 'Di', role: 'reader', mayLogFor: ['*'] }, 'validation_failed'],
    [{ name: 'Di', role: 'reader', mayLogFor: ['a\u0007'] }, 'validation_failed'],
  ])('%j is refused: %s', async (body, code) => {
    expect((await by(admin, 'POST', 'accounts', body)).body.code).toBe(code);
  });
});

describe('a reset', () => {
  it('gives a new password within a day, ends all sessions, and leaves the tokens', async () => {
    const invited = await by(admin, 'POST', 'accounts', { name: 'Ed', role: 'editor' });
    const came = await welcome({ secret: secretOf(invited.body.link), password: PASSWORD });
    const ed: Login = { id: invited.body.account.id, name: 'Ed', cookie: cookieOf(came) };
    const made = await by(ed, 'POST', 'tokens', { name: 'script', scope: 'editor' });
    const reset = secretOf((await by(admin, 'POST', `accounts/${ed.id}/resets`)).body.link);
    expect((await by(ed, 'GET', 'queue')).status).toBe(200);
    expect((await welcome({ secret: reset, password: 'another harbour by night' })).status).toBe(200);
    expect((await by(ed, 'GET', 'queue')).status).toBe(401);
    expect((await bearing(made.body.token, 'GET', 'queue')).status).toBe(200);
    expect((await test.call('POST', 'session', { body: { name: 'Ed', password: PASSWORD } })).status).toBe(
      401,
    );
    const late = secretOf((await by(admin, 'POST', `accounts/${ed.id}/resets`)).body.link);
    test.clock.moveTo('2026-06-16T12:00:00.000Z');
    expect((await welcome({ secret: late, password: PASSWORD })).body.code).toBe('link_void');
    test.clock.moveTo(START);
  });
});

describe('a token', () => {
  it('is shown once, and stands neither in a list, nor in the database, nor in an address', async () => {
    const ann = await somebody('analyst');
    const { status, body } = await by(ann, 'POST', 'tokens', { name: 'a script', scope: 'analyst' });
    expect([status, body.token]).toEqual([201, expect.stringMatching(/^hc_[\w-]{43}$/)]);
    await bearing(body.token, 'GET', 'topics');
    const listed = await by(ann, 'GET', 'tokens');
    expect(listed.body.items[0]).toMatchObject({ name: 'a script', scope: 'analyst', revokedAt: null });
    expect(JSON.stringify(listed.body)).not.toContain(body.token.slice(3));
    expect((await test.call('GET', `queue?token=${body.token}`)).status).toBe(401);
    if (!test.place.file) return;
    for (const file of await readdir(dirname(test.place.file)))
      expect((await readFile(join(dirname(test.place.file), file))).includes(body.token.slice(3))).toBe(
        false,
      );
  });

  it.each<[Role, Role, string, number]>([
    ['editor', 'editor', 'queue', 200],
    ['editor', 'analyst', 'queue', 403],
    ['administrator', 'editor', 'accounts', 403],
    ['administrator', 'administrator', 'accounts', 200],
  ])('of an %s for what an %s may do asks for %s: %i', async (role, scope, path, expected) => {
    const who = await somebody(role);
    const { token } = (await by(who, 'POST', 'tokens', { name: 'x', scope })).body;
    expect((await bearing(token, 'GET', path)).status).toBe(expected);
  });

  it('may not do more than its account, which may come to do less', async () => {
    const who = await somebody('editor');
    const more = await by(who, 'POST', 'tokens', { name: 'x', scope: 'administrator' });
    expect(more.body.errors).toEqual([
      { field: 'scope', message: 'may be editor at most, as your account is' },
    ]);
    const { token } = (await by(who, 'POST', 'tokens', { name: 'x', scope: 'editor' })).body;
    await by(admin, 'POST', `accounts/${who.id}/role`, { role: 'analyst' });
    expect((await bearing(token, 'GET', 'queue')).status).toBe(403);
    await by(admin, 'POST', `accounts/${who.id}/role`, { role: 'administrator' });
    expect((await bearing(token, 'GET', 'accounts')).status).toBe(403);
    expect((await bearing(token, 'GET', 'queue')).status).toBe(200);
  });

  it('logs for those whom both it and its account may log for', async () => {
    const { account } = await test.service(AccountsService).add('some', 'analyst', { mayLogFor: ['a', 'b'] });
    const some = await logged(account.id, 'some');
    const { token } = (
      await by(some, 'POST', 'tokens', { name: 'x', scope: 'analyst', mayLogFor: ['b', 'c'] })
    ).body;
    expect(await test.service(AccountsService).viewerOf(token)).toMatchObject({ mayLogFor: ['b'] });
  });

  it('ends after its last day, and when it is revoked; its row stays', async () => {
    const who = await somebody('editor');
    const past = await by(who, 'POST', 'tokens', { name: 'x', scope: 'editor', expiresOn: '2026-06-14' });
    expect(past.body.errors[0].field).toBe('expiresOn');
    const day = (await by(who, 'POST', 'tokens', { name: 'x', scope: 'editor', expiresOn: '2026-06-15' }))
      .body;
    test.clock.moveTo('2026-06-15T23:59:59.999Z');
    expect((await bearing(day.token, 'GET', 'queue')).status).toBe(200);
    test.clock.moveTo('2026-06-16T00:00:00.000Z');
    expect((await bearing(day.token, 'GET', 'queue')).status).toBe(401);
    test.clock.moveTo(START);
    for (const _ of ['once', 'again']) expect((await by(who, 'DELETE', `tokens/${day.id}`)).status).toBe(204);
    expect((await bearing(day.token, 'GET', 'queue')).status).toBe(401);
    expect((await by(who, 'GET', 'tokens')).body.items).toMatchObject([{ id: day.id, revokedAt: START }, {}]);
  });

  it('of somebody else is not there, but for an administrator', async () => {
    const [one, other] = [await somebody('editor'), await somebody('editor')];
    const { id, token } = (await by(one, 'POST', 'tokens', { name: 'x', scope: 'editor' })).body;
    expect((await by(other, 'DELETE', `tokens/${id}`)).status).toBe(404);
    expect(JSON.stringify((await by(other, 'GET', 'tokens')).body)).not.toContain(id);
    expect((await by(other, 'GET', `accounts/${one.id}/tokens`)).status).toBe(403);
    expect((await bearing(token, 'GET', 'queue')).status).toBe(200);
    expect((await by(admin, 'GET', `accounts/${one.id}/tokens`)).body.items).toMatchObject([{ id }, {}]);
    expect((await by(admin, 'DELETE', `tokens/${id}`)).status).toBe(204);
    expect((await bearing(token, 'GET', 'queue')).status).toBe(401);
  });
});

describe('an account', () => {
  it('is logged out when its role changes', async () => {
    const who = await somebody('editor');
    const { body } = await by(admin, 'POST', `accounts/${who.id}/role`, {
      role: 'analyst',
      mayLogFor: ['ann'],
    });
    expect(body).toMatchObject({ role: 'analyst', mayLogFor: ['ann'] });
    expect((await by(who, 'GET', 'session')).body.account).toBeNull();
    const [last] = (await by(admin, 'GET', 'accounts/changes')).body.items;
    expect(last).toMatchObject({
      what: 'role_changed',
      detail: 'editor to analyst',
      by: admin.name,
      account: who.name,
    });
    expect(last.requestId).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('that is closed opens by nothing; opened again, its tokens stay revoked', async () => {
    const who = await somebody('editor');
    const { token } = (await by(who, 'POST', 'tokens', { name: 'x', scope: 'editor' })).body;
    const link = (await by(admin, 'POST', `accounts/${who.id}/resets`)).body.link;
    for (const _ of ['once', 'again'])
      expect((await by(admin, 'POST', `accounts/${who.id}/closings`)).body.closedAt).toBe(START);
    expect((await by(who, 'GET', 'queue')).status).toBe(401);
    expect((await bearing(token, 'GET', 'queue')).status).toBe(401);
    expect((await welcome({ secret: secretOf(link), password: PASSWORD })).body.code).toBe('link_void');
    expect((await by(admin, 'POST', `accounts/${who.id}/reopenings`)).body.closedAt).toBeNull();
    expect((await bearing(token, 'GET', 'queue')).status).toBe(401);
  });

  it('that is deleted leaves what it has logged, and nothing of its person', async () => {
    const who = await somebody('editor');
    await test.service(SessionsService).setPassword(who.id, PASSWORD);
    const again = await logged(who.id, who.name);
    const { token } = (await by(again, 'POST', 'tokens', { name: 'x', scope: 'editor' })).body;
    expect((await by(again, 'POST', 'topics', { title: `Topic of ${count}` })).status).toBe(201);
    expect((await by(again, 'DELETE', 'account')).status).toBe(204);
    for (const _ of ['again']) expect((await by(admin, 'DELETE', `accounts/${who.id}`)).status).toBe(204);
    expect((await by(again, 'GET', 'queue')).status).toBe(401);
    expect((await bearing(token, 'GET', 'queue')).status).toBe(401);
    const row = (await by(admin, 'GET', 'accounts?limit=200')).body.items.find(
      (one: Login) => one.id === who.id,
    );
    expect(row).toMatchObject({
      name: expect.stringMatching(/^deleted account \d+$/),
      canLogIn: false,
      tokens: 0,
    });
    for (const table of ['password', 'session', 'api_token', 'identity', 'invitation'])
      expect(
        await test.connections.read.query(`SELECT 1 FROM "${table}" WHERE "accountId" = '${who.id}'`),
      ).toEqual([]);
    expect((await changesOf(who.id)).at(-1)?.what).toBe('deleted');
    expect((await by(admin, 'POST', `accounts/${who.id}/resets`)).status).toBe(404);
    expect((await by(admin, 'POST', `accounts/${who.id}/role`, { role: 'editor' })).status).toBe(404);
  });

  it('of the last administrator who can log in stays what it is', async () => {
    for (const attempt of [
      () => by(admin, 'DELETE', 'account'),
      () => by(admin, 'DELETE', `accounts/${admin.id}`),
      () => by(admin, 'POST', `accounts/${admin.id}/closings`),
      () => by(admin, 'POST', `accounts/${admin.id}/role`, { role: 'editor' }),
    ]) {
      const { status, body } = await attempt();
      expect([status, body.code]).toEqual([409, 'last_administrator']);
    }
  });

  it('leaves one of two administrators who demote each other at once', async () => {
    const other = await somebody('administrator');
    await test.service(SessionsService).setPassword(other.id, PASSWORD);
    const two = await logged(other.id, other.name);
    const ends = await Promise.all([
      by(admin, 'POST', `accounts/${other.id}/role`, { role: 'editor' }),
      by(two, 'POST', `accounts/${admin.id}/role`, { role: 'editor' }),
    ]);
    expect(ends.map(({ status }) => status).sort()).not.toEqual([200, 200]);
    const [{ many }] = await test.connections.read.query(
      `SELECT COUNT(*) AS many FROM "account" a JOIN "password" p ON p."accountId" = a."id" WHERE a."role" = 'administrator'`,
    );
    expect(Number(many)).toBe(1);
    const left = ends[0].status === 200 ? admin : two;
    admin = await logged(left.id, left.name);
  });

  it('of the command line is nobody that can be reset or deleted', async () => {
    const { accountId } = await test.service(AccountsService).commandLine();
    expect((await by(admin, 'POST', `accounts/${accountId}/resets`)).status).toBe(404);
    expect((await by(admin, 'DELETE', `accounts/${accountId}`)).status).toBe(404);
  });
});

describe('an own password', () => {
  it('is changed by who knows it, who stays logged in here and nowhere else', async () => {
    const who = await somebody('editor');
    await test.service(SessionsService).setPassword(who.id, PASSWORD);
    const [here, there] = [await logged(who.id, who.name), await logged(who.id, who.name)];
    expect(
      (await by(here, 'GET', 'account/sessions')).body.items.map((one: { here: boolean }) => one.here),
    ).toContain(true);
    const wrong = await by(here, 'POST', 'account/password', {
      current: 'x',
      password: 'another harbour by night',
    });
    expect([wrong.status, wrong.body.errors[0].field]).toEqual([422, 'current']);
    const right = await by(here, 'POST', 'account/password', {
      current: PASSWORD,
      password: 'another harbour by night',
    });
    expect(right.status).toBe(200);
    expect((await by(there, 'GET', 'queue')).status).toBe(401);
    const fresh = { ...here, cookie: cookieOf(right) };
    expect((await by(fresh, 'GET', 'queue')).status).toBe(200);
    expect((await by(fresh, 'DELETE', 'account/sessions')).status).toBe(204);
    expect((await by(fresh, 'GET', 'queue')).status).toBe(401);
  });
});

describe('too many attempts', () => {
  it('are refused with the time to wait, for names that are there and names that are not', async () => {
    const time = holdDate('2026-06-15T12:00:00.000Z');
    const who = await somebody('editor');
    await test.service(SessionsService).setPassword(who.id, PASSWORD);
    for (const name of [who.name, 'nobody at all']) {
      const attempt = () => test.call('POST', 'session', { body: { name, password: 'not the password' } });
      for (let at = 0; at < 5; at += 1) expect((await attempt()).status).toBe(401);
      const { status, body, headers } = await attempt();
      expect([status, body.code, headers['retry-after']]).toEqual([429, 'too_many_attempts', '1']);
    }
    time.pass(1);
    const right = await test.call('POST', 'session', { body: { name: who.name, password: PASSWORD } });
    time.release();
    expect(right.status).toBe(200);
  });
});

it('what was done to accounts is neither changed nor deleted', async () => {
  for (const statement of [`UPDATE "account_change" SET "what" = 'added'`, 'DELETE FROM "account_change"'])
    await expect(test.connections.write.query(statement)).rejects.toThrow(/append-only/);
});
