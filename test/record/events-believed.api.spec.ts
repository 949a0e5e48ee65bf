import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { newId } from '../../src/database/ids.js';
import type { EventListItem, EventView } from '../../src/events/event.dto.js';
import type { Page } from '../../src/http/paging.js';
import { Desk, OPENING_DAY } from './desk-builders.js';

let desk: Desk;
let topic: string;
beforeAll(async () => {
  desk = await Desk.open();
});
afterAll(() => desk.close());
beforeEach(async () => {
  desk.today(OPENING_DAY);
  topic = await desk.topic();
  desk.today('2026-06-20');
});

const show = (event: { id: string }, as?: 'analyst' | 'editor') =>
  desk.read<EventView>(`events/${event.id}`, as);

describe('the standing of an event', () => {
  it('changes in steps: each is appended with who, when and why', async () => {
    const event = await desk.event(topic, { standing: undefined });
    expect(event).toMatchObject({
      standing: 'reported',
      standings: [{ standing: 'reported', reason: null }],
    });
    for (const standing of ['confirmed', 'disputed', 'retracted', 'reported'])
      await desk.post(`events/${event.id}/standings`, { standing, reason: `It is ${standing}.` });
    const recordedAt = '2026-06-20T12:00:00.000Z';
    expect((await show(event)).standings).toEqual([
      { standing: 'reported', reason: null, by: 'an editor', recordedAt },
      ...['confirmed', 'disputed', 'retracted', 'reported'].map((standing) => ({
        ...{ standing, reason: `It is ${standing}.`, by: 'an editor', recordedAt },
      })),
    ]);
  });
});

describe('whose word an event’s figures rest on', () => {
  it('stands with the event wherever it is shown', async () => {
    const attribution = 'on the ministry’s count';
    const event = await desk.event(topic, { headline: '212 ships are stuck', attribution });
    expect(event.attribution).toBe(attribution);
    expect((await show(event)).attribution).toBe(attribution);
    const { items } = await desk.read<Page<EventListItem>>(`events?topic=${topic}`);
    expect(items).toMatchObject([{ attribution }]);
    const scenario = await desk.scenario(topic);
    await desk.evidence(scenario, event, { bearing: 'supports' });
    expect((await desk.show(scenario)).evidence).toMatchObject([{ event: { attribution } }]);
    const { body: page } = await desk.call<string>('GET', `/scenarios/${scenario.id}`);
    expect(page).toContain(attribution);
  });

  it('may be corrected, and is null where nobody said', async () => {
    const event = await desk.event(topic);
    expect(event.attribution).toBeNull();
    await desk.erratum('events', event, 'attribution', 'on the port’s count');
    expect(await show(event)).toMatchObject({
      attribution: 'on the port’s count',
      errata: [{ field: 'attribution', was: null, became: 'on the port’s count' }],
    });
  });
});

describe('independent origins', () => {
  it.each<[string, [outlet: string, origin?: string][], number]>([
    ['two outlets', [['The Gull'], ['The Tern']], 2],
    [
      'two outlets that run one wire',
      [
        ['The Gull', 'North Wire'],
        ['The Tern', 'north  wíre'],
      ],
      1,
    ],
    ['a wire, and an outlet that runs it', [['North Wire'], ['The Gull', 'North Wire']], 1],
    ['one outlet twice', [['The Gull'], ['the gull']], 1],
    [
      'a wire beside another outlet',
      [['The Gull', 'North Wire'], ['The Tern', 'North Wire'], ['The Crow']],
      2,
    ],
    ['no source', [], 0],
  ])('%s: %j are %i', async (_, told, origins) => {
    const sources = told.map(([outlet, origin]) => ({ outlet, ...(origin && { origin }) }));
    const event = await desk.event(topic, { sources });
    expect((await show(event)).sources).toHaveLength(told.length);
    expect((await show(event)).origins).toBe(origins);
    const scenario = await desk.scenario(topic);
    await desk.evidence(scenario, event, { bearing: 'supports' });
    expect((await desk.show(scenario)).evidence).toMatchObject([{ event: { origins } }]);
  });

  it('are counted anew when sources are added', async () => {
    const event = await desk.event(topic, { sources: [{ outlet: 'The Gull', origin: 'North Wire' }] });
    const add = (source: object) => desk.post<EventView>(`events/${event.id}/sources`, { sources: [source] });
    expect((await add({ outlet: 'The Tern', origin: 'North Wire' })).body.origins).toBe(1);
    expect((await add({ outlet: 'The Crow' })).body.origins).toBe(2);
  });
});

describe('the text of a source', () => {
  const text = 'The whole article.\nAs it stood on that day.';
  const digest = createHash('sha256').update(text, 'utf8').digest('hex');

  it('stays with the desk, to the letter; its SHA-256, day and quote are public', async () => {
    const source = { outlet: 'The Gull', text, quote: 'It closed.', retrievedOn: '2026-06-19' };
    const event = await desk.event(topic, { sources: [source] });
    for (const as of ['analyst', 'editor'] as const)
      expect((await show(event, as)).sources).toMatchObject([{ text, digest }]);
    const [shown] = (await show(event)).sources;
    expect(shown).toMatchObject({ digest, quote: 'It closed.', retrievedOn: '2026-06-19' });
    expect(shown).not.toHaveProperty('text');
  });

  it('was retrieved today if nobody says when; without a text there is no digest', async () => {
    const event = await desk.event(topic, {
      sources: [{ outlet: 'The Gull', text }, { outlet: 'The Tern' }],
    });
    expect((await show(event)).sources).toMatchObject([
      { digest, retrievedOn: '2026-06-20' },
      { digest: null, retrievedOn: null },
    ]);
  });
});

describe('evidence that names an event', () => {
  it('that is not there is refused by the name of its field', async () => {
    const scenario = await desk.scenario(topic);
    const body = { eventId: newId(), bearing: 'supports' };
    const problem = await desk.refuses(
      () => desk.post(`scenarios/${scenario.id}/evidence`, body),
      422,
      'event_unknown',
    );
    expect(problem).toMatchObject({ field: 'eventId', eventId: body.eventId });
  });
});
