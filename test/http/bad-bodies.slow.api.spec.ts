import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { gzipSync } from 'node:zlib';
import { createOpenApiDocument } from '../../src/openapi.js';
import { PROBLEMS } from '../../src/problems.js';
import { Desk } from '../record/desk-builders.js';
import { routesOf } from '../support/routes.js';
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

const alive = async () => expect((await desk.call('GET', '/livez')).status).toBe(200);

/** A copy of a value with the part at each place changed, deep within lists and objects. */
function* changed(value: unknown, into: (part: unknown) => unknown[]): Generator<unknown> {
  yield* into(value);
  if (typeof value !== 'object' || value === null) return;
  for (const [key, part] of Object.entries(value))
    for (const other of changed(part, into)) {
      const copy = (Array.isArray(value) ? [...(value as unknown[])] : { ...value }) as Record<
        string,
        unknown
      >;
      copy[key] = other;
      yield copy;
    }
}

/** The body of a route with one of its keys changed. */
function* bodies({ body, also }: PostRoute, into: (part: unknown) => unknown[]): Generator<object> {
  for (const [key, value] of Object.entries({ ...also, ...body }))
    for (const other of changed(value, into)) yield { ...body, [key]: other };
}

const kindOf = (value: unknown) => (Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value);

const OTHERS = [
  7,
  -1,
  1e308,
  true,
  false,
  'NaN',
  'Infinity',
  '',
  {},
  [],
  [[]],
  [null],
  [7],
  [{}],
  ['x'],
  [[{}]],
];

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
    const deep = (open: string, close: string) => open.repeat(10_000) + close.repeat(10_000);
    for (const [, { address }] of routes)
      for (const text of [
        ...[
          '{',
          '{"a": ',
          '',
          'null',
          '[]',
          '[[]]',
          '[{}]',
          '"text"',
          '42',
          'true',
          'NaN',
          'undefined',
          '{a: 1}',
        ],
        ...["{'a': 1}", '{"a": 1,}', '{} {}', '// {}', deep('[', ']'), deep('{"a":', '}') + '1'],
        ...[
          '{"field": "a", "field": "b"}',
          '{"__proto__": {"role": "editor"}}',
          '{"constructor": {"prototype": {}}}',
        ],
        ...[
          '{"toString": 1}',
          '{"role": "administrator"}',
          '{"id": "x", "recordedAt": "2020-01-01T00:00:00Z"}',
        ],
      ])
        await send(address, text);
    await alive();
  }, 120_000);

  it('refuses bytes that are no text, or too many, or in another language', async () => {
    for (const [, { address, body }] of routes) {
      const text = JSON.stringify(body);
      await send(address, Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]));
      await send(address, Buffer.concat([Buffer.from(text.slice(0, -1)), Buffer.from([0xc3, 0x7d])]));
      await send(address, gzipSync('garbage'), { headers: { 'content-encoding': 'gzip' } });
      await send(address, Buffer.from(text, 'utf16le'));
      await send(address, `{"note": "${'x'.repeat(1_000_000)}"}`, { what: '1 MB' });
      await send(address, text.padEnd(256 * 1024 + 1), { what: '256 kB and a byte' });
      for (const type of ['text/plain', 'application/xml', 'multipart/form-data; boundary=x', 'x'])
        await send(address, text, { headers: { 'content-type': type }, what: type });
    }
    await alive();
  }, 120_000);

  it('refuses every key of another kind, deep within too', async () => {
    for (const [, route] of routes) {
      const into = (part: unknown) =>
        OTHERS.filter((other) => kindOf(other) !== kindOf(part) && other !== part);
      for (const body of bodies(route, into)) {
        const { criteria, sources, claims } = body as Record<string, unknown>;
        // A sentence is criteria too, lists may be empty, and a preview shows a bad scenario among the refused.
        const shown = route.address === 'briefings/preview' && 'scenarios' in body;
        await send(route.address, body, {
          taken: typeof criteria === 'string' || isEmpty(sources) || isEmpty(claims) || shown,
        });
      }
      await alive();
    }
  }, 300_000);

  it('takes null for what may be missing at most, and never breaks on it', async () => {
    for (const [, route] of routes) {
      for (const body of bodies(route, () => [null])) await send(route.address, body, { taken: true });
      for (const body of bodies(route, (part) => (typeof part === 'object' ? [[], [[]], {}, [[{}]]] : [])))
        await send(route.address, body, { taken: true });
    }
    await alive();
  }, 120_000);

  it('refuses texts that cannot be stored, or hide what they say', async () => {
    const bad = [
      'a\0b',
      'a\ud800b',
      'a\udc00',
      'a\u0007',
      `e${'\u0301'.repeat(10_000)}`,
      'x\ufe0f'.repeat(60_000),
    ];
    for (const [, route] of routes)
      for (const body of bodies(route, (part) => (typeof part === 'string' ? bad : []))) {
        const pasted = JSON.stringify(body).includes('"text":"x\ufe0f'); // long texts may hold that many
        await send(route.address, body, { taken: pasted });
      }
    await alive();
  }, 300_000);

  it('refuses texts that run the other way than they are written, but for what was pasted', async () => {
    for (const [, route] of routes)
      for (const body of bodies(route, (part) => (typeof part === 'string' ? ['a\u202eb', '\u2066a'] : []))) {
        const pasted =
          /"text":"(a.b|.a)"/.test(JSON.stringify(body)) && /briefings|events/.test(route.address);
        await send(route.address, body, { taken: pasted });
      }
    await alive();
  }, 120_000);

  it('refuses the first and last days, and names too long for their place, or takes them whole', async () => {
    const edges = [
      '1899-12-31',
      '2200-12-31',
      '9999-12-31',
      '0000-01-01',
      '2026-02-30',
      '2200-12-31T23:59:59Z',
    ];
    const long = [
      '1900-01-01T00:00:00Z',
      'x'.repeat(200),
      `a${'\u{20000}'.repeat(199)}`,
      'x\ufe0f'.repeat(150),
    ];
    for (const [, route] of routes)
      for (const body of bodies(route, (part) => (typeof part === 'string' ? [...edges, ...long] : [])))
        await send(route.address, body, { taken: true });
    await alive();
  }, 300_000);
});

const isEmpty = (value: unknown) => Array.isArray(value) && value.length === 0;
