import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { HistoryView } from '../../src/scenario-records/history.dto.js';
import { Desk } from './desk-builders.js';

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open();
});
afterAll(() => desk.close());

describe('the history of a scenario', () => {
  it('has every row on record of it, in the order of time, with who wrote it', async () => {
    desk.today('2026-06-15');
    const topic = await desk.topic();
    const scenario = await desk.scenario(topic, { criteria: 'The bulletin says so.' });
    const other = await desk.scenario(topic);
    const link = await desk.link(scenario, other, 'overlaps', { note: 'The same port.' });
    await desk.endLink(scenario, link);
    const forecast = await desk.forecast(scenario, { forecaster: 'Ana', probability: 0.28 });
    await desk.erratum('forecasts', forecast, 'probability', 0.82);
    await desk.withdraw(scenario, { forecaster: 'Ana', reason: 'No view any more.' });
    desk.today('2026-07-03');
    const event = await desk.event(topic, { standing: 'reported' });
    await desk.evidence(scenario, event, { bearing: 'supports', note: 'As told.' });
    await desk.post(`events/${event.id}/standings`, { standing: 'confirmed', reason: 'Two more say so.' });
    await desk.post(`scenarios/${scenario.id}/deferrals`, { until: '2026-07-20', reason: 'Wait.' });
    await desk.post(`scenarios/${scenario.id}/shown`, {});
    const { id: supersedes } = await desk.resolve(scenario, { outcome: 'not_occurred' });
    await desk.resolve(scenario, { outcome: 'reopened', supersedes, reason: 'Too early.' });
    await desk.publish('scenarios', scenario, null);

    const { items } = await desk.read<HistoryView>(`scenarios/${scenario.id}/history`, 'analyst');
    expect(items.map(({ recordedAt }) => recordedAt)).toEqual(
      items.map(({ recordedAt }) => recordedAt).sort(),
    );
    const told = items.map(({ kind, says, about, text, by }) => [kind, says.join(' '), about, text, by]);
    const editor = 'test editor';
    expect(told).toEqual(
      expect.arrayContaining([
        ['logged', 'risk short', scenario.statement, null, editor],
        ['criteria', 'statement 1 initial', null, 'The bulletin says so.', editor],
        ['link', 'overlaps', other.statement, 'The same port.', editor],
        ['link_ended', 'overlaps', other.statement, 'Not so.', editor],
        ['forecast', '0.28', 'Ana', null, editor],
        ['erratum', 'forecast probability 0.28 0.82', 'Ana', 'The notes of that day.', editor],
        ['withdrawal', '', 'Ana', 'No view any more.', editor],
        ['evidence', 'supports statement', event.headline, 'As told.', editor],
        ['standing', 'confirmed', event.headline, 'Two more say so.', editor],
        ['deferral', '2026-07-20', null, 'Wait.', editor],
        ['showing', '', null, null, editor],
        ['resolution', 'not_occurred 2026-07-01', null, 'Because.', editor],
        ['resolution', 'reopened 2026-07-03 correction', null, 'Too early.', editor],
        ['publication', 'scenario desk', null, null, editor],
      ]),
    );
  });

  it('without forecasts, for who is yet to judge', async () => {
    desk.today('2026-06-15');
    const scenario = await desk.scenario(await desk.topic());
    const forecast = await desk.forecast(scenario, { forecaster: 'Bo', probability: 0.31 });
    await desk.erratum('forecasts', forecast, 'probability', 0.13);
    const answer = await desk.read<HistoryView>(`scenarios/${scenario.id}/history?blind=true`, 'editor');
    expect(answer).toMatchObject({ blind: true, items: [{ kind: 'logged' }] });
    expect(JSON.stringify(answer)).not.toMatch(/Bo|0\.31|0\.13/);
  });

  it('is for the desk, and of what is there', async () => {
    const scenario = await desk.scenario(await desk.topic());
    expect((await desk.call('GET', `scenarios/${scenario.id}/history`)).status).toBe(401);
    expect((await desk.call('GET', 'scenarios/none/history', { as: 'analyst' })).status).toBe(404);
  });
});
