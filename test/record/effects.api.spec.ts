import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Report } from '../../src/calibration/index.js';
import type { ResolutionEffect } from '../../src/scenario-records/effect.dto.js';
import { Desk } from './desk-builders.js';

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open();
});
afterAll(() => desk.close());

const preview = (scenario: { id: string }, fields: object) => () =>
  desk.post<never>(`scenarios/${scenario.id}/resolutions/preview`, { reason: 'Because.', ...fields });

/** Resolved as not having occurred, forecast by the desk at 70 % and by Ana at 20 %. */
async function resolvedScenario(day = '2026-07-03') {
  desk.today('2026-06-15');
  const topic = await desk.topic();
  const scenario = await desk.scenario(topic);
  await desk.forecast(scenario, { forecaster: 'Ana', probability: 0.2 });
  desk.today(day);
  const event = await desk.event(topic);
  const { id: supersedes } = await desk.resolve(scenario, { outcome: 'not_occurred' });
  await desk.report(topic); // the tallies follow the clock before anything is compared
  return { topic, scenario, event, supersedes };
}

const inForce = (report: Report) => ({
  ...{ n: report.n, occurred: report.occurred, open: report.open, overdue: report.overdue },
  ...{ annulled: report.annulled, brierScore: report.brierScore, verdict: report.verdict },
});

describe('the effect of a correction', () => {
  it.each([
    ['to the other outcome', 'occurred'],
    ['to an annulment', 'annulled'],
    ['that reopens it', 'reopened'],
  ])('%s is what the reports say once it is recorded', async (_, outcome) => {
    const { topic, scenario, event, supersedes } = await resolvedScenario();
    const fields = {
      ...{ outcome, supersedes, reason: 'It was overlooked.' },
      ...(outcome === 'occurred' && { outcomeOn: event.occurredOn, evidence: [event.id] }),
      ...(outcome === 'annulled' && { annulment: 'ambiguous' }),
    };
    const rows = await desk.rows();
    const { status, body: effect } = await desk.post<ResolutionEffect>(
      `scenarios/${scenario.id}/resolutions/preview`,
      fields,
    );
    expect(status).toBe(200);
    expect(await desk.rows()).toEqual(rows);
    const reports = async () => ({
      all: await desk.read<Report>('calibration', 'editor'),
      topic: await desk.report(topic, '', 'editor'),
      ana: await desk.read<Report>('calibration?forecaster=ana', 'editor'),
    });
    const before = await reports();
    await desk.resolve(scenario, fields);
    const after = await reports();
    const ana = effect.forecasters.find(({ forecaster }) => forecaster.slug === 'ana')!;
    expect(effect).toMatchObject({ before: inForce(before.all), after: inForce(after.all) });
    expect(effect.topic).toMatchObject({ before: inForce(before.topic), after: inForce(after.topic) });
    expect(ana).toMatchObject({ before: inForce(before.ana), after: inForce(after.ana) });
    const scores = (await desk.show(scenario, 'editor')).scores.filter(({ vantage }) => vantage === 'first');
    for (const { forecaster, after: gap } of effect.scenario)
      expect(gap).toBe(scores.find((score) => score.forecaster.slug === forecaster.slug)?.brierScore ?? null);
    expect(effect.scenario.find(({ forecaster }) => forecaster.slug === 'ana')!.before).toBeCloseTo(0.04, 10);
  });

  it('is not told of a first judgement, which is made blind', async () => {
    desk.today('2026-06-15');
    const scenario = await desk.scenario(await desk.topic());
    desk.today('2026-07-03');
    await desk.refuses(preview(scenario, { outcome: 'not_occurred' }), 409, 'not_resolved');
  });

  it('is refused for what the correction itself would be refused for', async () => {
    const { scenario, supersedes } = await resolvedScenario();
    await desk.refuses(preview(scenario, { outcome: 'reopened' }), 409, 'already_resolved');
    await desk.refuses(
      preview(scenario, { outcome: 'annulled', supersedes }),
      422,
      'annulment_reason_required',
    );
  });

  it('leaves the tag of the report, and the next writer, as if nobody had asked', async () => {
    const { topic, scenario, supersedes } = await resolvedScenario();
    const tag = async () => (await desk.call('GET', `calibration?topic=${topic}`)).headers.etag;
    const before = await tag();
    const { status } = await desk.post(`scenarios/${scenario.id}/resolutions/preview`, {
      ...{ outcome: 'reopened', reason: 'Too early.', supersedes },
    });
    expect([status, await tag()]).toEqual([200, before]);
    await desk.resolve(scenario, { outcome: 'reopened', supersedes });
    expect(await tag()).not.toBe(before);
  });
});
