import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { AXIS_ROOM, EDGE_ROOM } from '../../client/src/charts/frame.js';
import { KIND_COLOURS, LIGHT } from '../../client/src/charts/theme.js';
import { coloursAt, drawnWords, noteDrawnWords, pixelsOf, type Spot } from '../support/canvas.js';
import { type DemoDesk, startDemoDesk } from '../support/demo-desk.js';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers, read for what they should hold
type Json = any;

/** A point of the diagram where the page says that it lies, with what it stands for. */
interface Placed extends Spot {
  bin: Json;
  radius: number;
}

let desk: DemoDesk;
beforeAll(async () => {
  desk = await startDemoDesk();
}, 240_000);
afterAll(() => desk?.stop());

/** The page of a selection with its diagram drawn, and the points as they lie in it. */
async function drawn(path: string): Promise<{ page: Page; canvas: Locator; points: Placed[]; report: Json }> {
  const viewport = { width: 1200, height: 900 };
  const context = await desk.browser.newContext({ viewport, deviceScaleFactor: 2 });
  await context.addInitScript(noteDrawnWords);
  const page = await context.newPage();
  await page.goto(`${desk.listening}${path}`, { waitUntil: 'networkidle' });
  await page.locator('.point-links a').first().waitFor();
  const report = await desk.api(`calibration${path.replace(/^[^?]*/, '')}`);
  const filled = report.bins.filter(({ n }: Json) => n > 0);
  const links = await page.locator('.point-links a').evaluateAll((all) =>
    (all as HTMLElement[]).map(({ style: { left, top, width } }) => ({
      ...{ x: parseFloat(left), y: parseFloat(top), radius: (parseFloat(width) - 8) / 2 },
    })),
  );
  expect(links).toHaveLength(filled.length);
  const points = links.map((link, i) => ({ ...link, bin: filled[i] }));
  return { page, canvas: page.locator('.plot-reliability canvas'), points, report };
}

/** Where a share lies on the upright axis, told from where the points are. */
function heights(points: readonly Placed[]): (share: number) => number {
  const ordered = [...points].sort((a, b) => a.bin.observed - b.bin.observed);
  const [low, high] = [ordered[0]!, ordered.at(-1)!];
  const perShare = (high.y - low.y) / (high.bin.observed - low.bin.observed);
  return (share) => low.y + (share - low.bin.observed) * perShare;
}

/** A selection of which this is so, by topic, forecaster or kind. */
async function selectionWhere(holds: (report: Json) => boolean): Promise<string> {
  for (const by of ['topic', 'forecaster', 'kind'])
    for (const { key, report } of (await desk.api(`calibration?groupBy=${by}`)).groups)
      if (holds(report)) return `${by}=${key}`;
  throw new Error('no selection of the example desk is so');
}

describe('the reliability diagram, as drawn', () => {
  it('names its axes, its lines and its corners, and the number of forecasts at each point', async () => {
    const { page, canvas, points, report } = await drawn('/');
    const words = await drawnWords(canvas);
    const texts = words.map(({ text }) => text.replace(/\u00a0/g, ' '));
    for (const name of ['Forecast probability', 'How often it happened', 'as often as said'])
      expect(texts).toContain(name);
    expect(texts).toContain(`base rate ${Math.round(report.baseRate * 100)} %`);
    for (const { bin } of points) expect(texts).toContain(String(bin.n));
    const { width, height } = (await canvas.boundingBox())!;
    const spotOf = (text: string) => words.find((one) => one.text === text)!;
    for (const text of ['overconfident:', 'happened less than said']) {
      expect(spotOf(text).x).toBeGreaterThan(width / 2);
      expect(spotOf(text).y).toBeGreaterThan(height / 2);
    }
    for (const text of ['underconfident:', 'happened more than said']) {
      expect(spotOf(text).x).toBeLessThan(width / 2);
      expect(spotOf(text).y).toBeLessThan(height / 2);
    }
    await page.close();
  });

  it('puts each point at its mean forecast and its share, with its 90 % range as an upright bar', async () => {
    const { page, canvas, points } = await drawn('/');
    const { width } = (await canvas.boundingBox())!;
    const heightOf = heights(points);
    let bars = 0;
    for (const { x, y, radius, bin } of points) {
      expect(x).toBeCloseTo(AXIS_ROOM + bin.meanForecast * (width - AXIS_ROOM - EDGE_ROOM), 0);
      expect(y).toBeCloseTo(heightOf(bin.observed), 0);
      for (const [end, inwards] of [
        [heightOf(bin.interval.low), -1],
        [heightOf(bin.interval.high), 1],
      ] as const) {
        if (Math.abs(end - y) < radius + 8) continue; // it ends inside its own point
        // Where the diagonal or the base rate crosses the bar, it is drawn over.
        const [beyond, ...within] = await coloursAt(
          canvas,
          [-4, 2, 4, 6].map((inside) => ({ x, y: end + inside * inwards })),
        );
        expect([bin.from, within]).toEqual([bin.from, expect.arrayContaining([LIGHT.mark])]);
        expect([bin.from, beyond]).not.toEqual([bin.from, LIGHT.mark]);
        bars += 1;
      }
    }
    expect(bars).toBeGreaterThan(10);
    await page.close();
  });

  it('fills a point of five or more, leaves a smaller one hollow, and draws nothing for an empty bin', async () => {
    const hasSmall = ({ n, bins }: Json) =>
      n >= 10 && bins.some((bin: Json) => bin.n > 0 && bin.n < 5) && bins.some((bin: Json) => bin.n >= 5);
    const { page, canvas, points } = await drawn(`/calibration?${await selectionWhere(hasSmall)}`);
    const centres = await coloursAt(canvas, points);
    const edges = await coloursAt(
      canvas,
      points.map(({ x, y, radius }) => ({ x: x - radius, y })),
    );
    points.forEach(({ bin }, i) => {
      expect([bin.n, centres[i]]).toEqual([bin.n, bin.n < 5 ? LIGHT.surface : centres[i]]);
      if (bin.n >= 5) expect(centres[i]).toBe(edges[i]);
      expect(edges[i]).not.toBe(LIGHT.surface);
    });
    await page.close();
  });

  it.each([
    ['risk', 'triangle', [false, false, true]],
    ['opportunity', 'circle', [true, true, true]],
    ['consequence', 'square', [false, true, true]],
  ] as const)('gives a %s its colour and a %s', async (kind, _shape, covered) => {
    const { page, canvas, points } = await drawn(`/calibration?kind=${kind}`);
    const { x, y, radius } = points.reduce((most, one) => (one.radius > most.radius ? one : most));
    // A corner of a circle's square at the upper left, then nearer, then what all shapes cover.
    const spots = [
      [-0.3, -0.85],
      [-0.6, -0.5],
      [0.5, 0.3],
    ].map(([across, down]) => ({ x: x + across! * radius, y: y + down! * radius }));
    const colours = await coloursAt(canvas, spots);
    expect(colours.map((one) => one === KIND_COLOURS[kind].toLowerCase())).toEqual(covered);
    const mark = page.locator(`.predictions .mark-${kind}, .multiples .mark-${kind}`).first();
    const rgb = [1, 3, 5].map((at) => Number.parseInt(KIND_COLOURS[kind].slice(at, at + 2), 16)).join(', ');
    expect(await mark.evaluate((one) => getComputedStyle(one).color)).toBe(`rgb(${rgb})`);
    await page.close();
  });

  it('stands on a histogram of the forecasts, bin under bin', async () => {
    const { page, report } = await drawn('/');
    const canvas = page.locator('.plot-histogram canvas');
    const { width, height } = (await canvas.boundingBox())!;
    const most = Math.max(...report.bins.map(({ n }: Json) => n));
    const rises = [];
    for (const { from, to, n } of report.bins) {
      const x = AXIS_ROOM + ((from + to) / 2) * (width - AXIS_ROOM - EDGE_ROOM);
      const column = Array.from({ length: Math.floor(height) }, (_, y) => ({ x, y }));
      rises.push({ n, rise: (await coloursAt(canvas, column)).filter((one) => one === LIGHT.mark).length });
    }
    const highest = rises.find(({ n }) => n === most)!.rise;
    expect(highest).toBeGreaterThan(height / 3);
    for (const { n, rise } of rises) expect(Math.abs(rise - (highest * n) / most)).toBeLessThan(2.5);
    await page.close();
  });

  it('shows the CORP line and its band to whoever opens “for statisticians”, and to nobody else', async () => {
    const { page, canvas } = await drawn('/');
    const corp = () => pixelsOf(canvas, LIGHT.series[4]!.toLowerCase());
    const band = () => pixelsOf(canvas, LIGHT.mark, Math.round(0.14 * 255));
    expect(await corp()).toBe(0);
    const before = await band();
    await page.locator('summary', { hasText: 'For statisticians' }).first().click();
    await page.waitForTimeout(300);
    expect(await corp()).toBeGreaterThan(100);
    expect(await band()).toBeGreaterThan(before + 1_000);
    await page.close();
  });

  it('is told by one real example, with the numbers of a bin', async () => {
    const { page, report } = await drawn('/');
    const text = ((await page.locator('.reading').first().textContent()) ?? '').replace(/\s+/g, ' ');
    const [, n, from, times] = /For example: (\d+) forecasts lay in (\d+)–\d+ %.*It happened (\w+)/.exec(
      text,
    )!;
    const bin = report.bins.find((one: Json) => Math.round(one.from * 100) === Number(from));
    expect(String(bin.n)).toBe(n);
    expect({ never: 0, once: 1 }[times!] ?? Number(times)).toBe(bin.occurred);
    await page.close();
  });

  it('has beside every chart its words and a real table of the same', async () => {
    const { scenario } = (await desk.api('track-record?sort=worst&limit=1')).items[0];
    for (const path of ['/', '/calibration', '/forecasters/desk', `/scenarios/${scenario.id}`]) {
      const page = await desk.open(path);
      const charts = await page.locator('canvas').all();
      expect(charts.length).toBeGreaterThan(0);
      for (const chart of charts) {
        expect(await chart.getAttribute('role')).toBe('img');
        expect(await chart.getAttribute('aria-label')).toMatch(
          /.{20}The table below holds the same figures\.$/,
        );
        expect(
          await chart.evaluate((one) => one.closest('section')!.querySelectorAll('table').length),
        ).not.toBe(0);
      }
      await page.close();
    }
  });
});
