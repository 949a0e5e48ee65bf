import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from '../support/app.js';
import {
  aBriefing,
  anEvent,
  aScenario,
  aTopic,
  expectRefused,
  link,
  on,
  recordOf,
  resolve,
  resolved,
} from './builders.js';

let desk: TestApp;
beforeAll(async () => {
  desk = await startTestApp();
});
afterAll(() => desk.stop());
beforeEach(() => desk.clock.moveTo(on('2026-06-15')));

/** A scenario of 10 June, with its deadline on the 30th, and an event of a day. */
const between = async (occurredOn: string, event = {}) => ({
  id: (await aScenario(desk, { as: 'editor', statedAt: on('2026-06-10'), deadline: '2026-06-30' }))
    .id as string,
  event: await anEvent(desk, { occurredOn, ...event }),
});
const occurred = (event: string, outcomeOn: string, more = {}) => ({
  ...{ outcome: 'occurred', outcomeOn, evidence: [event], ...more },
});
const setStanding = (event: string, standing: string) =>
  desk.call('POST', `events/${event}/standings`, {
    as: 'editor',
    body: { standing, reason: 'Another outlet.' },
  });

describe('a scenario is opened', () => {
  it('on the publication day of its briefing', async () => {
    const briefing = await aBriefing(desk, { publishedOn: '2026-06-03' });
    expect(await recordOf(desk, briefing.scenarios[0].id)).toMatchObject({
      ...{ openedOn: '2026-06-03', deadline: '2026-09-01', recordedAt: on('2026-06-15') },
    });
  });

  it('else on the day on which its first forecast was stated', async () => {
    const scenario = await aScenario(desk, { as: 'editor', statedAt: on('2026-06-10') });
    expect(scenario).toMatchObject({ openedOn: '2026-06-10', deadline: '2026-09-08' });
  });

  it('else on the day on which it was recorded', async () => {
    expect(await aScenario(desk)).toMatchObject({ openedOn: '2026-06-15', deadline: '2026-09-13' });
  });

  it.each([
    ['Pacific/Kiritimati', '2026-06-16'],
    ['Pacific/Pago_Pago', '2026-06-14'],
  ])('each as a day in its zone: in %s it is %s', async (zone, openedOn) => {
    desk.clock.moveTo(on('2026-06-15', openedOn > '2026-06-15' ? '10:00:00.000' : '10:59:59.999'));
    expect(await aScenario(desk, { zone })).toMatchObject({ zone, openedOn });
    expect(await aScenario(desk, { topic: await aTopic(desk, { zone }) })).toMatchObject({ zone, openedOn });
    const briefing = await aBriefing(desk, { topic: await aTopic(desk, { zone }) });
    expect((await recordOf(desk, briefing.scenarios[0].id)).openedOn).toBe(openedOn);
  });

  it.each([
    ['before it opens', '2026-06-14'],
    ['past the last day that there is', '2200-12-31'],
  ])('but never with a deadline %s', async (_, deadline) => {
    const topic = await aTopic(desk);
    const body = { topic, kind: 'risk', term: 'short', statement: 'It closes.', probability: 0.5, deadline };
    const answer = await desk.call('POST', 'scenarios', { as: 'analyst', body });
    expect(answer).toMatchObject({ status: 422, body: { code: 'deadline_invalid' } });
    expect((await desk.call('GET', `scenarios?topic=${topic}`)).body.items).toEqual([]);
  });
});

describe('only a later event settles it', () => {
  it.each<[string, string, boolean, boolean]>([
    ['of the day before', '2026-06-09', false, false],
    ['of the day before, whatever is said of publication', '2026-06-09', true, false],
    ['of the day itself', '2026-06-10', false, false],
    ['of the day itself, stated to be after publication', '2026-06-10', true, true],
    ['of the day after', '2026-06-11', false, true],
  ])('one %s', async (_, day, afterPublication, settles) => {
    const { id, event } = await between(day);
    const say = afterPublication ? { afterPublication } : {};
    const evidence = () => link(desk, id, { eventId: event, bearing: 'settles', ...say });
    const judge = () => resolve(desk, id, occurred(event, '2026-06-12', say));
    if (settles) {
      expect(await evidence()).toMatchObject({ status: 201, body: { bearing: 'settles', afterPublication } });
      expect(await judge()).toMatchObject({ status: 201, body: { outcome: 'occurred', evidence: [event] } });
      expect(await recordOf(desk, id)).toMatchObject({ state: 'resolved', outcomeOn: '2026-06-12' });
    } else {
      await expectRefused(desk, id, evidence, [422, 'event_precedes_scenario']);
      await expectRefused(desk, id, judge, [422, 'event_precedes_scenario']);
      expect((await judge()).body).toMatchObject({ eventId: event, occurredOn: day, openedOn: '2026-06-10' });
    }
  });

  it('what a resolution links, it links as having come after publication', async () => {
    const { id, event } = await between('2026-06-10');
    await resolved(desk, id, occurred(event, '2026-06-10', { afterPublication: true }));
    expect((await recordOf(desk, id)).evidence).toMatchObject([
      { bearing: 'settles', afterPublication: true },
    ]);
  });

  it('nor does an earlier one show that it has become impossible', async () => {
    const { id, event } = await between('2026-06-09');
    const judge = () =>
      resolve(desk, id, { outcome: 'not_occurred', outcomeOn: '2026-06-12', evidence: [event] });
    await expectRefused(desk, id, judge, [422, 'event_precedes_scenario']);
  });

  it.each(['supports', 'undermines'])(
    'an earlier one may be evidence that %s it: a precedent',
    async (bearing) => {
      const { id, event } = await between('2020-02-29');
      expect(await link(desk, id, { eventId: event, bearing })).toMatchObject({
        status: 201,
        body: { bearing },
      });
      const judge = () => resolve(desk, id, occurred(event, '2026-06-12'));
      await expectRefused(desk, id, judge, [422, 'settling_event_required']);
    },
  );

  it('a precedent may stand beside the event that settled it', async () => {
    const { id, event } = await between('2026-06-12');
    const precedent = await anEvent(desk, { occurredOn: '2020-02-29' });
    await link(desk, id, { eventId: precedent, bearing: 'supports' });
    const evidence = [precedent, event];
    await resolved(desk, id, { outcome: 'occurred', outcomeOn: '2026-06-12', evidence });
    expect((await recordOf(desk, id)).resolutions[0].evidence.sort()).toEqual(evidence.sort());
  });

  it('an event cannot lie in the future, nor be unknown', async () => {
    const body = { topic: await aTopic(desk), headline: 'Port closes', occurredOn: '2026-06-16' };
    expect(await desk.call('POST', 'events', { as: 'analyst', body })).toMatchObject({
      ...{ status: 422, body: { code: 'event_in_future' } },
    });
    const { id } = await aScenario(desk);
    const judge = () => resolve(desk, id, occurred(id, '2026-06-15'));
    await expectRefused(desk, id, judge, [422, 'event_unknown']);
  });
});

describe('a retracted event settles nothing', () => {
  const retracted = async () => {
    const found = await between('2026-06-12', { standing: 'confirmed' });
    return { ...found, retract: () => setStanding(found.event, 'retracted') };
  };

  it('not as evidence, and not as what it occurred by', async () => {
    const { id, event, retract } = await retracted();
    await retract();
    const evidence = () => link(desk, id, { eventId: event, bearing: 'settles' });
    await expectRefused(desk, id, evidence, [422, 'event_retracted']);
    await expectRefused(desk, id, () => resolve(desk, id, occurred(event, '2026-06-12')), [
      422,
      'event_retracted',
    ]);
    expect(await link(desk, id, { eventId: event, bearing: 'supports' })).toMatchObject({ status: 201 });
  });

  it.each(['occurred', 'not_occurred'])(
    'linked before its retraction, it is no ground for %s',
    async (outcome) => {
      const { id, event, retract } = await retracted();
      await link(desk, id, { eventId: event, bearing: 'settles' });
      await retract();
      const judge = () => resolve(desk, id, { outcome, outcomeOn: '2026-06-12', evidence: [event] });
      await expectRefused(desk, id, judge, [422, 'event_retracted']);
    },
  );
});

describe('an unconfirmed event settles, labelled', () => {
  it.each([
    ['reported', true],
    ['disputed', true],
    ['confirmed', false],
  ])('a %s one: onUnconfirmed %s', async (standing, onUnconfirmed) => {
    for (const bearing of [null, 'settles', 'undermines'])
      for (const outcome of ['occurred', 'not_occurred']) {
        if (outcome === 'occurred' && bearing === 'undermines') continue;
        const { id, event } = await between('2026-06-12', { standing });
        if (bearing) await link(desk, id, { eventId: event, bearing });
        const judgement = { outcome, outcomeOn: '2026-06-12', evidence: [event] };
        expect({ bearing, outcome, ...(await resolved(desk, id, judgement)) }).toMatchObject({
          ...{ bearing, outcome, onUnconfirmed },
        });
      }
  });

  it('one that is confirmed is enough beside others', async () => {
    const { id, event } = await between('2026-06-12');
    const confirmed = await anEvent(desk, { occurredOn: '2026-06-13', standing: 'confirmed' });
    const judgement = occurred(event, '2026-06-12', { evidence: [event, confirmed] });
    expect(await resolved(desk, id, judgement)).toMatchObject({ onUnconfirmed: false });
  });

  it('one without any event is on nothing unconfirmed', async () => {
    const { id } = await between('2026-06-12');
    const judgement = { outcome: 'not_occurred', outcomeOn: '2026-06-12' };
    expect(await resolved(desk, id, judgement)).toMatchObject({ onUnconfirmed: false });
  });
});
