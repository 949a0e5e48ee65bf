import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '../../src/database/ids.js';
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

const premise = 'If the talks fail';

describe('rule 8: with a premise', () => {
  it('what occurred says that it held', async () => {
    const scenario = await desk.scenario(topic, { premise });
    expect(scenario).toMatchObject({ premise });
    desk.today('2026-06-20');
    expect(await desk.occurred(scenario, await desk.event(topic))).toMatchObject({ premise: 'held' });
    expect(await desk.figures(topic)).toMatchObject({ n: 1, brierScore: 0.09 });
  });

  it('what did not occur says that it held', async () => {
    const scenario = await desk.scenario(topic, { premise });
    desk.today('2026-07-02');
    const resolution = await desk.resolve(scenario, { outcome: 'not_occurred' });
    expect(resolution).toMatchObject({ premise: 'held', basis: 'absence', outcomeOn: '2026-07-01' });
    expect(await desk.figures(topic)).toMatchObject({ n: 1, brierScore: 0.49 });
  });

  it('that failed, or was not met by the deadline, it is annulled as premise_false', async () => {
    const scenario = await desk.scenario(topic, { premise });
    desk.today('2026-07-02');
    const resolution = await desk.resolve(scenario, { outcome: 'annulled', annulment: 'premise_false' });
    expect(resolution).toMatchObject({ premise: 'failed', annulment: 'premise_false' });
    expect(await desk.figures(topic)).toMatchObject({ n: 0, annulled: 1, brierScore: null });
  });

  it('an annulment for another reason says nothing of it', async () => {
    const scenario = await desk.scenario(topic, { premise });
    const resolution = await desk.resolve(scenario, { outcome: 'annulled', annulment: 'ambiguous' });
    expect(resolution).toMatchObject({ premise: null });
  });
});

describe('rule 8: without a premise', () => {
  it('an outcome says nothing of one', async () => {
    const scenario = await desk.scenario(topic);
    desk.today('2026-06-20');
    expect(await desk.occurred(scenario, await desk.event(topic))).toMatchObject({ premise: null });
  });

  it('premise_false is refused', async () => {
    const scenario = await desk.scenario(topic);
    const body = { outcome: 'annulled', annulment: 'premise_false', reason: 'It failed.' };
    await desk.refuses(() => desk.post(`scenarios/${scenario.id}/resolutions`, body), 422, 'premise_missing');
  });
});

describe('rule 8: the evidence of a premise', () => {
  it('stands beside that of the outcome, and is linked to the scenario', async () => {
    const scenario = await desk.scenario(topic, { premise });
    desk.today('2026-06-20');
    const [failed, closed] = [await desk.event(topic), await desk.event(topic)];
    const resolution = await desk.occurred(scenario, closed, { premiseEvidence: [failed.id] });
    expect(resolution).toMatchObject({ evidence: [closed.id], premiseEvidence: [failed.id] });
    const { evidence } = await desk.show(scenario);
    expect(new Map(evidence.map((one) => [one.event.id, one.bearing]))).toEqual(
      new Map([
        [closed.id, 'settles'],
        [failed.id, 'supports'],
      ]),
    );
  });

  it('may be earlier than the scenario: only what settles must come later', async () => {
    const scenario = await desk.scenario(topic, { premise });
    desk.today('2026-06-20');
    const earlier = await desk.event(topic, { occurredOn: '2026-06-10' });
    const resolution = await desk.occurred(scenario, await desk.event(topic), {
      premiseEvidence: [earlier.id],
    });
    expect(resolution).toMatchObject({ premise: 'held', premiseEvidence: [earlier.id] });
  });

  it('may be the event that settles it', async () => {
    const scenario = await desk.scenario(topic, { premise });
    desk.today('2026-06-20');
    const event = await desk.event(topic);
    const resolution = await desk.occurred(scenario, event, { premiseEvidence: [event.id] });
    expect(resolution).toMatchObject({ evidence: [event.id], premiseEvidence: [event.id] });
    expect((await desk.show(scenario)).evidence).toMatchObject([
      { on: 'statement', bearing: 'settles' },
      { on: 'premise', bearing: 'supports' },
    ]);
  });

  it('shows that a premise failed', async () => {
    const scenario = await desk.scenario(topic, { premise });
    desk.today('2026-06-20');
    const event = await desk.event(topic);
    const resolution = await desk.resolve(scenario, {
      ...{ outcome: 'annulled', annulment: 'premise_false', premiseEvidence: [event.id] },
    });
    expect(resolution).toMatchObject({ premise: 'failed', evidence: [], premiseEvidence: [event.id] });
  });

  it('is refused where the event is not there', async () => {
    const scenario = await desk.scenario(topic, { premise });
    desk.today('2026-07-02');
    const body = { outcome: 'not_occurred', reason: 'Nothing came.', premiseEvidence: [newId()] };
    await desk.refuses(() => desk.post(`scenarios/${scenario.id}/resolutions`, body), 422, 'event_unknown');
  });
});
