import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { type DemoDesk, startDemoDesk } from '../support/demo-desk.js';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers, read for what they should hold
type Json = any;

/** The pages, and the most requests that each may make. */
const PAGES: [path: string, requests: number][] = [
  ['/', 12],
  ['/calibration', 12],
  ['/calibration?groupBy=month', 12],
  ['/record', 3],
  ['/record?state=overdue', 3],
  ['/method', 3],
  ['/nowhere', 3],
];

let desk: DemoDesk;
beforeAll(async () => {
  desk = await startDemoDesk();
}, 240_000);
afterAll(() => desk?.stop());

const plain = (text: string | null) => (text ?? '').replace(/\s+/g, ' ');
const percent = (share: number) => `${Math.round(share * 100)} %`;

async function on<T>(
  path: string,
  look: (page: Page) => Promise<T>,
  options?: BrowserContextOptions,
): Promise<T> {
  const page = await desk.open(path, options);
  try {
    return await look(page);
  } finally {
    await page.close();
  }
}
const textOf = (path: string, options?: BrowserContextOptions) =>
  on(path, async (page) => plain(await page.textContent('main')), options);

describe('the pages give the numbers of the API', () => {
  it('on the front: score over time, kinds and terms side by side', async () => {
    const { points } = await desk.api('calibration/over-time');
    const last = points.at(-1);
    const { groups } = await desk.api('calibration?groupBy=kind');
    const text = await textOf('/');
    expect(text).toContain(`it stood at ${last.brierScore.toFixed(3)} over 50 predictions`);
    for (const { title, report } of groups)
      expect(text.toLowerCase()).toContain(
        `${title}${report.n}${percent(report.baseRate)}${report.brierScore.toFixed(3)}`,
      );
  });
  it.each(['forecaster', 'topic', 'kind', 'term', 'month'])('in the table of groups by %s', async (by) => {
    const { groups } = await desk.api(`calibration?groupBy=${by}`);
    await on(`/calibration?groupBy=${by}`, async (page) => {
      const rows = await page.locator('.groups-table tbody tr').allTextContents();
      expect(rows).toHaveLength(groups.length);
      groups.forEach(({ report }: Json, index: number) => {
        expect(plain(rows[index]!)).toContain(
          `${report.n}${percent(report.baseRate)}${report.brierScore.toFixed(3)}`,
        );
      });
      expect(await page.locator('svg.small-diagram').count()).toBe(
        groups.filter(({ report }: Json) => report.n >= 10).length,
      );
    });
  });
  it('under filters, which are echoed in words', async () => {
    const filters = 'kind=risk&vantage=last&records=all&from=2025-01-01';
    const report = await desk.api(`calibration?${filters}`);
    const text = await textOf(`/calibration?${filters}`);
    expect(text).toContain(`Of ${report.n} predictions`);
    expect(text).toContain(`Counted here: ${report.selection.text}.`);
  });
  it('in the worked example of the method', async () => {
    const report = await desk.api('calibration');
    const [item] = (await desk.api('track-record?limit=1')).items;
    const text = await textOf('/method');
    expect(text).toContain(item.scenario.statement);
    expect(text).toContain(`squared, ${item.brierScore.toFixed(4)}`);
    expect(text).toContain(`is ${report.brierScore.toFixed(4)}: the Brier score of this record`);
    const bin = report.bins.find(({ n, from }: Json) =>
      text.includes(`${n} forecasts lay in ${Math.round(from * 100)}–`),
    );
    expect(text).toContain(`for ${bin.occurred} of ${bin.n}: ${Math.round(bin.interval.low * 100)}–`);
  });
  it('in the list, which is searched, sorted and goes on at an address', async () => {
    const worst = (await desk.api('track-record?sort=worst&limit=30')).items;
    await on('/record?sort=worst', async (page) => {
      const listed = await page.locator('.prediction-statement a').allTextContents();
      expect(listed).toEqual(worst.slice(0, 25).map(({ scenario }: Json) => scenario.statement));
      await page.click('a[rel=next]');
      await page.waitForURL(/cursor=/);
      const next = await page.locator('.prediction-statement a').first().textContent();
      expect(next).toBe(worst[25].scenario.statement);
      const [word] = worst[0].scenario.statement.split(' ').filter((one: string) => one.length > 6);
      await page.fill('input[name=q]', word);
      await page.keyboard.press('Enter');
      await page.waitForURL(/q=/);
      for (const found of await page.locator('.prediction-statement a').allTextContents())
        expect(found.toLowerCase()).toContain(word.toLowerCase());
      expect(await page.locator('.prediction').count()).toBeGreaterThan(0);
    });
  });
  it('in every count, each a link', async () => {
    const report = await desk.api('calibration');
    await on('/', async (page) => {
      const links = await page.locator('.counts a').allTextContents();
      const { n, open, overdue, annulled } = report;
      expect(links.map(plain)).toEqual([
        ...[`${n} scored`, `${open} open`, `${overdue} overdue`, `${annulled} annulled`],
      ]);
    });
    for (const state of ['open', 'overdue', 'annulled'])
      await on(`/record?state=${state}`, async (page) =>
        expect(await page.locator('.prediction').count()).toBe(Math.min(25, report[state])),
      );
  });
});

describe('the reliability diagram', () => {
  it('is square, at every size', async () => {
    for (const width of [360, 700, 1200])
      await on(
        '/',
        async (page) => {
          const box = await page.locator('.plot-reliability').boundingBox();
          expect(Math.abs(box!.width - box!.height)).toBeLessThan(2);
        },
        { viewport: { width, height: 900 } },
      );
  });
  it('opens the forecasts of a point by keyboard, worst first, and back returns to the same place', async () => {
    const report = await desk.api('calibration');
    const bin = report.bins.filter(({ n }: Json) => n > 0)[3];
    const name = `${Math.round(bin.from * 100)}-${Math.round(bin.to * 100)}`;
    const { items } = await desk.api(`track-record?sort=worst&limit=5&bin=${name}`);
    await on('/', async (page) => {
      const point = page.locator('.point-links a').nth(3);
      await point.waitFor();
      expect(plain(await point.getAttribute('aria-label'))).toContain(`(${bin.occurred} of ${bin.n};`);
      await point.focus();
      const before = await page.evaluate(() => scrollY);
      expect(before).toBeGreaterThan(0);
      await page.keyboard.press('Enter');
      await page.waitForURL(new RegExp(`/record\\?bin=${name}$`));
      const listed = await page.locator('.prediction-statement a').allTextContents();
      expect(listed.slice(0, 5)).toEqual(items.map(({ scenario }: Json) => scenario.statement));
      await page.goBack({ waitUntil: 'networkidle' });
      await page.waitForTimeout(300);
      expect(Math.abs((await page.evaluate(() => scrollY)) - before)).toBeLessThan(5);
    });
  });
  it('opens them by a click on the point too', async () => {
    await on('/', async (page) => {
      await page.locator('.point-links a').nth(3).scrollIntoViewIfNeeded();
      const box = await page.locator('.point-links a').nth(3).boundingBox();
      await page.mouse.click(box!.x + box!.width / 2, box!.y + box!.height / 2);
      await page.waitForURL(/\/record\?bin=/);
    });
  });
  it('says in words what its verdict is, for those who do not see it', async () => {
    const { verdict } = await desk.api('calibration');
    await on('/', async (page) => {
      const label = await page.locator('.plot-reliability canvas').getAttribute('aria-label');
      expect(plain(label)).toContain(plain(verdict.text));
    });
  });
  it('explains each mark in a line, and what chance alone would do', async () => {
    const text = await textOf('/');
    for (const line of [
      'The upright bar is the 90 % range',
      'With ten points, expect about one outside its bar by chance.',
      'The shaded band around the diagonal',
      'The dotted line is the base rate',
      'A hollow point has fewer than five.',
    ])
      expect(text).toContain(line);
  });
});

describe('every page of the record', () => {
  it.each(PAGES)('%s takes few requests, and moves nothing as it loads', async (path, most) => {
    const page = await desk.browser.newPage({ viewport: { width: 1200, height: 900 } });
    let requests = 0;
    page.on('requestfinished', () => (requests += 1));
    await page.addInitScript(observeShifts);
    await page.goto(`${desk.listening}${path}`, { waitUntil: 'networkidle' });
    await page.waitForTimeout(300);
    expect(requests).toBeGreaterThan(1);
    expect(requests).toBeLessThanOrEqual(most);
    expect(await page.evaluate(() => (window as unknown as { shift: number }).shift)).toBeLessThan(0.02);
    await page.close();
  });
  it('is whole without JavaScript: verdict, small diagrams, tables, form', async () => {
    const report = await desk.api('calibration');
    await on(
      '/calibration',
      async (page) => {
        expect(plain(await page.textContent('main'))).toContain(`Of ${report.n} predictions`);
        expect(await page.locator('svg.small-diagram').first().isVisible()).toBe(true);
        expect(await page.locator('.chart-data table').first().isVisible()).toBe(true);
        await page.click('summary:has-text("Choose what counts")');
        await page.selectOption('select[name=kind]', 'risk');
        await page.click('.filters button');
        await page.waitForURL(/kind=risk/);
        const risks = await desk.api('calibration?kind=risk');
        expect(plain(await page.textContent('main'))).toContain(`Of ${risks.n} predictions`);
      },
      { javaScriptEnabled: false },
    );
  });
  it('is printed with its tables open, without navigation, in the colours of paper', async () => {
    await on(
      '/',
      async (page) => {
        await page.emulateMedia({ media: 'print' });
        for (const table of await page.locator('.chart-data table').all())
          expect(await table.isVisible()).toBe(true);
        expect(await page.locator('header nav').isVisible()).toBe(false);
        expect(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe(
          'rgb(255, 255, 255)',
        );
        const pdf = await page.pdf({ format: 'A4' });
        expect([...pdf.toString('latin1').matchAll(/\/Type \/Page\b/g)].length).toBeGreaterThan(1);
      },
      { colorScheme: 'dark' },
    );
  });
  it('is led through by keyboard, from the link that skips the head', async () => {
    await on('/record', async (page) => {
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.className)).toBe('skip');
      expect(
        await page.locator('.skip').evaluate((one) => one.getBoundingClientRect().left),
      ).toBeGreaterThanOrEqual(0);
      await page.keyboard.press('Enter');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => getComputedStyle(document.activeElement!).outlineStyle)).toBe('solid');
    });
  });
  it('says which filter it did not follow', async () => {
    expect(await textOf('/calibration?kind=threat')).toContain(
      'Not followed: kind “threat” is none of risk, opportunity, consequence.',
    );
  });
  it('runs without an error in the console, but for what is not there', () => {
    expect(desk.complaints.filter((line) => !line.startsWith('/nowhere'))).toEqual([]);
  });
});

/** Adds up the shifts of what a reader sees, as the browser scores them. */
function observeShifts(): void {
  const seen = window as unknown as { shift: number };
  seen.shift = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & {
      hadRecentInput: boolean;
      value: number;
    })[])
      if (!entry.hadRecentInput) seen.shift += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
}
