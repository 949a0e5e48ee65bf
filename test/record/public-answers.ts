import type { Answer } from '../support/app.js';
import { routesOf } from '../support/routes.js';
import type { Desk } from './desk-builders.js';

/** What the addresses are made of. */
export interface Ids {
  topics: string[];
  forecasters: string[];
  scenarios: string[];
  briefings: string[];
  events: string[];
}

/** These tell of the process and of who is asking, not of the record. */
const BESIDE_THE_RECORD =
  /^(livez|readyz|metrics|session|account\/sessions|tokens|\/desk(\/\*|\/oidc(\/callback)?)?)$/;

const filters = ({ topics, forecasters }: Ids): string[] => [
  ...['', 'kind=risk', 'kind=consequence', 'term=short', 'term=long', 'from=2026-06-16', 'to=2026-06-30'],
  ...[
    'vantage=last',
    'vantage=timeWeighted',
    'records=all',
    'testability=untested',
    'testability=observable',
  ],
  ...[...topics, 'nowhere'].map((topic) => `topic=${topic}`),
  ...[...forecasters, 'nobody'].map((forecaster) => `forecaster=${forecaster}`),
  ...topics.map((topic) => `topic=${topic}&records=all&vantage=last&kind=risk&from=2026-06-01&to=2026-12-31`),
];

const each = (path: string, queries: string[]) => queries.map((query) => (query ? `${path}?${query}` : path));

/** For each route that readers may use, the addresses at which to ask. */
const ASK: Record<string, (ids: Ids) => string[]> = {
  topics: () => ['topics', 'topics?limit=1'],
  'topics/:slug': ({ topics }) => topics.map((slug) => `topics/${slug}`),
  forecasters: () => ['forecasters', 'forecasters?limit=1'],
  'forecasters/:slug': ({ forecasters }) => forecasters.map((slug) => `forecasters/${slug}`),
  events: ({ topics }) =>
    each('events', [
      ...['', 'limit=1', 'standing=confirmed', 'q=canary', 'q=comes'],
      ...topics.map((topic) => `topic=${topic}`),
    ]),
  'events/:id': ({ events }) => events.map((id) => `events/${id}`),
  briefings: ({ topics }) => each('briefings', ['', 'limit=1', ...topics.map((topic) => `topic=${topic}`)]),
  'briefings/:id': ({ briefings }) => briefings.map((id) => `briefings/${id}`),
  scenarios: (ids) =>
    each('scenarios', [
      ...filters(ids).filter((filter) => !/vantage|records|from|to=/.test(filter)),
      ...['draft', 'open', 'resolved', 'annulled', 'overdue'].map((state) => `state=${state}`),
      ...['limit=1', 'q=canary', 'q=comes', 'q=%25', 'sort=deadline'],
    ]),
  'scenarios/:id': ({ scenarios }) => scenarios.map((id) => `scenarios/${id}`),
  calibration: (ids) => [
    ...each('calibration', filters(ids)),
    ...['forecaster', 'topic', 'kind', 'term', 'month'].map((by) => `calibration?groupBy=${by}`),
  ],
  'calibration/over-time': (ids) => each('calibration/over-time', filters(ids)),
  'track-record': (ids) => [
    ...each('track-record', filters(ids)),
    ...['worst', 'best', 'recent'].map((sort) => `track-record?limit=1&sort=${sort}`),
    ...['bin=70-80', 'q=canary', 'q=comes', 'q=%25'].map((filter) => `track-record?${filter}`),
  ],
  'rereads/agreement': ({ topics }) =>
    [
      ...['', 'kind=risk', 'term=short', 'testability=untested', 'from=2026-06-16', 'to=2026-06-30'],
      ...[...topics, 'nowhere'].map((topic) => `topic=${topic}`),
    ].map((filter) => `rereads/agreement?${filter}`),
  '/': ({ topics }) => [
    ...['/', '/?records=all', '/?vantage=last'],
    ...topics.map((topic) => `/?topic=${topic}`),
  ],
  '/record': ({ topics }) => [
    ...[
      '/record',
      '/record?records=all',
      '/record?bin=70-80',
      '/record?q=comes',
      '/record?q=comes&sort=best',
    ],
    ...['open', 'overdue', 'annulled'].flatMap((state) => [
      `/record?state=${state}`,
      `/record?state=${state}&q=comes`,
    ]),
    ...topics.map((topic) => `/record?topic=${topic}`),
  ],
  '/calibration': ({ topics }) => [
    ...['/calibration', '/calibration?vantage=last', '/calibration?testability=untested'],
    ...['forecaster', 'topic', 'kind', 'term', 'month'].map((by) => `/calibration?groupBy=${by}`),
    ...topics.map((topic) => `/calibration?groupBy=forecaster&topic=${topic}`),
  ],
  '/method': () => ['/method'],
  '/*': () => ['/nowhere'],
  '/topics': () => ['/topics'],
  '/topics/:page': ({ topics }) => topics.map((slug) => `/topics/${slug}`),
  '/briefings': ({ topics }) => each('/briefings', ['', ...topics.map((topic) => `topic=${topic}`)]),
  '/briefings/:page': ({ briefings }) => briefings.map((id) => `/briefings/${id}`),
  '/events': ({ topics }) =>
    each('/events', ['', 'standing=confirmed', ...topics.map((topic) => `topic=${topic}`)]),
  '/events/:page': ({ events }) => events.map((id) => `/events/${id}`),
  '/forecasters': () => ['/forecasters'],
  '/forecasters/:page': ({ forecasters }) => forecasters.map((slug) => `/forecasters/${slug}`),
  '/house': () => ['/house'],
  '/scenarios/:page': ({ scenarios }) => scenarios.map((id) => `/scenarios/${id}`),
  '/record.csv': (ids) => [
    ...each('/record.csv', filters(ids)),
    ...['open', 'overdue', 'annulled'].map((state) => `/record.csv?state=${state}`),
    ...['q=canary', 'q=comes', 'sort=worst', 'bin=70-80'].map((query) => `/record.csv?${query}`),
  ],
  '/record.json': ({ topics }) => ['/record.json', ...topics.map((topic) => `/record.json?topic=${topic}`)],
  '/calibration.csv': (ids) => [
    ...each('/calibration.csv', filters(ids)),
    ...['forecaster', 'topic', 'month'].map((by) => `/calibration.csv?groupBy=${by}`),
  ],
  '/calibration.json': () => ['/calibration.json'],
  '/embed/scenarios/:embed': ({ scenarios }) => scenarios.map((id) => `/embed/scenarios/${id}`),
  '/embed/calibration': ({ topics }) => [
    '/embed/calibration',
    ...topics.map((topic) => `/embed/calibration?topic=${topic}`),
  ],
  '/embed/forecasters/:embed': ({ forecasters }) => forecasters.map((slug) => `/embed/forecasters/${slug}`),
  '/feeds/:feed': () => ['/feeds/site.atom', '/feeds/site.json'],
  '/feeds/topics/:feed': ({ topics }) => topics.map((slug) => `/feeds/topics/${slug}.atom`),
  '/feeds/forecasters/:feed': ({ forecasters }) =>
    forecasters.map((slug) => `/feeds/forecasters/${slug}.json`),
  '/pictures/reliability.png': () => ['/pictures/reliability.png'],
  '/pictures/histogram.png': () => ['/pictures/histogram.png?records=all'],
  '/pictures/over-time/:picture': ({ scenarios }) => scenarios.map((id) => `/pictures/over-time/${id}.png`),
  '/pictures/card/front.png': () => ['/pictures/card/front.png'],
  '/pictures/card/scenarios/:picture': ({ scenarios }) =>
    scenarios.map((id) => `/pictures/card/scenarios/${id}.png`),
  '/pictures/card/forecasters/:picture': ({ forecasters }) =>
    forecasters.map((slug) => `/pictures/card/forecasters/${slug}.png`),
  '/pictures/card/topics/:picture': ({ topics }) => topics.map((slug) => `/pictures/card/topics/${slug}.png`),
  '/robots.txt': () => ['/robots.txt'],
  '/sitemap.xml': () => ['/sitemap.xml'],
  '/sitemaps/:sitemap': () => ['/sitemaps/1.xml'],
};

/** The routes that readers may use and that this does not know how to ask. */
export const unasked = (desk: Desk): string[] =>
  routesOf(desk.app.app)
    .filter(
      ({ role, method, path }) => role === 'reader' && method === 'GET' && !BESIDE_THE_RECORD.test(path),
    )
    .map(({ path }) => path)
    .filter((path) => !(path in ASK));

/** Everything that a reader can be answered with: each address, the parts of lists that follow, and what is refused. */
export async function publicAnswers(desk: Desk, ids: Ids): Promise<Map<string, string>> {
  const answers = new Map<string, string>();
  const addresses = [...Object.values(ASK).flatMap((ask) => ask(ids)), 'queue', 'nowhere'];
  for (const address of addresses) {
    let next: string | undefined = address.startsWith('/') ? address : `/api/v1/${address}`;
    while (next !== undefined) {
      const { status, body, headers }: Answer<object> = await desk.call<object>('GET', next);
      const link: string | undefined = headers['link'];
      const said = JSON.stringify(body).replace(/"requestId":"[^"]*"/, '');
      answers.set(
        next,
        JSON.stringify([status, headers['etag'], link, headers['vary'], headers['cache-control'], said]),
      );
      next = /^<([^>]+)>; rel="next"$/.exec(link ?? '')?.[1];
    }
  }
  return answers;
}
