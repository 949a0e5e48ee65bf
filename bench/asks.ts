import type { INestApplicationContext } from '@nestjs/common';
import { AccountsService } from '../src/accounts/accounts.service.js';
import { newId } from '../src/database/ids.js';
import { addDays, type Day } from '../src/days.js';
import { openPlan, TRIO, trioNumber } from './plan.js';
import { scenarioId } from './ids.js';
import { timed, type Timing, timingOf } from './sampling.js';
import { withServer } from './server.js';
import { topicOf, type World } from './world.js';

/** What is known of a record before it is asked. */
interface Known {
  /** An open scenario, one that is settled, and an event. */
  open: string;
  settled: string;
  event: string;
  day: Day;
}

interface Ask {
  /** A page begins with a slash, and is asked for by nobody; the API is asked by an administrator. */
  path: (known: Known) => string;
  body?: (known: Known, run: number) => object;
}

const get = (path: string): Ask => ({ path: () => path });
/** A word that stands in every statement, and one that stands in few. */
const [FREQUENT, RARE] = ['case', '711'];

/** What a person waits for, page by page and list by list. */
const ASKS = {
  'front page': get('/'),
  calibration: get('/calibration'),
  'calibration by topic': get('/calibration?groupBy=topic'),
  predictions: get('/record'),
  'predictions, by a word in all of them': get(`/record?q=${FREQUENT}`),
  'predictions, by a word in few': get(`/record?q=${RARE}`),
  prediction: { path: ({ settled }) => `/scenarios/${settled}` },
  topic: get('/topics/topic-1'),
  forecaster: get('/forecasters/forecaster-0'),
  events: get('/events'),
  'events, by a word in all of them': get(`/events?q=${FREQUENT}`),
  event: { path: ({ event }) => `/events/${event}` },
  'the record of a topic as CSV': get('/record.csv?topic=topic-1'),
  'feed of the site': get('/feeds/site.atom'),
  'desk: open predictions, with marks': get('standings?limit=100'),
  'desk: how many are due and stale': get('standings/counts'),
  'desk: marks of the lint': get('standings/habits'),
  'desk: the queue': get('queue?limit=100'),
  'desk: how many wait': get('queue/counts'),
  'desk: events for a prediction': { path: ({ open }) => `scenarios/${open}/suggested-events` },
  'desk: predictions for an event': { path: ({ event }) => `events/${event}/suggested-scenarios` },
  'desk: dashboard by forecaster': get('calibration?groupBy=forecaster'),
  'desk: dashboard by month': get('calibration?groupBy=month'),
  'desk: score over time': get('calibration/over-time'),
  'desk: status': get('status'),
  'desk: reading a quick line': {
    path: () => 'statements/quick',
    body: ({ day }) => ({ line: `! Case 711 of Topic 1 comes about by ${addDays(day, 60)} 65% #topic-1` }),
  },
  'desk: logging a prediction': {
    path: () => 'scenarios',
    body: ({ day }, run) => ({
      ...{ topic: topicOf(1).slug, kind: 'risk', term: 'short', forecaster: 'Bench asker', probability: 0.4 },
      ...{ statement: `The gazette reports case ${run} of the harbour strike.`, deadline: addDays(day, 60) },
    }),
  },
  'desk: logging an event': {
    path: () => 'events',
    body: ({ day }, run) => ({
      ...{ topic: topicOf(1).slug, headline: `Harbour strike: case ${run} has come about`, occurredOn: day },
      sources: [],
    }),
  },
} satisfies Record<string, Ask>;
export type AskName = keyof typeof ASKS;
export const ASK_NAMES = Object.keys(ASKS) as AskName[];

export type Answered = Record<AskName, Timing>;

/** What is asked for often enough; what takes long, less often. */
const [FEWEST, LONG_ENOUGH] = [3, 5000];

/** Serves a database and asks it for pages and lists; from sending to the last byte. */
export async function measureAsks(
  url: string,
  app: INestApplicationContext,
  world: World,
  times: number,
): Promise<Answered | null> {
  const name = `Bench asker ${newId()}`;
  const { token } = await app.get(AccountsService, { strict: false }).add(name, 'administrator');
  return withServer(url, async (address) => {
    const ask = async ({ path, body }: Ask, known: Known, run: number): Promise<string> => {
      const to = path(known);
      const isPage = to.startsWith('/');
      const answer = await fetch(isPage ? `${address}${to}` : `${address}/api/v1/${to}`, {
        method: body ? 'POST' : 'GET',
        headers: {
          ...(!isPage && { authorization: `Bearer ${token}` }),
          ...(body && { 'content-type': 'application/json' }),
        },
        ...(body && { body: JSON.stringify(body(known, run)) }),
      });
      const text = await answer.text();
      if (!answer.ok) throw new Error(`The server answered ${answer.status} to ${to}: ${text.slice(0, 300)}`);
      return text;
    };
    const first = async (path: string) => {
      const { items } = JSON.parse(await ask(get(path), {} as Known, 0)) as { items: { id: string }[] };
      return items[0]!.id;
    };
    const known: Known = {
      open: scenarioId(openPlan(world, trioNumber(world, 0), TRIO)),
      settled: await first('scenarios?state=resolved&limit=1'),
      event: await first('events?limit=1'),
      day: world.endOn,
    };
    const answered = {} as Answered;
    for (const name of ASK_NAMES) {
      const one: Ask = ASKS[name];
      await ask(one, known, times); // the first one warms up
      const took: number[] = [];
      let spent = 0;
      while (took.length < times && (took.length < FEWEST || spent < LONG_ENOUGH)) {
        const run = took.length;
        took.push(await timed(() => ask(one, known, run)));
        spent += took.at(-1)!;
      }
      answered[name] = timingOf(took);
    }
    return answered;
  });
}
