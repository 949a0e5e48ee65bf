import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { type DemoDesk, startDemoDesk } from '../support/demo-desk.js';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers, read for what they should hold
type Json = any;

let desk: DemoDesk;
/** A resolved prediction of which much is on record. */
let resolved: string;
beforeAll(async () => {
  desk = await startDemoDesk();
  resolved = (await desk.api('track-record?sort=worst&limit=1')).items[0].scenario.id;
}, 240_000);
afterAll(() => desk?.stop());

const plain = (text: string | null) => (text ?? '').replace(/\s+/g, ' ').trim();
const textOf = async (page: Page) => plain(await page.textContent('main'));

/** The filters of a part of the record with so many forecasts counted, and its report. */
async function partOf(least: number, most: number): Promise<{ filters: string; report: Json }> {
  for (const { slug } of (await desk.api('topics')).items)
    for (const by of ['kind', 'term', 'forecaster'])
      for (const { key, report } of (await desk.api(`calibration?topic=${slug}&groupBy=${by}`)).groups)
        if (report.n >= least && report.n <= most) return { filters: `topic=${slug}&${by}=${key}`, report };
  throw new Error(`no part of the example desk has ${least} to ${most} forecasts`);
}

describe('the size of a record', () => {
  it('under ten is a sentence and the list, without a chart', async () => {
    const { filters, report } = await partOf(1, 9);
    const page = await desk.open(`/calibration?${filters}`);
    expect(await textOf(page)).toMatch(
      new RegExp(`${report.scenarios} predictions? scored. A chart appears from 10`),
    );
    expect(await page.locator('canvas, .verdict').count()).toBe(0);
    await page.getByRole('link', { name: 'What is scored so far' }).click();
    await page.waitForURL(/\/record\?/);
    expect(await page.locator('.prediction').count()).toBe(report.n);
    await page.close();
  });

  it('under thirty has a chart, and no verdict', async () => {
    const { filters, report } = await partOf(10, 29);
    const page = await desk.open(`/calibration?${filters}`);
    expect(await textOf(page)).toContain(
      `Too early to say: ${report.scenarios} of the 30 results a verdict needs.`,
    );
    expect(await page.locator('.plot-reliability canvas').count()).toBe(1);
    expect(await page.locator('.verdict').count()).toBe(0);
    await page.close();
  });

  it('under a hundred is provisional, and says so; from there on not', async () => {
    const { filters } = await partOf(30, 99);
    const some = await desk.open(`/calibration?${filters}`);
    expect(plain(await some.locator('.lead').textContent())).toMatch(/provisional/i);
    await some.close();
    expect((await desk.api('calibration')).n).toBeGreaterThan(100);
    const all = await desk.open('/calibration');
    expect(plain(await all.locator('.lead').textContent())).not.toMatch(/provisional/i);
    await all.close();
  });
});

describe('what happened and what did not', () => {
  it.each(['light', 'dark'] as const)(
    'looks alike, in the %s: neither is good or bad',
    async (colorScheme) => {
      const page = await desk.open('/record?sort=worst', { colorScheme });
      const outcomes = await page
        .locator('.prediction-facts b')
        .evaluateAll((all) => all.map((one) => [one.textContent, getComputedStyle(one).color]));
      const ink = await page.evaluate(() => getComputedStyle(document.documentElement).color);
      expect(new Set(outcomes.map(([word]) => word))).toEqual(new Set(['Happened', 'Did not happen']));
      expect(new Set(outcomes.map(([, colour]) => colour))).toEqual(new Set([ink]));
      await page.close();
    },
  );

  it('shows misses as it shows hits: five of each, side by side, in one size', async () => {
    const page = await desk.open('/');
    const [worst, best] = await Promise.all(
      ['Biggest misses', 'Best calls'].map(async (title) => {
        const part = page.locator('.side-by-side > div', { hasText: title });
        expect(await part.locator('.prediction').count()).toBe(5);
        return (await part.boundingBox())!;
      }),
    );
    expect([worst!.y, worst!.width]).toEqual([best!.y, best!.width]);
    for (const [sort, title] of [
      ['worst', 'Biggest misses'],
      ['best', 'Best calls'],
    ]) {
      const { items } = await desk.api(`track-record?sort=${sort}&limit=5`);
      const listed = page
        .locator('.side-by-side > div', { hasText: title! })
        .locator('.prediction-statement a');
      expect(await listed.allTextContents()).toEqual(items.map(({ scenario }: Json) => scenario.statement));
    }
    await page.close();
  });
});

describe('the filters of a page', () => {
  it('are those of its table, its data, its picture and its embed, with the same numbers', async () => {
    const filters = { kind: 'risk', vantage: 'last', records: 'all', from: '2025-01-01' };
    const query = new URLSearchParams(filters).toString();
    const page = await desk.open(`/calibration?${query}`);
    const report = await desk.api(`calibration?${query}`);
    expect(await textOf(page)).toContain(`Counted here: ${report.selection.text}.`);
    const links = page.locator('figure .elsewhere a');
    expect(await links.allTextContents()).toEqual(['CSV', 'JSON', 'a picture', 'to embed']);
    for (const link of await links.all()) {
      const href = new URL((await link.getAttribute('href'))!, desk.listening);
      expect(Object.fromEntries(href.searchParams)).toEqual(filters);
      const answer = await fetch(href);
      expect(answer.status).toBe(200);
      const body = await answer.text();
      if (href.pathname.endsWith('.json')) expect(JSON.parse(body)).toMatchObject({ n: report.n });
      if (href.pathname.startsWith('/embed')) expect(plain(body)).toContain(`Of ${report.n} predictions`);
      if (!href.pathname.endsWith('.csv')) continue;
      const [head, ...rows] = body.trim().split('\r\n');
      const column = head!.split(',').indexOf('n');
      const counts = rows.map((row) => Number(row.split(',')[column]));
      // A row for each bin, and one for all.
      expect(counts.filter((n) => n === report.n)).toHaveLength(1);
      expect(counts.reduce((sum, n) => sum + n, 0)).toBe(2 * report.n);
    }
    await page.close();
  });

  it('leave in sight which forecast counts, and change it by a link', async () => {
    const page = await desk.open('/?kind=risk');
    const choice = page.locator('.vantages');
    expect(await choice.locator('[aria-current]').textContent()).toBe('as first published');
    await choice.getByRole('link', { name: 'averaged over time' }).click();
    await page.waitForURL(/\?(?=.*kind=risk)(?=.*vantage=timeWeighted)/);
    expect(await choice.locator('[aria-current]').textContent()).toBe('averaged over time');
    const report = await desk.api('calibration?kind=risk&vantage=timeWeighted');
    expect(await textOf(page)).toContain(report.brierScore.toFixed(3));
    await page.close();
  });

  it('lead to a feed of the same topic and of the same forecaster', async () => {
    const { slug } = (await desk.api('topics')).items[0];
    for (const path of [`/topics/${slug}`, '/forecasters/desk']) {
      const page = await desk.open(path);
      const feed = await page.locator('link[type="application/atom+xml"]').getAttribute('href');
      expect(feed).toBe(`/feeds${path}.atom`);
      const answer = await fetch(desk.listening + feed!);
      expect([answer.status, (await answer.text()).includes('<entry>')]).toEqual([200, true]);
      await page.close();
    }
  });
});

describe('a page', () => {
  it('moves nothing, whether the reader minds it or not', async () => {
    for (const reducedMotion of ['reduce', 'no-preference'] as const)
      for (const path of ['/', '/calibration', `/scenarios/${resolved}`]) {
        const page = await desk.open(path, { reducedMotion });
        const moving = await page.evaluate(
          () =>
            [...document.querySelectorAll('*')].filter((one) => {
              const { animationName, transitionDuration, scrollBehavior } = getComputedStyle(one);
              return animationName !== 'none' || transitionDuration !== '0s' || scrollBehavior !== 'auto';
            }).length,
        );
        expect([path, moving]).toEqual([path, 0]);
        expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
        await page.close();
      }
  });

  it('of a prediction holds all that a reader may ask, in this order', async () => {
    const page = await desk.open(`/scenarios/${resolved}`);
    const titles = await page.locator('main h2').allTextContents();
    const order = ['What was said', 'What counts as happening', 'Evidence', 'Resolution', 'Scores'];
    const places = order.map((title) => titles.findIndex((one) => one.startsWith(title)));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    const scenario = await desk.api(`scenarios/${resolved}`);
    const text = await textOf(page);
    for (const { text: words } of scenario.criteriaVersions) expect(text).toContain(plain(words));
    for (const { reason, by } of scenario.resolutions)
      for (const one of [reason, by]) expect(text).toContain(plain(one));
    await page.close();
  });
});

describe('an embed of an open prediction', () => {
  it('turns to what became of it while a reader has it open, without a script', async () => {
    const { id } = (await desk.api('scenarios?state=open&limit=1')).items[0];
    const page = await desk.browser.newPage({ javaScriptEnabled: false });
    // What is five minutes for a reader is a second here.
    await page.route(`**/embed/scenarios/${id}`, async (route) => {
      const answer = await route.fetch();
      const body = await answer.text();
      await route.fulfill({ response: answer, body: body.replace('content="300"', 'content="1"') });
    });
    await page.goto(`${desk.listening}/embed/scenarios/${id}`);
    expect(await textOf(page)).toMatch(/Open: [\d,]+ days? left/);
    const answer = await fetch(`${desk.listening}/api/v1/scenarios/${id}/resolutions`, {
      method: 'POST',
      headers: { authorization: `Bearer ${desk.tokens['editor']}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        ...{ outcome: 'annulled', annulment: 'unverifiable', reason: 'Its only source was closed.' },
      }),
    });
    expect(answer.status).toBe(201);
    await page.getByText('Annulled').waitFor();
    expect(await page.locator('meta[http-equiv=refresh]').count()).toBe(0);
    await page.close();
  });
});

it('no page complains', () => expect(desk.complaints).toEqual([]));
