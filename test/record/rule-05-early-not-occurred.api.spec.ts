import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from '../support/app.js';
import { anEvent, aScenario, expectRefused, on, recordOf, reportOn, resolve, resolved } from './builders.js';

let desk: TestApp;
beforeAll(async () => {
  desk = await startTestApp();
});
afterAll(() => desk.stop());
beforeEach(() => desk.clock.moveTo(on('2026-06-15')));

/** A scenario with its deadline on 20 June; the clock then stands on a day. */
const opened = async (today: string, fields = {}) => {
  const scenario = await aScenario(desk, { deadline: '2026-06-20', ...fields });
  desk.clock.moveTo(on(today));
  return scenario.id as string;
};
const impossible = (outcomeOn: string, more = {}) => ({ outcome: 'not_occurred', outcomeOn, ...more });

describe('not_occurred before the deadline', () => {
  it.each(['2026-06-18', '2026-06-25'])(
    'needs the reason why it became impossible, on %s as well',
    async (today) => {
      const id = await opened(today);
      const judge = () => resolve(desk, id, impossible('2026-06-18', { reason: undefined }));
      await expectRefused(desk, id, judge, [422, 'impossibility_reason_required']);
      expect((await judge()).body).toMatchObject({ deadline: '2026-06-20' });
    },
  );

  it('and an event in its place is not enough', async () => {
    const id = await opened('2026-06-18');
    const evidence = [await anEvent(desk, { occurredOn: '2026-06-17' })];
    const judge = () => resolve(desk, id, impossible('2026-06-17', { reason: undefined, evidence }));
    await expectRefused(desk, id, judge, [422, 'impossibility_reason_required']);
  });

  it.each(['', '   ', '\n'])('a blank reason, %j, is none', async (reason) => {
    const id = await opened('2026-06-18');
    const judge = () => resolve(desk, id, impossible('2026-06-17', { reason }));
    await expectRefused(desk, id, judge, [422, 'validation_failed']);
  });

  it('with its reason it is on record as resolved early, and scored', async () => {
    const id = await opened('2026-06-18');
    const event = await anEvent(desk, { occurredOn: '2026-06-17' });
    const reason = 'The port was sold and has been filled in.';
    await resolved(desk, id, impossible('2026-06-17', { reason, evidence: [event] }));
    const record = await recordOf(desk, id);
    expect(record).toMatchObject({
      ...{ state: 'resolved', outcome: 'not_occurred', outcomeOn: '2026-06-17', lateOn: null },
      resolutions: [{ reason, basis: 'observed', evidence: [event], resolvedBy: 'test editor' }],
      evidence: [{ bearing: 'undermines', event: { id: event } }],
    });
    expect(await reportOn(desk, record.topic.slug)).toMatchObject({
      ...{ n: 1, occurred: 0, resolvedEarly: 1, terms: [{ term: 'short', n: 1, late: 0, early: 1 }] },
    });
  });

  it('at the deadline it is a reason like any other that is missing', async () => {
    const id = await opened('2026-06-21');
    const judge = () => resolve(desk, id, impossible('2026-06-20', { reason: undefined }));
    await expectRefused(desk, id, judge, [422, 'reason_required']);
  });

  it.each(['2026-06-17', '2026-06-18'])(
    'before the deadline has passed, its day must be said: %s',
    async (day) => {
      const id = await opened('2026-06-18');
      const { outcomeOn: _, ...undated } = impossible(day);
      await expectRefused(desk, id, () => resolve(desk, id, undated), [422, 'outcome_day_required']);
      await resolved(desk, id, impossible(day));
    },
  );
});
