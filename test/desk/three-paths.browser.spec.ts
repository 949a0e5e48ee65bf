import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { type DemoDesk, startDemoDesk } from '../support/demo-desk.js';
import { pressOn, tabTo } from '../support/keyboard.js';
import { type PostgresServer, startEmbeddedPostgres } from '../support/postgres-start.js';

const DAY_MS = 86_400_000;
const dayIn = (days: number) => new Date(Date.now() + days * DAY_MS);
const inWords = (day: Date) =>
  day.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

/** The forecast that goes through all three hands: it can come about tomorrow, and is judged the day after. */
const DEADLINE = dayIn(4);
const HAPPENED = dayIn(1);
const STATEMENT = `hail shuts the ferry quay by ${inWords(DEADLINE)}`;
const HEADLINE = 'Hail shuts the ferry quay';
const OUTLET = 'Harbour Bulletin';

const plain = (text: string | null) => (text ?? '').replace(/\s+/g, ' ');

/** From the front page to the desk, without a mouse. */
async function logIn(desk: DemoDesk, role: string): Promise<Page> {
  const { name, password } = desk.logins[role]!;
  const page = await desk.open('/');
  await pressOn(page, page.getByRole('link', { name: 'Desk', exact: true }));
  await page.waitForURL(/\/desk\/login/);
  await tabTo(page, page.getByLabel('Name'));
  await page.keyboard.type(name);
  await page.keyboard.press('Tab');
  await page.keyboard.type(password);
  await page.keyboard.press('Enter');
  await page.waitForURL(`${desk.listening}/desk`);
  await page.waitForLoadState('networkidle');
  return page;
}

describe.each(['SQLite', 'PostgreSQL'] as const)('one forecast through three hands, on %s', (engine) => {
  let server: PostgresServer | undefined;
  let desk: DemoDesk;
  let id: string;
  let scoredBefore: number;
  beforeAll(async () => {
    if (engine === 'PostgreSQL') server = await startEmbeddedPostgres();
    desk = await startDemoDesk(server?.url);
    scoredBefore = (await desk.api('calibration')).n;
  }, 300_000);
  afterAll(async () => {
    await desk?.stop();
    await server?.stop();
  });

  it('is logged by an analyst with the keyboard alone, who finds it on its public page', async () => {
    const topic = (await desk.api('topics')).items[0].slug;
    const page = await logIn(desk, 'analyst');
    await page.keyboard.press('n');
    await page.locator('#quick-line').waitFor();
    await page.keyboard.type(`! ${STATEMENT} 65% #${topic}`);
    await page.keyboard.press('Enter');
    await page.locator('#quick-told').getByText('Recorded').waitFor();
    await pressOn(page, page.getByRole('link', { name: 'Its page' }));
    await page.waitForURL(/\/scenarios\/[0-9a-f-]{36}$/);
    id = page.url().split('/').at(-1)!;
    expect(await page.locator('h1').textContent()).toBe(STATEMENT);
    const text = plain(await page.textContent('main'));
    expect(text).toMatch(/Open: \d days? left|Due soon: \d days? left/);
    expect(text).toContain('65 %');
    await page.close();
    const { items } = await desk.api(`scenarios?q=${encodeURIComponent(STATEMENT)}`);
    expect(items).toMatchObject([{ id, kind: 'risk', state: 'open' }]);
  });

  it('is resolved by an editor from the queue with the keyboard alone, by an event that the editor adds', async () => {
    await desk.later(2);
    const page = await logIn(desk, 'editor');
    await pressOn(page, page.getByRole('navigation', { name: 'Desk' }).getByRole('link', { name: 'Queue' }));
    await page.waitForURL(`${desk.listening}/desk/queue`);
    await pressOn(page, page.getByRole('link', { name: /^due soon \d+$/ }));
    await page.waitForURL(/reason=due_soon/);
    const current = page.locator('.entry-current');
    await current.waitFor();
    const isOurs = async () => (await current.locator('h2').first().textContent()) === STATEMENT;
    for (let i = 0; i < 50 && !(await isOurs()); i += 1) await page.keyboard.press('j');
    expect(await isOurs()).toBe(true);
    await current.getByText('Did it happen?').waitFor();
    expect(await page.textContent('main')).not.toMatch(/65\s?%/);

    await page.keyboard.press('y');
    const form = page.getByRole('form', { name: 'Yes, it happened' });
    await pressOn(page, form.locator('summary', { hasText: 'not on record yet' }));
    await tabTo(page, form.getByLabel('What happened'));
    await page.keyboard.type(HEADLINE);
    await tabTo(page, form.getByLabel('On which day'));
    const [year, month, day] = HAPPENED.toISOString().slice(0, 10).split('-');
    await page.keyboard.type(`${month}${day}${year}`);
    expect(await form.getByLabel('On which day').inputValue()).toBe(`${year}-${month}-${day}`);
    await tabTo(page, form.getByLabel('Who reports it'));
    await page.keyboard.type(OUTLET);
    await page.keyboard.press('Enter');
    await form.getByRole('checkbox', { name: new RegExp(HEADLINE) }).waitFor();
    // Whoever goes on typing is still in the form, and not among the keys of the queue.
    expect(await page.evaluate(() => document.activeElement?.closest('form') !== null)).toBe(true);
    await tabTo(page, form.getByLabel('Reason'));
    expect(await form.getByLabel('Reason').inputValue()).toContain(HEADLINE);
    await page.keyboard.press('Enter');
    await page.getByRole('status').filter({ hasText: 'Recorded: happened.' }).waitFor();
    await page.close();
    expect((await desk.api(`scenarios/${id}`)).resolutions).toMatchObject([
      { outcome: 'occurred', outcomeOn: `${year}-${month}-${day}`, forecastsShown: false },
    ]);
  });

  it('is read by anyone, without JavaScript: what happened, by what, who says so, and what it scored', async () => {
    const page = await desk.open('/', { javaScriptEnabled: false });
    await page.getByRole('link', { name: STATEMENT }).first().click();
    await page.waitForURL(`${desk.listening}/scenarios/${id}`);
    const text = plain(await page.textContent('main'));
    expect(text).toContain(`Happened on ${inWords(HAPPENED)}.`);
    expect(text).toContain('said 65 %, it happened: squared gap 0.12');
    const evidence = plain(await page.locator('section[aria-labelledby=evidence]').textContent());
    expect(evidence).toContain(HEADLINE);
    expect(evidence).toContain('settles it');
    expect(evidence).toContain(OUTLET);
    const resolution = plain(await page.locator('section[aria-labelledby=resolution]').textContent());
    expect(resolution).toContain('by an editor');
    expect(resolution).toContain(HEADLINE);
    await page.close();
    expect((await desk.api('calibration')).n).toBe(scoredBefore + 1);
  });

  it('runs without an error in the console', () => expect(desk.complaints).toEqual([]));
});
