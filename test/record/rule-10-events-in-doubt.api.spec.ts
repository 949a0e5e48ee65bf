import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
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
});

/** A scenario that an event of 2026-06-18 settled; its deadline is 2026-07-01, today is 2026-07-10. */
async function settled() {
  const scenario = await desk.scenario(topic);
  desk.today('2026-07-10');
  const event = await desk.event(topic);
  const resolution = await desk.occurred(scenario, event);
  return { scenario, event, resolution };
}

const believe = (event: { id: string }, standing: string) =>
  desk.post(`events/${event.id}/standings`, { standing, reason: 'As they say.' });

const lastOf = async (scenario: { id: string }) => (await desk.show(scenario)).resolutions.at(-1);

describe('rule 10: an event’s corrected day', () => {
  it.each([
    ['2026-06-14', 'before the scenario was opened (rule 3)'],
    ['2026-06-15', 'on the day on which it was opened (rule 3)'],
    ['2026-07-02', 'after the deadline (rule 4)'],
  ])('%s, %s, sends the scenario back to the queue; the score stands, flagged', async (day) => {
    const { scenario, event, resolution } = await settled();
    await desk.erratum('events', event, 'occurredOn', day);
    expect(await desk.queued(scenario)).toMatchObject({
      reason: 'returned',
      returned: { cause: 'event_redated', eventId: event.id },
    });
    expect(await lastOf(scenario)).toMatchObject({ id: resolution.id, inDoubt: 'event_redated' });
    expect(await desk.show(scenario)).toMatchObject({ state: 'resolved', outcome: 'occurred' });
    expect(await desk.figures(topic)).toMatchObject({ n: 1, brierScore: 0.09 });
  });

  it('that breaks no rule leaves the resolution alone', async () => {
    const { scenario, event } = await settled();
    await desk.erratum('events', event, 'occurredOn', '2026-06-19');
    expect(await desk.queued(scenario)).toBeUndefined();
    expect(await lastOf(scenario)).toMatchObject({ inDoubt: null });
  });

  it('of an earlier event that shows the premise breaks no rule', async () => {
    const scenario = await desk.scenario(topic, { premise: 'If the talks fail' });
    desk.today('2026-07-10');
    const earlier = await desk.event(topic, { occurredOn: '2026-06-10' });
    await desk.occurred(scenario, await desk.event(topic), { premiseEvidence: [earlier.id] });
    await desk.erratum('events', earlier, 'occurredOn', '2026-06-09');
    expect(await desk.queued(scenario)).toBeUndefined();
  });

  it('is shown beside the slip, with its proof', async () => {
    const { event } = await settled();
    await desk.erratum('events', event, 'occurredOn', '2026-06-19');
    expect(await desk.read(`events/${event.id}`)).toMatchObject({
      occurredOn: '2026-06-19',
      errata: [
        { field: 'occurredOn', was: '2026-06-18', became: '2026-06-19', proof: 'The notes of that day.' },
      ],
    });
  });

  it.each<[string, number, string, string, unknown]>([
    ['that has not come', 422, 'event_in_future', 'occurredOn', '2026-07-11'],
    ['that does not exist', 422, 'validation_failed', 'occurredOn', '2026-02-30'],
    ['that stands there', 422, 'validation_failed', 'occurredOn', '2026-06-18'],
    ['of publication has no errata', 422, 'erratum_not_allowed', 'publicAt', '2026-06-18'],
  ])('%s is refused', async (_, status, code, field, value) => {
    desk.today('2026-07-10');
    const event = await desk.event(topic);
    const body = { field, value, proof: 'As printed.' };
    await desk.refuses(() => desk.post(`events/${event.id}/errata`, body), status, code);
  });

  it('moves how late it came, of what did not occur in time', async () => {
    const scenario = await desk.scenario(topic);
    desk.today('2026-07-20');
    await desk.resolve(scenario, { outcome: 'not_occurred' });
    const event = await desk.event(topic, { occurredOn: '2026-07-13' });
    await desk.evidence(scenario, event);
    expect(await lastOf(scenario)).toMatchObject({ lateOn: '2026-07-13', daysLate: 12 });
    await desk.erratum('events', event, 'occurredOn', '2026-07-11');
    expect(await lastOf(scenario)).toMatchObject({ lateOn: '2026-07-11', daysLate: 10, inDoubt: null });
  });

  it('that puts a late event into time sends back what was said not to have occurred', async () => {
    const scenario = await desk.scenario(topic);
    desk.today('2026-07-20');
    await desk.resolve(scenario, { outcome: 'not_occurred' });
    const event = await desk.event(topic, { occurredOn: '2026-07-13' });
    await desk.evidence(scenario, event);
    await desk.erratum('events', event, 'occurredOn', '2026-06-30');
    expect(await desk.queued(scenario)).toMatchObject({
      returned: { cause: 'event_redated', eventId: event.id },
    });
    expect(await lastOf(scenario)).toMatchObject({ lateOn: null, inDoubt: 'event_redated' });
    expect(await desk.figures(topic)).toMatchObject({ n: 1, brierScore: 0.49 });
  });
});

describe('rule 10: a retraction', () => {
  const retract = (event: { id: string }) => believe(event, 'retracted');

  it('sends what rests on the event back to the queue; the score stands, flagged', async () => {
    const { scenario, event } = await settled();
    expect((await retract(event)).body).toMatchObject({
      standing: 'retracted',
      standings: [{ standing: 'confirmed' }, { standing: 'retracted', reason: 'As they say.' }],
    });
    expect(await desk.queued(scenario)).toMatchObject({
      reason: 'returned',
      returned: { cause: 'event_retracted', eventId: event.id },
    });
    expect(await lastOf(scenario)).toMatchObject({ inDoubt: 'event_retracted' });
    expect(await desk.figures(topic)).toMatchObject({ n: 1, brierScore: 0.09 });
  });

  it('leaves alone what has the event as evidence only, and what is open', async () => {
    const { scenario } = await settled();
    desk.today(OPENING_DAY);
    const open = await desk.scenario(topic);
    desk.today('2026-06-20');
    const aside = await desk.event(topic);
    await desk.evidence(open, aside);
    await desk.evidence(scenario, aside, { bearing: 'supports' });
    await retract(aside);
    desk.today('2026-06-21');
    expect([await desk.queued(scenario), await desk.queued(open)]).toEqual([undefined, undefined]);
  });

  it('takes back how late it came', async () => {
    const scenario = await desk.scenario(topic);
    desk.today('2026-07-20');
    await desk.resolve(scenario, { outcome: 'not_occurred' });
    const event = await desk.event(topic, { occurredOn: '2026-07-13' });
    await desk.evidence(scenario, event);
    await retract(event);
    expect(await lastOf(scenario)).toMatchObject({ lateOn: null, daysLate: null });
  });
});

describe('rule 10: a scenario in doubt', () => {
  it.each<[string, () => Promise<object>]>([
    [
      'another event',
      async () => ({
        outcome: 'occurred',
        outcomeOn: '2026-06-18',
        evidence: [(await desk.event(topic)).id],
      }),
    ],
    ['another outcome', () => Promise.resolve({ outcome: 'not_occurred', outcomeOn: '2026-07-01' })],
    ['an annulment', () => Promise.resolve({ outcome: 'annulled', annulment: 'unverifiable' })],
    ['opening it again', () => Promise.resolve({ outcome: 'reopened' })],
  ])('is cleared by a correction: %s', async (_, correction) => {
    const { scenario, event, resolution } = await settled();
    await desk.erratum('events', event, 'occurredOn', '2026-06-14');
    const body = await correction();
    await desk.resolve(scenario, { ...body, supersedes: resolution.id });
    expect((await desk.queued(scenario))?.reason).not.toBe('returned');
    expect((await desk.show(scenario)).resolutions).toMatchObject([
      { id: resolution.id, inDoubt: 'event_redated', superseded: true },
      { inDoubt: null, superseded: false },
    ]);
  });

  it('is not cleared by an event that can no longer settle it', async () => {
    const { scenario, event, resolution } = await settled();
    await desk.erratum('events', event, 'occurredOn', '2026-06-14');
    const again = {
      outcome: 'occurred',
      outcomeOn: '2026-06-18',
      reason: 'As before.',
      evidence: [event.id],
    };
    await desk.refuses(
      () => desk.post(`scenarios/${scenario.id}/resolutions`, { ...again, supersedes: resolution.id }),
      422,
      'event_precedes_scenario',
    );
    expect(await desk.queued(scenario)).toMatchObject({ reason: 'returned' });
  });
});

describe('rule 10: evidence of a premise that no longer holds', () => {
  /** What occurred, and an event of 2026-06-18 that showed that its premise held; today is 2026-07-10. */
  async function shown(body: object = {}) {
    const scenario = await desk.scenario(topic, { premise: 'If the talks fail' });
    desk.today('2026-07-10');
    const premise = await desk.event(topic);
    const rests = { premiseEvidence: [premise.id], ...body };
    await desk.occurred(scenario, await desk.event(topic), rests);
    return { scenario, premise };
  }

  it('sends the scenario back when it is retracted, and clears it when it is believed again', async () => {
    const { scenario, premise } = await shown();
    await believe(premise, 'retracted');
    expect(await desk.queued(scenario)).toMatchObject({
      returned: { cause: 'event_retracted', eventId: premise.id },
    });
    await believe(premise, 'confirmed');
    expect(await desk.queued(scenario)).toBeUndefined();
  });

  it('sends it back when its day turns out to be after the deadline', async () => {
    const { scenario, premise } = await shown();
    await desk.erratum('events', premise, 'occurredOn', '2026-07-02');
    expect(await desk.queued(scenario)).toMatchObject({
      returned: { cause: 'event_redated', eventId: premise.id },
    });
  });

  it('sends back what was annulled because its premise failed', async () => {
    const scenario = await desk.scenario(topic, { premise: 'If the talks fail' });
    desk.today('2026-07-10');
    const premise = await desk.event(topic);
    const annulled = { outcome: 'annulled', annulment: 'premise_false', premiseEvidence: [premise.id] };
    await desk.resolve(scenario, annulled);
    await believe(premise, 'retracted');
    expect(await desk.queued(scenario)).toMatchObject({ reason: 'returned' });
  });
});

describe('rule 10: an event that holds again', () => {
  it('believed again, takes the scenario off the queue; that it was in doubt stays on record', async () => {
    const { scenario, event } = await settled();
    await believe(event, 'retracted');
    desk.today('2026-07-11');
    await believe(event, 'reported');
    expect(await desk.queued(scenario)).toBeUndefined();
    const steps = [
      { cause: 'event_retracted', eventId: event.id, recordedAt: '2026-07-10T12:00:00.000Z' },
      { cause: 'event_restored', eventId: event.id, recordedAt: '2026-07-11T12:00:00.000Z' },
    ];
    expect(await lastOf(scenario)).toMatchObject({ inDoubt: null, referrals: steps });
    await believe(event, 'retracted');
    expect(await desk.queued(scenario)).toMatchObject({ reason: 'returned' });
    expect((await lastOf(scenario))!.referrals).toHaveLength(3);
  });

  it('a step that changes nothing of that is none: disputed, retracted once more', async () => {
    const { scenario, event } = await settled();
    await believe(event, 'disputed');
    expect(await desk.queued(scenario)).toBeUndefined();
    for (const standing of ['retracted', 'retracted']) await believe(event, standing);
    expect((await lastOf(scenario))!.referrals).toHaveLength(1);
    await believe(event, 'disputed');
    expect(await desk.queued(scenario)).toBeUndefined();
  });

  it('its day corrected back, the scenario leaves the queue too', async () => {
    const { scenario, event } = await settled();
    for (const day of ['2026-06-14', '2026-06-13']) await desk.erratum('events', event, 'occurredOn', day);
    await desk.erratum('events', event, 'occurredOn', '2026-06-17');
    expect(await desk.queued(scenario)).toBeUndefined();
    expect((await lastOf(scenario))!.referrals.map(({ cause }) => cause)).toEqual([
      'event_redated',
      'date_restored',
    ]);
  });

  it('does not answer another doubt: of its day, or of another event', async () => {
    const scenario = await desk.scenario(topic);
    desk.today('2026-07-10');
    const [one, other] = [await desk.event(topic), await desk.event(topic)];
    await desk.occurred(scenario, one, { evidence: [one.id, other.id] });
    for (const event of [one, other]) await believe(event, 'retracted');
    await desk.erratum('events', one, 'occurredOn', '2026-06-14');
    await believe(one, 'confirmed');
    expect(await desk.queued(scenario)).toMatchObject({ returned: { cause: 'event_redated' } });
    await desk.erratum('events', one, 'occurredOn', '2026-06-18');
    expect(await desk.queued(scenario)).toMatchObject({
      returned: { cause: 'event_retracted', eventId: other.id },
    });
    await believe(other, 'confirmed');
    expect(await desk.queued(scenario)).toBeUndefined();
  });

  it('or holds no more, and is hidden, is told of to the desk only; that the score is in doubt is not hidden', async () => {
    const { scenario, event } = await settled();
    await desk.publish('events', event, null);
    await believe(event, 'retracted');
    expect(await lastOf(scenario)).toMatchObject({
      ...{ inDoubt: 'event_retracted', referrals: [] },
    });
    const { resolutions } = await desk.show(scenario, 'analyst');
    expect(resolutions).toMatchObject([{ referrals: [{ eventId: event.id }] }]);
  });
});
