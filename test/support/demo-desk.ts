import { AxeBuilder } from '@axe-core/playwright';
import { existsSync } from 'node:fs';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { ended, runDemo, type Started, TOLD } from './tell-story.js';

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  existsSync,
);

export interface DemoDesk extends Started {
  browser: Browser;
  /** What pages complained of: errors of scripts, of the console, of the content security policy. */
  complaints: string[];
  /** A page in a context of its own, loaded and quiet. */
  open(path: string, options?: BrowserContextOptions): Promise<Page>;
  /** A page of the desk, opened by logging in through the form as this role. */
  openAs(role: string, path: string, options?: BrowserContextOptions): Promise<Page>;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers, read for what they should hold
  api(path: string): Promise<any>;
  stop(): Promise<void>;
}

/** What axe finds on a page that is serious or worse, by rule. */
export async function seriousFor(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

/** The example desk as a newcomer starts it, on a port and in a folder of its own, and a browser. */
export async function startDemoDesk(): Promise<DemoDesk> {
  const place = await mkdtemp(join(tmpdir(), 'hindcast-demo-'));
  const file = join(place, 'desk.sqlite');
  const told = process.env[TOLD];
  if (told !== undefined) await copyFile(told, file);
  const { demo, started } = await runDemo(file);
  const browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
  });
  const complaints: string[] = [];
  const address = started.listening;
  const open: DemoDesk['open'] = async (path, options = {}) => {
    const context = await browser.newContext({ viewport: { width: 1200, height: 900 }, ...options });
    const page = await context.newPage();
    page.once('close', () => void context.close().catch(() => undefined)); // it may be closing already
    page.on('pageerror', (error) => complaints.push(`${path}: ${error.message}`));
    page.on('console', (message) => {
      // What the API refuses is for the page to show.
      const refusal = message.location().url.includes('/api/v1/');
      if (message.type() === 'error' && !refusal) complaints.push(`${path}: ${message.text()}`);
    });
    await page.goto(`${address}${path}`, { waitUntil: 'networkidle' });
    return page;
  };
  return {
    ...started,
    browser,
    complaints,
    open,
    openAs: async (role, path, options) => {
      const page = await open(`/desk/login?next=${encodeURIComponent(path)}`, options);
      const { name, password } = started.logins[role]!;
      await page.getByLabel('Name').fill(name);
      await page.getByLabel('Password').fill(password);
      await page.keyboard.press('Enter');
      await page.waitForURL(`${address}${path}`);
      await page.waitForLoadState('networkidle');
      return page;
    },
    api: async (path) => (await fetch(`${address}/api/v1/${path}`)).json(),
    stop: async () => {
      await browser.close();
      await ended(demo);
      await rm(place, { recursive: true, force: true });
    },
  };
}
