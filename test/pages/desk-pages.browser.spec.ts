import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { DESK_PAGES } from '../../client/src/desk/desk-pages.js';
import { type DemoDesk, startDemoDesk } from '../support/demo-desk.js';
import { openAll, runningOver, seriousLightAndDark, walkByTab, WINDOWS } from '../support/page-looks.js';
import { filled, idsOf, owesEveryone } from './owes-everyone.js';

let desk: DemoDesk;
let ids: Record<string, string>;
beforeAll(async () => {
  desk = await startDemoDesk();
  ids = await idsOf(desk);
}, 240_000);
afterAll(() => desk?.stop());

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
    await page.goto(`${desk.listening}${filled(path, ids)}`, { waitUntil: 'networkidle' });
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

it('no page complains', () => expect(desk.complaints).toEqual([]));
