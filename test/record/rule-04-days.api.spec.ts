import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from '../support/app.js';
import {
  aForecast,
  anEvent,
  aScenario,
  aTopic,
  expectRefused,
  link,
  on,
  recordOf,
  reportOn,
  resolve,
  resolved,
} from './builders.js';

let desk: TestApp;
beforeAll(async () => {
  desk = await startTestApp();
});
afterAll(() => desk.stop());
beforeEach(() => desk.clock.moveTo(on('2026-06-15')));

/** A scenario of 15 June with its deadline on the 20th; the clock then stands on a day. */
const opened = async (today: string, fields = {}) => {
  desk.clock.moveTo(on('2026-06-15'));
  const scenario = await aScenario(desk, { deadline: '2026-06-20', ...fields });
  desk.clock.moveTo(on(today));
  return scenario.id as string;
};

describe('openedOn ≤ outcomeOn ≤ today, and what occurred did so by the deadline', () => {
  it.each<[string, string, string, [number, string] | null]>([
    ['the day before it was opened', '2026-06-14', '2026-06-25', [422, 'outcome_before_opening']],
    ['the day on which it was opened', '2026-06-15', '2026-06-25', null],
    ['the deadline', '2026-06-20', '2026-06-25', null],
    ['the deadline, on that day', '2026-06-20', '2026-06-20', null],
    ['the day after the deadline', '2026-06-21', '2026-06-25', [422, 'outcome_after_deadline']],
    ['today', '2026-06-18', '2026-06-18', null],
    ['tomorrow', '2026-06-19', '2026-06-18', [422, 'outcome_in_future']],
  ])('%s, %s', async (_, outcomeOn, today, refusal) => {
    const id = await opened(today);
    const evidence = [await anEvent(desk, { occurredOn: '2026-06-16' })];
    const judge = () => resolve(desk, id, { outcome: 'occurred', outcomeOn, evidence });
    if (refusal) return expectRefused(desk, id, judge, refusal);
    expect(await judge()).toMatchObject({ status: 201, body: { outcomeOn } });
    return expect(await recordOf(desk, id)).toMatchObject({
      state: 'resolved',
      outcome: 'occurred',
      outcomeOn,
    });
  });

  it.each<[string, string, string, [number, string]]>([
    ['not_occurred', '2026-06-14', '2026-06-25', [422, 'outcome_before_opening']],
    ['not_occurred', '2026-06-21', '2026-06-25', [422, 'outcome_after_deadline']],
    ['not_occurred', '2026-06-19', '2026-06-18', [422, 'outcome_in_future']],
    ['annulled', '2026-06-14', '2026-06-25', [422, 'outcome_before_opening']],
    ['annulled', '2026-06-26', '2026-06-25', [422, 'outcome_in_future']],
  ])('%s on %s, judged on %s', async (outcome, outcomeOn, today, refusal) => {
    const id = await opened(today);
    const annulment = outcome === 'annulled' ? 'ambiguous' : undefined;
    await expectRefused(desk, id, () => resolve(desk, id, { outcome, outcomeOn, annulment }), refusal);
  });

  it('what occurred needs its day', async () => {
    const id = await opened('2026-06-25');
    const evidence = [await anEvent(desk, { occurredOn: '2026-06-16' })];
    const judge = () => resolve(desk, id, { outcome: 'occurred', evidence });
    await expectRefused(desk, id, judge, [422, 'outcome_day_required']);
  });

  it('an event past the deadline is no ground for having occurred by then', async () => {
    const id = await opened('2026-06-25');
    const evidence = [await anEvent(desk, { occurredOn: '2026-06-21' })];
    const judge = () => resolve(desk, id, { outcome: 'occurred', outcomeOn: '2026-06-20', evidence });
    await expectRefused(desk, id, judge, [422, 'outcome_after_deadline']);
  });

  it('the instant, where it is known, falls on that day and has come', async () => {
    const id = await opened('2026-06-18');
    const evidence = [await anEvent(desk, { occurredOn: '2026-06-18' })];
    const judge = (outcomeAt: string) =>
      resolve(desk, id, { outcome: 'occurred', outcomeOn: '2026-06-18', outcomeAt, evidence });
    const other = () => judge(on('2026-06-17', '23:59:59.999'));
    await expectRefused(desk, id, other, [422, 'validation_failed']);
    await expectRefused(desk, id, () => judge(on('2026-06-18', '12:00:00.001')), [422, 'outcome_in_future']);
    expect((await judge(on('2026-06-18'))).body).toMatchObject({ outcomeAt: on('2026-06-18') });
  });
});

describe('today is a day in the zone of the scenario', () => {
  it.each<[string, string, string, boolean]>([
    ['Pacific/Kiritimati', '2026-06-17', '09:59:59.999', false],
    ['Pacific/Kiritimati', '2026-06-17', '10:00:00.000', true],
    ['America/New_York', '2026-06-18', '03:59:59.999', false],
    ['America/New_York', '2026-06-18', '04:00:00.000', true],
  ])('in %s the 18th begins: %s %s UTC: %s', async (zone, day, time, begun) => {
    const topic = await aTopic(desk, { zone });
    const id = await opened(day, { topic });
    desk.clock.moveTo(on(day, time));
    const judge = () => resolve(desk, id, { outcome: 'not_occurred', outcomeOn: '2026-06-18' });
    if (!begun) return expectRefused(desk, id, judge, [422, 'outcome_in_future']);
    return expect((await judge()).body).toMatchObject({ outcomeOn: '2026-06-18' });
  });

  it.each([
    ['Pacific/Kiritimati', '2026-06-20', '10:00:00.000'],
    ['Pacific/Pago_Pago', '2026-06-21', '11:00:00.000'],
    ['UTC', '2026-06-21', '00:00:00.000'],
  ])('in %s the deadline of the 20th passes on %s at %s UTC', async (zone, day, time) => {
    const id = await opened('2026-06-16', { zone });
    const passes = Date.parse(on(day, time));
    const absent = () =>
      resolve(desk, id, { outcome: 'not_occurred', outcomeOn: '2026-06-20', basis: 'absence' });
    desk.clock.moveTo(new Date(passes - 1));
    expect(await recordOf(desk, id)).toMatchObject({ overdue: false, dueSoon: true });
    await expectRefused(desk, id, absent, [422, 'absence_before_deadline']);
    desk.clock.moveTo(new Date(passes));
    expect(await recordOf(desk, id)).toMatchObject({ overdue: true, dueSoon: false });
    expect((await absent()).status).toBe(201);
  });
});

describe('what did not occur by the deadline may have come late', () => {
  const missed = async (fields = {}) => {
    const id = await opened('2026-07-15');
    await resolved(desk, id, { outcome: 'not_occurred', ...fields });
    return id;
  };
  const settledBy = async (id: string, occurredOn: string) => {
    const eventId = await anEvent(desk, { occurredOn });
    expect((await link(desk, id, { eventId, bearing: 'settles' })).status).toBe(201);
    return eventId;
  };

  it('its outcome day is the deadline, said or not', async () => {
    for (const outcomeOn of [undefined, '2026-06-20'])
      expect(await recordOf(desk, await missed({ outcomeOn }))).toMatchObject({
        ...{ outcome: 'not_occurred', outcomeOn: '2026-06-20', lateOn: null },
        resolutions: [{ basis: 'absence', lateOn: null, daysLate: null }],
      });
  });

  it('the event may be added at any time: lateOn, days late, and no new resolution', async () => {
    const id = await missed();
    const { topic, resolutions } = await recordOf(desk, id);
    const before = await reportOn(desk, topic.slug);
    expect(before.terms).toEqual([{ term: 'short', n: 1, late: 0, early: 0 }]);
    await settledBy(id, '2026-07-02');
    const record = await recordOf(desk, id);
    expect(record).toMatchObject({ outcome: 'not_occurred', outcomeOn: '2026-06-20', lateOn: '2026-07-02' });
    expect(record.resolutions).toEqual([{ ...resolutions[0], lateOn: '2026-07-02', daysLate: 12 }]);
    expect(await reportOn(desk, topic.slug)).toEqual({
      ...before,
      terms: [{ term: 'short', n: 1, late: 1, early: 0 }],
    });
  });

  it('one that was linked before the judgement counts as well', async () => {
    const id = await opened('2026-07-15');
    await settledBy(id, '2026-06-21');
    expect(await recordOf(desk, id)).toMatchObject({ overdue: true, lateOn: null });
    await resolved(desk, id, { outcome: 'not_occurred' });
    expect((await recordOf(desk, id)).resolutions).toMatchObject([{ lateOn: '2026-06-21', daysLate: 1 }]);
  });

  it('the earliest one counts', async () => {
    const id = await missed();
    for (const day of ['2026-07-02', '2026-06-25', '2026-07-10']) await settledBy(id, day);
    expect(await recordOf(desk, id)).toMatchObject({ lateOn: '2026-06-25' });
  });

  it('one that only supports it, or is linked otherwise since, does not', async () => {
    const id = await missed();
    const eventId = await anEvent(desk, { occurredOn: '2026-07-02' });
    await link(desk, id, { eventId, bearing: 'supports' });
    expect((await recordOf(desk, id)).lateOn).toBeNull();
    await link(desk, id, { eventId, bearing: 'settles' });
    expect((await recordOf(desk, id)).lateOn).toBe('2026-07-02');
    await link(desk, id, { eventId, bearing: 'supports' });
    expect((await recordOf(desk, id)).lateOn).toBeNull();
  });

  it('a retracted one does not, until it is believed again', async () => {
    const id = await missed();
    const event = await settledBy(id, '2026-07-02');
    for (const [standing, lateOn] of [
      ['retracted', null],
      ['confirmed', '2026-07-02'],
    ]) {
      const body = { standing, reason: 'The outlet says so.' };
      await desk.call('POST', `events/${event}/standings`, { as: 'editor', body });
      expect(await recordOf(desk, id)).toMatchObject({ lateOn });
    }
  });

  it('what became impossible before the deadline did not come late', async () => {
    const id = await missed({ outcomeOn: '2026-06-18' });
    await settledBy(id, '2026-07-02');
    expect((await recordOf(desk, id)).lateOn).toBeNull();
  });

  it('a correction to having occurred takes the lateness away', async () => {
    const id = await missed();
    await settledBy(id, '2026-07-02');
    const [{ id: supersedes }] = (await recordOf(desk, id)).resolutions;
    const evidence = [await anEvent(desk, { occurredOn: '2026-06-19' })];
    await resolved(desk, id, { outcome: 'occurred', outcomeOn: '2026-06-19', evidence, supersedes });
    expect(await recordOf(desk, id)).toMatchObject({
      ...{ outcome: 'occurred', lateOn: null },
      resolutions: [
        { superseded: true, lateOn: null },
        { superseded: false, lateOn: null },
      ],
    });
  });

  it('what fell short may be noted', async () => {
    const id = await missed({ shortfall: 'It closed for an hour.' });
    expect((await recordOf(desk, id)).resolutions).toMatchObject([{ shortfall: 'It closed for an hour.' }]);
  });

  it('a forecast of the day of the deadline came too late to count', async () => {
    const { id, topic } = await aScenario(desk, { deadline: '2026-06-20' });
    desk.clock.moveTo(on('2026-06-20', '00:00:00.000'));
    await aForecast(desk, id, { probability: 0 });
    desk.clock.moveTo(on('2026-06-21'));
    await resolved(desk, id, { outcome: 'not_occurred' });
    expect((await reportOn(desk, topic.slug, 'vantage=last')).brierScore).toBeCloseTo(0.49, 12);
  });
});
