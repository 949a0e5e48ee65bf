import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { DemoDesk } from '../support/demo-desk.js';
import { runningOver, seriousLightAndDark, shownText, walkByTab, WINDOWS } from '../support/page-looks.js';

/** What every page owes to every window, eye and hand. */
export function owesEveryone(page: () => Page): void {
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

/** One of each sort of what the example desk has, by the name that an address gives it behind a colon. */
export async function idsOf(desk: DemoDesk): Promise<Record<string, string>> {
  const ids: Record<string, string> = { desk: 'desk', private: 'maud-tessaly' };
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
    return { ...ids, resolved: id, topic: topic.slug, briefing: briefingId, event: evidence[0].event.id };
  }
  throw new Error('no resolved scenario of a briefing has evidence');
}

/** @example filled('/scenarios/:open', ids) // => '/scenarios/0192…' */
export const filled = (address: string, ids: Readonly<Record<string, string>>): string =>
  address.replace(/:(\w+)/, (_, name: string) => ids[name]!);
