import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../src/database/ids.js';
import { startTestApp, type TestApp } from '../support/app.js';
import {
  aScenario,
  aTopic,
  expectRefusal,
  expectRefused,
  logBriefing,
  logForecast,
  logScenario,
  recordOf,
} from './builders.js';

let desk: TestApp;
beforeAll(async () => {
  desk = await startTestApp();
});
afterAll(() => desk.stop());

/** What JSON can say in the place of a probability, as it is written there. */
const REFUSED = [
  ...['1e309', '-1e309', '1e-9', '0.12345', '1.0000001', '0.99999', '-0.01', '-0.0001', '1.5', '70'],
  ...['""', '"0.5"', '"50,5"', '"0x10"', '"70 %"', '"NaN"', 'null', 'true', 'false', '[]', '[0.5]', '{}'],
  '{"value":0.5}',
];
const ACCEPTED: [written: string, probability: number][] = [
  ...(['0', '1', '0.5', '0.1234', '0.3', '0.07', '0.57', '0.0001', '0.9999'] as const).map(
    (written): [string, number] => [written, Number(written)],
  ),
  ...[['-0', 0] as [string, number], ['5e-1', 0.5] as [string, number], ['0.70000', 0.7] as [string, number]],
];

/** A body in which the probability stands as written, as no serialiser would write it. */
const written = (fields: Record<string, unknown>, probability: string): string =>
  JSON.stringify({ ...fields, probability: '%' }).replace('"%"', probability);

const scenarioFields = { kind: 'risk', term: 'short', statement: 'The port closes for a day.' };

describe('a number from 0 to 1 with at most four decimals is a probability', () => {
  it('and every hundredth is one, at the door of forecasts', async () => {
    const { id } = await aScenario(desk);
    const hundredths = Array.from({ length: 101 }, (_, k) => k / 100);
    for (const probability of hundredths)
      expect(await logForecast(desk, id, { probability })).toMatchObject({
        status: 201,
        body: { probability },
      });
    const { forecasts } = await recordOf(desk, id);
    expect(forecasts.slice(1).map((one: { probability: number }) => one.probability)).toEqual(hundredths);
  });

  it.each(ACCEPTED)(
    '%s opens a scenario, revises a forecast and stands in a briefing',
    async (text, value) => {
      const topic = await aTopic(desk);
      const scenario = await desk.call('POST', 'scenarios', {
        as: 'analyst',
        body: written({ ...scenarioFields, topic }, text),
      });
      expect(scenario).toMatchObject({ status: 201, body: { forecasts: [{ probability: value }] } });
      const revision = await desk.call('POST', `scenarios/${scenario.body.id}/forecasts`, {
        as: 'analyst',
        body: written({}, text),
      });
      expect(revision).toMatchObject({ status: 201, body: { probability: value } });
      const briefing = await desk.call('POST', 'briefings', {
        as: 'analyst',
        body: `{"topic":"${topic}","headline":"Dockers walk out","scenarios":[${written(scenarioFields, text)}]}`,
      });
      expect(briefing).toMatchObject({
        status: 201,
        body: { refused: [], scenarios: [{ probability: value }] },
      });
      expect((await recordOf(desk, briefing.body.scenarios[0].id)).forecasts).toMatchObject([
        { probability: value },
      ]);
    },
  );
});

describe('anything else is refused', () => {
  it.each(REFUSED)('%s opens no scenario', async (text) => {
    const topic = await aTopic(desk);
    const body = written({ ...scenarioFields, topic }, text);
    expectRefusal(await desk.call('POST', 'scenarios', { as: 'analyst', body }), 422, 'probability_invalid');
    const { body: list } = await desk.call('GET', `scenarios?topic=${topic}`, { as: 'editor' });
    expect(list.items).toEqual([]);
  });

  it.each(REFUSED)('%s is no forecast', async (text) => {
    const { id } = await aScenario(desk);
    const log = () =>
      desk.call('POST', `scenarios/${id}/forecasts`, { as: 'analyst', body: written({}, text) });
    await expectRefused(desk, id, log, [422, 'probability_invalid']);
  });

  it.each(REFUSED)('%s in a briefing blocks its own scenario and no other', async (text) => {
    const topic = await aTopic(desk);
    const items = [
      written({ ...scenarioFields, statement: 'A bad one.' }, text),
      written(scenarioFields, '0.7'),
    ];
    const { status, body } = await desk.call('POST', 'briefings', {
      as: 'analyst',
      body: `{"topic":"${topic}","headline":"Dockers walk out","scenarios":[${items.join()}]}`,
    });
    expect(status).toBe(201);
    expect(body.refused).toEqual([
      {
        line: null,
        text: 'A bad one.',
        reason: expect.stringContaining('A probability is a number from 0 to 1'),
      },
    ]);
    const { body: list } = await desk.call('GET', `scenarios?topic=${topic}`, { as: 'editor' });
    expect(list.items).toMatchObject([{ statement: 'The port closes for a day.' }]);
  });

  it('a missing one too, at every door', async () => {
    const scenario = await aScenario(desk);
    const topic = scenario.topic.slug;
    const probability = undefined;
    expectRefusal(await logScenario(desk, { topic, probability }), 422, 'probability_invalid');
    const forecast = () => logForecast(desk, scenario.id, { probability });
    await expectRefused(desk, scenario.id, forecast, [422, 'probability_invalid']);
    const briefing = await logBriefing(desk, { topic, scenarios: [scenarioFields] });
    expectRefusal(briefing, 422, 'no_scenarios');
    expect(briefing.body.refused).toMatchObject([{ text: scenarioFields.statement }]);
    expect((await desk.call('GET', `briefings?topic=${topic}`)).body.items).toEqual([]);
  });

  it.each(['NaN', 'Infinity', '-Infinity', '0x10', '.5', '50,5', '0.5f', '01'])(
    '%s, which is not even JSON, is not read',
    async (text) => {
      const { id } = await aScenario(desk);
      const log = () =>
        desk.call('POST', `scenarios/${id}/forecasts`, { as: 'analyst', body: `{"probability":${text}}` });
      await expectRefused(desk, id, log, [400, 'malformed_request']);
    },
  );
});

describe('the database takes no other either, whoever writes to it', () => {
  const insert = async (probabilityBp: string) => {
    const { id } = await aScenario(desk);
    return desk.connections.write.query(
      `INSERT INTO "forecast" ("id", "scenarioId", "forecasterId", "probabilityBp", "statedAt", "recordedAt",
         "archival", "reconstructed", "loggedById")
       SELECT '${newId()}', "scenarioId", "forecasterId", ${probabilityBp}, "statedAt", "recordedAt",
         "archival", "reconstructed", "loggedById" FROM "forecast" WHERE "scenarioId" = '${id}'`,
    );
  };
  const count = async () =>
    Number((await desk.connections.read.query('SELECT COUNT(*) AS n FROM "forecast"'))[0].n);

  it.each(['-1', '10001', '1000000', 'NULL', `'many'`])('%s ten-thousandths', async (value) => {
    await aScenario(desk);
    const before = await count();
    await expect(insert(value)).rejects.toThrow();
    expect(await count()).toBe(before + 1); // the scenario's own
  });

  it('a fraction of a ten-thousandth is never stored', async () => {
    await insert('0.5').catch(() => undefined);
    const rows = await desk.connections.read.query(
      'SELECT 1 FROM "forecast" WHERE "probabilityBp" <> CAST("probabilityBp" AS integer)',
    );
    expect(rows).toEqual([]);
  });

  it.each(['0', '10000'])('but %s of them', async (value) => {
    const before = await count();
    await insert(value);
    expect(await count()).toBe(before + 2);
  });
});
