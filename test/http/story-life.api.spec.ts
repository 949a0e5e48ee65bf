import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EventView } from '../../src/events/event.dto.js';
import { STANDINGS } from '../../src/events/event.entity.js';
import type { BriefingReadingView } from '../../src/forecasts/forecast.dto.js';
import type { HandoverListItem, HandoverView } from '../../src/forecasts/handover.dto.js';
import type { Page } from '../../src/http/paging.js';
import { PROBLEMS } from '../../src/problems.js';
import { Desk, OPENING_DAY } from '../record/desk-builders.js';
import { routesOf } from '../support/routes.js';
import {
  type Asker,
  ASKERS,
  mayLogForAna,
  People,
  redactField,
  type Request,
  turnedAway,
  type Verdict,
  walkTable,
} from './life-table.js';

/*
 * Who may do what with an event, a briefing and a briefing that was handed on, whose it is, and how it stands.
 */

interface Row<Made> {
  /** The least role. */
  by: 'reader' | 'analyst' | 'editor';
  /** What everybody is told who may ask, where it is refused however it stands. */
  refused?: Verdict;
  ask: (made: Made) => Request;
}

/** An event and a briefing are the desk's: whoever may write at all may write to any, however it stands. */
const DONE: Record<string, number> = { GET: 200, POST: 201 };
const LATER = '2027-01-01T00:00:00Z';
const EARLIER = '2020-01-01T00:00:00Z';
const HIDDEN = ['embargoed', 'of the desk'];
const SLIP = { proof: 'As printed.' };

const EVENT_STATES = [
  ...(['reported', 'confirmed', 'disputed', 'retracted', 'redacted'] as const),
  ...(['embargoed', 'of the desk', 'what a judgement rests on'] as const),
];
type EventState = (typeof EVENT_STATES)[number];

const EVENTS: Record<string, Row<{ id: string }>> = {
  'read it': { by: 'reader', ask: ({ id }) => ['GET', `events/${id}`] },
  'see on what it may bear': {
    by: 'analyst',
    ask: ({ id }) => ['GET', `events/${id}/suggested-scenarios`],
  },
  'put a source to it': {
    by: 'analyst',
    ask: ({ id }) => ['POST', `events/${id}/sources`, { sources: [{ outlet: 'The Heron' }] }],
  },
  'correct a slip in it': {
    by: 'editor',
    ask: ({ id }) => [
      'POST',
      `events/${id}/errata`,
      { ...SLIP, field: 'headline', value: `As meant, ${(slips += 1)}` },
    ],
  },
  'say what is believed of it': {
    by: 'editor',
    ask: ({ id }) => ['POST', `events/${id}/standings`, { standing: 'disputed', reason: 'Two accounts.' }],
  },
  'say from when it is public': {
    by: 'editor',
    ask: ({ id }) => ['POST', `events/${id}/publications`, { publicAt: LATER }],
  },
  'say that it was public before': {
    ...{ by: 'editor', refused: 'publication_in_past' },
    ask: ({ id }) => ['POST', `events/${id}/publications`, { publicAt: EARLIER }],
  },
};

const BRIEFING_STATES = ['public', 'redacted', 'judged', 'embargoed', 'of the desk'] as const;
type BriefingState = (typeof BRIEFING_STATES)[number];

const BRIEFINGS: Record<string, Row<{ id: string }>> = {
  'read it': { by: 'reader', ask: ({ id }) => ['GET', `briefings/${id}`] },
  'correct a slip in it': {
    by: 'editor',
    ask: ({ id }) => [
      'POST',
      `briefings/${id}/errata`,
      { ...SLIP, field: 'takeaway', value: `As meant, ${(slips += 1)}` },
    ],
  },
  'say from when it is public': {
    by: 'editor',
    ask: ({ id }) => ['POST', `briefings/${id}/publications`, { publicAt: LATER }],
  },
  'say that it was public before': {
    ...{ by: 'editor', refused: 'publication_in_past' },
    ask: ({ id }) => ['POST', `briefings/${id}/publications`, { publicAt: EARLIER }],
  },
};

const HANDOVER_STATES = ['waiting', 'taken back', 'sent back', 'recorded'] as const;
type HandoverState = (typeof HANDOVER_STATES)[number];

interface MadeHandover {
  id: string;
  briefing: object;
}
interface HandoverRow extends Row<MadeHandover> {
  /** What is answered once it has ended; the same as before where missing. */
  ended?: Verdict;
  changesState?: true;
}

const HANDOVERS: Record<string, HandoverRow> = {
  'read it': { by: 'analyst', ask: ({ id }) => ['GET', `handovers/${id}`] },
  'end it': {
    ...{ by: 'analyst', ended: 'handover_ended', changesState: true },
    ask: ({ id }) => ['POST', `handovers/${id}/ends`, { reason: 'Not now.' }],
  },
  'record it': {
    ...{ by: 'analyst', ended: 'handover_ended', changesState: true },
    ask: ({ id, briefing }) => ['POST', 'briefings', { ...briefing, handover: id }],
  },
};

let desk: Desk;
let people: People;
let topic: string;
let slips = 0;

beforeAll(async () => {
  desk = await Desk.open();
  people = await People.of(desk);
  topic = await desk.topic();
});
afterAll(() => desk.close());

/** As the analyst, who is let through. */
async function logged<T>(path: string, body: object): Promise<T> {
  const answer = await people.ask<T>('the analyst who logged it', ['POST', path, body]);
  expect(answer).toMatchObject({ status: 201 });
  return answer.body;
}

async function madeEvent(state: EventState): Promise<{ id: string }> {
  desk.today('2026-06-20');
  const standing = EVENT_STATES.slice(0, 4).includes(state) ? state : 'confirmed';
  const event = await logged<EventView>('events', {
    ...{ topic, headline: 'The lock gates jammed', occurredOn: '2026-06-18' },
    sources: [{ outlet: 'The Gull' }],
  });
  if (standing !== 'reported') await desk.post(`events/${event.id}/standings`, { standing, reason: 'Seen.' });
  if (state === 'redacted') await redactField(desk, 'event', event.id, 'headline');
  if (HIDDEN.includes(state)) await desk.publish('events', event, state === 'embargoed' ? LATER : null);
  if (state === 'what a judgement rests on') {
    desk.today(OPENING_DAY);
    const scenario = await desk.scenario(topic);
    desk.today('2026-06-20');
    await desk.occurred(scenario, event);
  }
  return event;
}

async function madeBriefing(state: BriefingState): Promise<{ id: string }> {
  desk.today(OPENING_DAY);
  slips += 1;
  const { briefing, scenarios } = await logged<BriefingReadingView>('briefings', {
    ...{ topic, headline: `Lock gates, ${slips}`, publishedOn: OPENING_DAY, forecaster: 'Ana' },
    ...{ standfirst: 'What the lock may do.' },
    scenarios: [{ kind: 'risk', term: 'short', probability: 0.4, statement: 'The lock closes.' }],
  });
  const id = briefing.id!;
  if (state === 'redacted') await redactField(desk, 'briefing', id, 'standfirst');
  if (state === 'judged')
    await desk.resolve(
      { id: scenarios[0]!.id! },
      { outcome: 'annulled', annulment: 'ambiguous', outcomeOn: OPENING_DAY },
    );
  if (HIDDEN.includes(state)) await desk.publish('briefings', { id }, state === 'embargoed' ? LATER : null);
  return { id };
}

async function madeHandover(state: HandoverState): Promise<MadeHandover> {
  desk.today(OPENING_DAY);
  slips += 1;
  const briefing = {
    ...{ topic, headline: `Sluices, ${slips}`, publishedOn: OPENING_DAY, forecaster: 'Ana' },
    scenarios: [{ kind: 'risk', term: 'short', probability: 0.4, statement: 'The sluice sticks.' }],
  };
  const made = { ...(await logged<HandoverView>('handovers', { briefing })), briefing };
  const by = { 'taken back': 'the analyst who logged it', 'sent back': 'an editor', recorded: 'an editor' };
  if (state !== 'waiting')
    await people.ask(by[state] as Asker, HANDOVERS[state === 'recorded' ? 'record it' : 'end it']!.ask(made));
  return made;
}

/** Whose a handover is decides: it is there for who handed it on, and for editors. */
function handover(asker: Asker, state: HandoverState, row: HandoverRow): Verdict {
  const away = turnedAway(asker, row.by, false);
  if (away !== null) return away;
  const path = row.ask({ id: '', briefing: {} })[1];
  const isRecording = path === 'briefings';
  // What is on record already would be said in nobody's name.
  if (isRecording && state !== 'recorded' && !mayLogForAna(asker)) return 'forecaster_not_allowed';
  if (asker === 'an analyst of another forecaster') return 'not_found';
  if (state !== 'waiting' && row.ended !== undefined) return row.ended;
  return path.endsWith('/ends') || isRecording ? 201 : 200;
}

const ofTheDesk = (asker: Asker, state: string, row: Row<{ id: string }>): Verdict =>
  turnedAway(asker, row.by, HIDDEN.includes(state)) ?? row.refused ?? DONE[row.ask({ id: '' })[0]]!;
const at = () => ({ desk, people });

walkTable('an event', {
  ...{ states: EVENT_STATES, table: EVENTS, expected: ofTheDesk, made: madeEvent, people: at },
});
walkTable('a briefing', {
  ...{ states: BRIEFING_STATES, table: BRIEFINGS, expected: ofTheDesk, made: madeBriefing, people: at },
});
walkTable('a briefing handed on', {
  ...{ states: HANDOVER_STATES, table: HANDOVERS, expected: handover, made: madeHandover, people: at },
});

describe('the tables of a story’s life', () => {
  it.each([
    ['events', EVENTS],
    ['briefings', BRIEFINGS],
    ['handovers', HANDOVERS],
  ])(
    'have a row for every route of one of the %s',
    (collection, table: Record<string, Row<MadeHandover>>) => {
      const asked = Object.values(table).map(({ ask }) => {
        const [method, path] = ask({ id: ':id', briefing: {} });
        return `${method} ${path}`;
      });
      const routes = routesOf(desk.app.app)
        .filter(({ path }) => path.startsWith(`${collection}/:id`))
        .map(({ method, path }) => `${method} ${path}`);
      expect([...new Set(asked)].filter((route) => route.includes(':id')).sort()).toEqual(routes.sort());
    },
  );
});

describe('an event is logged', () => {
  it.each(Object.keys(ASKERS) as Asker[])('by %s: as reported, or as an editor says', async (asker) => {
    const away = turnedAway(asker, 'analyst', false);
    const isEditor = turnedAway(asker, 'editor', false) === null;
    for (const standing of [undefined, ...STANDINGS]) {
      const sent = { topic, headline: 'The lock gates jammed', occurredOn: OPENING_DAY };
      const { status, body } = await people.ask(asker, [
        'POST',
        'events',
        { ...sent, ...(standing && { standing }) },
      ]);
      const isReported = standing === undefined || standing === 'reported';
      const expected = away ?? (isEditor || isReported ? 201 : 'standing_needs_editor');
      expect([standing, status === 201 ? 201 : body.code]).toEqual([standing, expected]);
      expect(status).toBe(typeof expected === 'number' ? expected : PROBLEMS[expected][0]);
    }
  });
});

describe('what the public finds', () => {
  it.each([
    ...EVENT_STATES.map((state) => ['events', state, 'lock'] as const),
    ...BRIEFING_STATES.map((state) => ['briefings', state, 'lock'] as const),
  ])('of the %s, one that is %s, at every door or at none', async (collection, state, word) => {
    const { id } = await (collection === 'events' ? madeEvent(state) : madeBriefing(state));
    const isThere = !HIDDEN.includes(state);
    expect((await desk.call('GET', `/${collection}/${id}`)).status).toBe(isThere ? 200 : 404);
    for (const q of ['', `&q=${word}`]) {
      const list = await desk.read<Page<{ id: string }>>(`${collection}?limit=200&topic=${topic}${q}`);
      const isFound = isThere && !(q !== '' && collection === 'events' && state === 'redacted');
      expect([q, list.items.some((one) => one.id === id)]).toEqual([q, isFound]);
    }
  });
});

describe('what is handed on', () => {
  it('is in the list of who handed it on, and of every editor', async () => {
    const { id } = await madeHandover('waiting');
    const finds = async (asker: Asker) => {
      const { status, body } = await people.ask<Page<HandoverListItem>>(asker, [
        'GET',
        'handovers?limit=200',
      ]);
      return status === 200 ? body.items.some((one) => one.id === id) : status;
    };
    const found = Object.fromEntries(
      await Promise.all((Object.keys(ASKERS) as Asker[]).map(async (asker) => [asker, await finds(asker)])),
    );
    expect(found).toEqual({
      nobody: 401,
      'a reader with an account': 403,
      'the analyst who logged it': true,
      'an analyst of another forecaster': false,
      'an editor of another forecaster': true,
      'an editor': true,
      'an administrator': true,
    });
  });
});
