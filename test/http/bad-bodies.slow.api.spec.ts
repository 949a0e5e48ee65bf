import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createOpenApiDocument } from '../../src/openapi.js';
import { PROBLEMS } from '../../src/problems.js';
import { Desk } from '../record/desk-builders.js';
import { routesOf } from '../support/routes.js';
import { bodies, EDGES, NO_OBJECT, ofAnotherKind, TURNED, unreadable, UNSTORABLE } from './hostile-bodies.js';
import { type PostRoute, postRoutes } from './post-bodies.js';

let desk: Desk;
let routes: [string, PostRoute][];
beforeAll(async () => {
  desk = await Desk.open();
  routes = Object.entries(await postRoutes(desk));
});
afterAll(() => desk.close());

/** Sends it, expects a refusal in the shape of all problems or, where `taken` may be, something below 400. */
async function send(
  address: string,
  body: unknown,
  options: { headers?: Record<string, string>; taken?: boolean; what?: string } = {},
): Promise<void> {
  const answer = await desk.call('POST', address, { as: 'editor', body, headers: options.headers ?? {} });
  const what = [address, options.what ?? (Buffer.isBuffer(body) ? '' : JSON.stringify(body)?.slice(0, 300))];
  const said = [...what, answer.status, JSON.stringify(answer.body).slice(0, 300)];
  if (answer.status >= 500 || (answer.status < 400 && !options.taken)) expect(said).toEqual([...what, '4xx']);
  if (answer.status < 400) return;
  expect([...what, Object.keys(PROBLEMS).includes(answer.body.code)]).toEqual([...what, true]);
  expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
}

/** Whether somewhere in it stands what may be put otherwise: a sentence is criteria too, and lists may be empty. */
const holdsAnother = (body: unknown): boolean =>
  typeof body === 'object' &&
  body !== null &&
  Object.entries(body).some(
    ([key, value]) =>
      (key === 'criteria' && typeof value === 'string') ||
      (['sources', 'claims'].includes(key) && isEmpty(value)) ||
      holdsAnother(value),
  );

const alive = async () => expect((await desk.call('GET', '/livez')).status).toBe(200);

describe('every route of the record that takes a body', () => {
  it('is spoken to by these tests, with every key that it knows', () => {
    const document = createOpenApiDocument(desk.app.app);
    const all = routesOf(desk.app.app).filter(
      ({ method, path, role, loginOnly }) =>
        method === 'POST' && role !== 'administrator' && !loginOnly && !/^(session|welcome)/.test(path),
    );
    const without = all.filter(
      ({ path }) => !document.paths[`/api/v1/${path.replace(/:(\w+)/g, '{$1}')}`]!.post!.requestBody,
    );
    expect(without.map(({ path }) => path).sort()).toEqual(['scenarios/:id/shown']);
    const speaking = all.filter((route) => !without.includes(route));
    expect(routes.map(([path]) => path).sort()).toEqual(speaking.map(({ path }) => path).sort());
    const schemas = document.components!.schemas as Record<string, { properties: object }>;
    for (const [path, { body, also }] of routes) {
      const { post } = document.paths[`/api/v1/${path.replace(/:(\w+)/g, '{$1}')}`]!;
      const request = post!.requestBody as { content: Record<string, { schema: { $ref: string } }> };
      const name = request.content['application/json']!.schema.$ref.split('/').at(-1)!;
      const known = Object.keys({ ...body, ...also }).sort();
      expect([path, known]).toEqual([path, Object.keys(schemas[name]!.properties).sort()]);
    }
  });

  it('refuses what is no JSON object', async () => {
    for (const [, { address }] of routes) for (const text of NO_OBJECT) await send(address, text);
    await alive();
  });

  it('refuses bytes that are no text, or too many, or in another language', async () => {
    for (const [, { address, body }] of routes) {
      for (const { what, sent, headers } of unreadable(body)) await send(address, sent, { what, headers });
    }
    await alive();
  });

  it('refuses every key of another kind, deep within too', async () => {
    for (const [, route] of routes) {
      for (const body of bodies(route, ofAnotherKind)) {
        // A preview shows a bad scenario among the refused.
        const shown = route.address === 'briefings/preview' && 'scenarios' in body;
        await send(route.address, body, { taken: shown || holdsAnother(body) });
      }
      await alive();
    }
  });

  it('takes null for what may be missing at most, and never breaks on it', async () => {
    for (const [, route] of routes) {
      for (const body of bodies(route, () => [null])) await send(route.address, body, { taken: true });
      for (const body of bodies(route, (part) => (typeof part === 'object' ? [[], [[]], {}, [[{}]]] : [])))
        await send(route.address, body, { taken: true });
    }
    await alive();
  });

  it('refuses texts that cannot be stored, or hide what they say', async () => {
    for (const [, route] of routes)
      for (const body of bodies(route, (part) => (typeof part === 'string' ? UNSTORABLE : []))) {
        const pasted = JSON.stringify(body).includes('"text":"x\ufe0f'); // long texts may hold that many
        await send(route.address, body, { taken: pasted });
      }
    await alive();
  });

  it('refuses texts that run the other way than they are written, but for what was pasted', async () => {
    for (const [, route] of routes)
      for (const body of bodies(route, (part) => (typeof part === 'string' ? TURNED : []))) {
        const pasted =
          /"text":"(a.b|.a)"/.test(JSON.stringify(body)) && /briefings|events/.test(route.address);
        await send(route.address, body, { taken: pasted });
      }
    await alive();
  });

  it('refuses the first and last days, and names too long for their place, or takes them whole', async () => {
    for (const [, route] of routes)
      for (const body of bodies(route, (part) => (typeof part === 'string' ? EDGES : [])))
        await send(route.address, body, { taken: true });
    await alive();
  });
});

const isEmpty = (value: unknown) => Array.isArray(value) && value.length === 0;
