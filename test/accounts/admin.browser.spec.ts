import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { type DemoDesk, seriousFor, startDemoDesk } from '../support/demo-desk.js';

const PASSWORD = 'a quiet harbour at dawn';

let desk: DemoDesk;
beforeAll(async () => {
  desk = await startDemoDesk();
});
afterAll(() => desk.stop());

/** Nothing on the page is wider than the window. */
const isWithin = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);

describe('an administrator', () => {
  it('invites somebody, who chooses a password in another browser and logs in with it ever after', async () => {
    const admin = await desk.openAs('administrator', '/desk/admin');
    await admin.getByLabel('Name', { exact: true }).fill('Bo Invited');
    await admin.keyboard.press('Enter');
    const link = await admin.getByLabel('The link for Bo Invited').inputValue();
    expect(link).toMatch(/^http:\/\/[^/]+\/desk\/welcome#[\w-]{43}$/);

    const guest = await desk.open(link.slice(link.indexOf('/desk')));
    await guest.getByRole('heading', { name: 'Welcome, Bo Invited' }).waitFor();
    expect(guest.url()).not.toContain('#');
    expect(await seriousFor(guest)).toEqual([]);
    await guest.getByLabel('Password', { exact: true }).fill('Bo Invited 1');
    await guest.getByLabel('The same again').fill('Bo Invited 1');
    await guest.keyboard.press('Enter');
    await guest.getByText('is among the first that a guesser tries').waitFor();
    expect(await guest.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('password');
    await guest.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await guest.getByLabel('The same again').fill(PASSWORD);
    await guest.keyboard.press('Enter');
    await guest.getByRole('heading', { name: 'Hello, Bo Invited' }).waitFor();

    const again = await desk.open(link.slice(link.indexOf('/desk')));
    await again.getByText('This link was used already').waitFor();
    const login = await desk.open('/desk/login');
    await login.getByLabel('Name').fill('Bo Invited');
    await login.getByLabel('Password').fill(PASSWORD);
    await login.keyboard.press('Enter');
    await login.getByRole('heading', { name: 'Hello, Bo Invited' }).waitFor();
    for (const page of [admin, guest, again, login]) await page.close();
  });

  it('changes, closes and deletes an account in a dialog, by keyboard, and has to type its name to delete it', async () => {
    const page = await desk.openAs('administrator', '/desk/admin');
    await page.getByLabel('Name', { exact: true }).fill('Cy Leaving');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Change Cy Leaving' }).press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Cy Leaving' });
    expect(await seriousFor(page)).toEqual([]);
    expect(await dialog.getByRole('button', { name: 'Delete' }).isDisabled()).toBe(true);
    await dialog.getByRole('button', { name: 'Close: logins and tokens end' }).press('Enter');
    await page.getByRole('row', { name: /Cy Leaving.*closed/ }).waitFor();
    await page.getByRole('button', { name: 'Change Cy Leaving' }).press('Enter');
    await page.getByLabel('To delete the account, type Cy Leaving').fill('Cy Leaving');
    await page.keyboard.press('Enter');
    await page.getByRole('row', { name: /deleted account 1/ }).waitFor();
    await page.getByText('deleted account 1: deleted').waitFor();
    await page.getByText('Cy Leaving').nth(1).waitFor({ state: 'detached' }); // the list of changes, read again
    expect(await page.getByText('Cy Leaving').count()).toBe(1); // whose link is still shown
    await page.close();
  });

  it('says what the house is called, on the public pages at once', async () => {
    const page = await desk.openAs('administrator', '/desk/admin/settings');
    await page.getByLabel('Contact').fill('desk@example.org');
    await page.keyboard.press('Enter');
    await page.getByText('Changed.').waitFor();
    await page.goto(desk.listening);
    expect(await page.locator('footer').textContent()).toContain('Contact: desk@example.org');
    await page.close();
  });
});

describe('two administrators with one form open', () => {
  it('the second is told what the first changed, keeps what was typed, and may send it again', async () => {
    const [first, second] = [
      await desk.openAs('administrator', '/desk/admin/settings'),
      await desk.openAs('administrator', '/desk/admin/settings'),
    ];
    await second.getByLabel('Contact').fill('second@example.org');
    await first.getByLabel('One line').fill('As the first says.');
    await first.keyboard.press('Enter');
    await first.getByText('Changed.').waitFor();
    await first.getByLabel('One line').fill('As the first says again.');
    await first.keyboard.press('Enter');
    await first.getByText('Changed.').waitFor();
    await second.getByLabel('Contact').press('Enter');
    await second
      .getByText(/has changed since you read it.*line: .* became As the first says again/)
      .waitFor();
    expect(await second.getByLabel('Contact').inputValue()).toBe('second@example.org');
    expect(await second.getByLabel('One line').inputValue()).toBe('As the first says again.');
    await second.getByLabel('Contact').press('Enter');
    await second.getByText('Changed.').waitFor();
    await second.goto(desk.listening);
    expect(await second.content()).toContain('As the first says again.');
    for (const page of [first, second]) await page.close();
  });
});

describe('a token', () => {
  it('is shown once, opens what it may, and nothing once it is revoked', async () => {
    const page = await desk.openAs('editor', '/desk/tokens', { viewport: { width: 360, height: 740 } });
    await page.getByLabel('What it is for').fill('a script');
    await page.keyboard.press('Enter');
    const token = await page.getByLabel('The token “a script”').inputValue();
    const status = async () =>
      (await fetch(`${desk.listening}/api/v1/queue`, { headers: { authorization: `Bearer ${token}` } }))
        .status;
    expect(await status()).toBe(200);
    expect(await seriousFor(page)).toEqual([]);
    expect(await isWithin(page)).toBe(true);
    await page.reload({ waitUntil: 'networkidle' });
    expect(await page.content()).not.toContain(token);
    await page.getByRole('button', { name: 'Revoke a script' }).press('Enter');
    await page.getByRole('row', { name: /a script.*revoked/ }).waitFor();
    expect(await status()).toBe(401);
    await page.close();
  });
});

describe('an own account', () => {
  it('changes its password, and logs out everywhere', async () => {
    const page = await desk.openAs('analyst', '/desk/account');
    await page.getByLabel('The one you have').fill('not the one');
    await page.getByLabel('The new one', { exact: true }).fill(PASSWORD);
    await page.getByLabel('The new one again').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByText('is not your password').waitFor();
    await page.getByLabel('The one you have').fill(desk.logins['analyst']!.password);
    await page.keyboard.press('Enter');
    await page.getByText('Changed. You are logged in here, and nowhere else.').waitFor();
    await page.getByRole('button', { name: 'Log out everywhere' }).press('Enter');
    await page.waitForURL(/\/desk\/login/);
    await page.close();
  });
});

it('no page complains', () => expect(desk.complaints).toEqual([]));
