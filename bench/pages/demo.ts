import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { NO_LIMITS } from '../no-limits.js';

export interface Demo {
  origin: string;
  /** a name and a password for each role */
  logins: Record<string, { name: string; password: string }>;
  browser: Browser;
}

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The example desk, served by a process of its own from a database that is thrown away, and a browser. */
export async function withDemo<T>(work: (demo: Demo) => Promise<T>): Promise<T> {
  const executablePath = CHROMIUM.find(existsSync);
  if (!executablePath) throw new Error('There is no Chromium here (Debian: apt-get install chromium).');
  const place = await mkdtemp(join(tmpdir(), 'hindcast-pages-'));
  const url = `sqlite:${join(place, 'desk.sqlite')}`;
  const demo = spawn(process.execPath, ['bin/hindcast.js', 'demo', '--json'], {
    env: { ...process.env, ...NO_LIMITS, DATABASE_URL: url, PORT: '0', LOG_LEVEL: 'error' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const [line] = (await once(demo.stdout, 'data')) as [Buffer];
    const { listening, logins } = JSON.parse(String(line)) as { listening: string; logins: Demo['logins'] };
    return await work({ origin: listening, logins, browser });
  } finally {
    await browser.close();
    demo.kill('SIGTERM');
    await rm(place, { recursive: true, force: true });
  }
}
