import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AccountsService } from '../../src/accounts/accounts.service.js';
import { newId } from '../../src/database/ids.js';
import type { Role } from '../../src/http/permissions.js';
import { Desk, OPENING_DAY } from '../record/desk-builders.js';
import type { Who } from '../support/app.js';
import { routesOf } from '../support/routes.js';

/** Who may use which route: the least role. Every route of the program stands here. */
const TABLE: Record<string, Role> = {
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
  'GET /scenarios/:page': 'reader',
  'GET /desk': 'reader',
  'GET /desk/*': 'reader',
  'GET session': 'reader',
  'POST session': 'reader',
  'DELETE session': 'reader',
  'GET events': 'reader',
  'GET events/:id': 'reader',
  'GET scenarios': 'reader',
  'GET scenarios/:id': 'reader',
  'GET calibration': 'reader',
  'GET track-record': 'reader',
  'GET rereads/agreement': 'reader',
  'POST briefings': 'analyst',
  'POST briefings/parse': 'analyst',
  'POST events': 'analyst',
  'POST events/:id/sources': 'analyst',
  'POST scenarios': 'analyst',
  'POST scenarios/:id/criteria': 'analyst',
  'POST scenarios/:id/evidence': 'analyst',
  'POST scenarios/:id/forecasts': 'analyst',
  'POST scenarios/:id/links': 'analyst',
  'POST scenarios/:id/links/:linkId/endings': 'analyst',
  'POST scenarios/:id/withdrawals': 'analyst',
  'POST statements/lint': 'analyst',
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
  'POST scenarios/:id/testability': 'editor',
};

const ROLES: (Who | undefined)[] = [undefined, 'analyst', 'editor', 'administrator'];
const rank = (role: Role | undefined) =>
  ['reader', 'analyst', 'editor', 'administrator'].indexOf(role ?? 'reader');

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open();
});
afterAll(() => desk.close());

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

  it.each(Object.entries(TABLE))('%s is for %s and above', async (route, least) => {
    const [method, path] = route.split(' ') as [string, string];
    for (const as of ROLES) {
      const options = { ...(as && { as }), ...(method === 'POST' && { body: {} }) };
      const { status, body } = await desk.call(method, address(path), options);
      const allowed = rank(as) >= rank(least);
      const refusal = as === undefined ? [401, 'unauthorized'] : [403, 'forbidden'];
      if (allowed) expect([as, [401, 403].includes(status)]).toEqual([as, false]);
      else expect([as, status, body.code]).toEqual([as, ...refusal]);
      if (allowed) expect([as, [200, 204, 303, 404, 422].includes(status)]).toEqual([as, true]);
    }
  });

  it.each(Object.entries(TABLE).filter(([route]) => route.startsWith('GET')))(
    'asked for its head alone, %s is for %s too',
    async (route, least) => {
      const path = address(route.slice(4));
      const url = path.startsWith('/') ? path : `/api/v1/${path}`;
      const { statusCode } = await desk.app.app.inject({ method: 'HEAD', url });
      expect(statusCode === 401).toBe(least !== 'reader');
    },
  );

  it('refuses other methods as what is not there', async () => {
    for (const method of ['PUT', 'PATCH', 'DELETE'])
      for (const path of ['topics', 'scenarios', `scenarios/${newId()}`, 'queue'])
        expect((await desk.call(method, path, { as: 'administrator' })).status).toBe(404);
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
