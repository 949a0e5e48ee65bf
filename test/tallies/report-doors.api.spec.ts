import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Report } from '../../src/calibration/index.js';
import { ForecastersService } from '../../src/forecasters/forecasters.service.js';
import type { GroupedReports } from '../../src/track-records/track-record.dto.js';
import { Desk } from '../record/desk-builders.js';

let desk: Desk;
let topic: string;
let second: { id: string };
beforeAll(async () => {
  desk = await Desk.open();
});
afterAll(() => desk.close());

const ask = (path: string, tag?: string) =>
  desk.call<Report>('GET', path, tag === undefined ? {} : { headers: { 'if-none-match': tag } });

describe('the tag of a report', () => {
  beforeAll(async () => {
    topic = await desk.topic();
    const one = await desk.scenario(topic);
    second = await desk.scenario(topic);
    await desk.scenario(topic, { publicAt: '2026-06-17T00:00:00.000Z' });
    desk.today('2026-06-16');
    await desk.occurred(one, await desk.event(topic, { occurredOn: '2026-06-16' }));
  });
  const path = () => `calibration?topic=${topic}`;

  it('lets who has the report go without it: 304, and no body', async () => {
    const { headers } = await ask(path());
    const again = await ask(path(), headers['etag']);
    expect([again.status, again.body, again.headers['etag']]).toEqual([304, '', headers['etag']]);
    expect(again.headers).toMatchObject({
      'cache-control': 'no-cache',
      vary: expect.stringContaining('authorization'),
    });
  });

  it('is another for another selection, and for the desk', async () => {
    const tags = [await ask(path()), await ask('calibration'), await ask(`${path()}&groupBy=term`)];
    const ofDesk = await desk.call('GET', path(), { as: 'editor' });
    expect(new Set([...tags, ofDesk].map(({ headers }) => headers['etag'])).size).toBe(4);
    expect(ofDesk.headers['cache-control']).toBe('no-store');
  });

  it.each([
    [
      'a resolution',
      async () => {
        await desk.occurred(second, await desk.event(topic, { occurredOn: '2026-06-16' }));
      },
    ],
    ['an embargo that ended', () => Promise.resolve(desk.today('2026-06-18'))],
    ['a deadline that passed', () => Promise.resolve(desk.today('2026-07-03'))],
    ['a new name', () => desk.app.service(ForecastersService).set('desk', { name: 'The desk of old' })],
  ])('changes after %s', async (_, act) => {
    const before = (await ask(path())).headers['etag']!;
    await act();
    const after = await ask(path(), before);
    expect([after.status, after.headers['etag'] === before]).toEqual([200, false]);
  });

  it('does not hide that something is not there', async () => {
    expect((await ask('calibration?topic=nowhere', '*')).status).toBe(404);
    expect((await ask('track-record?topic=nowhere', '*')).status).toBe(404);
  });
});

describe('the tag of a track record', () => {
  it('changes with its figures and with what its items show, and else lets who has it go without it', async () => {
    const own = await desk.topic();
    const open = () => desk.scenario(own, { deadline: '2026-07-20' });
    const [scenario, later] = [await open(), await open()];
    desk.today('2026-07-04');
    const event = await desk.event(own, { occurredOn: '2026-07-04' });
    await desk.occurred(scenario, event);
    const path = `track-record?topic=${own}`;
    const first = (await ask(path)).headers['etag']!;
    expect(await ask(path, first)).toMatchObject({ status: 304, body: '' });
    await desk.app.service(ForecastersService).set('desk', { name: 'The desk, renamed' });
    const renamed = await ask(path, first);
    expect(renamed.status).toBe(200);
    await desk.occurred(later, event);
    expect((await ask(path, renamed.headers['etag'])).status).toBe(200);
  });
});

describe('what the clock alone changes', () => {
  it('is in the report at that instant: open becomes overdue, an embargo ends', async () => {
    desk.today('2026-08-01');
    const own = await desk.topic();
    await desk.scenario(own, { deadline: '2026-08-03' });
    await desk.scenario(own, { deadline: '2026-09-03', publicAt: '2026-08-05T00:00:00.000Z' });
    const counts = async () => {
      const { open, overdue } = await desk.report(own);
      return { open, overdue };
    };
    expect(await counts()).toEqual({ open: 1, overdue: 0 });
    desk.app.clock.moveTo('2026-08-03T23:59:59.999Z');
    expect(await counts()).toEqual({ open: 1, overdue: 0 });
    desk.app.clock.moveTo('2026-08-04T00:00:00.000Z');
    expect(await counts()).toEqual({ open: 0, overdue: 1 });
    desk.app.clock.moveTo('2026-08-05T00:00:00.000Z');
    expect(await counts()).toEqual({ open: 1, overdue: 1 });
  });
});

describe('a report and a resolution at the same moment', () => {
  it('never see half of each other', async () => {
    desk.today('2026-10-01');
    const own = await desk.topic();
    const scenarios = [];
    for (let n = 0; n < 8; n += 1) {
      const scenario = await desk.scenario(own, { deadline: '2026-10-20' });
      await desk.forecast(scenario, { probability: 0.2, forecaster: 'Cleo' });
      scenarios.push(scenario);
    }
    desk.today('2026-10-02');
    const event = await desk.event(own, { occurredOn: '2026-10-02' });
    const seen: Report[] = [];
    let done = false;
    const reading = (async () => {
      while (!done) {
        seen.push(await desk.report(own, '', 'analyst'));
        await new Promise(setImmediate); // these requests use no sockets: without a pause, nobody else has a turn
      }
    })();
    await Promise.all(scenarios.map((scenario) => desk.occurred(scenario, event))).finally(
      () => (done = true),
    );
    await reading;
    seen.push(await desk.report(own, '', 'analyst'));
    expect(seen.length).toBeGreaterThan(1);
    // Each resolution brings two forecasts, of 70 % and 20 %, one scenario, and takes one from the open ones.
    for (const { n, scenarios: counted, open, occurred } of seen)
      expect([n, occurred, open]).toEqual([2 * counted, n, 8 - counted]);
    for (const { scenarios: counted, expectedOccurred } of seen)
      expect(expectedOccurred.sum ?? 0).toBeCloseTo(0.9 * counted, 10);
    expect(seen.at(-1)!.n).toBe(16);
  });
});

describe('groups', () => {
  it.each(['forecaster', 'topic', 'kind', 'term', 'month'])('by %s add up to the whole', async (by) => {
    const whole = await desk.read<Report>('calibration', 'editor');
    const { groups } = await desk.read<GroupedReports>(`calibration?groupBy=${by}`, 'editor');
    expect(groups.length).toBeGreaterThan(0);
    expect(groups.reduce((n, { report }) => n + report.n, 0)).toBe(whole.n);
    for (const { report } of groups) expect(report.n).toBeGreaterThan(0);
  });
});
