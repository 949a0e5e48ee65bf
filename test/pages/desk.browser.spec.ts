import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type DemoDesk, seriousFor, startDemoDesk } from '../support/demo-desk.js';

let desk: DemoDesk;
beforeAll(async () => {
  desk = await startDemoDesk();
}, 240_000);
afterAll(() => desk?.stop());

it('lets everyone in by the form, says who they are, and lets them out again', async () => {
  for (const role of ['analyst', 'editor', 'administrator']) {
    const page = await desk.openAs(role, '/desk');
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await page.textContent('header')).toContain(`${desk.logins[role]!.name}, ${role}`);
    await page.getByRole('button', { name: 'Log out' }).click();
    await page.waitForURL(`${desk.listening}/`);
    expect(await page.context().cookies()).toEqual([]);
    await page.close();
  }
});

it('says in words that a login failed, and keeps the name that was typed', async () => {
  const page = await desk.open('/desk/login');
  await page.getByLabel('Name').fill('nobody');
  await page.getByLabel('Password').fill('not the password');
  await page.keyboard.press('Enter');
  expect(await page.getByRole('alert').textContent()).toBe(
    'This name and this password do not belong together.',
  );
  expect(await page.getByLabel('Name').inputValue()).toBe('nobody');
  expect(await seriousFor(page)).toEqual([]);
  await page.close();
});

it('runs without an error in the console', () => {
  expect(desk.complaints).toEqual([]);
});
