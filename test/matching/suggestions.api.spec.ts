import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Database } from '../../src/database/write-gate.js';
import type { EventListItem, EventView } from '../../src/events/event.dto.js';
import { RedactionsService } from '../../src/redactions/redactions.service.js';
import { AccountsService } from '../../src/accounts/accounts.service.js';
import type { Page } from '../../src/http/paging.js';
import type { QueueItem } from '../../src/resolutions/queue.dto.js';
import type { ScenarioRecord } from '../../src/scenario-records/scenario-record.dto.js';
import type { SuggestedEvent, SuggestedScenario } from '../../src/suggestions/suggestion.dto.js';
import { CorpusReader } from '../../src/suggestions/corpus.js';
import { Desk, OPENING_DAY } from '../record/desk-builders.js';

/** Each test has a port of its own, so that none finds the events of another. */
let place: string;
let headline: string;
let desk: Desk;
let topic: string;
let scenario: ScenarioRecord;
let count = 0;
beforeAll(async () => {
  desk = await Desk.open();
});
afterAll(() => desk.close());
beforeEach(async () => {
  desk.today(OPENING_DAY);
  topic = await desk.topic();
  count += 1;
  place = `${'BCDFGHKLMNPRSTVW'[count % 16]}${'aeiou'[count % 5]}ldermouth`;
  headline = `Port of ${place} suspends all containers for 30 days`;
  scenario = await desk.scenario(topic, {
    statement: `The Port of ${place} halts container handling for at least 30 days.`,
  });
  desk.today('2026-06-20');
});

const suggested = async (of = scenario) => {
  const body = await desk.read<SuggestedEvent[]>(`scenarios/${of.id}/suggested-events`, 'analyst');
  return body.filter(({ event }) => event.topic.slug === topic);
};
const headlines = async () => (await suggested()).map(({ event }) => event.headline);
const dismiss = (event: { id: string }, body: object = {}, of = scenario) =>
  desk.post<{ id: string }>(`scenarios/${of.id}/suggested-events/${event.id}/dismissals`, body);
const anEvent = (fields: object = {}) =>
  desk.event(topic, { headline: headline, occurredOn: '2026-06-19', ...fields });

describe('the events suggested for a scenario', () => {
  it('are ranked, each with reasons that a person can check', async () => {
    await anEvent({ headline: `${place} mayor opens flower show` });
    const event = await anEvent();
    const [first, second] = await suggested();
    expect(first!.event.id).toBe(event.id);
    expect(first!.score).toBeGreaterThan(second!.score);
    expect(first!.why).toEqual(
      expect.arrayContaining([
        expect.stringMatching(new RegExp(`^both name ".*${place}"$`)),
        '"halts" and "suspends" mean the same',
        'both speak of 30 days',
        '12 days before the deadline',
      ]),
    );
  });

  it('are found in other words than those of the statement, and in the text of a source', async () => {
    const other = await anEvent({ headline: `Dockside crane stoppages at ${place} harbour` });
    const third = await anEvent({
      headline: 'A quiet month',
      sources: [
        { outlet: 'The Gull', text: `The Port of ${place} has not handled a container for 30 days.` },
      ],
    });
    expect((await suggested()).map(({ event }) => event.id).sort()).toEqual([other.id, third.id].sort());
  });

  it('rank low where they lie before the prediction, and say so', async () => {
    const early = await anEvent({ occurredOn: '2026-05-01' });
    const event = await anEvent();
    const [first, second] = await suggested();
    expect([first!.event.id, second!.event.id]).toEqual([event.id, early.id]);
    expect(second!.why).toContain('before the prediction: can be precedent, never settle');
  });

  it('leave out what is linked, dismissed or retracted, for good', async () => {
    const [linked, dismissed, retracted] = [await anEvent(), await anEvent(), await anEvent()];
    expect(await headlines()).toHaveLength(3);
    await desk.evidence(scenario, linked);
    expect((await dismiss(dismissed, { reason: 'It is of another year.' })).status).toBe(201);
    await desk.post(`events/${retracted.id}/standings`, { standing: 'retracted', reason: 'A hoax.' });
    expect(await headlines()).toEqual([]);
    await desk.erratum('events', dismissed, 'headline', `${headline}, officials say`);
    expect(await headlines()).toEqual([]);
  });

  it('are at most ten', async () => {
    for (let count = 0; count < 12; count += 1) await anEvent();
    expect(await headlines()).toHaveLength(10);
  });

  it('follow a correction of the headline, and further criteria', async () => {
    const event = await anEvent({ headline: 'Talks about pensions' });
    expect(await headlines()).toEqual([]);
    await desk.erratum('events', event, 'headline', headline);
    expect(await headlines()).toEqual([headline]);
    const quay = await anEvent({ headline: 'Zebulon quay stands empty' });
    await desk.post(
      `scenarios/${scenario.id}/criteria`,
      { text: 'The Zebulon quay stands empty.', edgeCases: [] },
      'analyst',
    );
    expect((await suggested()).map(({ event: one }) => one.id)).toContain(quay.id);
  });

  it('are not told of a scenario that is not there', async () => {
    const answer = await desk.call('GET', `scenarios/${topic}/suggested-events`, { as: 'analyst' });
    expect(answer).toMatchObject({ status: 404, body: { code: 'not_found' } });
  });
});

describe('a dismissal', () => {
  it('said twice is one, and the first reason stands', async () => {
    const event = await anEvent();
    const first = await dismiss(event, { reason: 'No.' });
    const again = await dismiss(event, { reason: 'Really not.' });
    expect(again).toMatchObject({
      status: 201,
      body: { id: first.body.id, reason: 'No.', eventId: event.id },
    });
  });

  it('is of one scenario only', async () => {
    const event = await anEvent();
    const other = await desk.scenario(topic, { statement: scenario.statement });
    await dismiss(event);
    expect((await suggested(other)).map(({ event: one }) => one.id)).toContain(event.id);
  });
});

describe('the scenarios suggested for an event', () => {
  it('are the open ones that it may touch', async () => {
    const event = await anEvent();
    const { id } = event;
    const ask = async () => {
      const body = await desk.read<SuggestedScenario[]>(`events/${id}/suggested-scenarios`, 'analyst');
      return body.filter((one) => one.scenario.topic.slug === topic).map((one) => one.scenario.id);
    };
    expect(await ask()).toEqual([scenario.id]);
    await desk.occurred(scenario, event);
    expect(await ask()).toEqual([]);
  });

  it('are told with a new event', async () => {
    const { body } = await desk.post<EventView & { touches: SuggestedScenario[] }>(
      'events',
      { topic, headline: headline, occurredOn: '2026-06-19' },
      'analyst',
    );
    expect(body.touches.map((one) => one.scenario.id)).toContain(scenario.id);
  });
});

describe('the queue', () => {
  const entry = async () => (await desk.queued(scenario)) satisfies QueueItem | undefined;

  it('holds an open scenario for which an event looks like it, until that is decided', async () => {
    desk.today('2026-06-16');
    expect(await entry()).toBeUndefined();
    const event = await anEvent({ occurredOn: '2026-06-16' });
    const item = (await entry())!;
    expect([item.reason, item.suggested[0]!.event.id]).toEqual(['suggested', event.id]);
    await dismiss(event);
    expect(await entry()).toBeUndefined();
  });

  it('holds none for an event that only shares its topic', async () => {
    desk.today('2026-06-16');
    await anEvent({ headline: `${place} mayor opens flower show`, occurredOn: '2026-06-16' });
    expect(await entry()).toBeUndefined();
  });

  it('shows with an overdue entry what may settle it, and no probability', async () => {
    await anEvent();
    desk.today('2026-07-05');
    const item = (await entry())!;
    expect(item).toMatchObject({ reason: 'overdue' });
    expect(item.suggested.filter(({ event }) => event.topic.slug === topic)).toHaveLength(1);
    expect(JSON.stringify(item)).not.toMatch(/probabilit|forecast/i);
  });
});

describe('what is kept of suggestions', () => {
  const kept = async () =>
    (
      await desk.sql<{ eventId: string }>(
        `SELECT "eventId" FROM "suggestion" WHERE "scenarioId" = '${scenario.id}' ORDER BY "eventId"`,
      )
    ).map(({ eventId }) => eventId);

  it('goes when the scenario is resolved or annulled, and is found again when it is reopened', async () => {
    const [first, second] = [await anEvent(), await anEvent()];
    expect(await kept()).toEqual([first.id, second.id].sort());
    const { id } = await desk.occurred(scenario, first);
    expect(await kept()).toEqual([]);
    const annulled = await desk.resolve(scenario, {
      ...{ outcome: 'annulled', annulment: 'ambiguous', outcomeOn: '2026-06-20', supersedes: id },
    });
    expect(await kept()).toEqual([]);
    const third = await anEvent(); // recorded while nobody waited for it
    await desk.resolve(scenario, { outcome: 'reopened', supersedes: annulled.id });
    expect(await kept()).toEqual([first.id, second.id, third.id].sort());
    expect((await desk.queued(scenario))!.suggested.map(({ event }) => event.id)).toContain(third.id);
  });

  it('no longer holds an event whose telling words were ordered away', async () => {
    const event = await anEvent();
    expect(await kept()).toContain(event.id);
    const viewer = await desk.app.service(AccountsService).commandLine();
    const redactions = desk.app.service(RedactionsService);
    await redactions.redact((await redactions.field('event', event.id, 'headline')).id, 'x', viewer);
    expect(await kept()).not.toContain(event.id);
  });
});

describe('a search for words', () => {
  const listed = async (q: string, as?: 'analyst') =>
    (await desk.read<Page<EventListItem>>(`events?topic=${topic}&q=${encodeURIComponent(q)}`, as)).items.map(
      ({ headline }) => headline,
    );

  it('finds events by words in any form or by their beginning, and takes nothing for an operator', async () => {
    await anEvent({ headline: 'Élysée suspends the ferry' });
    for (const q of ['elysee', 'ÉLYSÉE suspended', 'the ferr', '"ferry" OR', "ferry'"])
      expect([q, await listed(q)]).toEqual([q, q.includes('OR') ? [] : ['Élysée suspends the ferry']]);
    expect(await listed('*')).toEqual([]);
  });

  it('finds for the public nothing by the text of a source, and nothing that is hidden', async () => {
    await anEvent({ headline: 'Quiet day', sources: [{ outlet: 'The Gull', text: 'Zanzibarian sailors.' }] });
    await anEvent({ headline: 'Xylophone hidden', publicAt: null });
    expect([await listed('zanzibarian'), await listed('zanzibarian', 'analyst')]).toEqual([
      [],
      ['Quiet day'],
    ]);
    expect([await listed('xylophone'), await listed('xylophone', 'analyst')]).toEqual([
      [],
      ['Xylophone hidden'],
    ]);
  });

  it('finds nothing by what was redacted', async () => {
    const event = await anEvent({ headline: 'Quillfeather pawns the crane' });
    const viewer = await desk.app.service(AccountsService).commandLine();
    const redactions = desk.app.service(RedactionsService);
    const { id } = await redactions.field('event', event.id, 'headline');
    expect(await listed('quillfeather', 'analyst')).toHaveLength(1);
    await redactions.redact(id, 'court order', viewer);
    expect(await listed('quillfeather', 'analyst')).toEqual([]);
    expect(await desk.sql(`SELECT 1 FROM "search_entry" WHERE "textId" = '${id}'`)).toEqual([]);
  });
});

describe('the words that a search is asked for', () => {
  const asked = async (words: string[], most?: number) => {
    const { read } = desk.app.service(Database);
    return desk.app.service(CorpusReader).searchable(read, words, most);
  };

  it('are all of them, while there is little to look through', async () => {
    expect(await asked(['case', 'lighthouse'])).toEqual(['case', 'lighthouse']);
  });

  it('are not those that the index finds in too many texts, in whichever form they come', async () => {
    for (let number = 1; number <= 12; number += 1)
      await desk.event(topic, { headline: `Case ${number} was heard in the ${place} lighthouse` });
    const few = ['caseful', 'cases', 'heard', '7', 'nowhere'];
    expect(await asked(few, 10)).toEqual(['7', 'nowhere']);
    // Each alone is rare enough, both together are not.
    expect(await asked(['lighthouses', 'heard', '7'], 20)).toEqual(['lighthouses', '7']);
  });
});
