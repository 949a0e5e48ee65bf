import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AccountsService } from '../../src/accounts/accounts.service.js';
import { SessionsService } from '../../src/accounts/sessions.service.js';
import { TokensService } from '../../src/accounts/tokens.service.js';
import { newId } from '../../src/database/ids.js';
import type { Role } from '../../src/http/permissions.js';
import { PROBLEMS } from '../../src/problems.js';
import { Desk, OPENING_DAY } from '../record/desk-builders.js';
import { routesOf } from '../support/routes.js';

/** Who may use which route: the least role. Every route of the program stands here. */
const TABLE: Record<string, Role> = {
  'POST welcome': 'reader',
  'POST welcome/look': 'reader',
  'POST welcome/elsewhere': 'reader',
  'POST account/elsewhere': 'reader',
  'GET /desk/oidc': 'reader',
  'GET /desk/oidc/callback': 'reader',
  'GET account/sessions': 'reader',
  'DELETE account/sessions': 'reader',
  'POST account/password': 'reader',
  'DELETE account': 'reader',
  'GET tokens': 'reader',
  'POST tokens': 'reader',
  'DELETE tokens/:id': 'reader',
  'GET settings': 'administrator',
  'POST settings': 'administrator',
  'GET status': 'administrator',
  'POST topics/:slug/terms': 'administrator',
  'GET accounts': 'administrator',
  'GET accounts/changes': 'administrator',
  'GET accounts/:id/tokens': 'administrator',
  'POST accounts': 'administrator',
  'POST accounts/:id/closings': 'administrator',
  'POST accounts/:id/display-name': 'administrator',
  'POST account/display-name': 'reader',
  'GET changes': 'administrator',
  'POST accounts/:id/reopenings': 'administrator',
  'POST accounts/:id/resets': 'administrator',
  'POST accounts/:id/role': 'administrator',
  'DELETE accounts/:id': 'administrator',
  'GET livez': 'reader',
  'GET readyz': 'reader',
  'GET metrics': 'reader',
  'GET topics': 'reader',
  'GET topics/:slug': 'reader',
  'GET forecasters': 'reader',
  'GET forecasters/:slug': 'reader',
  'GET briefings': 'reader',
  'GET briefings/:id': 'reader',
  'GET /': 'reader',
  'GET /*': 'reader',
  'GET /method': 'reader',
  'GET /record': 'reader',
  'GET /calibration': 'reader',
  'GET /scenarios/:page': 'reader',
  'GET /desk': 'reader',
  'GET /desk/*': 'reader',
  'GET session': 'reader',
  'POST session': 'reader',
  'DELETE session': 'reader',
  'GET /topics': 'reader',
  'GET /topics/:page': 'reader',
  'GET /briefings': 'reader',
  'GET /briefings/:page': 'reader',
  'GET /events': 'reader',
  'GET /events/:page': 'reader',
  'GET /forecasters': 'reader',
  'GET /forecasters/:page': 'reader',
  'GET /house': 'reader',
  'GET /record.csv': 'reader',
  'GET /record.json': 'reader',
  'GET /calibration.csv': 'reader',
  'GET /calibration.json': 'reader',
  'GET /embed/scenarios/:embed': 'reader',
  'GET /embed/calibration': 'reader',
  'GET /embed/forecasters/:embed': 'reader',
  'GET /feeds/:feed': 'reader',
  'GET /feeds/topics/:feed': 'reader',
  'GET /feeds/forecasters/:feed': 'reader',
  'GET /pictures/reliability.png': 'reader',
  'GET /pictures/histogram.png': 'reader',
  'GET /pictures/over-time/:picture': 'reader',
  'GET /pictures/card/front.png': 'reader',
  'GET /pictures/card/scenarios/:picture': 'reader',
  'GET /pictures/card/forecasters/:picture': 'reader',
  'GET /pictures/card/topics/:picture': 'reader',
  'GET /robots.txt': 'reader',
  'GET /sitemap.xml': 'reader',
  'GET /sitemaps/:sitemap': 'reader',
  'GET events': 'reader',
  'GET events/:id': 'reader',
  'GET scenarios': 'reader',
  'GET scenarios/:id': 'reader',
  'GET calibration': 'reader',
  'GET calibration/over-time': 'reader',
  'GET track-record': 'reader',
  'GET rereads/agreement': 'reader',
  'POST briefings': 'analyst',
  'POST briefings/parse': 'analyst',
  'POST briefings/preview': 'analyst',
  'GET handovers': 'analyst',
  'GET handovers/:id': 'analyst',
  'POST handovers': 'analyst',
  'POST handovers/:id/ends': 'analyst',
  'POST events': 'analyst',
  'POST events/:id/sources': 'analyst',
  'POST scenarios': 'analyst',
  'POST scenarios/:id/criteria': 'analyst',
  'POST scenarios/:id/evidence': 'analyst',
  'POST scenarios/:id/forecasts': 'analyst',
  'POST scenarios/:id/links': 'analyst',
  'POST scenarios/:id/links/:linkId/endings': 'analyst',
  'POST scenarios/:id/withdrawals': 'analyst',
  'GET events/:id/suggested-scenarios': 'analyst',
  'GET scenarios/:id/suggested-events': 'analyst',
  'POST statements/lint': 'analyst',
  'POST statements/quick': 'analyst',
  'POST statements/similar': 'analyst',
  'GET export/mine.csv': 'analyst',
  'GET export/mine.json': 'analyst',
  'GET standings': 'analyst',
  'GET standings/counts': 'analyst',
  'GET standings/habits': 'analyst',
  'GET scenarios/:id/history': 'analyst',
  'GET queue': 'editor',
  'GET queue/counts': 'editor',
  'GET rereads': 'editor',
  'POST rereads/:id': 'editor',
  'POST topics': 'editor',
  'POST briefings/:id/errata': 'editor',
  'POST briefings/:id/publications': 'editor',
  'POST events/:id/errata': 'editor',
  'POST events/:id/publications': 'editor',
  'POST events/:id/standings': 'editor',
  'POST forecasts/:id/errata': 'editor',
  'POST scenarios/:id/deferrals': 'editor',
  'POST scenarios/:id/errata': 'editor',
  'POST scenarios/:id/publications': 'editor',
  'POST resolutions/bulk': 'editor',
  'POST scenarios/:id/resolutions': 'editor',
  'POST scenarios/:id/resolutions/preview': 'editor',
  'POST scenarios/:id/shown': 'editor',
  'POST scenarios/:id/suggested-events/:eventId/dismissals': 'editor',
  'POST scenarios/:id/testability': 'editor',
};

/** For people who have logged in: nobody else, and no token, however much it may do. */
const LOGIN_ONLY = new Set([
  'GET account/sessions',
  'DELETE account/sessions',
  'POST account/display-name',
  'POST account/elsewhere',
  'POST account/password',
  'DELETE account',
  'GET tokens',
  'POST tokens',
  'DELETE tokens/:id',
  'POST accounts',
  'POST accounts/:id/reopenings',
  'POST accounts/:id/resets',
  'POST accounts/:id/role',
]);

/**
 * What is answered to whoever may, where it is not what is for most: an id of nothing is not found, and an empty body is
 * refused by its fields.
 */
const ANSWERS: Record<string, number | keyof typeof PROBLEMS> = {
  'GET /*': 'not_found',
  'GET /desk/oidc': 'not_found', // the tests name no provider
  'GET /desk/oidc/callback': 303,
  'GET /pictures/reliability.png': 'not_found', // nothing is scored
  'GET /pictures/histogram.png': 'not_found',
  'GET /sitemap.xml': 'not_found', // the tests have no public address
  'GET accounts/:id/tokens': 200,
  'DELETE session': 204,
  'DELETE account': 204,
  'DELETE account/sessions': 204,
  'POST account/elsewhere': 204,
  'POST settings': 200,
  // These take an empty body: then it is the id that is wrong.
  ...Object.fromEntries(
    [
      'DELETE accounts/:id',
      'DELETE tokens/:id',
      'POST accounts/:id/closings',
      'POST accounts/:id/reopenings',
      'POST accounts/:id/resets',
      'POST scenarios/:id/shown',
      'POST scenarios/:id/suggested-events/:eventId/dismissals',
      'POST scenarios/:id/withdrawals',
      'POST topics/:slug/terms',
    ].map((route) => [route, 'not_found' as const]),
  ),
  'POST scenarios/:id/forecasts': 'probability_invalid',
};

/** The desk's pages are for whoever is known, and send others to the login. */
function answerOf(route: string, role: Role | null): number | keyof typeof PROBLEMS {
  if (/^GET \/desk(\/\*)?$/.test(route)) return role === null ? 303 : 200;
  const known = ANSWERS[route];
  if (known !== undefined) return known;
  if (!route.startsWith('GET')) return 'validation_failed';
  return route.includes(':') ? 'not_found' : 200;
}

const WHO = ['analyst', 'editor', 'administrator'] as const;
const LOGINS = ['reader', ...WHO] as const;
const rank = (role: Role | undefined) =>
  ['reader', 'analyst', 'editor', 'administrator'].indexOf(role ?? 'reader');

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open();
});
afterAll(() => desk.close());

type Show = () => Promise<Record<string, string>>;

/** These end the login that they are asked with. */
const ENDS_IT = new Set(['DELETE session', 'DELETE account', 'DELETE account/sessions']);

async function loginOf(role: Role): Promise<Record<string, string>> {
  const { account } = await desk.app.service(AccountsService).add(`somebody ${newId()}`, role);
  const { key } = await desk.app.service(SessionsService).open(account);
  return { cookie: `hindcast_session=${key}`, 'sec-fetch-site': 'same-origin' };
}

async function expiredLogin(): Promise<Record<string, string>> {
  const before = await desk.app.connections.read.query<{ id: string }[]>('SELECT "id" FROM "session"');
  const headers = await loginOf('administrator');
  const others = before.map(({ id }) => `'${id}'`).join(', ');
  await desk.write(
    `UPDATE "session" SET "expiresAt" = '${OPENING_DAY}T12:00:00.000Z' WHERE "id" NOT IN (${others || "''"})`,
  );
  return headers;
}

async function scopedToken(scope: Role): Promise<string> {
  const tokens = desk.app.service(TokensService);
  const { account } = await desk.app.service(AccountsService).add(`scoped ${newId()}`, 'administrator');
  const acting = { accountId: account.id, requestId: null };
  return (await tokens.create(account.id, { name: 'narrow', scope }, acting)).token;
}

/** Pages tell what is wrong in words, and by their status. */
const isPage = (path: string) => path.startsWith('/');

const address = (path: string) =>
  /^(livez|readyz|metrics)$/.test(path) ? `/${path}` : path.replace(/:\w+/g, () => newId());

describe('the table of permissions', () => {
  it('has a row for every route, and no other', () => {
    const routes = routesOf(desk.app.app).map(({ method, path }) => `${method} ${path}`);
    expect(Object.keys(TABLE).sort()).toEqual(routes.sort());
  });

  it('says what each route declares', () => {
    for (const { method, path, role } of routesOf(desk.app.app))
      expect([path, role]).toEqual([path, TABLE[`${method} ${path}`]]);
  });

  it('says which routes are for a login alone', () => {
    const declared = routesOf(desk.app.app).filter(({ loginOnly }) => loginOnly);
    expect(declared.map(({ method, path }) => `${method} ${path}`).sort()).toEqual([...LOGIN_ONLY].sort());
  });

  /** Whoever asks: what they show, and what they may do with it. */
  const askers: [string, Role | null, Show][] = [
    ['nobody', null, () => Promise.resolve({})],
    ...WHO.map((who): [string, Role, Show] => [
      `a token of an ${who}`,
      who,
      () => Promise.resolve({ authorization: `Bearer ${desk.app.tokens[who]}` }),
    ]),
    ...WHO.map((who): [string, Role, Show] => [
      `an administrator's token for what an ${who} may do`,
      who,
      async () => ({ authorization: `Bearer ${await scopedToken(who)}` }),
    ]),
    ...LOGINS.map((who): [string, Role, Show] => [`the login of an ${who}`, who, () => loginOf(who)]),
    ['a login that is over', null, () => expiredLogin()],
  ];

  it.each(askers)('answers %s as it says, route by route', async (_, role, show) => {
    let headers = await show();
    const wrong: unknown[] = [];
    for (const [route, least] of Object.entries(TABLE)) {
      const [method, path] = route.split(' ') as [string, string];
      const options = { headers, ...(method === 'POST' && { body: {} }) };
      const { status, body } = await desk.call(method, address(path), options);
      if (ENDS_IT.has(route) && status === 204) headers = await show();
      const stranger = role === null && (least !== 'reader' || LOGIN_ONLY.has(route));
      const expected = stranger
        ? 'unauthorized'
        : rank(role ?? 'reader') < rank(least)
          ? 'forbidden'
          : headers['authorization'] !== undefined && LOGIN_ONLY.has(route)
            ? 'login_needed'
            : null;
      const answer = expected ?? answerOf(route, role);
      const isRight =
        typeof answer === 'number'
          ? status === answer
          : status === PROBLEMS[answer][0] && (body.code === answer || isPage(path));
      if (!isRight) wrong.push([route, answer, status, body.code]);
    }
    expect(wrong).toEqual([]);
  });

  it.each(Object.entries(TABLE).filter(([route]) => route.startsWith('GET')))(
    'asked for its head alone, %s is for %s too',
    async (route, least) => {
      const path = address(route.slice(4));
      const url = path.startsWith('/') ? path : `/api/v1/${path}`;
      const { statusCode } = await desk.app.app.inject({ method: 'HEAD', url });
      expect(statusCode === 401).toBe(least !== 'reader' || LOGIN_ONLY.has(route));
    },
  );

  it('refuses other methods, whoever asks', async () => {
    for (const method of ['PUT', 'PATCH', 'DELETE'])
      for (const path of ['topics', 'scenarios', `scenarios/${newId()}`, 'queue'])
        expect((await desk.call(method, path, { as: 'administrator' })).status).toBe(405);
  });
});

describe('a token that no longer holds', () => {
  const dead = async (change: string) => {
    const { account, token } = await desk.app
      .service(AccountsService)
      .add(`leaver ${newId()}`, 'administrator');
    await desk.write(change.replace('?', `'${account.id}'`));
    return { authorization: `Bearer ${token}` };
  };

  it.each([
    ['was revoked', `UPDATE "api_token" SET "revokedAt" = '2026-06-15T00:00:00.000Z' WHERE "accountId" = ?`],
    ['has expired', `UPDATE "api_token" SET "expiresAt" = '2026-06-15T12:00:00.000Z' WHERE "accountId" = ?`],
    [
      'is of an account that was closed',
      `UPDATE "account" SET "disabledAt" = '2026-06-15T00:00:00.000Z' WHERE "id" = ?`,
    ],
  ])('because it %s, opens nothing, not even what needs none', async (_, change) => {
    const headers = await dead(change);
    for (const path of ['queue', 'topics'])
      expect(await desk.call('GET', path, { headers })).toMatchObject({
        status: 401,
        body: { code: 'unauthorized' },
      });
  });
});

describe('an account that may log for some', () => {
  it('is refused every forecast of another, and may withdraw none', async () => {
    const accounts = desk.app.service(AccountsService);
    const { token } = await accounts.add('assistant', 'analyst', { mayLogFor: ['ana-lind'] });
    const headers = { authorization: `Bearer ${token}` };
    const topic = await desk.topic();
    const scenario = await desk.scenario(topic);
    const attempt = (path: string, body: object) => () => desk.call('POST', path, { headers, body });
    const own = { kind: 'risk', term: 'short', statement: 'It closes.', probability: 0.4, topic };
    const briefing = {
      topic,
      headline: 'News',
      publishedOn: OPENING_DAY,
      scenarios: [{ ...own, topic: undefined }],
    };
    for (const other of [{}, { forecaster: 'desk' }, { forecaster: 'Bo' }]) {
      await desk.refuses(attempt('scenarios', { ...own, ...other }), 403, 'forecaster_not_allowed');
      await desk.refuses(attempt('briefings', { ...briefing, ...other }), 403, 'forecaster_not_allowed');
      for (const path of [`scenarios/${scenario.id}/forecasts`, `scenarios/${scenario.id}/withdrawals`])
        await desk.refuses(
          attempt(path, path.endsWith('forecasts') ? { probability: 0.4, ...other } : other),
          403,
          'forecaster_not_allowed',
        );
    }
    const { status } = await attempt('scenarios', { ...own, forecaster: 'Ana Lind' })();
    expect(status).toBe(201);
  });
});
