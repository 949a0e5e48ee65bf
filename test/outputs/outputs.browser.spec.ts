import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page, Request } from 'playwright-core';
import { ATTACKS } from './attacks.js';
import { type DemoDesk, startDemoDesk } from '../support/demo-desk.js';

let desk: DemoDesk;
let foreign: Server;
let open: string;
let resolved: string;
let framing = '';

beforeAll(async () => {
  desk = await startDemoDesk();
  foreign = createServer((_, answer) => {
    answer.setHeader('content-type', 'text/html; charset=utf-8');
    answer.end(`<!doctype html><title>Elsewhere</title><h1>Another site</h1>${framing}`);
  });
  await new Promise<void>((done) => foreign.listen(0, '127.0.0.1', done));
  const first = async (state: string) =>
    ((await desk.api(`scenarios?state=${state}&limit=1`)) as { items: { id: string }[] }).items[0]!.id;
  [open, resolved] = [await first('open'), await first('resolved')];
});
afterAll(async () => {
  foreign.close();
  await desk.stop();
});

const iframe = (path: string) =>
  `<iframe src="${desk.listening}${path}" title="framed" width="560" height="420"></iframe>`;

/** A page of another site that frames one of ours. */
async function framed(path: string): Promise<Page> {
  framing = iframe(path);
  const page = await desk.browser.newPage();
  await page.goto(`http://localhost:${(foreign.address() as AddressInfo).port}/`, {
    waitUntil: 'networkidle',
  });
  return page;
}

describe('an embed in a page of another site', () => {
  it.each(['scenarios/OPEN', 'scenarios/RESOLVED', 'forecasters/desk', 'calibration'])(
    'is shown: %s',
    async (name) => {
      const page = await framed(`/embed/${name.replace('OPEN', open).replace('RESOLVED', resolved)}`);
      const frame = page.frameLocator('iframe');
      await frame.locator('h1').waitFor();
      expect(await frame.locator('main').evaluate((main) => getComputedStyle(main).borderTopWidth)).toBe(
        '3px',
      );
      expect(await frame.locator('script').count()).toBe(0);
      for (const image of await frame.locator('img').all())
        expect(await image.evaluate((one) => (one as HTMLImageElement).naturalWidth)).toBeGreaterThan(100);
      expect(await frame.locator('h1 a').getAttribute('target')).toBe('_top');
      expect(await page.context().cookies()).toEqual([]);
      await page.close();
    },
  );

  it.each(['/', '/scenarios/RESOLVED'])(
    'takes nothing else with it: %s stays out of frames',
    async (path) => {
      const page = await framed(path.replace('RESOLVED', resolved));
      const texts = await Promise.all(
        page.frames().map((frame) =>
          frame
            .locator('body')
            .innerText()
            .catch(() => ''),
        ),
      );
      expect(texts[0]).toContain('Another site');
      expect(texts.slice(1).join('')).not.toMatch(/Hindcast|Track record/);
      await page.close();
    },
  );
});

describe('a chart where no script runs', () => {
  it.each([
    ['/', 2],
    ['/scenarios/RESOLVED', 1],
  ])('is a picture in its place: %s', async (path, pictures) => {
    const page = await desk.open(path.replace('RESOLVED', resolved), { javaScriptEnabled: false });
    const images = page.locator('.chart-image img');
    expect(await images.count()).toBe(pictures);
    for (const image of await images.all()) {
      await image.scrollIntoViewIfNeeded();
      expect(await image.isVisible()).toBe(true);
      expect((await image.getAttribute('alt'))!.length).toBeGreaterThan(40);
    }
    await page.close();
  });

  it('is dark where the reader has it dark', async () => {
    const page = await desk.open('/', { javaScriptEnabled: false, colorScheme: 'dark' });
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await page.reload({ waitUntil: 'networkidle' });
    expect(requests.filter((url) => url.includes('/pictures/'))).toHaveLength(2);
    for (const url of requests.filter((one) => one.includes('/pictures/')))
      expect(url).toContain('theme=dark');
    await page.close();
  });

  it.each([true, false])(
    'leaves the page within 100 kB in all, script or none: %s',
    async (javaScriptEnabled) => {
      for (const path of ['/', `/scenarios/${resolved}`]) {
        const context = await desk.browser.newContext({ javaScriptEnabled });
        const page = await context.newPage();
        const requests: Request[] = [];
        page.on('requestfinished', (request) => requests.push(request));
        await page.goto(`${desk.listening}${path}`, { waitUntil: 'networkidle' });
        const sizes = await Promise.all(requests.map((request) => request.sizes()));
        const bytes = sizes.reduce((sum, { responseBodySize }) => sum + responseBodySize, 0);
        const addresses = requests.map((request) => request.url());
        expect(bytes).toBeGreaterThan(10_000);
        expect([path, bytes < 100_000, bytes]).toEqual([path, true, bytes]);
        expect(addresses.some((url) => url.includes('/pictures/'))).toBe(!javaScriptEnabled);
        await context.close();
      }
    },
  );
});

describe('the lines for an embed', () => {
  it('stand on the page of a prediction, and work', async () => {
    const page = await desk.open(`/scenarios/${open}`);
    await page.locator('.embed-code summary').click();
    const code = await page.locator('.embed-code code').innerText();
    expect(code).toContain(`src="/embed/scenarios/${open}"`);
    await page.close();
  });
});

describe('other people’s text', () => {
  it('opens no dialog and breaks no policy: as a page, in a frame, in the lines of a feed', async () => {
    const logged: string[] = [];
    for (const statement of ATTACKS.slice(0, 6)) {
      const answer = await fetch(`${desk.listening}/api/v1/scenarios`, {
        method: 'POST',
        headers: { authorization: `Bearer ${desk.tokens['editor']}`, 'content-type': 'application/json' },
        body: JSON.stringify({
          ...{ topic: 'merrow-drought', kind: 'risk', term: 'short', probability: 0.4, statement },
        }),
      });
      expect([statement, answer.status]).toEqual([statement, 201]);
      logged.push(((await answer.json()) as { id: string }).id);
    }
    const dialogs: string[] = [];
    const context = await desk.browser.newContext();
    context.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    const page = await context.newPage();
    const said: string[] = [];
    page.on('console', (message) => {
      // A feed has no icon of its own, so the browser looks for one in the usual place.
      if (message.location().url.endsWith('/favicon.ico')) return;
      if (message.type() === 'error') said.push(message.text());
    });
    page.on('pageerror', (error) => said.push(error.message));
    for (const id of logged)
      for (const path of [`/scenarios/${id}`, `/embed/scenarios/${id}`]) {
        await page.goto(`${desk.listening}${path}`, { waitUntil: 'networkidle' });
        expect(await page.locator('h1').count()).toBe(1);
      }
    await page.goto(`${desk.listening}/feeds/topics/merrow-drought.atom`);
    expect(dialogs).toEqual([]);
    expect(said).toEqual([]);
    await context.close();
  });
});

it('complains of nothing', () => {
  expect(desk.complaints).toEqual([]);
});
