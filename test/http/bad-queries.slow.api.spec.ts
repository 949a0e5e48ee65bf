import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { encodeCursor } from '../../src/http/paging.js';
import { createOpenApiDocument } from '../../src/openapi.js';
import { PROBLEMS } from '../../src/problems.js';
import { Desk } from '../record/desk-builders.js';
import { routesOf } from '../support/routes.js';

let desk: Desk;
let lists: string[];
beforeAll(async () => {
  desk = await Desk.open();
  const topic = await desk.topic();
  const scenario = await desk.scenario(topic, {
    statement: '100% of O’Brien_s "port" closes!',
    deadline: '2026-06-19',
  });
  await desk.scenario(topic, { deadline: '2026-06-19' });
  desk.today('2026-06-20');
  await desk.occurred(scenario, await desk.event(topic));
  await desk.briefing(topic);
  lists = editors()
    .map(({ path }) => path)
    .filter((path) => !/:|^\/|livez|readyz|metrics/.test(path) && parametersOf(path).length > 0);
});
afterAll(() => desk.close());

const FRAGMENTS = [
  ...[
    `'`,
    `"`,
    '`',
    '%',
    '_',
    '!',
    '!%',
    '\\',
    '\\\\',
    '*',
    '?',
    '--',
    ';',
    '/*',
    '$1',
    ':q0',
    '@p',
    '(',
    '{',
    '[',
    '<',
  ],
  ...[
    `' OR 1=1 --`,
    `'; DROP TABLE "scenario"; --`,
    `") UNION SELECT "hash" FROM "api_token" --`,
    `%' ESCAPE '!`,
  ],
  ...['NULL', 'null', 'undefined', 'NaN', '-1', '0', '1e9', '0x10', '[object Object]', '../../etc/passwd'],
  ...['ﬁﷺ'.repeat(40), 'e\u0301'.repeat(60), '🎯', '\u202etxt', 'x'.repeat(200), 'x'.repeat(5000), ' '],
];
const UNREADABLE = ['%00', 'a%00b', '%00%00'];
const BROKEN = ['%zz', '%', '%ff', '%ed%a0%80', '+%+'];
const CURSORS = [
  ...[
    [],
    [1],
    [null],
    ['x'],
    ['x', 'y'],
    ['x', 'y', 'z'],
    [1, 'x', 'y'],
    ['x', 'y', 1],
    [1, 'x', 9007199254740991],
    [1, 'x', 0.5],
    [1.5, 'x', 'y'],
    [1e300, 'x', 'y'],
    [-1, '', ''],
  ],
  ...[
    [99_999_999_999, 'x', 'y'],
    [{}, 'x'],
    [[], 'x'],
    ['\ud800', 'x'],
    ['\0', 'x'],
    [`'`, `'; --`],
    ['x'.repeat(400), 'x'],
  ],
  ...[
    [1, 2, 3],
    ['2026-06-18', 'x', 'y'],
    [true, 'x', 'y'],
    ['x', 'y', 'z', 'w'],
  ],
].map((parts) => encodeCursor(parts as string[]));

async function ask(path: string): Promise<number> {
  const { status, body, headers } = await desk.call('GET', path, { as: 'editor' });
  const said = [path.slice(0, 200), status, JSON.stringify(body).slice(0, 300)];
  if (status >= 500) expect(said).toEqual([path.slice(0, 200), 'below 500']);
  if (status >= 400) {
    expect([path, Object.keys(PROBLEMS).includes(body.code)]).toEqual([path, true]);
    expect(headers['content-type']).toBe('application/problem+json; charset=utf-8');
  }
  return status;
}

/** What an editor's token may read. */
const editors = () =>
  routesOf(desk.app.app).filter(
    ({ method, role, loginOnly }) => method === 'GET' && role !== 'administrator' && !loginOnly,
  );

/** The names of what a list may be asked, from its description. */
function parametersOf(path: string): string[] {
  const { get } = createOpenApiDocument(desk.app.app).paths[`/api/v1/${path}`]!;
  return (get!.parameters ?? []).map((parameter) => (parameter as { name: string }).name);
}

describe('every list', () => {
  it('is answered or refused, whatever its filters say', async () => {
    expect(lists.length).toBeGreaterThanOrEqual(8);
    for (const path of lists)
      for (const name of parametersOf(path)) {
        for (const fragment of FRAGMENTS) await ask(`${path}?${name}=${encodeURIComponent(fragment)}`);
        for (const raw of BROKEN) await ask(`${path}?${name}=${raw}`);
        for (const raw of UNREADABLE) expect([raw, await ask(`${path}?${name}=${raw}`)]).toEqual([raw, 422]);
        const queries = [`${name}=a&${name}=b`, `${name}[a]=b`, `${name}[]=b`, `${name}.a=b`];
        for (const query of queries) expect([query, await ask(`${path}?${query}`)]).toEqual([query, 422]);
      }
    expect((await desk.call('GET', '/livez')).status).toBe(200);
  });

  it('refuses what it cannot be asked', async () => {
    for (const path of lists)
      for (const [query, status] of [
        ...['x=1', '__proto__[a]=1', '=1', 'sort=seq;--'].map((unknown) => [unknown, 422] as const),
        ...['__proto__=1', 'constructor=1', 'toString=1'].map((inherited) => [inherited, 400] as const),
      ])
        expect([path, query, await ask(`${path}?${query}`)]).toEqual([path, query, status]);
  });

  it('refuses a limit that is none', async () => {
    for (const path of lists)
      for (const limit of [
        '0',
        '-1',
        '201',
        '1.5',
        '1e2',
        '0x10',
        'all',
        '',
        ' 5',
        '9'.repeat(30),
        'NaN',
        'true',
      ])
        expect([path, limit, await ask(`${path}?limit=${limit}`)]).toEqual([path, limit, 422]);
  });

  it('refuses a cursor that is none, or goes on from wherever a well-formed one says', async () => {
    for (const path of lists.filter((list) => !list.startsWith('calibration'))) {
      for (const cursor of CURSORS)
        for (const more of ['', '&sort=worst', '&sort=best']) await ask(`${path}?cursor=${cursor}${more}`);
      for (const cursor of ['', 'x', '%00', '=', 'W10', '..', 'x'.repeat(1001), 'bnVsbA', 'eyJhIjoxfQ'])
        expect([path, cursor, await ask(`${path}?cursor=${cursor}`)]).toEqual([path, cursor, 422]);
    }
  });
});

describe('every address with a name in it', () => {
  it('is answered with 404 or another refusal, whatever the name', async () => {
    const named = editors().filter(({ path }) => path.includes(':') && !path.startsWith('/'));
    expect(named.length).toBeGreaterThanOrEqual(5);
    for (const { path } of named)
      for (const name of [...FRAGMENTS.map(encodeURIComponent), ...UNREADABLE, '%2e%2e', 'x'.repeat(300)]) {
        const address = path.replace(/:\w+/, name);
        const status = await ask(address);
        expect([address, [400, 404, 414, 422].includes(status)]).toEqual([address, true]);
      }
  });
});

describe('the words of a search', () => {
  it.each([
    ['100%', 1],
    ['%', 0],
    ['_s', 1],
    ['!', 0],
    ['"PORT"', 1],
    ['brien port', 1],
    ['%port%', 1],
    ['p_rt', 0],
    [`' OR '1'='1`, 0],
  ])('%s are words, and nothing in them is an operator: %d found', async (q, found) => {
    expect(await desk.listed(`q=${encodeURIComponent(q)}`)).toHaveLength(found);
  });
});
