import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserContext } from 'playwright-core';
import { TerminalOutput } from '../../src/cli/output.js';
import { type Demo, withDemo } from './demo.js';

/** `npm run pictures`: the six main pages of the example desk, light and dark, on a desktop and on a phone. */
const FOLDER = 'docs/pages';
const SIZES = { desktop: { width: 1200, height: 900 }, phone: { width: 360, height: 740 } };

const output = new TerminalOutput(process.argv.includes('--json'));
await mkdir(FOLDER, { recursive: true });
const files = await withDemo(async (demo) => {
  const made: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const)
    for (const [size, viewport] of Object.entries(SIZES)) {
      const context = await demo.browser.newContext({ viewport, colorScheme });
      for (const { name, path } of await pagesOf(demo)) {
        const known = (await context.cookies()).length > 0;
        if (path.startsWith('/desk') && !known) await logIn(context, demo);
        const page = await context.newPage();
        await page.goto(demo.origin + path, { waitUntil: 'networkidle' });
        const file = join(FOLDER, `${name}-${size}-${colorScheme}.png`);
        await page.screenshot({ path: file });
        made.push(file);
        output.note(file);
        await page.close();
      }
      await context.close();
    }
  return made;
});
output.json(files);

async function pagesOf({ origin }: Demo): Promise<{ name: string; path: string }[]> {
  const answer = await fetch(`${origin}/api/v1/track-record?sort=worst&limit=1`);
  const { items } = (await answer.json()) as { items: { scenario: { id: string } }[] };
  return [
    { name: 'front', path: '/' },
    { name: 'prediction', path: `/scenarios/${items[0]!.scenario.id}` },
    { name: 'calibration', path: '/calibration?groupBy=kind' },
    { name: 'forecaster', path: '/forecasters/desk' },
    { name: 'analyst', path: '/desk/scenarios' },
    { name: 'queue', path: '/desk/queue' },
  ];
}

/** As the editor, who sees both desks. */
async function logIn(context: BrowserContext, { origin, logins }: Demo): Promise<void> {
  const { name, password } = logins['editor']!;
  const answer = await context.request.post(`${origin}/api/v1/session`, { data: { name, password } });
  if (!answer.ok()) throw new Error(`Logging in answers ${answer.status()}.`);
}
