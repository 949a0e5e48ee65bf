import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { AccountsService } from '../../src/accounts/accounts.service.js';
import { wilsonInterval } from '../../src/calibration/index.js';
import { newId } from '../../src/database/ids.js';
import type { Page } from '../../src/http/paging.js';
import type {
  Agreement,
  DrawOptions,
  DrawView,
  RereadItemView,
  RereadView,
} from '../../src/rereads/reread.dto.js';
import type { Answer } from '../support/app.js';
import { Desk, OPENING_DAY, type ProblemBody } from './desk-builders.js';

/** What was forecast, judged and noted, in words and numbers that stand nowhere else. */
const TELLING = /canary|8137/i;

let desk: Desk;
let topic: string;
/** Editors who have judged nothing, and forecast nothing. */
let readers: Record<string, string>[];
beforeAll(async () => {
  desk = await Desk.open();
  const accounts = desk.app.service(AccountsService);
  readers = [];
  for (const name of ['reader one', 'reader two'])
    readers.push({ authorization: `Bearer ${(await accounts.add(name, 'editor')).token}` });
});
afterAll(() => desk.close());
beforeEach(async () => {
  desk.today(OPENING_DAY);
  topic = await desk.topic();
});

type Fields = Record<string, unknown>;

/** Scenarios of the topic that did not occur, logged by an analyst and judged by the editor of the desk. */
async function resolved(n: number, fields: Fields = {}): Promise<{ id: string }[]> {
  const scenarios: { id: string }[] = [];
  desk.today(OPENING_DAY);
  for (let i = 0; i < n; i++) {
    const body = { topic, kind: 'risk', term: 'short', statement: `Case ${i}.`, deadline: '2026-06-30' };
    const given = { ...body, probability: 0.7, ...fields };
    scenarios.push((await desk.post<{ id: string }>('scenarios', given, 'analyst')).body);
  }
  desk.today('2026-07-05');
  for (const scenario of scenarios) await desk.resolve(scenario, { outcome: 'not_occurred' });
  return scenarios;
}

const draw = (options: DrawOptions = {}) => desk.draw({ topic, ...options });

const itemOf = ({ items }: DrawView, scenario: { id: string }) =>
  items.find(({ scenarioId }) => scenarioId === scenario.id)!;

/** Reads an item as the first of the readers, unless another is named. */
const read = (item: { id: string }, fields: Fields = {}, reader = readers[0]!) =>
  desk.call<RereadView & ProblemBody>('POST', `rereads/${item.id}`, {
    headers: reader,
    body: { outcome: 'not_occurred', ...fields },
  });

async function offered(reader = readers[0]!, query = 'limit=200'): Promise<RereadItemView[]> {
  const { status, body } = await desk.call<Page<RereadItemView>>('GET', `rereads?${query}`, {
    headers: reader,
  });
  expect(status).toBe(200);
  return body.items;
}

const isOffered = async (item: { id: string }, reader = readers[0]!) =>
  (await offered(reader)).some(({ id }) => id === item.id);

const agreement = (filters = `topic=${topic}`, as?: 'editor') =>
  desk.read<Agreement>(`rereads/agreement?${filters}`, as);

describe('a draw', () => {
  it('goes on record: who, when, seed, size, the population and what was drawn', async () => {
    const scenarios = await resolved(5);
    const drawn = await draw({ size: 3, seed: 7 });
    expect(drawn).toMatchObject({
      ...{ seed: 7, size: 3, population: 5, topic, again: false, recordedAt: '2026-07-05T12:00:00.000Z' },
    });
    expect(drawn.items).toHaveLength(3);
    const ids = scenarios.map(({ id }) => id);
    for (const { scenarioId } of drawn.items) expect(ids).toContain(scenarioId);
    const [row] = await desk.sql<{ name: string }>(
      `SELECT a."name" FROM "reread_draw" d JOIN "account" a ON a."id" = d."drawnById" WHERE d."id" = '${drawn.id}'`,
    );
    expect(row).toEqual({ name: 'command line' });
  });

  it('is of what is resolved: not open, not annulled, not reopened', async () => {
    const [, annulled, reopened] = (await resolved(3)) as [{ id: string }, { id: string }, { id: string }];
    const [of1, of2] = [await desk.show(annulled), await desk.show(reopened)];
    const supersedes = (one: typeof of1) => one.resolutions.at(-1)!.id;
    await desk.resolve(annulled, {
      ...{ outcome: 'annulled', annulment: 'ambiguous', supersedes: supersedes(of1) },
    });
    await desk.resolve(reopened, { outcome: 'reopened', supersedes: supersedes(of2) });
    expect(await draw()).toMatchObject({ population: 1, size: 40, items: { length: 1 } });
  });

  it('takes nothing twice: not what waits, and what was re-read with `again` only', async () => {
    const [first] = (await resolved(2)) as [{ id: string }];
    const before = await draw();
    await expect(draw()).rejects.toMatchObject({ code: 'nothing_to_reread' });
    await expect(draw({ again: true })).rejects.toMatchObject({ code: 'nothing_to_reread' });
    await read(itemOf(before, first));
    await expect(draw()).rejects.toMatchObject({ code: 'nothing_to_reread' });
    const again = await draw({ again: true });
    expect(again).toMatchObject({ again: true, population: 1, items: [{ scenarioId: first.id }] });
    expect((await read(again.items[0]!, {}, readers[1])).status).toBe(201);
  });

  it('made twice at the same time draws nothing twice', async () => {
    await resolved(4);
    const draws = await Promise.allSettled([draw({ size: 2 }), draw({ size: 2 })]);
    const items = draws.flatMap((one) => (one.status === 'fulfilled' ? one.value.items : []));
    expect(new Set(items.map(({ scenarioId }) => scenarioId)).size).toBe(4);
  });
});

describe('what is given to be read', () => {
  it('has what is to be judged and the events with their sources, and nothing that tells the outcome', async () => {
    const criteria = { text: 'The bulletin says so.', edgeCases: [{ case: 'a day late', counts: false }] };
    const about = { statement: 'The lock closes.', premise: 'the talks fail', criteria };
    const forecast = { forecaster: 'Canary Forecaster', probability: 0.8137, rationale: 'canary-rationale' };
    const { body: scenario } = await desk.post<{ id: string }>(
      'scenarios',
      { topic, kind: 'consequence', term: 'long', deadline: '2026-06-30', ...about, ...forecast },
      'analyst',
    );
    desk.today('2026-07-05');
    const event = await desk.event(topic, { summary: 'It closed.' });
    await desk.evidence(scenario, event, { note: 'canary-note', quote: 'canary-quote' });
    const said = { reason: 'canary-reason', shortfall: 'canary-shortfall' };
    await desk.occurred(scenario, event, { ...said, premiseEvidence: [event.id] });
    const item = itemOf(await draw(), scenario);

    const entry = (await offered()).find(({ id }) => id === item.id)!;
    expect(entry).toEqual({
      ...{ id: item.id, drawnAt: '2026-07-05T12:00:00.000Z', kind: 'consequence', term: 'long' },
      topic: { slug: topic, title: expect.any(String) as unknown },
      ...{ statement: about.statement, premise: about.premise, criteria: { version: 1, ...criteria } },
      ...{ testability: 'observable', openedOn: OPENING_DAY, deadline: '2026-06-30', zone: 'UTC' },
      version: expect.any(Number) as unknown,
      events: [expect.objectContaining({ id: event.id, headline: event.headline, summary: 'It closed.' })],
    });
    expect(entry.events[0]!.sources).toMatchObject([{ outlet: 'The Gull' }]);
    const text = JSON.stringify(await offered());
    for (const telling of [TELLING, scenario.id, /settles|supports|undermines|outcome|resol/])
      expect(text).not.toMatch(telling);
  });

  it('comes in parts', async () => {
    await resolved(3);
    const { items } = await draw();
    const { body, headers } = await desk.call<Page<RereadItemView>>('GET', 'rereads?limit=1', {
      headers: readers[0]!,
    });
    expect(body.items).toHaveLength(1);
    expect(headers['link']).toContain('rel="next"');
    expect((await offered()).filter(({ id }) => items.some((item) => item.id === id))).toHaveLength(3);
  });

  it.each<[string, string, (scenario: { id: string }) => Promise<unknown>]>([
    ['has judged it', 'judged', () => Promise.resolve()],
    [
      'has logged a forecast on it',
      'forecast',
      (scenario) =>
        desk.call('POST', `scenarios/${scenario.id}/forecasts`, {
          headers: readers[1]!,
          body: { probability: 0.2 },
        }),
    ],
    [
      'was shown its forecasts',
      'shown',
      (scenario) => desk.call('POST', `scenarios/${scenario.id}/shown`, { headers: readers[1]! }),
    ],
  ])('is not for whoever %s', async (_, word, act) => {
    desk.today(OPENING_DAY);
    const about = { topic, kind: 'risk', term: 'short', statement: 'It closes.', deadline: '2026-06-30' };
    const { body: scenario } = await desk.post<{ id: string }>(
      'scenarios',
      { ...about, probability: 0.7 },
      'analyst',
    );
    await act(scenario);
    desk.today('2026-07-05');
    await desk.resolve(scenario, { outcome: 'not_occurred' });
    const item = itemOf(await draw(), scenario);
    const knowing = word === 'judged' ? { authorization: `Bearer ${desk.app.tokens.editor}` } : readers[1]!;
    expect(await isOffered(item, knowing)).toBe(false);
    const { detail } = await desk.refuses(() => read(item, {}, knowing), 403, 'not_blind');
    expect(detail).toContain(word);
    expect(await isOffered(item)).toBe(true);
  });

  it('is not what was reopened since', async () => {
    const [scenario] = (await resolved(1)) as [{ id: string }];
    const item = itemOf(await draw(), scenario);
    const supersedes = (await desk.show(scenario)).resolutions[0]!.id;
    const { id: reopening } = await desk.resolve(scenario, { outcome: 'reopened', supersedes });
    expect(await isOffered(item)).toBe(false);
    await desk.refuses(() => read(item), 409, 'not_resolved');
    await desk.resolve(scenario, { outcome: 'annulled', annulment: 'ambiguous', supersedes: reopening });
    expect((await read(item, { outcome: 'annulled', annulment: 'unverifiable' })).body).toMatchObject({
      agreed: true,
      resolution: { outcome: 'annulled', annulment: 'ambiguous' },
    });
  });
});

describe('a reading', () => {
  it('is answered with the resolution, and whether they agree', async () => {
    const [scenario] = (await resolved(1)) as [{ id: string }];
    const item = itemOf(await draw(), scenario);
    const { status, body } = await read(item, { outcomeOn: '2026-06-30', note: 'Nothing seen.' });
    expect(status).toBe(201);
    const [resolution] = (await desk.show(scenario, 'editor')).resolutions;
    expect(body).toEqual({
      ...{ id: expect.any(String) as unknown, scenarioId: scenario.id, outcome: 'not_occurred' },
      ...{ annulment: null, outcomeOn: '2026-06-30', note: 'Nothing seen.', agreed: true },
      ...{ readBy: 'reader one', recordedAt: '2026-07-05T12:00:00.000Z', resolution },
    });
    expect(await isOffered(item)).toBe(false);
    expect(await desk.queued(scenario)).toBeUndefined();
  });

  it('is told of on the public record, without its note and its reader', async () => {
    const [scenario] = (await resolved(1)) as [{ id: string }];
    await read(itemOf(await draw(), scenario), { outcome: 'occurred', note: 'canary-note' });
    const record = await desk.show(scenario);
    const mark = { outcome: 'occurred', annulment: null, agreed: false };
    expect(record.resolutions).toMatchObject([{ inDoubt: 'reread_disagreed' }]);
    expect(record.resolutions[0]!.rereads).toEqual([{ ...mark, recordedAt: '2026-07-05T12:00:00.000Z' }]);
    expect(JSON.stringify(record)).not.toMatch(/canary|reader one/);
  });

  it.each<[string, Fields, number, string]>([
    ['no outcome', { outcome: undefined }, 422, 'validation_failed'],
    ['reopened', { outcome: 'reopened' }, 422, 'validation_failed'],
    ['annulled without why', { outcome: 'annulled' }, 422, 'annulment_reason_required'],
    ['a reason of annulment for what is not', { annulment: 'ambiguous' }, 422, 'validation_failed'],
    [
      'a premise that is not there',
      { outcome: 'annulled', annulment: 'premise_false' },
      422,
      'premise_missing',
    ],
    ['a day before the opening', { outcomeOn: '2026-06-14' }, 422, 'outcome_before_opening'],
    ['a day to come', { outcomeOn: '2026-07-06' }, 422, 'outcome_in_future'],
    [
      'a day past the deadline',
      { outcome: 'occurred', outcomeOn: '2026-07-01' },
      422,
      'outcome_after_deadline',
    ],
  ])('is refused with %s', async (_, fields, status, code) => {
    const [scenario] = (await resolved(1)) as [{ id: string }];
    const item = itemOf(await draw(), scenario);
    await desk.refuses(() => read(item, fields), status, code);
  });

  it('is refused of what was not drawn', async () => {
    await desk.refuses(() => read({ id: newId() }), 404, 'not_found');
  });

  it('rule 11: of 20 at once one stands, the others get 409', async () => {
    const [scenario] = (await resolved(1)) as [{ id: string }];
    const item = itemOf(await draw(), scenario);
    const answers: Answer<RereadView & ProblemBody>[] = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        read(item, { outcome: index % 2 === 0 ? 'occurred' : 'not_occurred' }, readers[index % 2]),
      ),
    );
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses).toEqual([201, ...Array.from({ length: 19 }, () => 409)]);
    for (const { status, body } of answers) if (status === 409) expect(body.code).toBe('already_reread');
    expect((await desk.show(scenario)).resolutions[0]!.rereads).toHaveLength(1);
  });
});

describe('a disagreement', () => {
  async function disagreed(): Promise<{ id: string }> {
    const [scenario] = (await resolved(1)) as [{ id: string }];
    await read(itemOf(await draw(), scenario), {
      ...{ outcome: 'occurred', outcomeOn: '2026-06-29', note: 'It was closed on the 29th.' },
    });
    return scenario;
  }

  it('goes to the queue, with what was found instead and why', async () => {
    const scenario = await disagreed();
    const resolutionId = (await desk.show(scenario)).resolutions[0]!.id;
    expect(await desk.queued(scenario)).toMatchObject({
      ...{ reason: 'reread', returned: null, resolutionId },
      scenario: { outcome: 'not_occurred' },
      rereads: [
        {
          ...{ outcome: 'occurred', outcomeOn: '2026-06-29', note: 'It was closed on the 29th.' },
          ...{ agreed: false, readBy: 'reader one' },
        },
      ],
    });
  });

  it('stands after what was returned and before what was deferred', async () => {
    const scenario = await disagreed();
    desk.today(OPENING_DAY);
    const returned = await desk.scenario(topic);
    const deferred = await desk.scenario(topic, { deadline: '2026-06-25' });
    desk.today('2026-06-20');
    const event = await desk.event(topic);
    await desk.occurred(returned, event);
    await desk.post(`events/${event.id}/standings`, { standing: 'retracted', reason: 'A hoax.' });
    desk.today('2026-07-05');
    await desk.post(`scenarios/${deferred.id}/deferrals`, { until: '2026-08-01', reason: 'Wait.' });
    const { items } = await desk.read<Page<{ reason: string; scenario: { id: string } }>>(
      'queue?limit=200',
      'editor',
    );
    const own = [returned.id, scenario.id, deferred.id];
    expect(items.map((item) => item.scenario.id).filter((id) => own.includes(id))).toEqual(own);
    const order = ['overdue', 'due_soon', 'returned', 'reread', 'deferred'];
    const places = items.map(({ reason }) => order.indexOf(reason));
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it.each<[string, Fields]>([
    ['a correction', { outcome: 'annulled', annulment: 'ambiguous' }],
    ['a confirmation: the same outcome once more', { outcome: 'not_occurred' }],
  ])('is answered by %s, and stays on record', async (_, fields) => {
    const scenario = await disagreed();
    const before = await agreement();
    const { entry, resolutionId } = (await desk.queued(scenario))!;
    const answer = await desk.resolve(scenario, { ...fields, entry, supersedes: resolutionId });
    expect(answer).toMatchObject({ inDoubt: null, rereads: [], forecastsShown: false });
    expect(await desk.queued(scenario)).toBeUndefined();
    expect((await desk.show(scenario)).resolutions[0]).toMatchObject({
      ...{ superseded: true, inDoubt: 'reread_disagreed', rereads: [{ agreed: false }] },
    });
    expect(await agreement()).toEqual(before);
  });
});

describe('the agreement', () => {
  it('is nothing where nothing was read: null, and no interval', async () => {
    expect(await agreement()).toEqual({
      ...{ read: 0, agreed: 0, share: null, interval: { level: 0.9, low: null, high: null } },
    });
  });

  it('is the share with the same outcome, with its Wilson interval; annulled is an outcome', async () => {
    const scenarios = await resolved(5);
    const drawn = await draw();
    const outcomes = ['not_occurred', 'not_occurred', 'not_occurred', 'occurred', 'annulled'];
    for (const [index, outcome] of outcomes.entries())
      await read(itemOf(drawn, scenarios[index]!), {
        ...{ outcome, ...(outcome === 'annulled' && { annulment: 'unverifiable' }) },
      });
    expect(await agreement()).toEqual({
      ...{ read: 5, agreed: 3, share: 0.6, interval: { level: 0.9, ...wilsonInterval(3, 5, 0.9) } },
    });
  });

  it('is of a selection', async () => {
    const [risk] = (await resolved(1)) as [{ id: string }];
    const [chance] = (await resolved(1, { kind: 'opportunity', term: 'long', deadline: '2026-07-02' })) as [
      { id: string },
    ];
    const drawn = await draw();
    await read(itemOf(drawn, risk));
    await read(itemOf(drawn, chance), { outcome: 'occurred' });
    const counts = async (filters: string) => {
      const { read: n, agreed } = await agreement(`topic=${topic}&${filters}`);
      return [n, agreed];
    };
    expect(await counts('')).toEqual([2, 1]);
    expect(await counts('kind=risk')).toEqual([1, 1]);
    expect(await counts('kind=opportunity')).toEqual([1, 0]);
    expect(await counts('term=long')).toEqual([1, 0]);
    expect(await counts('testability=observable')).toEqual([0, 0]);
    expect(await counts('to=2026-06-30')).toEqual([1, 1]);
    expect(await counts('from=2026-07-01')).toEqual([1, 0]);
    await desk.refuses(() => desk.call('GET', 'rereads/agreement?topic=nowhere'), 404, 'not_found');
  });

  it('rule 13: counts for readers what they may see, and for the desk all', async () => {
    const [open, hidden] = [...(await resolved(1)), ...(await resolved(1, { publicAt: null }))] as [
      { id: string },
      { id: string },
    ];
    const drawn = await draw();
    await read(itemOf(drawn, open));
    const before = [await agreement(), await agreement('')];
    await read(itemOf(drawn, hidden), { outcome: 'occurred' });
    expect([await agreement(), await agreement('')]).toEqual(before);
    expect(await agreement(`topic=${topic}`, 'editor')).toMatchObject({ read: 2, agreed: 1 });
  });
});
