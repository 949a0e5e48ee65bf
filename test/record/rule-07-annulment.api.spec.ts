import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '../../src/database/ids.js';
import type { TrackRecordPage } from '../../src/track-records/track-record.dto.js';
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

const resolving = (scenario: { id: string }, body: object) => () =>
  desk.post(`scenarios/${scenario.id}/resolutions`, { outcome: 'annulled', reason: 'So.', ...body });

describe('rule 7: an annulment', () => {
  it.each(['ambiguous', 'unverifiable', 'premise_false'])('may be for %s', async (annulment) => {
    const scenario = await desk.scenario(topic, { premise: 'If the talks fail' });
    const resolution = await desk.resolve(scenario, { outcome: 'annulled', annulment });
    expect(resolution).toMatchObject({
      ...{ outcome: 'annulled', annulment, basis: null, duplicateOf: null, outcomeOn: OPENING_DAY },
      ...{ reason: 'Because.', resolvedBy: 'test editor', afterOutcomeKnown: false, superseded: false },
    });
    expect(await desk.show(scenario)).toMatchObject({ state: 'annulled', outcome: 'annulled' });
  });

  it('may be for a duplicate, and then names the other', async () => {
    const [first, second] = [await desk.scenario(topic), await desk.scenario(topic)];
    const resolution = await desk.resolve(second, {
      ...{ outcome: 'annulled', annulment: 'duplicate', duplicateOf: first.id },
    });
    expect(resolution).toMatchObject({ annulment: 'duplicate', duplicateOf: first.id });
    expect(await desk.show(first)).toMatchObject({ state: 'open', resolutions: [] });
  });

  it.each<[string, number, string, object]>([
    ['without one of its four grounds', 422, 'annulment_reason_required', {}],
    ['for a ground that is none', 422, 'validation_failed', { annulment: 'boring' }],
    [
      'without a sentence that says why',
      422,
      'reason_required',
      { annulment: 'ambiguous', reason: undefined },
    ],
    ['for a sentence that is blank', 422, 'validation_failed', { annulment: 'ambiguous', reason: ' ' }],
    ['as a duplicate of nothing', 422, 'duplicate_of_required', { annulment: 'duplicate' }],
    [
      'as a duplicate of what is not there',
      422,
      'scenario_unknown',
      { annulment: 'duplicate', duplicateOf: newId() },
    ],
    [
      'as a duplicate of no id',
      422,
      'validation_failed',
      { annulment: 'duplicate', duplicateOf: 'that one' },
    ],
    ['for a premise that it has not', 422, 'premise_missing', { annulment: 'premise_false' }],
    [
      'on a day before it was opened',
      422,
      'outcome_before_opening',
      { annulment: 'ambiguous', outcomeOn: '2026-06-14' },
    ],
    ['on a day to come', 422, 'outcome_in_future', { annulment: 'ambiguous', outcomeOn: '2026-06-16' }],
  ])('is refused %s', async (_, status, code, body) => {
    const scenario = await desk.scenario(topic);
    await desk.refuses(resolving(scenario, body), status, code);
    expect(await desk.show(scenario)).toMatchObject({ state: 'open', version: scenario.version });
  });

  it('is refused as a duplicate of itself', async () => {
    const scenario = await desk.scenario(topic);
    const problem = await desk.refuses(
      resolving(scenario, { annulment: 'duplicate', duplicateOf: scenario.id }),
      422,
      'validation_failed',
    );
    expect(problem.errors).toEqual([expect.objectContaining({ field: 'duplicateOf' })]);
  });

  const repeating = (scenario: { id: string }, original: { id: string }) =>
    resolving(scenario, { annulment: 'duplicate', duplicateOf: original.id });
  const repeated = (scenario: { id: string }, original: { id: string }, fields: object = {}) =>
    desk.resolve(scenario, {
      ...{ outcome: 'annulled', annulment: 'duplicate', duplicateOf: original.id },
      ...fields,
    });

  it('is refused as a duplicate of what, by one step or more, is a duplicate of it', async () => {
    const [a, b, c] = [await desk.scenario(topic), await desk.scenario(topic), await desk.scenario(topic)];
    await repeated(b, a);
    await desk.refuses(repeating(a, b), 422, 'duplicate_cycle');
    await repeated(c, b);
    await desk.refuses(repeating(a, c), 422, 'duplicate_cycle');
  });

  it('may repeat what once was called its duplicate, when that has been corrected', async () => {
    const [a, b] = [await desk.scenario(topic), await desk.scenario(topic)];
    const first = await repeated(b, a);
    await desk.resolve(b, { outcome: 'annulled', annulment: 'ambiguous', supersedes: first.id });
    expect(await repeated(a, b)).toMatchObject({ duplicateOf: b.id });
    const related = async (of: { id: string }) =>
      (await desk.show(of)).links.map(({ relation, direction, scenario }) => [
        ...[relation, direction, scenario.id],
      ]);
    expect(await related(a)).toEqual([['duplicateOf', 'outgoing', b.id]]);
    expect(await related(b)).toEqual([['duplicateOf', 'incoming', a.id]]);
  });

  it('is never scored, and never silently absent', async () => {
    const event = await (desk.today('2026-06-20'), desk.event(topic));
    desk.today(OPENING_DAY);
    const [kept, annulled] = [await desk.scenario(topic), await desk.scenario(topic, { probability: 0.1 })];
    desk.today('2026-06-20');
    await desk.occurred(kept, event);
    expect(await desk.figures(topic)).toMatchObject({ n: 1, brierScore: 0.09, annulled: 0, open: 1 });
    await desk.resolve(annulled, { outcome: 'annulled', annulment: 'ambiguous' });
    for (const vantage of ['first', 'last', 'timeWeighted'])
      expect(await desk.figures(topic, `&vantage=${vantage}`)).toMatchObject({
        ...{ n: 1, brierScore: 0.09, annulled: 1, open: 0 },
      });
    expect((await desk.show(annulled)).scores).toEqual([
      expect.objectContaining({ vantage: 'first', brierScore: null }),
      expect.objectContaining({ vantage: 'last', brierScore: null }),
      expect.objectContaining({ vantage: 'timeWeighted', brierScore: null }),
    ]);
    const { summary, items } = await desk.read<TrackRecordPage>(`track-record?topic=${topic}`);
    expect(summary).toMatchObject({ n: 1, annulled: 1 });
    expect(items.map((item) => item.scenario.id)).toEqual([kept.id]);
  });

  it('widens the bounds within which the score could lie', async () => {
    desk.today(OPENING_DAY);
    const [kept, annulled] = [await desk.scenario(topic), await desk.scenario(topic, { probability: 0.1 })];
    desk.today('2026-06-20');
    await desk.occurred(kept, await desk.event(topic));
    await desk.resolve(annulled, { outcome: 'annulled', annulment: 'unverifiable' });
    const { bounds } = await desk.report(topic);
    expect(bounds.best).toBeCloseTo((0.09 + 0.01) / 2, 12);
    expect(bounds.worst).toBeCloseTo((0.09 + 0.81) / 2, 12);
  });

  it('may correct an outcome, whose score then ends; both stay on record', async () => {
    const scenario = await desk.scenario(topic);
    desk.today('2026-06-20');
    const first = await desk.occurred(scenario, await desk.event(topic));
    const second = await desk.resolve(scenario, {
      ...{ outcome: 'annulled', annulment: 'ambiguous', supersedes: first.id },
    });
    expect(second).toMatchObject({ afterOutcomeKnown: true, supersedes: first.id });
    expect((await desk.show(scenario)).resolutions).toMatchObject([
      { id: first.id, outcome: 'occurred', superseded: true },
      { id: second.id, outcome: 'annulled', superseded: false },
    ]);
    expect(await desk.figures(topic)).toMatchObject({ n: 0, brierScore: null, annulled: 1 });
  });
});

describe('rule 7: an annulment after the outcome is known says so', () => {
  const annul = (scenario: { id: string }) =>
    desk.resolve(scenario, { outcome: 'annulled', annulment: 'ambiguous' });

  it('when an event that settles it has been linked', async () => {
    const scenario = await desk.scenario(topic);
    desk.today('2026-06-20');
    await desk.evidence(scenario, await desk.event(topic));
    expect(await annul(scenario)).toMatchObject({ afterOutcomeKnown: true });
  });

  it('not when what was linked only supports it', async () => {
    const scenario = await desk.scenario(topic);
    desk.today('2026-06-20');
    await desk.evidence(scenario, await desk.event(topic), { bearing: 'supports' });
    expect(await annul(scenario)).toMatchObject({ afterOutcomeKnown: false });
  });

  it('not when the event that was to settle it has been retracted', async () => {
    const scenario = await desk.scenario(topic);
    desk.today('2026-06-20');
    const event = await desk.event(topic);
    await desk.evidence(scenario, event);
    await desk.post(`events/${event.id}/standings`, { standing: 'retracted', reason: 'A hoax.' });
    expect(await annul(scenario)).toMatchObject({ afterOutcomeKnown: false });
  });

  it('not when the event was linked again, as one that does not settle it: the later link counts', async () => {
    const scenario = await desk.scenario(topic);
    desk.today('2026-06-20');
    const event = await desk.event(topic);
    await desk.evidence(scenario, event);
    await desk.evidence(scenario, event, { bearing: 'supports' });
    expect(await annul(scenario)).toMatchObject({ afterOutcomeKnown: false });
  });
});
