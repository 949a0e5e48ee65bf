import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AccountsService } from '../../src/accounts/accounts.service.js';
import { ForecastersService } from '../../src/forecasters/forecasters.service.js';
import { RedactionsService } from '../../src/redactions/redactions.service.js';
import { Desk } from './desk-builders.js';
import { type Ids, publicAnswers, unasked } from './public-answers.js';

const PUBLIC_PERSON = 'ana-lind';
const NOBODY: Ids = { topics: [], forecasters: [], scenarios: [], briefings: [], events: [] };

let desk: Desk;
let ids: Ids;
const hidden: Ids = { topics: [], forecasters: [], scenarios: [], briefings: [], events: [] };
beforeAll(async () => {
  desk = await Desk.open();
  ids = await publicWorld();
});
afterAll(() => desk.close());

/** Blanks what a scenario says, as the command does. */
async function redact(id: string): Promise<void> {
  const redactions = desk.app.service(RedactionsService);
  const { id: textId } = await redactions.field('scenario', id, 'statement');
  await redactions.redact(textId, 'A canary’s order.', await desk.app.service(AccountsService).commandLine());
}

/** Something of every kind and in every state, for all to see. */
async function publicWorld(): Promise<Ids> {
  const topics = [await desk.topic(), await desk.topic()];
  const [topic] = topics as [string, string];
  const { briefing, scenarios: drawn } = await desk.briefing(topic);
  const resolved = await desk.scenario(topic, { forecaster: 'Ana Lind' });
  const annulled = await desk.scenario(topic, { kind: 'consequence' });
  const overdue = await desk.scenario(topic, { term: 'long', deadline: '2026-06-20' });
  await desk.forecast(resolved, { probability: 0.3 });
  await desk.forecast(resolved, { probability: 0.8, forecaster: 'Bo Holm' }); // a person who stays private
  await desk.link(overdue, drawn[0] as { id: string }, 'excludes', { note: 'One harbour.' });
  await desk.forecast(drawn[0] as { id: string }, { probability: 0.6 });
  const repeated = await desk.scenario(topic, { statement: 'It breaks, too.' });
  await desk.resolve(repeated, { outcome: 'annulled', annulment: 'duplicate', duplicateOf: overdue.id });
  await redact(overdue.id);
  desk.today('2026-06-22');
  const event = await desk.event(topic);
  await desk.occurred(resolved, event);
  await desk.reread(resolved, { outcome: 'occurred' });
  await desk.resolve(annulled, { outcome: 'annulled', annulment: 'ambiguous' });
  await desk.app.service(ForecastersService).set(PUBLIC_PERSON, { public: true });
  return {
    ...{ topics, forecasters: ['desk', PUBLIC_PERSON], briefings: [briefing.id!], events: [event.id] },
    scenarios: [resolved.id, annulled.id, overdue.id, repeated.id, drawn[0]!.id!],
  };
}

/** The same kinds and states, of the desk alone: in a topic of its own, and among what is public. */
async function hiddenWorld(): Promise<void> {
  const [publicTopic] = ids.topics as [string];
  const secret = await desk.topic({ title: 'Canary story', publishes: 'desk' });
  hidden.topics.push(secret);
  for (const [topic, publicAt] of [
    [secret, undefined],
    [publicTopic, null],
    [publicTopic, '2026-12-31T00:00:00Z'],
  ] as const) {
    const hide = publicAt === undefined ? {} : { publicAt };
    desk.today('2026-06-21');
    const { briefing, scenarios } = await desk.briefing(topic, { headline: `Canary ${publicAt}`, ...hide });
    const about = { statement: 'The canary comes.', probability: 0.95, forecaster: 'Canary Man', ...hide };
    const resolved = await desk.scenario(topic, { ...about, premise: 'If a canary' });
    const annulled = await desk.scenario(topic, about);
    const overdue = await desk.scenario(topic, { ...about, deadline: '2026-06-22', term: 'long' });
    await desk.forecast(resolved, { forecaster: 'Ana Lind' });
    await desk.withdraw(overdue, { forecaster: 'Canary Man' });
    desk.today('2026-06-24');
    for (const [from, relation] of [
      [resolved, 'excludes'],
      [overdue, 'implies'],
      [annulled, 'leadsTo'],
    ] as const)
      for (const id of ids.scenarios) await desk.link(from, { id }, relation, { note: 'A canary note.' });
    await desk.endLink(overdue, await desk.link(overdue, { id: ids.scenarios[2]! }, 'overlaps'));
    const repeated = await desk.scenario(topic, about);
    await desk.resolve(repeated, {
      ...{ outcome: 'annulled', annulment: 'duplicate', duplicateOf: ids.scenarios[2]! },
    });
    await redact(annulled.id);
    const event = await desk.event(topic, { headline: 'A canary sings', occurredOn: '2026-06-23', ...hide });
    await desk.occurred(resolved, event);
    await desk.reread(resolved, { outcome: 'not_occurred', note: 'A canary says no.' });
    await desk.resolve(annulled, { outcome: 'annulled', annulment: 'unverifiable' });
    hidden.briefings.push(briefing.id!);
    hidden.scenarios.push(resolved.id, annulled.id, overdue.id, repeated.id, scenarios[0]!.id!);
    hidden.events.push(event.id);
  }
  hidden.forecasters.push('canary-man');
}

describe('rule 13: two worlds, one with hidden records and one without', () => {
  it('are asked at every route that readers may use', () => {
    expect(unasked(desk)).toEqual([]);
  });

  it('answer readers alike, to the byte', async () => {
    desk.today('2026-06-24');
    const without = await publicAnswers(desk, ids);
    expect([...without.values()].join()).not.toMatch(/canary/i);
    for (const said of ['sum_above_one', 'duplicateOf', '[redacted]'])
      expect([...without.values()].join()).toContain(said);
    await hiddenWorld();
    desk.today('2026-06-24');
    const withHidden = await publicAnswers(desk, ids);
    expect([...withHidden.keys()]).toEqual([...without.keys()]);
    for (const [address, answer] of without)
      expect([address, withHidden.get(address)]).toEqual([address, answer]);
    expect(without.size).toBeGreaterThan(80);
  });

  it('do not tell what is hidden from what is not there', async () => {
    desk.today('2026-06-24');
    for (const [address, answer] of await publicAnswers(desk, { ...NOBODY, ...hidden })) {
      const named = Object.values(hidden as unknown as Record<string, string[]>)
        .flat()
        .find((id) => address.includes(id));
      if (named === undefined) continue;
      const other = address.replace(named, named.replace(/[a-z0-9]/gi, 'x'));
      const nothing = await desk.call<object>('GET', other);
      const [status, , , , , said] = JSON.parse(answer) as [number, ...unknown[]];
      expect([address, status]).toEqual([address, nothing.status]);
      const plain = (text: string, id: string) => text.replaceAll(id, '…').replace(/"requestId":"[^"]*"/, '');
      expect(plain(String(said), named)).toBe(
        plain(JSON.stringify(nothing.body), named.replace(/[a-z0-9]/gi, 'x')),
      );
    }
  });

  it('are told apart by the desk', async () => {
    const both = await desk.report(ids.topics[0]!, '', 'analyst');
    const readers = await desk.report(ids.topics[0]!);
    expect(both.n).toBeGreaterThan(readers.n);
    expect(both.annulled).toBeGreaterThan(readers.annulled);
  });

  it('become one when the embargo has passed', async () => {
    desk.app.clock.moveTo('2026-12-31T00:00:00.000Z');
    const [, , embargoed] = hidden.events;
    expect((await desk.call('GET', `events/${embargoed}`)).status).toBe(200);
    expect((await desk.call('GET', `events/${hidden.events[0]}`)).status).toBe(404);
  });
});
