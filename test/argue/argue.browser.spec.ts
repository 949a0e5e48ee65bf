import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import type { Report } from '../../src/calibration/index.js';

const root = resolve(import.meta.dirname, '../..');
const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  existsSync,
);
/** What the page and the engine may weigh, without the record. */
const LIGHT = 350_000;

let place: string;
let file: string;
let written: { file: string; bytes: number; scenarios: number; digest: string; asOf: string };
let report: Report;
let timeWeighted: Report;
let browser: Browser;
const complaints: string[] = [];
const requests: string[] = [];

const settings = () => ({
  ...process.env,
  ...{
    NODE_OPTIONS: '',
    DATABASE_URL: `sqlite:${join(place, 'desk.sqlite')}`,
    PORT: '0',
    LOG_LEVEL: 'error',
  },
});
const hindcast = async <T>(...words: string[]): Promise<T> => {
  const run = [join(root, 'bin/hindcast.js'), ...words, '--json'];
  const { stdout } = await promisify(execFile)(process.execPath, run, { env: settings() });
  return JSON.parse(stdout) as T;
};

/** The file of the example desk, and what the command line says of the same record. */
beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), 'hindcast-argue-'));
  file = join(place, 'record.html');
  const demo = spawn(process.execPath, [join(root, 'bin/hindcast.js'), 'demo', '--json'], {
    env: settings(),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((done) => demo.once('exit', () => done()));
  await Promise.race([
    new Promise((started) => demo.stdout.once('data', started)),
    ended.then(() => Promise.reject(new Error('The demo ended.'))),
  ]);
  demo.kill('SIGTERM');
  await ended;
  written = await hindcast('export', '--argue', file);
  report = await hindcast('report');
  timeWeighted = await hindcast('report', '--vantage', 'timeWeighted', '--records', 'all', '--kind', 'risk');
  browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu'] });
}, 300_000);

afterAll(async () => {
  await browser?.close();
  await rm(place, { recursive: true, force: true });
});

/** The file from the disk, without a network. */
async function open(fragment = '', options: BrowserContextOptions = {}): Promise<Page> {
  const viewport = { width: 1200, height: 900 };
  const context = await browser.newContext({ viewport, offline: true, ...options });
  const page = await context.newPage();
  page.on('pageerror', (error) => complaints.push(error.message));
  // A breach of the policy is among them.
  page.on('console', (message) => complaints.push(message.text()));
  page.on('dialog', (dialog) => complaints.push(`dialog: ${dialog.message()}`));
  page.on('request', (request) => requests.push(request.url()));
  await page.goto(`${pathToFileURL(file).href}${fragment}`);
  return page;
}

const plain = (text: string | null) => (text ?? '').replace(/\s+/g, ' ');
/** A row of the comparison: as recorded, and as the reader would have it. */
const row = async (page: Page, name: string) =>
  (await page.locator('.comparison tr', { hasText: name }).locator('td').allTextContents()).map(plain);

describe('the record that can be argued with, opened from the disk', () => {
  it('computes the report of the command line, to the last digit', async () => {
    const page = await open();
    const reportOf = (filters: object) =>
      page.evaluate(
        (asked) =>
          JSON.stringify(
            (globalThis as unknown as { hindcast: { reportOf(asked: object): unknown } }).hindcast.reportOf(
              asked,
            ),
          ),
        filters,
      );
    expect(report.n).toBeGreaterThan(100);
    expect(JSON.parse(await reportOf({}))).toEqual(report);
    expect(JSON.parse(await reportOf({ vantage: 'timeWeighted', records: 'all', kind: 'risk' }))).toEqual(
      timeWeighted,
    );
    const text = plain(await page.textContent('body'));
    expect(text).toContain(written.digest);
    expect(text).toContain(`Of ${report.n} predictions`);
    expect(text).toContain(report.verdict.text);
    await page.close();
  });

  it('moves the numbers when an outcome is disputed, and back', async () => {
    const page = await open();
    const [before, same] = await row(page, 'Brier score');
    expect(before).toBe(report.brierScore!.toFixed(4));
    expect(same).toBe(before);
    const ruling = page.locator('.ruling').first();
    const wasYes = plain(await page.locator('.argued').first().textContent()).includes('Happened');
    await ruling.getByLabel(wasYes ? 'no' : 'yes', { exact: true }).check();
    const [recorded, moved] = await row(page, 'Brier score');
    expect(recorded).toBe(before);
    expect(moved).not.toBe(before);
    expect(plain(await page.locator('.movement').textContent())).toContain(`${before} → ${moved}`);
    expect(page.url()).toMatch(/#(yes|no)=[0-9a-f-]{36}$/);
    const again = await open(new URL(page.url()).hash);
    await again.locator('.movement').waitFor();
    expect(await row(again, 'Brier score')).toEqual([before, moved]);
    await again.getByRole('button', { name: 'As recorded: start over' }).click();
    expect(await row(again, 'Brier score')).toEqual([before, before]);
    expect(again.url()).not.toContain('#');
    if (process.env['UPDATE_SCREENSHOTS']) await page.screenshot({ path: join(root, 'docs/argue-page.png') });
    await again.close();
    await page.close();
  });

  it('leaves out what is distrusted, saves the objections, and loads them again', async () => {
    const page = await open();
    await page.getByLabel('settled by an editor’s judgement').check();
    await page.locator('.leave-out fieldset', { hasText: 'topic' }).locator('input').first().check();
    const scored = await row(page, 'Forecasts scored');
    expect(Number(scored[1])).toBeLessThan(report.n);
    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save my objections' }).click();
    const saved = join(place, 'mine.json');
    await (await saving).saveAs(saved);
    expect(JSON.parse(await readFile(saved, 'utf8'))).toMatchObject({
      ...{ grounds: ['judged'], record: { digest: written.digest, asOf: written.asOf } },
    });
    const other = await open();
    await other.locator('input[type=file]').setInputFiles(saved);
    await other.locator('.movement').waitFor();
    expect(await row(other, 'Forecasts scored')).toEqual(scored);
    await writeFile(saved, 'no objections');
    await other.locator('input[type=file]').setInputFiles(saved);
    expect(plain(await other.getByRole('alert').textContent())).toContain('not JSON');
    await other.close();
    await page.close();
  });

  it('is worked by keyboard alone', async () => {
    const page = await open();
    await page.locator('.ruling input').first().focus();
    await page.keyboard.press('ArrowRight');
    await page.locator('.movement').waitFor();
    expect(await row(page, 'Forecasts scored')).toHaveLength(2);
    await page.close();
  });

  it('finds predictions by their words, and turns pages', async () => {
    const page = await open();
    const first = await page.locator('.argued h3').first().textContent();
    await page.getByRole('button', { name: 'More predictions' }).click();
    expect(await page.locator('.argued h3').first().textContent()).not.toBe(first);
    await page.getByRole('searchbox').fill(first!);
    expect(plain(await page.locator('.argued h3').first().textContent())).toBe(plain(first));
    await page.close();
  });

  it('is whole without JavaScript', async () => {
    const page = await open('', { javaScriptEnabled: false });
    const text = plain(await page.textContent('body'));
    expect(text).toContain('This file needs JavaScript to be argued with.');
    expect(text).toContain(`Of ${report.n} predictions`);
    expect(await page.locator('.argued').count()).toBe(written.scenarios);
    expect(await page.locator('.ruling').first().isVisible()).toBe(false);
    await page.close();
  });

  it('runs over nowhere at 360 pixels, and has nothing serious for axe, light and dark', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await open('', { colorScheme, viewport: { width: 360, height: 800 } });
      await page.locator('.ruling input').nth(1).check();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
      const { violations } = await new AxeBuilder({ page }).analyze();
      const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
      expect(serious.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
      await page.close();
    }
  }, 300_000);

  it('weighs little besides the record', async () => {
    const parts = await Promise.all(
      ['argue.js', 'argue.css'].map((name) => readFile(join(root, 'dist/argue', name))),
    );
    expect(parts.reduce((sum, { length }) => sum + length, 0)).toBeLessThanOrEqual(LIGHT);
    expect(written.bytes).toBe((await readFile(file)).length);
  });

  it('asks nobody for anything, and complains of nothing', () => {
    const asked = requests.filter(
      (url) => !url.startsWith(pathToFileURL(file).href) && !/^(blob|data):/.test(url),
    );
    expect(asked).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
