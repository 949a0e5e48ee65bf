import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { AccountsService } from '../../src/accounts/accounts.service.js';
import type { MyForecasts } from '../../src/exports/mine.dto.js';
import { Desk } from '../record/desk-builders.js';

let desk: Desk;
let headers: Record<string, string>;
beforeAll(async () => {
  desk = await Desk.open();
  const accounts = desk.app.service(AccountsService);
  const { token } = await accounts.add('Ana', 'analyst', { mayLogFor: ['ana-lind'] });
  headers = { authorization: `Bearer ${token}` };
  const topic = await desk.topic();
  const own = { forecaster: 'Ana Lind', probability: 0.2 };
  const settled = await desk.scenario(topic, { ...own, statement: '=HYPERLINK("x") occurs, "so".' });
  await desk.forecast(settled, { ...own, probability: 0.6, rationale: '@now' });
  await desk.scenario(topic, { ...own, publicAt: null });
  await desk.scenario(topic); // of the desk
  desk.today('2026-06-18');
  const event = await desk.event(topic);
  await desk.evidence(settled, event);
  await desk.occurred(settled, event);
});
afterAll(() => desk.close());

const file = async <T>(name: string) => desk.call<T>('GET', `export/${name}`, { headers });

it('exports all forecasts of those for whom one may log, hidden ones too, with outcome and score', async () => {
  const answer = await file<MyForecasts>('mine.json');
  expect(answer.headers).toMatchObject({
    'content-disposition': 'attachment; filename="my-forecasts.json"',
    'cache-control': 'no-store',
  });
  expect(answer.body.forecasts).toMatchObject([
    { forecaster: 'ana-lind', probability: 0.2, outcome: 'occurred', countsAs: 'live', brierScore: 0.64 },
    { forecaster: 'ana-lind', probability: 0.6, outcome: 'occurred', brierScore: 0.16, rationale: '@now' },
    { forecaster: 'ana-lind', probability: 0.2, outcome: null, brierScore: null, state: 'open' },
  ]);
});

it('exports the same as CSV, without formulas', async () => {
  const { body } = await file<string>('mine.csv');
  const rows = parse<Record<string, string>>(body, { columns: true });
  expect(rows).toHaveLength(3);
  expect(rows[1]).toMatchObject({
    ...{ probability: '0.6', rationale: "'@now", brierScore: '0.16', archival: 'no' },
    statement: `'=HYPERLINK("x") occurs, "so".`,
  });
});

it('gives an account that may log for nobody an empty file', async () => {
  const { token } = await desk.app.service(AccountsService).add('Nobody', 'analyst', { mayLogFor: [] });
  const answer = await desk.call('GET', 'export/mine.json', {
    headers: { authorization: `Bearer ${token}` },
  });
  expect(answer.body).toEqual({ forecasts: [] });
});
