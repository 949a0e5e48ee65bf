import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from '../support/app.js';

let desk: TestApp;
beforeAll(async () => {
  desk = await startTestApp();
});
afterAll(() => desk.stop());

describe('the loop', () => {
  it('goes', async () => {
    const topic = await desk.call('POST', 'topics', { as: 'editor', body: { title: 'Harbour strike' } });
    expect(topic.body).toMatchObject({ slug: 'harbour-strike' });
    const scenario = await desk.call('POST', 'scenarios', {
      as: 'analyst',
      body: {
        ...{
          topic: 'harbour-strike',
          kind: 'risk',
          term: 'short',
          statement: 'The port closes for a day.',
          probability: 0.7,
        },
      },
    });
    expect(scenario.body).toMatchObject({ state: 'open', forecasts: [{ probability: 0.7 }] });
    desk.clock.moveTo('2026-06-20T12:00:00.000Z');
    const event = await desk.call('POST', 'events', {
      as: 'analyst',
      body: {
        topic: 'harbour-strike',
        headline: 'Port closes',
        occurredOn: '2026-06-18',
        sources: [{ outlet: 'The Gull', publishedOn: '2026-06-18' }],
      },
    });
    expect(event.status).toBe(201);
    const resolution = await desk.call('POST', `scenarios/${scenario.body.id}/resolutions`, {
      as: 'editor',
      body: { outcome: 'occurred', outcomeOn: '2026-06-18', reason: 'It closed.', evidence: [event.body.id] },
    });
    expect(resolution.body).toMatchObject({ outcome: 'occurred' });
    const report = await desk.call('GET', 'calibration');
    expect(report.body).toMatchObject({ n: 1, brierScore: 0.09 });
    const list = await desk.call('GET', 'track-record');
    expect(list.body).toMatchObject({ summary: { n: 1 }, items: [{ probability: 0.7 }] });
    const groups = await desk.call('GET', 'calibration?groupBy=month');
    expect(groups.body).toMatchObject({ groups: [{ key: '2026-06' }] });
    expect((await desk.call('GET', 'queue', { as: 'editor' })).body).toEqual({ items: [], next: null });
    for (const path of [
      'topics',
      'forecasters',
      'events',
      'scenarios',
      'briefings',
      'scenarios?q=PORT%20clos',
    ])
      expect((await desk.call('GET', path)).status).toBe(200);
  });
});
