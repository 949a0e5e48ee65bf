import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { type DemoDesk, seriousFor, startDemoDesk } from '../support/demo-desk.js';

const DAY = 86_400_000;
const YESTERDAY = new Date(Date.now() - 2 * DAY).toISOString().slice(0, 10);
const BEFORE = new Date(Date.now() - 40 * DAY).toISOString();
const BETWEEN = new Date(Date.now() - 20 * DAY).toISOString().slice(0, 10);

let desk: DemoDesk;
beforeAll(async () => {
  desk = await startDemoDesk();
}, 240_000);
afterAll(() => desk?.stop());

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers, read for what they should hold
async function call(path: string, body?: object, as = 'editor'): Promise<any> {
  const answer = await fetch(`${desk.listening}/api/v1/${path}`, {
    method: body ? 'POST' : 'GET',
    headers: { authorization: `Bearer ${desk.tokens[as]}`, 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  });
  expect([path, answer.ok]).toEqual([path, true]);
  return answer.json();
}

/** A topic of its own, with as many overdue predictions, given 35 %. @returns their ids, in the order of the queue */
async function overdue(title: string, n: number): Promise<{ topic: string; ids: string[] }> {
  const { slug } = await call('topics', { title });
  for (let i = 1; i <= n; i += 1)
    await call('scenarios', {
      ...{ topic: slug, kind: 'risk', term: 'short', statement: `${title}: case ${i} comes about.` },
      ...{ probability: 0.35, statedAt: BEFORE, deadline: YESTERDAY },
      criteria: { text: 'The bulletin says so.', edgeCases: [{ case: 'a day late', counts: false }] },
    });
  const { items } = await call(`queue?topic=${slug}`);
  return { topic: slug, ids: items.map((item: { scenario: { id: string } }) => item.scenario.id) };
}

const said = (page: Page, text: string) =>
  page.getByRole('status').filter({ hasText: text }).first().waitFor();
const record = (id: string) => call(`scenarios/${id}`);

describe('the queue', () => {
  it('is cleared of ten entries with the keyboard alone', async () => {
    const { topic, ids } = await overdue('Ten entries', 10);
    await call('events', { topic, headline: 'The bulletin names it', occurredOn: BETWEEN, sources: [] });
    const page = await desk.openAs('editor', `/desk/queue?topic=${topic}`);
    await page.getByText('The bulletin says so.').waitFor();
    for (let left = 10; left > 0; left -= 1) {
      if (left === 9) {
        await page.keyboard.press('y');
        const event = page.getByRole('checkbox', { name: /The bulletin names it/ });
        await event.waitFor();
        const isReached = () => event.evaluate((one) => one === document.activeElement);
        for (let i = 0; i < 10 && !(await isReached()); i += 1) await page.keyboard.press('Tab');
        if (!(await event.isChecked())) await page.keyboard.press('Space');
        await page.keyboard.press('Enter');
      } else if (left === 8) {
        await page.keyboard.press('a');
        await page.getByRole('form').locator('select').first().waitFor();
        await page.waitForFunction(() => Boolean(document.activeElement?.closest('form')));
        await page.keyboard.press('ArrowDown');
        await page.keyboard.press('Tab');
        for (let i = 0; i < 12; i += 1) {
          if (await page.evaluate(() => document.activeElement?.tagName === 'TEXTAREA')) break;
          await page.keyboard.press('Tab');
        }
        await page.keyboard.type('Nobody can say what was meant.');
        await page.keyboard.press('Enter');
      } else {
        await page.keyboard.press('n');
        await page.getByRole('form', { name: 'No, it did not happen' }).waitFor();
        await page.waitForFunction(() => Boolean(document.activeElement?.closest('form')));
        await page.keyboard.press('Enter');
      }
      await said(page, left === 1 ? 'The queue is empty.' : `${left - 1}\u00a0entr`);
    }
    const outcomes = await Promise.all(ids.map(async (id) => (await record(id)).outcome as string));
    expect(outcomes).toEqual(['not_occurred', 'occurred', 'annulled', ...Array(7).fill('not_occurred')]);
    for (const id of ids) expect((await record(id)).resolutions[0]).toMatchObject({ forecastsShown: false });
    await page.close();
  });

  it('hides what was forecast until it is asked for, and the record says that it was shown', async () => {
    const { topic, ids } = await overdue('Blind', 2);
    const page = await desk.openAs('editor', `/desk/queue?topic=${topic}`);
    await page.getByText('The bulletin says so.').waitFor();
    expect(await page.textContent('main')).not.toMatch(/35\s?%/);
    await page.keyboard.press('s');
    await page.getByText('35\u00a0%').waitFor();
    await page.keyboard.press('n');
    await page.getByRole('form', { name: 'No, it did not happen' }).waitFor();
    await page.keyboard.press('Enter');
    await said(page, '1\u00a0entry left');
    expect((await record(ids[0]!)).resolutions[0]).toMatchObject({ forecastsShown: true });
    expect(await page.textContent('main')).not.toMatch(/35\s?%/);
    await page.close();
  });

  it('takes the last judgement back in the open, shows refusals at their field, and lists its keys', async () => {
    const { topic, ids } = await overdue('Undone', 1);
    const page = await desk.openAs('editor', `/desk/queue?topic=${topic}`);
    await page.getByText('The bulletin says so.').waitFor();
    await page.keyboard.press('y');
    await page.getByLabel('Reason').fill('As I recall.');
    await page.keyboard.press('Enter');
    await page
      .locator('[data-field="outcomeOn"] [role="alert"], [data-field="evidence"] [role="alert"]')
      .waitFor();
    expect(await page.getByLabel('Reason').inputValue()).toBe('As I recall.');
    await page.keyboard.press('Escape');
    await page.keyboard.press('n');
    await page.getByRole('form', { name: 'No, it did not happen' }).waitFor();
    await page.keyboard.press('Enter');
    await said(page, 'The queue is empty.');
    await page.keyboard.press('u');
    await said(page, 'Taken back');
    const { resolutions, state } = await record(ids[0]!);
    expect([state, resolutions.map((one: { outcome: string }) => one.outcome)]).toEqual([
      ...['open', ['not_occurred', 'reopened']],
    ]);
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keys' }).waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('n');
    await page.getByRole('form', { name: 'No, it did not happen' }).waitFor();
    await page.keyboard.press('Enter');
    await said(page, 'The queue is empty.');
    expect((await record(ids[0]!)).resolutions.at(-1)).toMatchObject({ forecastsShown: false });
    await page.close();
  });

  it('links events to the statement and to its “if” by keyboard, however many the topic has, and judges on them', async () => {
    const { slug } = await call('topics', { title: 'Many events' });
    const scenario = await call('scenarios', {
      ...{ topic: slug, kind: 'risk', term: 'short', statement: 'The granary runs dry.' },
      ...{ premise: 'the ferry stays in port', probability: 0.35, statedAt: BEFORE, deadline: YESTERDAY },
      criteria: { text: 'The bulletin says so.' },
    });
    const happened = (headline: string, occurredOn: string) =>
      call('events', { topic: slug, headline, occurredOn, standing: 'confirmed', sources: [] });
    await happened('Sailors stay ashore', BETWEEN);
    await happened('Silo keys handed back', BETWEEN);
    for (let day = 1; day <= 205; day += 1) await happened(`Market day ${day}`, YESTERDAY);

    const page = await desk.openAs('editor', `/desk/queue?topic=${slug}`);
    await page.getByText('The bulletin says so.').waitFor();
    const tabTo = async (what: () => Promise<boolean>) => {
      for (let i = 0; i < 120 && !(await what()); i += 1) await page.keyboard.press('Tab');
      expect(await what()).toBe(true);
    };
    const isInForm = () => page.waitForFunction(() => Boolean(document.activeElement?.closest('form')));
    const isOn = (selector: string) => () =>
      page.evaluate((on) => document.activeElement?.matches(on) ?? false, selector);
    const link = async (words: string, headline: string, on: 'statement' | 'premise') => {
      await page.locator('.queue-actions').waitFor();
      await page.keyboard.press('e');
      const form = page.getByRole('form', { name: 'Link an event' });
      await form.waitFor();
      await isInForm();
      await tabTo(isOn('input[type="search"]'));
      await page.keyboard.type(words);
      const radio = form.getByRole('radio', { name: new RegExp(headline) });
      await radio.waitFor();
      await page.keyboard.press('Shift+Tab');
      await page.keyboard.press('Space');
      for (let i = 0; i < 20 && !(await radio.isChecked()); i += 1) await page.keyboard.press('ArrowDown');
      if (on === 'premise') {
        await tabTo(isOn('select[name="on"]'));
        await page.keyboard.press('ArrowDown');
      }
      await tabTo(isOn('textarea'));
      await page.keyboard.type('As the harbour office has it.');
      await page.keyboard.press('Enter');
      await said(page, 'Linked.');
    };
    await link('sailors', 'Sailors stay ashore', 'premise');
    await link('silo keys', 'Silo keys handed back', 'statement');
    const linked = (await record(scenario.id)).evidence.map(
      (one: { on: string; bearing: string; event: { headline: string } }) => [one.event.headline, one.on],
    );
    expect(linked).toEqual([
      ['Sailors stay ashore', 'premise'],
      ['Silo keys handed back', 'statement'],
    ]);

    await page.keyboard.press('y');
    const form = page.getByRole('form', { name: 'Yes, it happened' });
    await form.waitFor();
    await isInForm();
    for (const name of [/Silo keys/, /This held/, /^Sailors stay ashore$/]) {
      const box = form.getByRole('checkbox', { name });
      await tabTo(() => box.evaluate((one) => one === document.activeElement));
      if (!(await box.isChecked())) await page.keyboard.press('Space');
    }
    await tabTo(isOn('textarea'));
    await page.keyboard.press('Enter');
    await said(page, 'The queue is empty.');
    expect((await record(scenario.id)).resolutions[0]).toMatchObject({ outcome: 'occurred' });
    await page.close();
  });

  it('shows both versions where another editor was faster, and corrects theirs with its effect', async () => {
    const { topic, ids } = await overdue('Contested', 1);
    const page = await desk.openAs('editor', `/desk/queue?topic=${topic}`);
    await page.getByText('The bulletin says so.').waitFor();
    await page.keyboard.press('n');
    await page.getByRole('form', { name: 'No, it did not happen' }).waitFor();
    await call(
      `scenarios/${ids[0]!}/resolutions`,
      { outcome: 'annulled', annulment: 'ambiguous', reason: 'Nobody knows what it means.' },
      'administrator',
    );
    await page.keyboard.press('Enter');
    const conflict = page.getByRole('region', { name: 'Somebody else was faster' });
    await conflict.waitFor();
    expect(await conflict.textContent()).toContain('Nobody knows what it means.');
    expect(await conflict.textContent()).toContain('Did not happen');
    await conflict.getByRole('button', { name: 'See what correcting theirs would do' }).click();
    await conflict.getByText('What this does to the scores').waitFor();
    await conflict.getByRole('button', { name: 'Correct theirs with mine' }).click();
    await said(page, 'Theirs was corrected');
    const { resolutions } = await record(ids[0]!);
    expect(resolutions).toMatchObject([{ outcome: 'annulled' }, { outcome: 'not_occurred' }]);
    await page.close();
  });

  it('judges several at once after a preview, all or nothing', async () => {
    const { topic, ids } = await overdue('Together', 3);
    const page = await desk.openAs('editor', `/desk/queue?topic=${topic}`);
    await page.getByText('The bulletin says so.').waitFor();
    for (const key of ['x', 'j', 'x', 'j', 'x', 'b']) await page.keyboard.press(key);
    const dialog = page.getByRole('dialog', { name: /at once/ });
    await dialog.getByRole('button', { name: 'Preview' }).click();
    await dialog.getByText('The rules accept all of them.').waitFor();
    for (const id of ids) expect((await record(id)).state).toBe('open');
    expect(await seriousFor(page)).toEqual([]);
    await call(`scenarios/${ids[1]!}/resolutions`, {
      ...{ outcome: 'annulled', annulment: 'unverifiable', reason: 'No source.' },
    });
    await dialog.getByRole('button', { name: 'Record all 3' }).click();
    await dialog.getByRole('alert').filter({ hasText: '1 of 3 is refused' }).waitFor();
    for (const id of [ids[0]!, ids[2]!]) expect((await record(id)).state).toBe('open');
    await page.close();
  });

  it('takes back at once what was judged at once, as corrections', async () => {
    const { topic, ids } = await overdue('Both', 2);
    const page = await desk.openAs('editor', `/desk/queue?topic=${topic}`);
    await page.getByText('The bulletin says so.').waitFor();
    for (const key of ['x', 'j', 'x', 'b']) await page.keyboard.press(key);
    const dialog = page.getByRole('dialog', { name: /at once/ });
    await dialog.getByRole('button', { name: 'Preview' }).click();
    await dialog.getByRole('button', { name: 'Record all 2' }).click();
    await said(page, 'The queue is empty.');
    await page.keyboard.press('u');
    await said(page, 'are reopened');
    for (const id of ids) {
      const { resolutions, state } = await record(id);
      expect([state, resolutions.map((one: { outcome: string }) => one.outcome)]).toEqual([
        ...['open', ['not_occurred', 'reopened']],
      ]);
    }
    expect(await page.locator('.entries > li').count()).toBe(2);
    await page.keyboard.press('u');
    await said(page, 'There is nothing to undo here.');
    await page.keyboard.press('n'); // and they can be judged again
    await page.getByRole('form', { name: 'No, it did not happen' }).waitFor();
    await page.keyboard.press('Enter');
    await said(page, '1\u00a0entry left.');
    await page.close();
  });
});

describe('a prediction with all that is on record', () => {
  it('is corrected with a reason, after its effect was shown, and the report then says just that', async () => {
    const { items } = await call('track-record?limit=1');
    const { id } = items[0].scenario as { id: string };
    const page = await desk.openAs('editor', `/desk/scenarios/${id}`);
    await page.getByText('Everything on record').waitFor();
    expect(await page.textContent('main')).not.toContain('Forecast ·');
    await page.getByRole('button', { name: 'Correct to: annulled' }).click();
    await page.getByLabel('Why it cannot be judged').selectOption('unverifiable');
    await page.getByLabel('Reason').fill('The bulletin was discontinued.');
    await page.keyboard.press('Enter');
    const effect = page.locator('.effect');
    await effect.waitFor();
    const [before, judged] = [await call('calibration'), (await record(id)).resolutions];
    const moved = /(\d+)\u00a0forecasts counted becomes (\d+); Brier score (\S+) becomes (\S+)/.exec(
      (await effect.textContent()) ?? '',
    )!;
    expect([moved[1], moved[3]]).toEqual([String(before.n), before.brierScore.toFixed(4)]);
    expect(await seriousFor(page)).toEqual([]);
    await page.getByRole('button', { name: 'Confirm the correction' }).click();
    await said(page, 'The correction is on record');
    const after = await call('calibration');
    expect([moved[2], moved[4]]).toEqual([String(after.n), after.brierScore.toFixed(4)]);
    expect((await record(id)).resolutions).toHaveLength(judged.length + 1);
    await page.getByText('Resolution · annulled').waitFor();
    await page.close();
  });
});

describe('a slip', () => {
  it('is corrected with its proof; what stood there first stays, and the corrected value counts', async () => {
    const { ids } = await overdue('Slipped', 1);
    const id = ids[0]!;
    const page = await desk.openAs('editor', `/desk/scenarios/${id}`);
    await page.getByRole('button', { name: 'Correct a slip' }).click();
    const form = page.getByRole('form', { name: 'Correct a slip' });
    await form.getByLabel('Where it is').selectOption({ label: 'Prediction: statement' });
    await form.getByLabel('What was meant').fill('Slipped: case 1 comes about after all.');
    await form.getByRole('button', { name: 'Correct it' }).click();
    await form.locator('[data-field="proof"] [role="alert"]').waitFor();
    expect(await form.getByLabel('What was meant').inputValue()).toMatch(/after all/); // nothing typed is lost
    expect(await seriousFor(page)).toEqual([]);
    await form.getByLabel('What proves').fill('The edition as printed.');
    await page.keyboard.press('Enter');
    await said(page, 'Corrected');
    await page.getByRole('heading', { name: 'Slipped: case 1 comes about after all.' }).waitFor();
    expect((await record(id)).errata).toMatchObject([
      { field: 'statement', was: 'Slipped: case 1 comes about.', proof: 'The edition as printed.' },
    ]);

    await page.getByRole('button', { name: 'Show forecasts' }).click();
    await page.getByRole('heading', { name: 'Forecasts, as you asked' }).waitFor();
    await page.getByRole('button', { name: 'Correct a slip' }).click();
    const options = await form.getByLabel('Where it is').locator('option').allTextContents();
    await form
      .getByLabel('Where it is')
      .selectOption({ label: options.find((one) => /probability/.test(one))! });
    await form.getByLabel('What was meant').fill('0.53');
    await form.getByLabel('What proves').fill('Written as 35.');
    await page.keyboard.press('Enter');
    await form.getByText('do you mean 53').waitFor();
    await form.getByLabel('What was meant').fill('53');
    await form.getByRole('button', { name: 'Correct it' }).click();
    await said(page, 'Corrected');
    expect((await record(id)).forecasts[0]).toMatchObject({
      probability: 0.53,
      errata: [{ field: 'probability' }],
    });
    await page.close();
  });
});

it('no page complains', () => expect(desk.complaints).toEqual([]));
