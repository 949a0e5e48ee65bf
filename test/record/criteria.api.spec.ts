import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ScenarioRecord } from '../../src/scenario-records/scenario-record.dto.js';
import { Desk, OPENING_DAY } from './desk-builders.js';

let desk: Desk;
let scenario: string;
beforeAll(async () => {
  desk = await Desk.open();
  scenario = (await desk.scenario(await desk.topic())).id;
});
afterAll(() => desk.close());

const record = async () => (await desk.call<ScenarioRecord>('GET', `scenarios/${scenario}`)).body;
const add = (body: object) => desk.call('POST', `scenarios/${scenario}/criteria`, { as: 'analyst', body });
const CRITERIA = { text: 'The port authority says so.', edgeCases: [{ case: 'a day late', counts: false }] };

describe('criteria', () => {
  it('come in versions, the first one initial, a later one clarified if nothing else is said', async () => {
    expect(await add(CRITERIA)).toMatchObject({
      status: 201,
      body: [{ version: 1, change: 'initial', ...CRITERIA }],
    });
    const clarified = {
      ...CRITERIA,
      edgeCases: [...CRITERIA.edgeCases, { case: 'half a day', counts: true }],
    };
    const { body } = await add(clarified);
    expect(body).toMatchObject([{ version: 1 }, { version: 2, change: 'clarified', ...clarified }]);
    expect((await record()).criteria).toMatchObject({ version: 2 });
  });

  it('that say what the ones in force say are no new version', async () => {
    const same = { ...CRITERIA, edgeCases: [...CRITERIA.edgeCases, { case: 'half a day', counts: true }] };
    expect(await add(same)).toMatchObject({ status: 409, body: { code: 'criteria_unchanged', version: 2 } });
  });

  it('that change the question end the forecasts made before', async () => {
    const counted = async () => (await record()).scores.length;
    expect(await counted()).toBeGreaterThan(0);
    expect((await add({ text: 'Another question.', change: 'changed' })).status).toBe(201);
    expect(await counted()).toBe(0);
  });
});

describe('criteria are late', () => {
  const fresh = async (fields = {}) => desk.scenario(await desk.topic(), fields);
  const lateAfter = async (one: { id: string }, body: object = {}) => {
    const answer = await desk.post<{ late: boolean }[]>(
      `scenarios/${one.id}/criteria`,
      { ...CRITERIA, ...body },
      'analyst',
    );
    expect(answer.status).toBe(201);
    return answer.body.at(-1)!.late;
  };
  beforeEach(() => desk.today(OPENING_DAY));

  it('when they come after the deadline, and not on its day', async () => {
    for (const [day, late] of [
      ['2026-07-01', false],
      ['2026-07-02', true],
    ] as const) {
      desk.today(OPENING_DAY);
      const one = await fresh();
      desk.today(day);
      expect([day, await lateAfter(one)]).toEqual([day, late]);
      expect(await desk.show(one)).toMatchObject({ criteria: { late }, criteriaVersions: [{ late }] });
    }
  });

  it('when they come with a scenario that is logged after its deadline', async () => {
    desk.today('2026-07-10');
    const one = await fresh({ statedAt: '2026-06-10T12:00:00.000Z', criteria: CRITERIA });
    expect(one).toMatchObject({ overdue: true, criteria: { late: true } });
  });

  it.each<[string, string, Record<string, unknown>, boolean]>([
    ['that settles it', '2026-06-18', { bearing: 'settles' }, true],
    ['that speaks for it', '2026-06-18', { bearing: 'supports' }, true],
    ['that speaks against it', '2026-06-18', { bearing: 'undermines' }, true],
    ['of the opening day', OPENING_DAY, { bearing: 'supports' }, true],
    ['that is a precedent', '2026-06-14', { bearing: 'supports' }, false],
    ['that bears on its premise', '2026-06-18', { bearing: 'supports', on: 'premise' }, false],
  ])('after an event %s: %s, %j: %s', async (_, occurredOn, how, late) => {
    const one = await fresh({ criteria: { text: 'Before.' }, premise: 'If the talks fail' });
    desk.today('2026-06-18');
    await desk.evidence(one, await desk.event(one.topic.slug, { occurredOn }), how);
    expect(await lateAfter(one)).toBe(late);
    expect(await desk.show(one)).toMatchObject({ criteriaVersions: [{ late: false }, { late }] });
  });

  it('after a hidden event: that they are is as hidden', async () => {
    const one = await fresh();
    desk.today('2026-06-18');
    await desk.evidence(one, await desk.event(one.topic.slug, { publicAt: '2026-06-20T12:00:00.000Z' }));
    expect(await lateAfter(one)).toBe(true);
    const late = async (who?: 'analyst') => (await desk.show(one, who)).criteria?.late;
    expect([await late(), await late('analyst')]).toEqual([false, true]);
    desk.today('2026-06-20');
    expect(await late()).toBe(true);
  });
});
