import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { DESK_PAGES } from '../../client/src/desk/desk-pages.js';
import { threeMonthsBefore } from '../../client/src/desk/analyst/calibration-page.js';
import { grouped } from '../../client/src/words.js';
import { QUEUE_REASONS } from '../../src/resolutions/queue.dto.js';
import { type DemoDesk, startDemoDesk } from '../support/demo-desk.js';
import { pasteText } from '../support/keyboard.js';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers, read for what they should hold
type Json = any;

/** Where a letter judges, and `n` says no. */
const JUDGING = ['/desk/queue', '/desk/rereads'];

let desk: DemoDesk;
let analyst: Page;
let editor: Page;
beforeAll(async () => {
  desk = await startDemoDesk();
  [analyst, editor] = [await desk.openAs('analyst', '/desk'), await desk.openAs('editor', '/desk')];
}, 240_000);
afterAll(() => desk?.stop());

const plain = (text: string | null) => (text ?? '').replace(/\s+/g, ' ').trim();
const go = (page: Page, path: string) => page.goto(`${desk.listening}${path}`, { waitUntil: 'networkidle' });

/** What the API answers to whoever holds the token of this role. */
async function asked(path: string, role = 'editor'): Promise<Json> {
  const headers = { authorization: `Bearer ${desk.tokens[role]}` };
  return (await fetch(`${desk.listening}/api/v1/${path}`, { headers })).json();
}

describe('the quick box', () => {
  it('opens by one key on every page of the desk, by its capital where the key judges', async () => {
    const { id } = (await desk.api('scenarios?state=open&limit=1')).items[0];
    for (const { path } of DESK_PAGES.filter(({ role }) => role !== 'administrator')) {
      await go(editor, path.replace(':id', id));
      await editor.locator('h1').waitFor();
      await editor.keyboard.press('n');
      if (JUDGING.includes(path)) {
        await editor.waitForTimeout(200);
        expect([path, await editor.locator('dialog.quick').count()]).toEqual([path, 0]);
        await editor.keyboard.press('Escape');
        await editor.keyboard.press('N');
      }
      await editor.locator('#quick-line').waitFor();
    }
  });

  it('asks again before 0 %, as before 100 %', async () => {
    const { slug } = (await desk.api('topics')).items[0];
    const statement = 'the quay is sold by 2033';
    await go(analyst, '/desk');
    await analyst.keyboard.press('n');
    await analyst.locator('#quick-line').fill(`> ${statement} 0% #${slug}`);
    await analyst.keyboard.press('Enter');
    await analyst.locator('#quick-told').getByText('0 % says that you are certain').waitFor();
    const found = async () => (await desk.api(`scenarios?q=${encodeURIComponent(statement)}`)).items;
    expect(await found()).toEqual([]);
    await analyst.locator('#quick-line').press('Enter');
    await analyst.locator('#quick-told').getByText('Recorded').waitFor();
    expect(await found()).toHaveLength(1);
  });

  it('turns what is pasted in several lines into a grid, flags what is on record, and writes nothing', async () => {
    const [scenario] = (await desk.api('scenarios?state=open&limit=1')).items;
    const before = (await desk.api('calibration')).open;
    await go(analyst, '/desk');
    await analyst.keyboard.press('n');
    await analyst.locator('#quick-line').focus();
    const briefing = [
      ...[scenario.topic.title, 'Pasted from elsewhere', 'Published 3 November 2026'],
      ...['What could happen next?', 'Risk', 'Short term · 0.4', scenario.statement],
    ].join('\n\n');
    await pasteText(analyst, briefing);
    await analyst.waitForURL(`${desk.listening}/desk/briefing`);
    const row = analyst.locator('.grid-rows > li');
    await row.getByText('on record already?').waitFor();
    expect(await row.count()).toBe(1);
    expect(await row.locator(`a[href="/scenarios/${scenario.id}"]`).count()).toBe(1);
    expect((await desk.api('calibration')).open).toBe(before);
  });
});

describe('my open scenarios', () => {
  it('say of each its deadline, the last probability, and whether it is stale', async () => {
    const { items } = await asked('standings?limit=50', 'analyst');
    const standings = items.flatMap((item: Json) => item.standings.map((own: Json) => ({ ...item, ...own })));
    await go(analyst, '/desk/scenarios');
    const rows = (await analyst.locator('.standings li').allTextContents()).map(plain);
    expect(rows).toHaveLength(standings.length);
    standings.forEach(({ scenario, probability, daysLeft, stale, staleAfterDays }: Json, i: number) => {
      expect(rows[i]).toContain(scenario.statement);
      expect(rows[i]).toContain(
        probability === null ? 'withdrawn' : `${Number((probability * 100).toFixed(2))} %`,
      );
      expect(rows[i]).toContain(
        daysLeft < 0 ? `overdue by ${grouped(-daysLeft)} day` : `${grouped(daysLeft)} day`,
      );
      expect(rows[i]!.includes(`stale: older than ${staleAfterDays} days`)).toBe(stale);
    });
    expect(standings.some(({ stale }: Json) => stale)).toBe(true);
  });
});

describe('my calibration', () => {
  it('has the last three months beside all, the archival ones apart, and the biggest misses', async () => {
    await go(analyst, '/desk/calibration');
    await analyst.getByRole('heading', { name: 'All time' }).waitFor();
    const who = `forecaster=${await analyst.locator('.chip select').inputValue()}`;
    const from = threeMonthsBefore(new Date().toISOString().slice(0, 10));
    for (const [title, filters] of [
      ['The last three months', `${who}&from=${from}`],
      ['All time', who],
    ]) {
      const report = await asked(`calibration?${filters}`, 'analyst');
      const part = analyst.locator('.side-by-side section', { hasText: title! });
      expect(plain(await part.textContent())).toContain(`${report.predictions.scored} scored`);
    }
    const [live, all] = [await asked(`calibration?${who}`), await asked(`calibration?${who}&records=all`)];
    const archival = all.n - live.n;
    expect(plain(await analyst.textContent('main'))).toContain(
      archival > 0 ? `${archival} further forecast` : 'None of the scored forecasts is archival.',
    );
    const { items } = await asked(`track-record?${who}&sort=worst&limit=5`);
    const misses = analyst.locator('.side-by-side section, .side-by-side div', { hasText: 'Biggest misses' });
    for (const { scenario } of items)
      expect(await misses.first().textContent()).toContain(scenario.statement);
  });
});

describe('the queue', () => {
  it('has what is overdue first, then what is due, then what an event looks like', async () => {
    const { items } = await asked('queue?limit=100');
    const ranks = items.map(({ reason }: Json) => QUEUE_REASONS.indexOf(reason));
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
    expect(new Set(items.slice(0, 30).map(({ reason }: Json) => reason)).size).toBeGreaterThan(1);
    const counts = await asked('queue/counts');
    await go(editor, '/desk/queue');
    await editor.locator('.entry-current').waitFor();
    expect(await editor.locator('.entry-head h2').allTextContents()).toEqual(
      items.map(({ scenario }: Json) => scenario.statement),
    );
    const head = plain(await editor.locator('.queue-head').textContent());
    expect(head).toContain(`all ${counts.n}`);
    for (const { reason, n } of counts.reasons.slice(0, 2))
      expect(head).toContain(`${reason.replace('_', ' ')} ${n}`);
  });

  it('shows in one row all that one judges by: statement, criteria, edge cases, deadline, events with why', async () => {
    const { items } = await asked('queue?limit=100');
    const at = items.findIndex(({ suggested }: Json) => suggested.length > 0);
    expect(at).toBeGreaterThanOrEqual(0);
    await go(editor, '/desk/queue');
    await editor.locator('.entry-current').waitFor();
    for (let i = 0; i < at; i += 1) await editor.keyboard.press('j');
    const { scenario, suggested } = items[at];
    const row = editor.locator('.entry-current');
    await row.getByText('Events that look like it').waitFor();
    await row.getByRole('heading', { name: 'What counts as happening' }).waitFor();
    const text = plain(await row.textContent());
    expect(text).toContain(scenario.statement);
    expect(text).toContain('Did it happen?');
    expect(text).toMatch(/by \d+ \w+ \d{4}, (\d+ days? (left|over)|today)/);
    for (const { event, why } of suggested) {
      expect(text).toContain(event.headline);
      expect(text).toContain(`Why: ${why.join(', ')}.`);
    }
    const { criteria } = await asked(`scenarios/${scenario.id}?blind=true`);
    if (criteria) expect(text).toContain(plain(criteria.text));
    for (const edge of criteria?.edgeCases ?? [])
      expect(text).toContain(`${edge.case}${edge.counts ? 'yes' : 'no'}`);
  });

  it('moves by j and k, links an event by e, and asks each time in the same words', async () => {
    await go(editor, '/desk/queue');
    const current = editor.locator('.entry-current');
    await current.waitFor();
    const statements = await editor.locator('.entry-head h2').allTextContents();
    for (const [key, place] of [
      ...([
        ['j', 1],
        ['j', 2],
        ['k', 1],
      ] as const),
    ]) {
      await editor.keyboard.press(key);
      expect(await current.locator('h2').first().textContent()).toBe(statements[place]);
      expect(await current.locator('.question').textContent()).toBe('Did it happen?');
    }
    await editor.locator('.queue-actions').waitFor();
    await editor.keyboard.press('e');
    await editor.getByRole('form', { name: 'Link an event' }).waitFor();
    await editor.keyboard.press('Escape');
    await editor.locator('.queue-actions').waitFor();
  });
});

describe('the dashboard', () => {
  it('has each part of the record with its figures, and each figure opens its rows', async () => {
    await go(editor, '/desk/dashboard');
    for (const [by, title] of [
      ...[
        ['forecaster', 'By forecaster'],
        ['topic', 'By topic'],
        ['kind', 'By kind'],
      ],
      ...[
        ['term', 'By term'],
        ['month', 'By month of the outcome'],
      ],
    ]) {
      const { groups } = await asked(`calibration?groupBy=${by}`);
      const part = editor.locator('section', {
        has: editor.getByRole('heading', { name: title!, exact: true }),
      });
      await part.waitFor();
      const rows = await part.locator('tbody tr').all();
      expect([by, rows.length]).toEqual([by, groups.length]);
      for (const [i, row] of rows.entries()) {
        const cells = await row.locator('td').allTextContents();
        const { n, brierScore } = groups[i].report;
        expect(cells.slice(0, 2)).toEqual([String(n), brierScore === null ? '–' : brierScore.toFixed(3)]);
      }
    }
    await editor.getByRole('heading', { name: 'Score over time' }).waitFor();
    const whole = editor.locator('section', {
      has: editor.getByRole('heading', { name: 'The whole desk', exact: true }),
    });
    const heads = await whole.locator('thead th').allTextContents();
    for (const share of ['resolved early', 'annulled', 'overdue', 'archival']) expect(heads).toContain(share);
    const { annulled } = await asked('calibration');
    await whole
      .locator('tbody td')
      .nth(heads.indexOf('annulled') - 1)
      .getByRole('link')
      .click();
    await editor.waitForURL(/state=annulled/);
    expect(await editor.locator('.prediction').count()).toBe(Math.min(25, annulled));
  });
});

it('no page complains', () => expect(desk.complaints).toEqual([]));
