import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type DemoDesk, startDemoDesk } from '../support/demo-desk.js';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers, read for what they should hold
type Json = any;

let desk: DemoDesk;
/** A page of each kind that has many. */
let paths: Record<'topic' | 'briefing' | 'event' | 'forecaster' | 'person', string>;
let topic: string;
let event: Json;
let briefing: Json;
beforeAll(async () => {
  desk = await startDemoDesk();
  topic = (await desk.api('topics')).items[0].slug;
  const { items } = await desk.api('track-record?sort=worst&limit=100');
  for (const { scenario } of items) {
    const { evidence, briefingId } = await desk.api(`scenarios/${scenario.id}`);
    if (evidence.length === 0 || briefingId === null) continue;
    event = await desk.api(`events/${evidence[0].event.id}`);
    briefing = await desk.api(`briefings/${briefingId}`);
    break;
  }
  paths = {
    ...{ topic: `/topics/${topic}`, briefing: `/briefings/${briefing.id}`, event: `/events/${event.id}` },
    ...{ forecaster: '/forecasters/dorrin-hale', person: '/forecasters/maud-tessaly' },
  };
}, 240_000);
afterAll(() => desk?.stop());

const plain = (text: string | null) => (text ?? '').replace(/\s+/g, ' ');
/** What a page says without scripts, and how many headings of the first rank it has. */
const words = async (path: string) => {
  const page = await desk.open(path, { javaScriptEnabled: false });
  const text = plain(await page.textContent('main'));
  expect([path, await page.locator('h1').count()]).toEqual([path, 1]);
  await page.close();
  return text;
};

describe('the pages of stories of the example desk', () => {
  it('list topics with the numbers that the API gives', async () => {
    const text = await words('/topics');
    for (const { slug, title } of (await desk.api('topics')).items) {
      const { open, overdue, scenarios, annulled } = await desk.api(`calibration?topic=${slug}`);
      expect(text).toContain(
        `${title}${open} open · ${overdue} overdue · ${scenarios} resolved · ${annulled} annulled`,
      );
    }
  });

  it('show a topic with its record and everything open in it', async () => {
    const text = await words(paths.topic);
    const report = await desk.api(`calibration?topic=${topic}`);
    expect(text).toContain(plain(`${report.n} scored · ${report.open} open · ${report.overdue} overdue`));
    expect(text).toContain(report.brierScore.toFixed(3));
    const { items } = await desk.api(`scenarios?topic=${topic}&state=open`);
    expect(items.length).toBeGreaterThan(3);
    for (const { statement } of items) expect(text).toContain(statement);
  });

  it('show a briefing whole, and its predictions where they stand', async () => {
    const text = await words(paths.briefing);
    expect(text).toContain(briefing.headline);
    for (const { body } of briefing.sections)
      for (const paragraph of body.split(/\n{2,}/)) expect(text).toContain(plain(paragraph));
    for (const id of briefing.scenarios) {
      const { statement, forecasts } = await desk.api(`scenarios/${id}`);
      expect(text).toContain(statement);
      expect(text).toContain(plain(`${Number((forecasts[0].probability * 100).toFixed(2))} %`));
    }
  });

  it('show an event with its sources, its standing and what it bears on', async () => {
    const text = await words(paths.event);
    for (const { outlet } of event.sources) expect(text).toContain(outlet);
    for (const { by } of event.standings) expect(text).toContain(`by ${by}`);
    expect(text).toMatch(/It (settles it|speaks (for|against) it)\./);
  });

  it('show a forecaster’s record with the diagram drawn', async () => {
    const page = await desk.open(paths.forecaster);
    const report = await desk.api('calibration?forecaster=dorrin-hale');
    const text = plain(await page.textContent('main'));
    expect(text).toContain(`Of ${report.n} predictions`);
    expect(text).toContain(report.brierScore.toFixed(3));
    await page.locator('canvas[role="img"]').first().waitFor();
    expect(await page.locator('table').first().locator('tbody tr').count()).toBe(10);
    const { items } = await desk.api('track-record?forecaster=dorrin-hale&sort=worst&limit=5');
    const misses = await page
      .getByRole('region', { name: 'Biggest misses and best calls' })
      .locator('> div')
      .first()
      .locator('li')
      .allTextContents();
    expect(misses).toHaveLength(5);
    items.forEach((item: Json, i: number) => expect(misses[i]).toContain(item.scenario.statement));
    await page.close();
  });

  it('list forecasters with n and score, and show nothing of a person who stays private', async () => {
    const text = await words('/forecasters');
    for (const { slug, name } of (await desk.api('forecasters')).items) {
      const { n, brierScore } = await desk.api(`calibration?forecaster=${slug}`);
      expect(text).toMatch(
        new RegExp(`${name}.{0,12}${n} forecasts scored, Brier score ${brierScore.toFixed(3)}`),
      );
    }
    expect(text).not.toContain('Maud Tessaly');
    const person = await words(paths.person);
    expect(person).toContain('The track record of Maud Tessaly is not public');
    expect(person).not.toMatch(/squared gap|\d %/);
  });

  it('tell how the house resolves, with the figures of the record', async () => {
    const text = await words('/house');
    const [report, agreement] = [await desk.api('calibration'), await desk.api('rereads/agreement')];
    expect(text).toContain(plain(`Now ${report.annulled} predictions are annulled`));
    expect(text).toContain(plain(`${agreement.agreed} of ${agreement.read} agreed`));
    const page = await desk.open('/house');
    const counts = await page.locator('table tbody td:nth-child(2)').allTextContents();
    expect(counts.map(Number).reduce((sum, n) => sum + n, 0)).toBe(report.annulled);
    await page.close();
  });

  it('lead by keyboard from a topic to a prediction, to its event, and back', async () => {
    const page = await desk.open(paths.topic);
    const follow = async (selector: string, address: RegExp) => {
      await page.locator(selector).first().focus();
      await page.keyboard.press('Enter');
      await page.waitForURL(address);
    };
    await follow('#resolved ~ ol a[href^="/scenarios/"]', /\/scenarios\//);
    await follow('.evidence a[href^="/events/"]', /\/events\//);
    await follow('.prediction a[href^="/scenarios/"]', /\/scenarios\//);
    await page.goBack();
    await page.goBack();
    await page.goBack();
    expect(new URL(page.url()).pathname).toBe(paths['topic']);
    await page.close();
  });

  it('draw the crowd’s median as a line of its own, and name the events', async () => {
    const { items } = await desk.api('track-record?sort=worst&limit=40');
    for (const { scenario } of items) {
      const { crowd, evidence } = await desk.api(`scenarios/${scenario.id}`);
      if (crowd.length === 0 || evidence.length === 0) continue;
      const page = await desk.open(`/scenarios/${scenario.id}`);
      const label = await page.locator('.plot-time canvas').getAttribute('aria-label');
      expect(plain(label)).toMatch(/the median of all from [\d.]+ % to [\d.]+ %/);
      expect(plain(await page.textContent('.legend'))).toContain('Median of all');
      expect(plain(await page.textContent('.legend-events'))).toContain(evidence[0].event.headline);
      await page.close();
      return;
    }
    throw new Error('no prediction of several forecasters with an event');
  });

  it('run without an error in the console', () => expect(desk.complaints).toEqual([]));
});
