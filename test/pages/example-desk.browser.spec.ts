import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type DemoDesk, startDemoDesk } from '../support/demo-desk.js';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers, read for what they should hold
type Json = any;

let desk: DemoDesk;
beforeAll(async () => {
  desk = await startDemoDesk();
}, 240_000);
afterAll(() => desk?.stop());

const open: DemoDesk['open'] = (...page) => desk.open(...page);
const api = (path: string): Promise<Json> => desk.api(path);
const plain = (text: string | null) => (text ?? '').replace(/\s+/g, ' ');

describe('the front page of the example desk', () => {
  it('gives the numbers that the API gives, with the chart drawn', async () => {
    const page = await open('/');
    const report = await api('calibration');
    const text = plain(await page.textContent('body'));
    expect(text).toContain('Example desk');
    expect(text).toContain(
      `Of ${report.n} forecasts on ${report.scenarios} predictions, ${Math.round(report.expectedOccurred.sum)} were expected to come true; ${report.occurred} did ` +
        `(95% range ${report.expectedOccurred.low} to ${report.expectedOccurred.high})`,
    );
    expect(text).toContain(`${report.predictions.scored} scored`);
    for (const state of ['open', 'overdue', 'annulled']) expect(text).toContain(`${report[state]} ${state}`);
    expect(text).toContain(report.brierScore.toFixed(3));
    const canvas = page.locator('canvas[role="img"]').first();
    await canvas.waitFor();
    const label = await canvas.getAttribute('aria-label');
    expect(label!.length).toBeGreaterThan(20);
    expect(await canvas.evaluate(drawnShare)).toBeGreaterThan(0.01);
    await page.close();
  });

  it('has the diagram as a table, with the bins of the API', async () => {
    const page = await open('/');
    const report = await api('calibration');
    const rows = await page.locator('table').first().locator('tbody tr').allTextContents();
    const filled = report.bins.filter((bin: Json) => bin.n > 0);
    expect(rows.length).toBeGreaterThanOrEqual(filled.length);
    const cells = plain(rows.join(' | '));
    for (const bin of filled) expect(cells).toContain(String(bin.n));
    await page.close();
  });

  it('narrows to a forecaster by its form, and says so in the address and in words', async () => {
    const page = await open('/?forecaster=dorrin-hale');
    const report = await api('calibration?forecaster=dorrin-hale');
    const text = plain(await page.textContent('body'));
    expect(text).toContain(`Of ${report.scenarios} predictions`);
    expect(report.verdict.status).toBe('overconfident');
    await page.close();
  });
});

describe('a prediction’s page', () => {
  it('tells what the API tells: statement, who, evidence, outcome, score in words', async () => {
    const { items } = await api('track-record?sort=worst&limit=200');
    const withEvidence: Json[] = await Promise.all(
      items.slice(0, 40).map((item: Json) => api(`scenarios/${item.scenario.id}`)),
    );
    const scenario = withEvidence.find((one) => one.evidence.length > 0 && one.forecasts.length > 2);
    const page = await open(`/scenarios/${scenario.id}`);
    const text = plain(await page.textContent('body'));
    expect(text).toContain(scenario.statement);
    for (const forecast of scenario.forecasts) expect(text).toContain(forecast.forecaster.name);
    expect(text).toContain(scenario.evidence[0].event.headline);
    expect(text).toContain(scenario.evidence[0].event.sources[0].outlet);
    expect(text).toContain(scenario.resolutions.at(-1).reason);
    expect(text).toMatch(/squared gap/);
    for (const { timeAveragedBrier } of scenario.scoresOverTime)
      expect(text).toContain(`${timeAveragedBrier.toFixed(3)} stood`);
    for (const { forecasters, brierScore } of scenario.crowd.slice(0, 1))
      expect(plain(await page.locator('.crowd').textContent())).toMatch(
        new RegExp(`${brierScore.toFixed(3)}.*of.${forecasters}`),
      );
    await page.locator('canvas[role="img"]').first().waitFor();
    await page.close();
  });

  it('is reached from the list by keyboard', async () => {
    const page = await open('/');
    const link = page.locator('a[href^="/scenarios/"]').first();
    await link.focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/scenarios\//);
    expect(await page.locator('h1').count()).toBe(1);
    await page.close();
  });
});

it('no page complains', () => expect(desk.complaints).toEqual([]));

/** The share of a canvas that something was drawn on. */
function drawnShare(element: Element): number {
  const canvas = element as HTMLCanvasElement;
  const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
  let drawn = 0;
  for (let index = 3; index < data.length; index += 4) if (data[index]! > 0) drawn += 1;
  return drawn / (data.length / 4);
}
