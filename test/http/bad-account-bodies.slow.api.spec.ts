import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createOpenApiDocument } from '../../src/openapi.js';
import { PROBLEMS } from '../../src/problems.js';
import { Desk } from '../record/desk-builders.js';
import { holdDate } from '../support/fake-date.js';
import { routesOf } from '../support/routes.js';
import { accountRoutes, type AccountRoute } from './account-bodies.js';
import {
  bodies,
  EDGES,
  NO_JSON,
  NO_OBJECT,
  ofAnotherKind,
  TURNED,
  unreadable,
  UNSTORABLE,
} from './hostile-bodies.js';
import { postRoutes } from './post-bodies.js';

let desk: Desk;
let time: ReturnType<typeof holdDate>;
let routes: [string, () => Promise<AccountRoute>][];
beforeAll(async () => {
  desk = await Desk.open();
  time = holdDate(desk.app.clock.now());
  routes = Object.entries(accountRoutes(desk));
});
afterAll(async () => {
  time.release();
  await desk.close();
});

const ACCOUNTS = [
  ...['account', 'account_change', 'api_token', 'identity', 'idempotency_key', 'invitation', 'password'],
  ...['session', 'setting', 'topic'],
];

/** All that these routes write. */
async function written(): Promise<Record<string, unknown>> {
  const rows: Record<string, unknown> = {};
  for (const table of ACCOUNTS) rows[table] = await desk.sql(`SELECT * FROM "${table}" ORDER BY 1, 2`);
  return rows;
}

interface Sent {
  body: unknown;
  headers?: Record<string, string>;
  what?: string;
}

const call = ({ method, address, headers }: AccountRoute, sent: Sent) =>
  desk.call(method, address, { body: sent.body, headers: { ...headers, ...sent.headers } });

/** Expects a refusal in the shape of all problems. Whoever tried too often asks again a day later. */
async function refused(make: () => Promise<AccountRoute>, all: Iterable<Sent>, taken = false): Promise<void> {
  let route = await make();
  let before = await written();
  for (const sent of all) {
    let answer = await call(route, sent);
    if (answer.body.code === 'too_many_attempts') {
      time.pass(25 * 3600);
      route = await make();
      before = await written();
      answer = await call(route, sent);
    }
    const what = [route.address, sent.what ?? JSON.stringify(sent.body).slice(0, 200)];
    const said = [...what, answer.status, JSON.stringify(answer.body).slice(0, 300)];
    if (answer.status < 400 && taken) {
      route = await make(); // a link is used up, a login over
      before = await written();
      continue;
    }
    if (answer.status < 400 || answer.status >= 500 || answer.status === 429)
      expect(said).toEqual([...what, '4xx']);
    expect([...said, Object.keys(PROBLEMS).includes(answer.body.code)]).toEqual([...said, true]);
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(answer.headers['set-cookie']).toBeUndefined();
  }
  expect(await written()).toEqual(before);
  expect((await desk.call('GET', '/livez')).status).toBe(200);
}

const speaks = ({ body, also }: AccountRoute) => Object.keys({ ...body, ...also }).length > 0;

describe('every route of accounts and of the house', () => {
  it('is spoken to by these tests, with every key that it knows', async () => {
    const document = createOpenApiDocument(desk.app.app);
    const ofRecord = new Set(Object.keys(await postRoutes(desk)).map((path) => `POST ${path}`));
    const writing = routesOf(desk.app.app)
      .filter(({ method }) => method !== 'GET')
      .map(({ method, path }) => `${method} ${path}`)
      .filter((route) => !ofRecord.has(route) && route !== 'POST scenarios/:id/shown');
    expect(routes.map(([route]) => route).sort()).toEqual(writing.sort());
    const schemas = document.components!.schemas as Record<string, { properties: object }>;
    for (const [name, make] of routes) {
      const [method, path] = name.split(' ') as [string, string];
      const operations = document.paths[`/api/v1/${path.replace(/:(\w+)/g, '{$1}')}`]!;
      const asked = operations[method.toLowerCase() as 'post']!.requestBody as
        { content: Record<string, { schema: { $ref: string } }> } | undefined;
      const schema = asked?.content['application/json']!.schema.$ref.split('/').at(-1);
      const { body, also } = await make();
      const known = schema ? Object.keys(schemas[schema]!.properties).sort() : [];
      expect([name, Object.keys({ ...body, ...also }).sort()]).toEqual([name, known]);
    }
  });

  it('takes the body that the others here are made from', async () => {
    for (const [name, make] of routes) {
      const route = await make();
      const { status, body } = await call(route, { body: speaks(route) ? route.body : undefined });
      const said = [name, status, JSON.stringify(body)];
      if (![200, 201, 204].includes(status)) expect(said).toEqual([name, 'taken']);
    }
  });

  it('refuses what is no JSON object, and writes nothing', async () => {
    for (const [, make] of routes) {
      const route = await make();
      const known = (text: string) => text === '{"role": "administrator"}' && 'role' in route.body;
      const texts = speaks(route) ? NO_OBJECT.filter((text) => !known(text)) : NO_JSON;
      await refused(
        make,
        texts.map((body) => ({ body })),
      );
    }
  });

  it('refuses bytes that are no text, or too many, or in another language, and writes nothing', async () => {
    for (const [, make] of routes) {
      const all = unreadable((await make()).body);
      await refused(
        make,
        all.map(({ what, sent, headers }) => ({ what, body: sent, headers })),
      );
    }
  });

  it('refuses a key that it does not know, and every key of another kind, deep within too', async () => {
    for (const [, make] of routes) {
      const route = await make();
      if (!speaks(route)) continue;
      const strange = ['id', 'createdAt', 'disabledAt', 'deletedAt', 'hash', 'accountId', 'publishes', 'x'];
      const all = [
        ...strange.map((key) => ({ ...route.body, [key]: 'x' })),
        ...bodies(route, ofAnotherKind),
      ].filter(({ mayLogFor }: { mayLogFor?: unknown }) => !isList(mayLogFor));
      await refused(
        make,
        all.map((body) => ({ body })),
      );
    }
  });

  it('takes null and what is empty for what may be missing at most, and never breaks on it', async () => {
    for (const [, make] of routes) {
      const route = await make();
      const empty = (part: unknown) => (typeof part === 'object' ? [null, [], [[]], {}, [[{}]]] : [null]);
      const all = [...bodies(route, empty)].map((body) => ({ body }));
      await refused(make, all, true);
    }
  });

  it('refuses texts that cannot be stored, or hide what they say', async () => {
    for (const [, make] of routes) {
      const route = await make();
      const bad = (part: unknown) => (typeof part === 'string' ? [...UNSTORABLE, ...TURNED] : []);
      await refused(
        make,
        [...bodies(route, bad)].map((body) => ({ body })),
      );
    }
  });

  it('refuses the first and last days, and names too long for their place, or takes them whole', async () => {
    for (const [, make] of routes) {
      const edges = (part: unknown) => (typeof part === 'string' ? EDGES : []);
      await refused(
        make,
        [...bodies(await make(), edges)].map((body) => ({ body })),
        true,
      );
    }
  });
});

/** A list of slugs, or none, is what `mayLogFor` may be. */
const isList = (value: unknown) =>
  Array.isArray(value) && value.every((one) => typeof one === 'string' && one !== '');
