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

describe('rule 8: what is named as evidence of a premise', () => {
  const judgement = { outcome: 'not_occurred', reason: 'Nothing came.' };
  const post = (scenario: { id: string }, body: object) => () =>
    desk.post(`scenarios/${scenario.id}/resolutions`, body);

  it('must not have been retracted, whatever it is to show', async () => {
    const scenario = await desk.scenario(topic, { premise });
    desk.today('2026-07-02');
    const event = await desk.event(topic);
    await desk.post(`events/${event.id}/standings`, { standing: 'retracted', reason: 'A hoax.' });
    for (const body of [
      judgement,
      { outcome: 'annulled', annulment: 'premise_false', reason: 'It did not fail.' },
    ])
      await desk.refuses(post(scenario, { ...body, premiseEvidence: [event.id] }), 422, 'event_retracted');
  });

  it('shows that it held by the deadline only; what came later shows that it was not met in time', async () => {
    const scenario = await desk.scenario(topic, { premise });
    desk.today('2026-07-10');
    const late = await desk.event(topic, { occurredOn: '2026-07-03' });
    const premiseEvidence = [late.id];
    await desk.refuses(post(scenario, { ...judgement, premiseEvidence }), 422, 'premise_after_deadline');
    const annulled = { outcome: 'annulled', annulment: 'premise_false', premiseEvidence };
    expect(await desk.resolve(scenario, annulled)).toMatchObject({ premise: 'failed', premiseEvidence });
    expect((await desk.show(scenario)).evidence).toMatchObject([{ on: 'premise', bearing: 'undermines' }]);
  });

  it('is refused where there is no premise, or where nothing is said of it', async () => {
    const [without, scenario] = [await desk.scenario(topic), await desk.scenario(topic, { premise })];
    desk.today('2026-07-02');
    const premiseEvidence = [(await desk.event(topic)).id];
    await desk.refuses(post(without, { ...judgement, premiseEvidence }), 422, 'premise_missing');
    const ambiguous = { outcome: 'annulled', annulment: 'ambiguous', reason: 'Unclear.', premiseEvidence };
    await desk.refuses(post(scenario, ambiguous), 422, 'validation_failed');
  });
});

describe('evidence on the premise', () => {
  it('never settles the statement, nor says how late it came', async () => {
    const scenario = await desk.scenario(topic, { premise });
    desk.today('2026-07-10');
    const event = await desk.event(topic, { occurredOn: '2026-07-03' });
    expect(await desk.evidence(scenario, event, { on: 'premise' })).toMatchObject({
      ...{ on: 'premise', bearing: 'settles' },
    });
    await desk.resolve(scenario, { outcome: 'not_occurred' });
    expect(await desk.show(scenario)).toMatchObject({ lateOn: null, premiseState: 'held' });
  });

  it('may be earlier than the scenario, as what shows a premise may be', async () => {
    const scenario = await desk.scenario(topic, { premise });
    const earlier = await desk.event(topic, { occurredOn: '2026-06-10' });
    expect(await desk.evidence(scenario, earlier, { on: 'premise' })).toMatchObject({ on: 'premise' });
    const link = { eventId: earlier.id, bearing: 'settles' };
    const post = () => desk.post(`scenarios/${scenario.id}/evidence`, link);
    await desk.refuses(post, 422, 'event_precedes_scenario');
  });

  it('leaves how the same event bears on the statement as it was', async () => {
    const scenario = await desk.scenario(topic, { premise });
    desk.today('2026-07-10');
    const event = await desk.event(topic, { occurredOn: '2026-07-03' });
    await desk.evidence(scenario, event);
    await desk.evidence(scenario, event, { on: 'premise', bearing: 'undermines' });
    await desk.resolve(scenario, { outcome: 'not_occurred' });
    expect(await desk.show(scenario)).toMatchObject({ lateOn: '2026-07-03' });
  });

  it('is refused without a premise', async () => {
    const scenario = await desk.scenario(topic);
    const link = { eventId: (await desk.event(topic, { occurredOn: OPENING_DAY })).id, bearing: 'supports' };
    const post = () => desk.post(`scenarios/${scenario.id}/evidence`, { ...link, on: 'premise' });
    await desk.refuses(post, 422, 'premise_missing');
  });
});

describe('the state of a premise', () => {
  const held = { outcome: 'not_occurred' };
  const failed = { outcome: 'annulled', annulment: 'premise_false' };

  it('is undetermined until it is judged; evidence alone does not decide it', async () => {
    const scenario = await desk.scenario(topic, { premise });
    expect(scenario).toMatchObject({ premiseState: 'undetermined' });
    desk.today('2026-06-20');
    await desk.evidence(scenario, await desk.event(topic), { on: 'premise' });
    expect(await desk.show(scenario)).toMatchObject({ premiseState: 'undetermined' });
  });

  it('is as the latest resolution has it', async () => {
    const scenario = await desk.scenario(topic, { premise });
    desk.today('2026-07-02');
    let supersedes: string | undefined;
    for (const [body, premiseState] of [
      [held, 'held'],
      [failed, 'failed'],
      [{ outcome: 'annulled', annulment: 'ambiguous' }, 'undetermined'],
      [{ outcome: 'reopened' }, 'undetermined'],
      [held, 'held'],
    ] as const) {
      supersedes = (await desk.resolve(scenario, { ...body, supersedes })).id;
      expect(await desk.show(scenario)).toMatchObject({ premiseState });
    }
  });

  it('is null where there is none', async () => {
    expect(await desk.scenario(topic)).toMatchObject({ premiseState: null });
  });
});

describe('the criteria of a premise', () => {
  const add = (scenario: { id: string }, body: object) => () =>
    desk.post(`scenarios/${scenario.id}/criteria`, { on: 'premise', ...body }, 'analyst');

  it('come with the scenario or after it, in versions of their own; forecasts and testability stay', async () => {
    const premiseCriteria = {
      text: 'The ministry says so.',
      edgeCases: [{ case: 'on leave', counts: false }],
    };
    const scenario = await desk.scenario(topic, { premise, premiseCriteria });
    expect(scenario).toMatchObject({ criteria: null, premiseCriteria, testability: 'untested' });
    const { status, body } = await add(scenario, { text: 'The ministry, or the union.' })();
    expect([status, body]).toMatchObject([
      201,
      [
        { version: 1, change: 'initial' },
        { version: 2, change: 'clarified', text: 'The ministry, or the union.' },
      ],
    ]);
    expect(await desk.show(scenario)).toMatchObject({
      ...{ criteria: null, criteriaVersions: [], testability: 'untested' },
      ...{ premiseCriteria: { version: 2 }, premiseCriteriaVersions: [{ version: 1 }, { version: 2 }] },
      ...{ forecasts: [{ criteriaVersion: null }], scores: [{}, {}, {}] },
    });
  });

  it('cannot change the question: with another “if” it is another scenario', async () => {
    const scenario = await desk.scenario(topic, { premise, premiseCriteria: { text: 'The ministry.' } });
    await desk.refuses(add(scenario, { text: 'The sea.', change: 'changed' }), 422, 'validation_failed');
    const testable = { text: 'The sea.', testability: 'judged' };
    await desk.refuses(add(scenario, testable), 422, 'validation_failed');
  });

  it('are refused where there is no premise', async () => {
    await desk.refuses(add(await desk.scenario(topic), { text: 'The ministry.' }), 422, 'premise_missing');
    const body = { topic, kind: 'risk', term: 'short', statement: 'It closes.', probability: 0.4 };
    const post = () => desk.post('scenarios', { ...body, premiseCriteria: { text: 'The ministry.' } });
    await desk.refuses(post, 422, 'premise_missing');
  });
});
