import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ExampleDeskPlayer, exampleDeskScript } from '../../src/example-desk/index.js';
import { startTestApp, type TestApp } from '../support/app.js';

const LAST_DAY = '2026-06-15';
let desk: TestApp;
beforeAll(async () => {
  desk = await startTestApp();
  await new ExampleDeskPlayer(desk.app, desk.clock).play(LAST_DAY);
  desk.clock.moveTo(`${LAST_DAY}T12:00:00.000Z`);
});
afterAll(() => desk.stop());

const report = async (query = '') => (await desk.call('GET', `calibration${query}`)).body;

describe('the example desk, lived through by the domain', () => {
  it('has as many scenarios as the script, none refused', async () => {
    const script = exampleDeskScript(LAST_DAY);
    const state = async (name: string) => {
      let count = 0;
      let next: string | null = '';
      do {
        const page: { items: unknown[]; next: string | null } = (
          await desk.call('GET', `scenarios?limit=200&state=${name}${next && `&cursor=${next}`}`)
        ).body;
        count += page.items.length;
        next = page.next;
      } while (next);
      return count;
    };
    expect({
      resolved: await state('resolved'),
      annulled: await state('annulled'),
      overdue: await state('overdue'),
    }).toEqual({
      resolved: 117,
      annulled: 8,
      overdue: 6,
    });
    expect(script.length).toBeGreaterThan(900);
  });

  it('has live forecasts only: counting archival ones changes nothing', async () => {
    const live = await report();
    const all = await report('?records=all');
    expect(live.n).toBeGreaterThan(300);
    expect({ ...all, selection: null }).toEqual({ ...live, selection: null });
  });

  it('counts what went otherwise beside every score', async () => {
    const all = await report('?vantage=last');
    expect(all).toMatchObject({ scenarios: 117, annulled: 8, overdue: 6 });
    expect((await report()).withdrawn).toBeGreaterThan(0);
    expect(
      (await report()).terms.reduce((late: number, term: { late: number }) => late + term.late, 0),
    ).toBeGreaterThan(0);
  });

  it('has had a draw judged again, nearly always alike; the rest waits for the editors who did not judge it', async () => {
    expect((await desk.call('GET', 'rereads/agreement')).body).toMatchObject({ read: 32, agreed: 30 });
    expect((await desk.call('GET', 'rereads', { as: 'editor' })).body.items).toHaveLength(8);
    const { items } = (await desk.call('GET', 'queue?limit=200', { as: 'editor' })).body;
    expect(items.filter((item: { reason: string }) => item.reason === 'reread')).toHaveLength(2);
  });

  it('tells the overconfident from the calibrated', async () => {
    expect((await report('?forecaster=dorrin-hale')).verdict.status).toBe('overconfident');
    expect((await report('?forecaster=ilse-corvane')).verdict.status).toBe('calibrated');
  });
});
