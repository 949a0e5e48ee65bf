import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { AccountsService } from '../../src/accounts/accounts.service.js';
import { newId } from '../../src/database/ids.js';
import type { ResolutionView } from '../../src/resolutions/resolution.dto.js';
import type { BlindRecord, ShownForecasts } from '../../src/scenario-records/scenario-record.dto.js';
import { Desk, OPENING_DAY, type ProblemBody } from './desk-builders.js';

/** What a forecast tells, in words and numbers that stand nowhere else. */
const SAID = {
  forecaster: 'Canary Forecaster',
  probability: 0.8137,
  rationale: 'canary-rationale',
  reconstructed: { words: 'canary-words', quote: 'canary-quote', converter: 'canary-converter' },
};
const TELLING = /canary|8137/i;

let desk: Desk;
let topic: string;
let colleague: Record<string, string>;
beforeAll(async () => {
  desk = await Desk.open();
  const { token } = await desk.app.service(AccountsService).add('second editor', 'editor');
  colleague = { authorization: `Bearer ${token}` };
});
afterAll(() => desk.close());
beforeEach(async () => {
  topic = await desk.topic();
});

/** A scenario that an analyst has logged, so that no editor has said anything on it; it is overdue. */
async function overdue(): Promise<{ id: string }> {
  desk.today(OPENING_DAY);
  const body = { topic, kind: 'risk', term: 'short', statement: 'It closes.', deadline: '2026-06-30' };
  const { body: scenario } = await desk.post<{ id: string }>(
    'scenarios',
    { ...body, probability: 0.7 },
    'analyst',
  );
  desk.today('2026-07-05');
  return scenario;
}

const notOccurred = { outcome: 'not_occurred', reason: 'Nothing came.' };
const judge = (scenario: { id: string }, fields: object = {}, headers?: Record<string, string>) =>
  desk.call<ResolutionView & ProblemBody>('POST', `scenarios/${scenario.id}/resolutions`, {
    ...(headers ? { headers } : { as: 'editor' as const }),
    body: { ...notOccurred, ...fields },
  });
const askToSee = (scenario: { id: string }) =>
  desk.post<ShownForecasts>(`scenarios/${scenario.id}/shown`, undefined);

describe('the queue is blind', () => {
  it('has nothing that a forecast tells: no forecaster, probability, words or rationale', async () => {
    const scenario = await overdue();
    const { reconstructed, ...live } = SAID;
    desk.today('2026-06-20');
    await desk.forecast(scenario, live);
    const stated = { reconstructed, forecaster: SAID.forecaster, statedAt: '2026-06-16T00:00:00Z' };
    await desk.forecast(scenario, { ...stated, probability: 0.8137 });
    await desk.withdraw(scenario, { forecaster: SAID.forecaster, reason: 'canary-withdrawal' });
    desk.today('2026-07-05');
    const { id } = (await desk.show(scenario)).forecasts[0]!;
    await desk.erratum('forecasts', { id }, 'probability', 0.8137);
    expect(JSON.stringify(await desk.show(scenario))).toMatch(TELLING);

    const entry = await desk.queued(scenario);
    expect(entry).toMatchObject({ reason: 'overdue', scenario: { id: scenario.id } });
    expect(JSON.stringify(await desk.read('queue?limit=200', 'editor'))).not.toMatch(TELLING);
  });

  it('shows an editor who asks, and takes down that it did', async () => {
    const scenario = await overdue();
    desk.today('2026-06-20');
    await desk.forecast(scenario, { probability: 0.8137 });
    desk.today('2026-07-05');
    const before = await desk.show(scenario, 'editor');
    const { status, body } = await askToSee(scenario);
    expect(status).toBe(201);
    expect(body).toMatchObject({ recordedAt: '2026-07-05T12:00:00.000Z', forecasts: before.forecasts });
    expect(await desk.sql(`SELECT * FROM "showing" WHERE "id" = '${body.id}'`)).toMatchObject([
      { scenarioId: scenario.id, recordedAt: body.recordedAt },
    ]);
    expect(await desk.show(scenario, 'editor')).toEqual(before);
  });

  it('shows nothing of what is not there', async () => {
    await desk.refuses(() => desk.post(`scenarios/${newId()}/shown`, undefined), 404, 'not_found');
  });
});

describe('a resolution says whether the forecasts were shown before the outcome was chosen', () => {
  it('no, where it was judged from the queue', async () => {
    const scenario = await overdue();
    const { entry } = (await desk.queued(scenario))!;
    expect((await judge(scenario, { entry })).body).toMatchObject({ forecastsShown: false });
    expect((await desk.show(scenario)).resolutions).toMatchObject([
      { forecastsShown: false, selfResolved: false },
    ]);
  });

  it('yes, where the account had asked to see them, with the entry of the queue and without', async () => {
    for (const fromQueue of [true, false]) {
      const scenario = await overdue();
      await askToSee(scenario);
      const { entry } = (await desk.queued(scenario))!;
      const { body } = await judge(scenario, fromQueue ? { entry } : {});
      expect(body).toMatchObject({ forecastsShown: true });
    }
  });

  it('unknown, where it was judged otherwise: the public page is there for all', async () => {
    const scenario = await overdue();
    await desk.read(`scenarios/${scenario.id}`, 'editor');
    expect((await judge(scenario)).body).toMatchObject({ forecastsShown: null });
  });

  it('of the account that judges: what a colleague was shown is not it', async () => {
    const scenario = await overdue();
    await desk.call('POST', `scenarios/${scenario.id}/shown`, { headers: colleague });
    const { entry } = (await desk.queued(scenario))!;
    expect((await judge(scenario, { entry })).body).toMatchObject({ forecastsShown: false });
  });

  it('apart from whether the account had made a forecast itself', async () => {
    const scenario = await overdue();
    desk.today('2026-06-20');
    await desk.forecast(scenario);
    desk.today('2026-07-05');
    const { entry } = (await desk.queued(scenario))!;
    expect((await judge(scenario, { entry })).body).toMatchObject({
      forecastsShown: false,
      selfResolved: true,
    });
  });

  it('also where what was asked for came after the entry was read', async () => {
    const scenario = await overdue();
    const { entry } = (await desk.queued(scenario))!;
    await askToSee(scenario);
    expect((await judge(scenario, { entry })).body).toMatchObject({ forecastsShown: true });
  });
});

describe('the entry of the queue is taken from whom it was given to, for what it was given', () => {
  it('not for another scenario, from another account, or made up', async () => {
    const [scenario, other] = [await overdue(), await overdue()];
    const { entry } = (await desk.queued(scenario))!;
    for (const attempt of [
      () => judge(other, { entry }),
      () => judge(scenario, { entry }, colleague),
      () => judge(scenario, { entry: 'true' }),
    ])
      expect((await desk.refuses(attempt, 422, 'validation_failed')).errors).toMatchObject([
        { field: 'entry' },
      ]);
  });

  it('not once more after a resolution: the queue is read again', async () => {
    const scenario = await overdue();
    const { entry } = (await desk.queued(scenario))!;
    const { body: first } = await judge(scenario, { entry });
    await desk.resolve(scenario, { outcome: 'reopened', supersedes: first.id });
    await desk.refuses(() => judge(scenario, { entry }), 422, 'validation_failed');
    const again = (await desk.queued(scenario))!;
    expect((await judge(scenario, { entry: again.entry })).body).toMatchObject({ forecastsShown: false });
  });
});

describe('a scenario asked for blind', () => {
  it('has all that is on record but forecasts, scores, and links, which tell of probabilities', async () => {
    const scenario = await overdue();
    const { forecasts, scores, scoresOverTime, crowd, links, ...rest } = await desk.show(scenario);
    expect([forecasts.length, scores.length, scoresOverTime.length, crowd, links]).toEqual([1, 3, 1, [], []]);
    for (const as of ['editor', undefined] as const)
      expect(await desk.read<BlindRecord>(`scenarios/${scenario.id}?blind=true`, as)).toEqual(rest);
    expect(await desk.read(`scenarios/${scenario.id}?blind=false`)).toHaveProperty('forecasts');
    await desk.refuses(() => desk.call('GET', `scenarios/${scenario.id}?blind=1`), 422, 'validation_failed');
  });
});
