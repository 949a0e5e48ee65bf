import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { DESK_PAGES } from '../../client/src/desk/desk-pages.js';
import { type DemoDesk, startDemoDesk } from '../support/demo-desk.js';
import {
  openAll,
  runningOver,
  seriousLightAndDark,
  shownText,
  walkByTab,
  WINDOWS,
} from '../support/page-looks.js';

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
const ids: Record<string, string> = { desk: 'desk', private: 'maud-tessaly' };
beforeAll(async () => {
  desk = await startDemoDesk();
  const inState = async (state: string) => {
    const { items } = await desk.api(`scenarios?limit=1&state=${state}`);
    return items[0].id as string;
  };
  for (const state of ['open', 'overdue', 'annulled']) ids[state] = await inState(state);
  ids['id'] = ids['overdue']!;
  // The resolved one came with a briefing, and there is evidence of it.
  for (const { scenario } of (await desk.api('track-record?sort=worst&limit=100')).items) {
    const { id, topic, briefingId, evidence } = await desk.api(`scenarios/${scenario.id}`);
    if (briefingId === null || evidence.length === 0) continue;
    Object.assign(ids, {
      resolved: id,
      topic: topic.slug,
      briefing: briefingId,
      event: evidence[0].event.id,
    });
    break;
  }
}, 240_000);
afterAll(() => desk?.stop());

const filled = (address: string) => address.replace(/:(\w+)/, (_, name: string) => ids[name]!);
const plain = (text: string | null) => (text ?? '').replace(/\s+/g, ' ').trim();

/** What every page owes to every window, eye and hand. */
function owesEveryone(page: () => Page): void {
  it('is in order for axe, in the light and in the dark', async () => {
    await page().setViewportSize(WINDOWS.desktop);
    expect(await seriousLightAndDark(page())).toEqual([]);
  }, 240_000);

  it('runs over nowhere on a phone or at 200 % zoom, and loses no word', async () => {
    await page().setViewportSize(WINDOWS.desktop);
    const whole = await shownText(page());
    expect(whole.length).toBeGreaterThan(20);
    for (const window of [WINDOWS.zoomed, WINDOWS.phone]) {
      await page().setViewportSize(window);
      await page().waitForTimeout(300); // a chart draws itself anew
      expect([window, await runningOver(page())]).toEqual([window, []]);
      expect(await shownText(page())).toBe(whole);
    }
  });

  it('leads by Tab to all that can be used, and shows where one is', async () => {
    await page().setViewportSize(WINDOWS.desktop);
    expect(await walkByTab(page())).toEqual({ unreached: [], unseen: [] });
  });
}

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
    page = await desk.open(filled(address), { deviceScaleFactor: 2, viewport: WINDOWS.desktop });
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
    const bare = await desk.open(filled(address), { javaScriptEnabled: false });
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

describe('the desk', () => {
  const roles = ['analyst', 'editor', 'administrator'] as const;
  const pages = {} as Record<(typeof roles)[number], Page>;
  beforeAll(async () => {
    for (const role of roles)
      pages[role] = await desk.openAs(role, '/desk', { deviceScaleFactor: 2, viewport: WINDOWS.desktop });
  }, 60_000);
  afterAll(async () => {
    for (const role of roles) await pages[role]?.close();
  });
  const go = async (page: Page, path: string) => {
    await page.setViewportSize(WINDOWS.desktop);
    await page.goto(`${desk.listening}${filled(path)}`, { waitUntil: 'networkidle' });
    await page.locator('h1').waitFor();
  };

  describe.each(DESK_PAGES.map(({ path, role }) => [path, role === 'reader' ? 'analyst' : role] as const))(
    '%s, as %s',
    (path, role) => {
      beforeAll(async () => {
        await go(pages[role], path);
        await openAll(pages[role]);
      });
      owesEveryone(() => pages[role]);
    },
  );

  it('has room on a phone for the navigation of whoever may do everything', async () => {
    for (const { path } of DESK_PAGES) {
      await go(pages.administrator, path);
      await pages.administrator.setViewportSize(WINDOWS.phone);
      expect([path, await runningOver(pages.administrator)]).toEqual([path, []]);
    }
  });

  it('tells whoever may not open a page that it is for others', async () => {
    for (const { path, role } of DESK_PAGES) {
      const below = roles[roles.findIndex((one) => one === role) - 1];
      if (below === undefined) continue;
      await go(pages[below], path);
      expect([path, await pages[below].locator('h1').textContent()]).toEqual([
        ...[path, 'There is nothing here for you.'],
      ]);
    }
  });

  describe('the quick box, over any page', () => {
    beforeAll(async () => {
      await go(pages.analyst, '/desk/tokens');
      await pages.analyst.keyboard.press('n');
      await pages.analyst.locator('#quick-line').fill('! hail may shut the quay by mid-2031 40%');
      await pages.analyst.getByText('Monday, 30 June 2031').waitFor();
    });
    it('fits a phone and 200 % zoom', async () => {
      for (const window of [WINDOWS.zoomed, WINDOWS.phone]) {
        await pages.analyst.setViewportSize(window);
        expect([window, await runningOver(pages.analyst)]).toEqual([window, []]);
        const box = await pages.analyst.locator('dialog.quick').boundingBox();
        expect(box!.x).toBeGreaterThanOrEqual(0);
        expect(box!.x + box!.width).toBeLessThanOrEqual(window.width);
      }
    });
    it('is in order for axe, in the light and in the dark', async () =>
      expect(await seriousLightAndDark(pages.analyst)).toEqual([]));
  });

  it('lets anyone in by a form that owes them the same', async () => {
    const page = await desk.open('/desk/login', { deviceScaleFactor: 2, viewport: WINDOWS.desktop });
    expect(await walkByTab(page)).toEqual({ unreached: [], unseen: [] });
    expect(await seriousLightAndDark(page)).toEqual([]);
    for (const window of [WINDOWS.zoomed, WINDOWS.phone]) {
      await page.setViewportSize(window);
      expect([window, await runningOver(page)]).toEqual([window, []]);
    }
    await page.close();
  });
});

it('no page complains, but the one that is not there', () =>
  expect(desk.complaints.filter((line) => !line.startsWith('/nowhere'))).toEqual([]));
