import { AccountsService } from '../../src/accounts/accounts.service.js';
import { newId } from '../../src/database/ids.js';
import { DrawsService } from '../../src/rereads/draws.service.js';
import { type Desk, OPENING_DAY } from '../record/desk-builders.js';

export interface PostRoute {
  /** With real ids in it, so that it is the body that is refused. */
  address: string;
  /** What is taken. Only its keys are sent along when another key is tried. */
  body: Record<string, unknown>;
  /** Every other key that the body may have, each with a value that is taken by itself. */
  also: Record<string, unknown>;
}

/** A briefing of everything, for `briefings` and its `briefing`. */
const CONTENT = {
  ...{ topic: 'Ports', headline: 'Talks stall', standfirst: 'Nobody moves.', category: 'Conflict' },
  ...{ status: 'Developing', takeaway: 'Wait.', edition: 'Week 25', publishedOn: OPENING_DAY },
  sections: [{ heading: 'So far', body: 'Little.' }],
  perspectives: [{ actor: 'The port', body: 'Waits.', asOf: OPENING_DAY }],
  sources: [{ outlet: 'The Gull', publishedOn: OPENING_DAY, url: 'https://gull.example/1' }],
};
const FORECAST = {
  probability: 0.4,
  statedAt: '2026-06-14T00:00:00Z',
  rationale: 'The mood.',
  forecaster: 'Ana',
};
const SOURCE = {
  ...{ outlet: 'The Gull', publishedOn: OPENING_DAY, url: 'https://gull.example/1', quote: 'Closed.' },
  ...{ text: 'The whole article.', origin: 'The wire', retrievedOn: OPENING_DAY },
  claims: [{ about: 'length', value: '2 h', text: 'Two hours.' }],
};
const SLIP = { field: 'headline', value: 'As meant', proof: 'As printed.' };

/** @returns the id of something drawn that the editor has neither judged nor forecast */
async function drawn(desk: Desk, topic: string): Promise<string> {
  const about = { topic, kind: 'risk', term: 'short', statement: 'The lock opens.', probability: 0.4 };
  const { body: scenario } = await desk.post<{ id: string }>('scenarios', about, 'analyst');
  const judged = { outcome: 'not_occurred', outcomeOn: OPENING_DAY, reason: 'It was torn down.' };
  await desk.post(`scenarios/${scenario.id}/resolutions`, judged, 'administrator');
  const viewer = await desk.app.service(AccountsService).commandLine();
  return (await desk.app.service(DrawsService).draw({ topic }, viewer)).items[0]!.id;
}

/** For each route that takes a body, how to speak to it. A route without a row here fails the test of all routes. */
export async function postRoutes(desk: Desk): Promise<Record<string, PostRoute>> {
  const topic = await desk.topic();
  const scenario = await desk.scenario(topic, { premise: 'If the talks fail' });
  const other = await desk.scenario(topic);
  const third = await desk.scenario(topic);
  const link = await desk.link(scenario, third, 'overlaps');
  const event = await desk.event(topic, { occurredOn: OPENING_DAY });
  const { briefing } = await desk.briefing(topic);
  const [forecast] = scenario.forecasts;
  const of = { scenario: `scenarios/${scenario.id}`, event: `events/${event.id}` };
  const route = (address: string, body: object, also: object = {}): PostRoute => ({
    ...{ address, body: { ...body }, also: { ...also } },
  });
  const resolution = {
    ...{ outcomeOn: OPENING_DAY, basis: 'judged', evidence: [event.id], annulment: 'ambiguous' },
    ...{ duplicateOf: scenario.id, premiseEvidence: [event.id], outcomeAt: '2026-06-15T01:00:00Z' },
    ...{ criteriaVersion: 1, edgeCase: 1, noEdgeCase: 'Nothing like it.' },
    ...{ shortfall: 'Half.', supersedes: newId(), afterPublication: true, entry: 'x' },
  };
  const publication = (address: string) => route(`${address}/publications`, { publicAt: 'now' });
  const sent = {
    ...{ topic, headline: 'Nobody moves' },
    scenarios: [
      {
        ...{ kind: 'risk', term: 'short', probability: 0.4, statement: 'It breaks.', premise: 'If' },
        ...{ deadline: '2026-12-31', criteria: { text: 'The bulletin says so.', edgeCases: [] } },
      },
    ],
  };
  const { body: handover } = await desk.post<{ id: string }>('handovers', { briefing: sent }, 'analyst');
  const besides = {
    ...{ ...CONTENT, text: 'Talks stall', briefing: CONTENT, forecaster: 'Ana', publicAt: null },
    ...{ follows: null, handover: handover.id, choices: [], dropped: [] },
  };
  return {
    topics: route(
      'topics',
      { title: 'Harbour strike' },
      { slug: 'strike', zone: 'UTC', shortDays: 30, mediumDays: 200, longDays: 900, publishes: 'desk' },
    ),
    scenarios: route(
      'scenarios',
      { topic, kind: 'risk', term: 'short', statement: 'The port closes.', probability: 0.4 },
      {
        ...{
          premise: 'If',
          deadline: '2026-12-31',
          zone: 'UTC',
          testability: 'judged',
          publicAt: null,
          ...FORECAST,
        },
        criteria: { text: 'The bulletin says so.', edgeCases: [{ case: 'a day late', counts: false }] },
        premiseCriteria: { text: 'The ministry says so.' },
      },
    ),
    'statements/lint': route(
      'statements/lint',
      { statement: 'The port closes.' },
      {
        ...{ topic, term: 'short', deadline: '2026-12-31', premise: 'If' },
        criteria: { text: 'The bulletin says so.', edgeCases: [{ case: 'a day late', counts: false }] },
      },
    ),
    'statements/quick': route(
      'statements/quick',
      { line: '! The port closes 40%' },
      {
        ...{ topic, term: 'short', deadline: '2026-12-31', statement: 'It closes.', premise: 'If' },
        criteria: { text: 'The bulletin says so.', edgeCases: [{ case: 'a day late', counts: false }] },
      },
    ),
    'statements/similar': route('statements/similar', { statement: 'The port closes.', topic }),
    'scenarios/:id/forecasts': route(
      `${of.scenario}/forecasts`,
      { probability: 0.4 },
      { ...FORECAST, reconstructed: { words: 'likely', quote: 'p. 3', converter: 'Bo' } },
    ),
    'scenarios/:id/withdrawals': route(`${of.scenario}/withdrawals`, {}, { forecaster: 'Bo', reason: 'No.' }),
    'scenarios/:id/links': route(
      `${of.scenario}/links`,
      { to: third.id, relation: 'implies' },
      { note: 'As they say.' },
    ),
    'scenarios/:id/links/:linkId/endings': route(`${of.scenario}/links/${link.id}/endings`, {
      reason: 'Not so.',
    }),
    'scenarios/:id/criteria': route(
      `${of.scenario}/criteria`,
      { text: 'The bulletin says so.' },
      {
        edgeCases: [{ case: 'a day late', counts: false }],
        change: 'clarified',
        testability: 'judged',
        on: 'premise',
      },
    ),
    'scenarios/:id/testability': route(
      `${of.scenario}/testability`,
      { testability: 'judged' },
      { note: 'A view is needed.' },
    ),
    'scenarios/:id/evidence': route(
      `${of.scenario}/evidence`,
      { eventId: event.id, bearing: 'supports' },
      { note: 'As told.', quote: 'Closed.', afterPublication: true, on: 'premise' },
    ),
    'scenarios/:id/resolutions': route(
      `scenarios/${other.id}/resolutions`,
      { outcome: 'reopened', reason: 'So.' }, // refused by the rules: what is tried here stays open
      resolution,
    ),
    'scenarios/:id/resolutions/preview': route(
      `scenarios/${other.id}/resolutions/preview`,
      { outcome: 'reopened', reason: 'So.' },
      resolution,
    ),
    'resolutions/bulk': route(
      'resolutions/bulk',
      { items: [{ scenarioId: other.id, outcome: 'reopened', reason: 'So.', ...resolution }] },
      { dryRun: true },
    ),
    'rereads/:id': route(
      `rereads/${await drawn(desk, topic)}`,
      { outcome: 'reopened' }, // refused: what is tried here stays unread
      { outcomeOn: OPENING_DAY, annulment: 'ambiguous', note: 'As far as one sees.' },
    ),
    'scenarios/:id/suggested-events/:eventId/dismissals': route(
      `${of.scenario}/suggested-events/${event.id}/dismissals`,
      {},
      { reason: 'Another port.' },
    ),
    'scenarios/:id/deferrals': route(`${of.scenario}/deferrals`, { until: '2026-07-01', reason: 'Wait.' }),
    'scenarios/:id/errata': route(
      `${of.scenario}/errata`,
      { ...SLIP, field: 'statement' },
      { criteriaVersion: 1 },
    ),
    'scenarios/:id/publications': publication(of.scenario),
    events: route(
      'events',
      { topic, headline: 'Port closes', occurredOn: OPENING_DAY },
      {
        summary: 'For a day.',
        attribution: 'on the port’s count',
        standing: 'reported',
        sources: [SOURCE],
        publicAt: null,
      },
    ),
    'events/:id/sources': route(`${of.event}/sources`, { sources: [SOURCE] }),
    'events/:id/errata': route(`${of.event}/errata`, SLIP),
    'events/:id/standings': route(`${of.event}/standings`, { standing: 'disputed', reason: 'Who knows.' }),
    'events/:id/publications': publication(of.event),
    'forecasts/:id/errata': route(`forecasts/${forecast!.id}/errata`, {
      ...SLIP,
      field: 'probability',
      value: 0.8,
    }),
    'briefings/parse': route('briefings/parse', {
      text: 'Talks stall\n\nRisk\nShort term · 0.4\nIt closes.',
    }),
    briefings: route('briefings', sent, besides),
    'briefings/preview': route('briefings/preview', sent, besides),
    handovers: route('handovers', { briefing: sent }, { note: 'Reworded.' }),
    'handovers/:id/ends': route(`handovers/${handover.id}/ends`, { reason: 'Not yet.' }),
    'briefings/:id/errata': route(`briefings/${briefing.id!}/errata`, SLIP),
    'briefings/:id/publications': publication(`briefings/${briefing.id!}`),
  };
}
