import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MetadataScanner, ModulesContainer, DiscoveryService, Reflector } from '@nestjs/core';
import { needsVersion } from '../../client/src/desk/versions.js';
import { newId } from '../../src/database/ids.js';
import { ONCE_KIND, type OnceKind } from '../../src/http/idempotency.js';
import { TAKES_VERSION, type VersionedThing } from '../../src/http/if-match.js';
import { Desk } from '../record/desk-builders.js';
import { type Route, routesOf } from '../support/routes.js';
import { type AccountRoute, accountRoutes } from './account-bodies.js';
import { type PostRoute, postRoutes } from './post-bodies.js';

/** What each POST does under a key, and which version it takes. A new POST without a row here fails. */
const TABLE: Record<string, [OnceKind, VersionedThing | null]> = {
  'POST account/display-name': ['once', 'own account'],
  'POST account/elsewhere': ['nothing', null],
  'POST account/password': ['shown once', null],
  'POST accounts': ['shown once', null],
  'POST accounts/:id/closings': ['once', 'account'],
  'POST accounts/:id/display-name': ['once', 'account'],
  'POST accounts/:id/reopenings': ['once', 'account'],
  'POST accounts/:id/resets': ['shown once', 'account'],
  'POST accounts/:id/role': ['once', 'account'],
  'POST briefings': ['once', null],
  'POST briefings/:id/errata': ['once', 'briefing'],
  'POST briefings/:id/publications': ['once', 'briefing'],
  'POST briefings/parse': ['nothing', null],
  'POST briefings/preview': ['nothing', null],
  'POST events': ['once', null],
  'POST events/:id/errata': ['once', 'event'],
  'POST events/:id/publications': ['once', 'event'],
  'POST events/:id/sources': ['once', 'event'],
  'POST events/:id/standings': ['once', 'event'],
  'POST forecasts/:id/errata': ['once', 'forecast'],
  'POST handovers': ['once', null],
  'POST handovers/:id/ends': ['once', 'handover'],
  'POST rereads/:id': ['once', 'reread'],
  'POST resolutions/bulk': ['once', null],
  'POST scenarios': ['once', null],
  'POST scenarios/:id/criteria': ['once', 'scenario'],
  'POST scenarios/:id/deferrals': ['once', 'scenario'],
  'POST scenarios/:id/errata': ['once', 'scenario'],
  'POST scenarios/:id/evidence': ['once', 'scenario'],
  'POST scenarios/:id/forecasts': ['once', 'scenario'],
  'POST scenarios/:id/links': ['once', 'scenario'],
  'POST scenarios/:id/links/:linkId/endings': ['once', 'scenario'],
  'POST scenarios/:id/publications': ['once', 'scenario'],
  'POST scenarios/:id/resolutions': ['once', 'scenario'],
  'POST scenarios/:id/resolutions/preview': ['nothing', 'scenario'],
  'POST scenarios/:id/shown': ['once', null],
  'POST scenarios/:id/suggested-events/:eventId/dismissals': ['once', 'scenario'],
  'POST scenarios/:id/testability': ['once', 'scenario'],
  'POST scenarios/:id/withdrawals': ['once', 'scenario'],
  'POST session': ['login', null],
  'POST settings': ['once', 'settings'],
  'POST statements/lint': ['nothing', null],
  'POST statements/quick': ['nothing', null],
  'POST statements/similar': ['nothing', null],
  'POST tokens': ['shown once', null],
  'POST topics': ['once', null],
  'POST topics/:slug/terms': ['once', 'topic'],
  'POST welcome': ['login', null],
  'POST welcome/elsewhere': ['nothing', null],
  'POST welcome/look': ['nothing', null],
};
/** Rules refuse these once others have been carried out, so they come first. */
const FIRST = ['POST scenarios/:id/links/:linkId/endings', 'POST scenarios/:id/withdrawals'];
const LAST = ['POST scenarios/:id/resolutions', 'POST scenarios/:id/resolutions/preview'];
const ROUTES = [
  ...Object.keys(TABLE).filter((route) => !FIRST.includes(route) && !LAST.includes(route)),
  ...LAST,
];
ROUTES.unshift(...FIRST);

/** A request that is taken, and may be sent again. */
interface Sent {
  address: string;
  body: Record<string, unknown>;
  headers: Record<string, string>;
}

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open();
});
afterAll(() => desk.close());

const NOT_OCCURRED = { outcome: 'not_occurred', outcomeOn: '2026-06-15', reason: 'It was torn down.' };

/** For each POST, a request that is taken: those that post-bodies.ts lets be refused are replaced. */
async function requests(): Promise<(route: string) => Promise<Sent>> {
  const posts: Record<string, PostRoute> = await postRoutes(desk);
  const accounts: Record<string, () => Promise<AccountRoute>> = accountRoutes(desk);
  const topic = await desk.topic();
  const [one, other] = [await desk.scenario(topic), await desk.scenario(topic)];
  const bearer = { authorization: `Bearer ${desk.app.tokens.administrator}` };
  const replaced: Record<string, () => Promise<Omit<Sent, 'headers'>>> = {
    'POST resolutions/bulk': () =>
      Promise.resolve({
        address: 'resolutions/bulk',
        body: { items: [{ scenarioId: one.id, ...NOT_OCCURRED }] },
      }),
    'POST scenarios/:id/resolutions': () =>
      Promise.resolve({ address: `scenarios/${other.id}/resolutions`, body: NOT_OCCURRED }),
    'POST scenarios/:id/resolutions/preview': async () => {
      const { resolutions } = await desk.show(other, 'editor');
      return {
        address: `scenarios/${other.id}/resolutions/preview`,
        body: {
          ...NOT_OCCURRED,
          outcome: 'annulled',
          annulment: 'ambiguous',
          supersedes: resolutions.at(-1)!.id,
        },
      };
    },
    'POST scenarios/:id/shown': () => Promise.resolve({ address: `scenarios/${one.id}/shown`, body: {} }),
  };
  return async (route) => {
    const known = await replaced[route]?.();
    if (known) return { ...known, headers: bearer };
    const post = posts[route.slice('POST '.length)];
    if (!post) {
      const { address, body, headers } = await accounts[route]!();
      return { address, body, headers };
    }
    const { address, body } = post;
    if (route === 'POST rereads/:id') {
      const editor = { authorization: `Bearer ${desk.app.tokens.editor}` };
      return { address, body: { outcome: 'not_occurred', outcomeOn: '2026-06-15' }, headers: editor };
    }
    return { address, body, headers: bearer };
  };
}

const send = ({ address, body, headers }: Sent, more: Record<string, string> = {}) =>
  desk.call<{ id?: string; code?: string; version?: number }>('POST', address, {
    body,
    headers: { ...headers, ...more },
  });

/** The same body with its keys in the other order, at every depth. */
const reversed = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(reversed)
    : typeof value === 'object' && value !== null
      ? Object.fromEntries(
          Object.entries(value)
            .reverse()
            .map(([key, inner]) => [key, reversed(inner)]),
        )
      : value;

/** How many rows every table of the record has; what notes that somebody was seen is left out. */
async function counts(): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const { tableName } of desk.app.connections.read.entityMetadatas)
    found[tableName] = Number(
      (await desk.sql<{ n: number }>(`SELECT COUNT(*) AS n FROM "${tableName}"`))[0]!.n,
    );
  return found;
}

const markOf = <T>(mark: string): Map<string, T | undefined> => {
  const reflector = new Reflector();
  const marks = new Map<string, T | undefined>();
  const names = new Map<string, Route>(routesOf(desk.app.app).map((route) => [route.name, route]));
  for (const { metatype, instance } of new DiscoveryService(
    desk.app.app.get(ModulesContainer),
  ).getControllers()) {
    if (!metatype || !instance) continue;
    const prototype = Object.getPrototypeOf(instance) as Record<string, () => unknown>;
    for (const name of new MetadataScanner().getAllMethodNames(prototype)) {
      const route = names.get(`${metatype.name}.${name}`);
      if (route)
        marks.set(
          `${route.method} ${route.path}`,
          reflector.getAllAndOverride<T | undefined>(mark, [prototype[name]!, metatype as never]),
        );
    }
  }
  return marks;
};

describe('the table of writes', () => {
  it('has a row for every POST, and says what each declares', () => {
    const posts = routesOf(desk.app.app)
      .filter(({ method }) => method === 'POST')
      .map(({ method, path }) => `${method} ${path}`);
    const kinds = markOf<OnceKind>(ONCE_KIND);
    const things = markOf<VersionedThing>(TAKES_VERSION);
    const declared = posts.map((route) => [route, [kinds.get(route) ?? 'once', things.get(route) ?? null]]);
    expect(Object.fromEntries(declared)).toEqual(TABLE);
  });

  it('has the desk send a version wherever one is taken, and nowhere else', () => {
    const things = [...markOf<VersionedThing>(TAKES_VERSION)];
    const wrong = things.filter(([route, thing]) => {
      const [method, path] = route.split(' ') as [string, string];
      return (
        needsVersion(
          method,
          path.replace(/:\w+/g, () => newId()),
        ) !==
        (thing !== undefined)
      );
    });
    expect(wrong).toEqual([]);
  });
});

describe('an Idempotency-Key, on every POST', () => {
  it('lets a repeat do nothing twice: the same answer, or a refusal where the answer is shown once', async () => {
    const request = await requests();
    const wrong: unknown[] = [];
    for (const route of ROUTES) {
      const [kind] = TABLE[route]!;
      const key = { 'idempotency-key': newId() };
      const sent = await request(route);
      const first = await send(sent, key);
      const before = await counts();
      const again = await send({ ...sent, body: reversed(sent.body) as Sent['body'] }, key);
      const after = await counts();
      const isTaken = first.status < 300;
      const isSame =
        again.status === first.status &&
        JSON.stringify(again.body) === JSON.stringify(first.body) &&
        again.headers['location'] === first.headers['location'];
      const isRight =
        kind === 'once'
          ? isSame
          : kind === 'shown once'
            ? [409, 401].includes(again.status) && !JSON.stringify(again.body).includes('secret')
            : true;
      const isOnce = kind === 'login' || JSON.stringify(after) === JSON.stringify(before);
      if (!isTaken || !isRight || !isOnce)
        wrong.push([route, first.status, first.body, again.status, again.body, changed(before, after)]);
      if (kind !== 'once') continue;
      const another = await send({ ...sent, address: 'topics', body: { title: newId() } }, key);
      if (another.status !== 422 || another.body.code !== 'idempotency_key_reused')
        wrong.push([route, 'another request', another.status, another.body.code]);
    }
    expect(wrong).toEqual([]);
  });
});

const changed = (before: Record<string, number>, after: Record<string, number>) =>
  Object.keys(after).filter((table) => before[table] !== after[table]);

describe('If-Match, on every route that changes what is known', () => {
  const versionOf = async (thing: VersionedThing, { address, headers }: Sent): Promise<number> => {
    const id = address.split('/')[1]!;
    const etag = async (path: string, as: Record<string, string> = headers) =>
      Number(/^"(\d+)"$/.exec((await desk.call('GET', path, { headers: as })).headers['etag'] ?? '')![1]);
    const asAdministrator = { authorization: `Bearer ${desk.app.tokens.administrator}` };
    const listed = async (path: string, as: 'editor' | 'administrator') =>
      (await desk.read<{ items: { id: string; version: number }[] }>(path, as)).items.find(
        (item) => item.id === id,
      )!.version;
    if (thing === 'forecast') {
      const [row] = await desk.sql<{ id: string }>(
        `SELECT "scenarioId" AS id FROM "forecast" WHERE "id" = '${id}'`,
      );
      return etag(`scenarios/${row!.id}`);
    }
    if (thing === 'reread') return listed('rereads', 'editor');
    if (thing === 'account') return listed('accounts?limit=200', 'administrator');
    if (thing === 'own account') {
      const { body } = await desk.call<{ account: { version: number } }>('GET', 'session', { headers });
      return body.account.version;
    }
    return etag(thing === 'settings' ? thing : `${thing}s/${id}`, asAdministrator);
  };

  it('refuses a stale version, takes the present one, and does without', async () => {
    const request = await requests();
    const wrong: unknown[] = [];
    for (const route of ROUTES) {
      const thing = TABLE[route]![1];
      if (thing === null) continue;
      const sent = await request(route);
      const version = await versionOf(thing, sent);
      const before = await counts();
      const stale = await send(sent, { 'if-match': `"${version + 1}"` });
      const after = await counts();
      const matching = await send(sent, { 'if-match': `"${version}"` });
      if (
        stale.status !== 412 ||
        stale.body.code !== 'stale_version' ||
        stale.body.version !== version ||
        changed(before, after).length > 0 ||
        matching.status >= 300
      )
        wrong.push([route, version, stale.status, stale.body, matching.status, matching.body]);
    }
    expect(wrong).toEqual([]);
  });

  it('is refused where nothing has a version', async () => {
    const refused = await desk.post('topics', { title: 'Another' }, 'editor', { 'if-match': '"1"' });
    expect([refused.status, refused.body.errors[0]!.field]).toEqual([422, 'If-Match']);
  });
});
