import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from '../support/app.js';
import {
  anEvent,
  aScenario,
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

const opened = async (today: string, fields = {}) => {
  const scenario = await aScenario(desk, { deadline: '2026-06-20', ...fields });
  desk.clock.moveTo(on(today));
  return scenario.id as string;
};
const missed = { outcome: 'not_occurred', outcomeOn: '2026-06-20' };

describe('what occurred needs the event that settled it', () => {
  it('none is not enough, whatever the basis', async () => {
    const id = await opened('2026-06-25');
    for (const basis of [undefined, 'observed', 'judged']) {
      const judge = () => resolve(desk, id, { outcome: 'occurred', outcomeOn: '2026-06-18', basis });
      await expectRefused(desk, id, judge, [422, 'settling_event_required']);
    }
  });

  it.each(['supports', 'undermines'])(
    'one that only %s it is not enough, until it is said to settle it',
    async (bearing) => {
      const id = await opened('2026-06-25');
      const eventId = await anEvent(desk, { occurredOn: '2026-06-18' });
      await link(desk, id, { eventId, bearing });
      const judge = () =>
        resolve(desk, id, { outcome: 'occurred', outcomeOn: '2026-06-18', evidence: [eventId] });
      await expectRefused(desk, id, judge, [422, 'settling_event_required']);
      await link(desk, id, { eventId, bearing: 'settles' });
      expect((await judge()).body).toMatchObject({ basis: 'observed', evidence: [eventId] });
    },
  );

  it('naming it links it; what is linked already is not linked twice', async () => {
    for (const linked of [false, true]) {
      const id = await opened('2026-06-25');
      const eventId = await anEvent(desk, { occurredOn: '2026-06-18' });
      if (linked) await link(desk, id, { eventId, bearing: 'settles' });
      await resolved(desk, id, {
        outcome: 'occurred',
        outcomeOn: '2026-06-18',
        evidence: [eventId, eventId],
      });
      const record = await recordOf(desk, id);
      expect(record.evidence).toMatchObject([{ bearing: 'settles', event: { id: eventId } }]);
      expect(record.resolutions).toMatchObject([{ evidence: [eventId] }]);
      desk.clock.moveTo(on('2026-06-15'));
    }
  });

  it('it cannot rest on absence', async () => {
    const id = await opened('2026-06-25');
    const evidence = [await anEvent(desk, { occurredOn: '2026-06-18' })];
    const judge = () =>
      resolve(desk, id, { outcome: 'occurred', outcomeOn: '2026-06-18', basis: 'absence', evidence });
    await expectRefused(desk, id, judge, [422, 'validation_failed']);
  });

  it('that it was imported is for imports to say', async () => {
    const id = await opened('2026-06-25');
    const judge = () => resolve(desk, id, { ...missed, basis: 'imported' });
    await expectRefused(desk, id, judge, [422, 'validation_failed']);
  });
});

describe('what did not occur by the deadline may rest on absence', () => {
  it('once it has passed, and without any event', async () => {
    const id = await opened('2026-06-21');
    await resolved(desk, id, missed);
    expect(await recordOf(desk, id)).toMatchObject({
      ...{ state: 'resolved', outcome: 'not_occurred', outcomeOn: '2026-06-20', evidence: [] },
      resolutions: [{ basis: 'absence', evidence: [] }],
    });
  });

  it.each<[string, string, Record<string, unknown>]>([
    ['on the day of the deadline', '2026-06-20', missed],
    ['on the day of the deadline, said so', '2026-06-20', { ...missed, basis: 'absence' }],
    ['before the deadline', '2026-06-18', { ...missed, outcomeOn: '2026-06-18', basis: 'absence' }],
    ['for a day before the deadline', '2026-06-25', { ...missed, outcomeOn: '2026-06-18', basis: 'absence' }],
  ])('but not %s', async (_, today, judgement) => {
    const id = await opened(today);
    await expectRefused(desk, id, () => resolve(desk, id, judgement), [422, 'absence_before_deadline']);
  });

  it('with an event it was observed', async () => {
    const id = await opened('2026-06-25');
    const evidence = [await anEvent(desk, { occurredOn: '2026-06-19' })];
    expect(await resolved(desk, id, { ...missed, evidence })).toMatchObject({ basis: 'observed', evidence });
  });
});

describe('what an editor had to interpret was judged', () => {
  it.each<[string, string, Record<string, unknown>, boolean]>([
    ['judged', 'occurred', { outcome: 'occurred', outcomeOn: '2026-06-18' }, true],
    ['judged', 'not by the deadline', missed, false],
    ['judged', 'no longer possible', { ...missed, outcomeOn: '2026-06-18' }, false],
    [
      'observable',
      'occurred, an editor having said so',
      { outcome: 'occurred', outcomeOn: '2026-06-18', basis: 'judged' },
      true,
    ],
  ])('%s: %s', async (testability, _, judgement, withEvent) => {
    const id = await opened('2026-06-25', { testability });
    const evidence = withEvent ? [await anEvent(desk, { occurredOn: '2026-06-18' })] : [];
    expect(await resolved(desk, id, { ...judgement, evidence })).toMatchObject({ basis: 'judged' });
    const { topic } = await recordOf(desk, id);
    expect(await reportOn(desk, topic.slug)).toMatchObject({ n: 1, judged: 1 });
  });

  it('unless the editor says that it was seen', async () => {
    const id = await opened('2026-06-25', { testability: 'judged' });
    const evidence = [await anEvent(desk, { occurredOn: '2026-06-18' })];
    const judgement = { outcome: 'occurred', outcomeOn: '2026-06-18', basis: 'observed', evidence };
    expect(await resolved(desk, id, judgement)).toMatchObject({ basis: 'observed' });
    expect(await reportOn(desk, (await recordOf(desk, id)).topic.slug)).toMatchObject({ judged: 0 });
  });
});
