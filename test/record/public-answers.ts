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

/** These tell of the process, not of the record. */
const OF_THE_PROCESS = ['livez', 'readyz', 'metrics'];

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
    each('events', ['', 'limit=1', 'q=canary', 'q=comes', ...topics.map((topic) => `topic=${topic}`)]),
  'events/:id': ({ events }) => events.map((id) => `events/${id}`),
  briefings: ({ topics }) => each('briefings', ['', 'limit=1', ...topics.map((topic) => `topic=${topic}`)]),
  'briefings/:id': ({ briefings }) => briefings.map((id) => `briefings/${id}`),
  scenarios: (ids) =>
    each('scenarios', [
      ...filters(ids).filter((filter) => !/vantage|records|from|to=/.test(filter)),
      ...['draft', 'open', 'resolved', 'annulled', 'overdue'].map((state) => `state=${state}`),
      ...['limit=1', 'q=canary', 'q=comes', 'q=%25'],
    ]),
  'scenarios/:id': ({ scenarios }) => scenarios.map((id) => `scenarios/${id}`),
  calibration: (ids) => [
    ...each('calibration', filters(ids)),
    ...['forecaster', 'topic', 'kind', 'term', 'month'].map((by) => `calibration?groupBy=${by}`),
  ],
  'track-record': (ids) => [
    ...each('track-record', filters(ids)),
    ...['worst', 'best', 'recent'].map((sort) => `track-record?limit=1&sort=${sort}`),
    'track-record?bin=70-80',
  ],
  'rereads/agreement': ({ topics }) =>
    [
      ...['', 'kind=risk', 'term=short', 'testability=untested', 'from=2026-06-16', 'to=2026-06-30'],
      ...[...topics, 'nowhere'].map((topic) => `topic=${topic}`),
    ].map((filter) => `rereads/agreement?${filter}`),
  '/': ({ topics }) => [
    ...['/', '/?records=all', '/?vantage=last', '/?bin=70-80'],
    ...['open', 'overdue', 'annulled'].map((state) => `/?state=${state}`),
    ...topics.map((topic) => `/?topic=${topic}`),
  ],
  '/method': () => ['/method'],
  '/*': () => ['/nowhere'],
  '/scenarios/:page': ({ scenarios }) => scenarios.map((id) => `/scenarios/${id}`),
};

/** The routes that readers may use and that this does not know how to ask. */
export const unasked = (desk: Desk): string[] =>
  routesOf(desk.app.app)
    .filter(
      ({ role, method, path }) => role === 'reader' && method === 'GET' && !OF_THE_PROCESS.includes(path),
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
