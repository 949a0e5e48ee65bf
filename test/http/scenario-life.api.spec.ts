import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
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
 * Who may do what with a prediction, whose it is, and how it stands: product.md, rules 1 to 14, as one table.
 */

/** Rule 2: what is open may be said of; overdue is open, and so is what was reopened. */
const OPEN = ['open', 'overdue', 'reopened', 'embargoed', 'of the desk', 'redacted', 'withdrawn'] as const;
const SETTLED = ['resolved', 'annulled', 'resolved, of the desk'] as const;
const STATES = [...OPEN, ...SETTLED];
type State = (typeof STATES)[number];
/** Rule 13: not there for the public. */
const HIDDEN: readonly State[] = ['embargoed', 'of the desk', 'resolved, of the desk'];

interface Row {
  /** The least role, and whether it is done in the name of the forecaster who is on record. */
  by: 'reader' | 'analyst' | 'editor';
  inNameOf?: 'Ana';
  open: Verdict;
  settled: Verdict;
  but?: Partial<Record<State, Verdict>>;
  /** What is refused to an analyst, and may be done by an editor; null where it is as for everybody. */
  analyst?: (asker: Asker, state: State) => Verdict | null;
  /** Then what comes after it is asked of another scenario. */
  changesState?: true;
  ask: (scenario: Made) => Request;
}

const TABLE: Record<string, Row> = {
  'read it': {
    ...{ by: 'reader', open: 200, settled: 200 },
    ask: ({ id }) => ['GET', `scenarios/${id}`],
  },
  'read its history': {
    ...{ by: 'analyst', open: 200, settled: 200 },
    ask: ({ id }) => ['GET', `scenarios/${id}/history`],
  },
  'see what may bear on it': {
    ...{ by: 'analyst', open: 200, settled: 200 },
    ask: ({ id }) => ['GET', `scenarios/${id}/suggested-events`],
  },
  // Rules 2 and 10: a forecast, and its end, are of an open scenario.
  'revise the forecast': {
    ...{ by: 'analyst', inNameOf: 'Ana', open: 201, settled: 'scenario_not_open' },
    ask: ({ id }) => ['POST', `scenarios/${id}/forecasts`, { probability: 0.2, forecaster: 'Ana' }],
  },
  'withdraw the forecast': {
    ...{ by: 'analyst', inNameOf: 'Ana', open: 201, settled: 'scenario_not_open' },
    but: { withdrawn: 'nothing_to_withdraw' },
    ask: ({ id }) => ['POST', `scenarios/${id}/withdrawals`, { forecaster: 'Ana' }],
  },
  'say that it was stated earlier': {
    ...{ by: 'editor', inNameOf: 'Ana', open: 201, settled: 'scenario_not_open' },
    ask: ({ id }) => [
      'POST',
      `scenarios/${id}/forecasts`,
      { probability: 0.2, forecaster: 'Ana', statedAt: '2026-06-15T00:00:00Z' },
    ],
  },
  // What is asked stands once it was answered.
  'add criteria': {
    ...{ by: 'analyst', open: 201, settled: 'scenario_not_open' },
    ask: ({ id }) => ['POST', `scenarios/${id}/criteria`, { text: 'The bulletin says so.' }],
  },
  // Another question ends the forecasts made before: those of one's own, and while nothing is known of the outcome.
  'ask another question': {
    ...{ by: 'analyst', open: 201, settled: 'scenario_not_open' },
    but: { overdue: 'change_overdue', reopened: 'change_after_event' },
    analyst: (asker) => (mayLogForAna(asker) ? null : 'change_reserved'),
    ask: ({ id }) => ['POST', `scenarios/${id}/criteria`, { text: 'The rival says so.', change: 'changed' }],
  },
  // What moves figures is an editor's once the outcome may be known.
  'say with criteria how it can be judged': {
    ...{ by: 'analyst', open: 201, settled: 'scenario_not_open' },
    analyst: (_, state) => (state === 'overdue' || state === 'reopened' ? 'testability_reserved' : null),
    ask: ({ id }) => ['POST', `scenarios/${id}/criteria`, { text: 'Both say so.', testability: 'judged' }],
  },
  'say how it can be judged': {
    ...{ by: 'editor', open: 201, settled: 201 },
    ask: ({ id }) => ['POST', `scenarios/${id}/testability`, { testability: 'judged' }],
  },
  // Rule 4: what bears on it may be added any time, and says how late something came.
  'add evidence': {
    ...{ by: 'analyst', open: 201, settled: 201 },
    ask: ({ id, fresh }) => ['POST', `scenarios/${id}/evidence`, { eventId: fresh, bearing: 'supports' }],
  },
  'say otherwise of what a judgement rests on': {
    ...{ by: 'analyst', open: 201, settled: 201 },
    analyst: (_, state) => (/^resolved|reopened/.test(state) ? 'evidence_of_another' : null),
    ask: ({ id, event }) => ['POST', `scenarios/${id}/evidence`, { eventId: event, bearing: 'supports' }],
  },
  'say otherwise of evidence that the analyst linked': {
    ...{ by: 'analyst', open: 201, settled: 201 },
    analyst: (asker) => (asker === 'the analyst who logged it' ? null : 'evidence_of_another'),
    ask: ({ id, precedent }) => [
      ...(['POST', `scenarios/${id}/evidence`] as const),
      { eventId: precedent, bearing: 'undermines' },
    ],
  },
  'dismiss an event': {
    ...{ by: 'editor', open: 201, settled: 201 },
    ask: ({ id, event }) => ['POST', `scenarios/${id}/suggested-events/${event}/dismissals`, {}],
  },
  'link it': {
    ...{ by: 'analyst', open: 201, settled: 201 },
    ask: ({ id, other }) => ['POST', `scenarios/${id}/links`, { to: other, relation: 'implies' }],
  },
  'take a link back that the analyst made': {
    ...{ by: 'analyst', open: 201, settled: 201 },
    analyst: (asker) => (asker === 'the analyst who logged it' ? null : 'link_of_another'),
    ask: ({ id, link }) => ['POST', `scenarios/${id}/links/${link}/endings`, { reason: 'Not so.' }],
  },
  'see the probabilities before judging': {
    ...{ by: 'editor', open: 201, settled: 201 },
    ask: ({ id }) => ['POST', `scenarios/${id}/shown`],
  },
  // Rule 11: the first judgement stands; a further one names the one that it corrects.
  'judge it': {
    ...{ by: 'editor', open: 201, settled: 'already_resolved', changesState: true },
    ask: ({ id }) => ['POST', `scenarios/${id}/resolutions`, ANNULLED],
  },
  // A first judgement is made without regard to scores: only what a correction does to them is shown.
  'see what a correction would change': {
    ...{ by: 'editor', open: 'not_resolved', settled: 200 },
    ask: ({ id, resolution }) => [
      'POST',
      `scenarios/${id}/resolutions/preview`,
      { ...CORRECTED, ...(resolution && { supersedes: resolution }) },
    ],
  },
  'correct the judgement': {
    ...{ by: 'editor', open: 'resolution_superseded', settled: 201, changesState: true },
    but: { reopened: 201 },
    ask: ({ id, resolution }) => [
      'POST',
      `scenarios/${id}/resolutions`,
      { ...CORRECTED, supersedes: resolution ?? id },
    ],
  },
  'reopen it': {
    ...{ by: 'editor', open: 'nothing_to_reopen', settled: 201, changesState: true },
    ask: ({ id, resolution }) => [
      'POST',
      `scenarios/${id}/resolutions`,
      { outcome: 'reopened', reason: 'Too soon.', ...(resolution && { supersedes: resolution }) },
    ],
  },
  'defer it': {
    ...{ by: 'editor', open: 201, settled: 'scenario_not_open' },
    ask: ({ id }) => ['POST', `scenarios/${id}/deferrals`, { until: '2026-09-01', reason: 'Wait.' }],
  },
  // Rule 10: a slip is corrected in the open, whenever it is found.
  'correct a slip in its words': {
    ...{ by: 'editor', open: 201, settled: 201 },
    ask: ({ id }) => ['POST', `scenarios/${id}/errata`, { ...SLIP, field: 'statement', value: 'As meant.' }],
  },
  'correct a slip in its forecast': {
    ...{ by: 'editor', open: 201, settled: 201 },
    ask: ({ forecast }) => [
      'POST',
      `forecasts/${forecast}/errata`,
      { ...SLIP, field: 'probability', value: 0.8 },
    ],
  },
  'publish it': {
    ...{ by: 'editor', open: 201, settled: 201, changesState: true },
    ask: ({ id }) => ['POST', `scenarios/${id}/publications`, { publicAt: 'now' }],
  },
  'say that it was public before': {
    ...{ by: 'editor', open: 'publication_in_past', settled: 'publication_in_past' },
    ask: ({ id }) => ['POST', `scenarios/${id}/publications`, { publicAt: '2020-01-01T00:00:00Z' }],
  },
  'move its deadline': {
    ...{ by: 'editor', open: 'erratum_not_allowed', settled: 'erratum_not_allowed' },
    ask: ({ id }) => ['POST', `scenarios/${id}/errata`, { ...SLIP, field: 'deadline', value: '2027-01-01' }],
  },
};

const ANNULLED = { outcome: 'annulled', annulment: 'ambiguous', outcomeOn: '2026-06-18', reason: 'Unclear.' };
const CORRECTED = { ...ANNULLED, annulment: 'unverifiable' };
const SLIP = { proof: 'As printed.' };

/** The table's answer. What the state refuses, it refuses to all who may ask. */
function expected(asker: Asker, state: State, row: Row): Verdict {
  const { by, inNameOf, open, settled, but, analyst } = row;
  const away = turnedAway(asker, by, HIDDEN.includes(state));
  // That something was stated earlier is said at an analyst's route, by editors only.
  const isAnalysts = inNameOf && turnedAway(asker, 'analyst', false) === null;
  if (away !== null) return isAnalysts ? 'stated_at_reserved' : away;
  const verdict = but?.[state] ?? ((OPEN as readonly State[]).includes(state) ? open : settled);
  if (verdict === 'scenario_not_open') return verdict;
  if (inNameOf && !mayLogForAna(asker)) return 'forecaster_not_allowed';
  const isAnalyst = ASKERS[asker]?.[0] === 'analyst';
  return (isAnalyst ? analyst?.(asker, state) : null) ?? verdict;
}

/** A scenario of the analyst's, with all that the table asks about. */
interface Made {
  id: string;
  forecast: string;
  event: string;
  /** Linked to nothing. */
  fresh: string;
  /** Of before the opening, linked by the analyst. */
  precedent: string;
  other: string;
  /** Made by the analyst. */
  link: string;
  /** The latest; missing where there is none. */
  resolution: string | undefined;
}

let desk: Desk;
let people: People;
let topic: string;
let event: string;
let precedent: string;
let fresh: string;
let other: string;

beforeAll(async () => {
  desk = await Desk.open();
  people = await People.of(desk);
  topic = await desk.topic();
  other = (await desk.scenario(topic)).id;
  desk.today('2026-06-20');
  event = (await desk.event(topic)).id;
  fresh = (await desk.event(topic)).id;
  precedent = (await desk.event(topic, { occurredOn: '2026-06-01' })).id;
});
afterAll(() => desk.close());

async function made(state: State): Promise<Made> {
  desk.today(OPENING_DAY);
  const { body } = await people.ask('the analyst who logged it', [
    'POST',
    'scenarios',
    {
      ...{ topic, kind: 'risk', term: 'short', statement: 'The port closes.', probability: 0.4 },
      ...{ deadline: '2026-07-01', forecaster: 'Ana', criteria: 'The harbour master says so.' },
    },
  ]);
  const scenario = body as unknown as { id: string; forecasts: { id: string }[] };
  const { id } = scenario;
  const asAnalyst = (path: string, fields: object) =>
    people.ask<{ id: string }>('the analyst who logged it', ['POST', `scenarios/${id}/${path}`, fields]);
  const { body: link } = await asAnalyst('links', { to: other, relation: 'overlaps' });
  desk.today('2026-06-20');
  await asAnalyst('evidence', { eventId: precedent, bearing: 'supports' });
  let resolution: string | undefined;
  const judge = async (fields: object) => (resolution = (await desk.resolve(scenario, { ...fields })).id);
  const occurred = { outcome: 'occurred', outcomeOn: '2026-06-18', evidence: [event] };
  if (state === 'annulled') await judge(ANNULLED);
  if (/^resolved|reopened/.test(state)) await judge(occurred);
  if (state === 'reopened') await judge({ outcome: 'reopened', supersedes: resolution });
  if (state === 'withdrawn') await desk.withdraw(scenario, { forecaster: 'Ana' });
  if (state === 'redacted') await redactField(desk, 'scenario', id, 'statement');
  if (HIDDEN.includes(state))
    await desk.publish('scenarios', scenario, state === 'embargoed' ? '2027-01-01T00:00:00Z' : null);
  if (state === 'overdue') desk.today('2026-08-01');
  return {
    id,
    forecast: scenario.forecasts[0]!.id,
    event,
    fresh,
    precedent,
    other,
    link: link.id,
    resolution,
  };
}

describe('the table of a prediction’s life', () => {
  it('has a row for every route of a prediction and of its forecasts', () => {
    const names = {
      id: ':id',
      forecast: ':id',
      event: ':eventId',
      other: ':other',
      link: ':linkId',
      precedent: '',
      fresh: '',
    };
    const asked = Object.values(TABLE).map(({ ask: of }) => {
      const [method, path] = of({ ...names, resolution: undefined });
      return `${method} ${path}`;
    });
    const routes = routesOf(desk.app.app)
      .filter(({ path }) => /^(scenarios|forecasts)\/:id/.test(path))
      .map(({ method, path }) => `${method} ${path}`);
    expect([...new Set(asked)].sort()).toEqual(routes.sort());
  });
});

/** Where the public meets a prediction beside the API. */
const DOORS = (id: string) => [
  `/scenarios/${id}`,
  `/embed/scenarios/${id}`,
  `/pictures/card/scenarios/${id}.png`,
  `/pictures/over-time/${id}.png`,
];

describe.each(STATES)('a prediction that is %s', (state) => {
  it('is there for the public at every door, or at none', async () => {
    const { id } = await made(state);
    for (const door of DOORS(id)) {
      const { status } = await desk.call('GET', door);
      expect([door, status]).toEqual([door, HIDDEN.includes(state) ? 404 : 200]);
    }
  });
});

walkTable('a prediction', { states: STATES, table: TABLE, expected, made, people: () => ({ desk, people }) });

describe('what somebody takes home of their own', () => {
  it.each(STATES)('holds a prediction that is %s: for those who may log for who made it', async (state) => {
    const { id } = await made(state);
    const holds = async (asker: Asker, format: 'csv' | 'json') => {
      const { status, body } = await people.ask(asker, ['GET', `export/mine.${format}`]);
      return status === 200 ? JSON.stringify(body).includes(id) : status;
    };
    for (const format of ['csv', 'json'] as const)
      expect(
        Object.fromEntries(
          await Promise.all(
            (Object.keys(ASKERS) as Asker[]).map(async (asker) => [asker, await holds(asker, format)]),
          ),
        ),
      ).toEqual({
        nobody: 401,
        'a reader with an account': 403,
        'the analyst who logged it': true,
        'an analyst of another forecaster': false,
        'an editor of another forecaster': false,
        'an editor': true,
        'an administrator': true,
      });
  });
});
