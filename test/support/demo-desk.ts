import { AxeBuilder } from '@axe-core/playwright';
import { existsSync } from 'node:fs';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { clockAhead, setClockAhead } from './clock-ahead.js';
import { ended, runDemo, type Started, TOLD } from './tell-story.js';

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  existsSync,
);
const DAY_MS = 86_400_000;

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
  /** Days go by: the desk is started again on the same record, so far ahead, and so is every page opened after. */
  later(days: number): Promise<void>;
  stop(): Promise<void>;
}

/** What axe finds on a page that is serious or worse, by rule. */
export async function seriousFor(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

/**
 * The example desk as a newcomer starts it, on a port of its own, and a browser.
 *
 * @param database an empty one; a SQLite file of its own if missing, with the story told already
 */
export async function startDemoDesk(database?: string): Promise<DemoDesk> {
  const place = await mkdtemp(join(tmpdir(), 'hindcast-demo-'));
  const file = join(place, 'desk.sqlite');
  const told = process.env[TOLD];
  if (told !== undefined && database === undefined) await copyFile(told, file);
  const url = database ?? `sqlite:${file}`;
  let running = await runDemo(url);
  let ahead = 0;
  const browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
  });
  const complaints: string[] = [];
  const address = running.started.listening;
  const open: DemoDesk['open'] = async (path, options = {}) => {
    const context = await browser.newContext({ viewport: { width: 1200, height: 900 }, ...options });
    if (ahead > 0) await context.addInitScript(setClockAhead, ahead);
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
    listening: address,
    get tokens() {
      return running.started.tokens;
    },
    get logins() {
      return running.started.logins;
    },
    browser,
    complaints,
    open,
    openAs: async (role, path, options) => {
      const page = await open(`/desk/login?next=${encodeURIComponent(path)}`, options);
      const { name, password } = running.started.logins[role]!;
      await page.getByLabel('Name').fill(name);
      await page.getByLabel('Password').fill(password);
      await page.keyboard.press('Enter');
      await page.waitForURL(`${address}${path}`);
      await page.waitForLoadState('networkidle');
      return page;
    },
    api: async (path) => (await fetch(`${address}/api/v1/${path}`)).json(),
    later: async (days) => {
      ahead += days * DAY_MS;
      await ended(running.demo);
      running = await runDemo(url, { PORT: new URL(address).port, NODE_OPTIONS: clockAhead(ahead) });
    },
    stop: async () => {
      await browser.close();
      await ended(running.demo);
      await rm(place, { recursive: true, force: true });
    },
  };
}
