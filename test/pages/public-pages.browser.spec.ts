import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { type DemoDesk, startDemoDesk } from '../support/demo-desk.js';
import { openAll, WINDOWS } from '../support/page-looks.js';
import { filled, idsOf, owesEveryone } from './owes-everyone.js';

/** What a first visit may weigh, compressed. */
const LIGHTEST = 100_000;

/** Every public page; what stands behind a colon is one of that sort. */
const PUBLIC = [
  '/',
  '/record',
  '/record?state=overdue',
  '/calibration',
  '/calibration?groupBy=topic',
  '/calibration?groupBy=month',
  '/method',
  '/house',
  '/topics',
  '/topics/:topic',
  '/briefings',
  '/briefings/:briefing',
  '/events',
  '/events/:event',
  '/forecasters',
  '/forecasters/:desk',
  '/forecasters/:private',
  '/scenarios/:open',
  '/scenarios/:overdue',
  '/scenarios/:resolved',
  '/scenarios/:annulled',
  '/nowhere',
];

let desk: DemoDesk;
let ids: Record<string, string>;
beforeAll(async () => {
  desk = await startDemoDesk();
  ids = await idsOf(desk);
}, 240_000);
afterAll(() => desk?.stop());

const plain = (text: string | null) => (text ?? '').replace(/\s+/g, ' ').trim();

it('the table of public pages has every address of their controllers', () => {
  const kinds = PUBLIC.map((address) => address.replace(/\?.*/, '').replace(/:\w+/, ':page').slice(1));
  for (const name of ['pages', 'story-pages']) {
    const code = readFileSync(`src/pages/${name}.controller.ts`, 'utf8');
    const routes = [...code.matchAll(/@Get\((?:'([^']*)')?\)/g)].map(([, route = '']) => route);
    expect(routes.length).toBeGreaterThan(5);
    for (const route of routes.filter((one) => one !== '*')) expect(kinds).toContain(route);
  }
});

describe.each(PUBLIC)('the public page %s', (address) => {
  let page: Page;
  beforeAll(async () => {
    page = await desk.open(filled(address, ids), { deviceScaleFactor: 2, viewport: WINDOWS.desktop });
  });
  afterAll(() => page?.close());

  it('weighs little, asks nobody else, and sets no cookie', async () => {
    const fetched = await page.evaluate(() =>
      (['navigation', 'resource'] as const).flatMap((type) =>
        (performance.getEntriesByType(type) as PerformanceResourceTiming[]).map(
          ({ name, encodedBodySize }) => ({ origin: new URL(name).origin, bytes: encodedBodySize }),
        ),
      ),
    );
    expect(new Set(fetched.map(({ origin }) => origin))).toEqual(new Set([desk.listening]));
    const bytes = fetched.reduce((sum, one) => sum + one.bytes, 0);
    expect(bytes).toBeGreaterThan(1_000);
    expect(bytes).toBeLessThanOrEqual(LIGHTEST);
    expect(await page.context().cookies()).toEqual([]);
  });

  it('is whole without JavaScript', async () => {
    const lines = await page
      .locator('main :is(h1, h2, h3, p, li, dt, dd, th, td, caption)')
      .evaluateAll((all) => all.map((one) => one.textContent ?? ''));
    const bare = await desk.open(filled(address, ids), { javaScriptEnabled: false });
    expect(await bare.locator('h1').isVisible()).toBe(true);
    const text = plain(await bare.textContent('main'));
    for (const line of lines) expect(text).toContain(plain(line));
    expect(await bare.context().cookies()).toEqual([]);
    await bare.close();
  });

  it('prints: without navigation, with its tables', async () => {
    const tables = page.locator('table');
    const shown = await tables.evaluateAll((all) => all.map((one) => one.checkVisibility()));
    await page.emulateMedia({ media: 'print' });
    for (const nav of await page.locator('header nav').all()) expect(await nav.isVisible()).toBe(false);
    for (const [i, table] of (await tables.all()).entries()) {
      const isOfChart = await table.evaluate((one) => one.closest('.chart-data') !== null);
      if (shown[i] || isOfChart) expect(await table.isVisible()).toBe(true);
    }
    const paper = (await page.pdf({ format: 'A4' })).toString('latin1');
    expect(paper.slice(0, 5)).toBe('%PDF-');
    expect([...paper.matchAll(/\/Type \/Page\b/g)].length).toBeGreaterThan(0);
    await page.emulateMedia({ media: 'screen' });
  });

  describe('with all of it open', () => {
    beforeAll(() => openAll(page));
    owesEveryone(() => page);
  });
});

it('no page complains, but the one that is not there', () =>
  expect(desk.complaints.filter((line) => !line.startsWith('/nowhere'))).toEqual([]));
