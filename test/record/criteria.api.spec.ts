import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ScenarioRecord } from '../../src/scenario-records/scenario-record.dto.js';
import { Desk } from './desk-builders.js';

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
