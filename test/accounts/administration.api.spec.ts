import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { StatusView } from '../../src/settings/status.dto.js';
import { Desk } from '../record/desk-builders.js';
import { hindcast } from '../support/cli.js';

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open();
});
afterAll(() => desk.close());

const as = 'administrator';

describe('what the house says of itself', () => {
  it('stands on its pages, changed or not', async () => {
    const first = (await desk.call('GET', 'settings', { as })).body;
    expect(first).toMatchObject({ name: 'Hindcast', contact: null });
    const body = { name: 'The Gull <forecasts>', contact: 'desk@example.org' };
    const { status, body: changed } = await desk.call('POST', 'settings', { as, body });
    expect([status, changed]).toEqual([200, { ...first, ...body, version: 2 }]);
    const page = await desk.app.app.inject({ url: '/', headers: { accept: 'text/html' } });
    expect(page.body).toContain('The Gull &lt;forecasts');
    expect(page.body).toContain('Contact: desk@example.org');
    const back = await desk.call('POST', 'settings', { as, body: { contact: null } });
    expect(back.body).toMatchObject({ contact: null, name: body.name });
  });

  it.each([{ name: '' }, { name: 'x'.repeat(81) }, { line: null }, { example_desk: 'no' }])(
    '%j is refused',
    async (body) => expect((await desk.call('POST', 'settings', { as, body })).status).toBe(422),
  );
});

describe('the status', () => {
  it('counts what is on record, and names engine, version and migrations', async () => {
    const topic = await desk.topic();
    await desk.scenario(topic);
    const { body } = await desk.call<StatusView>('GET', 'status', { as });
    expect(body).toMatchObject({
      version: expect.stringMatching(/^\d+\.\d+\.\d+/),
      database: { engine: globalThis.testEngine, version: expect.stringMatching(/^\d+\.\d+/) },
      lastBackup: null,
    });
    const { tables, bytes, migrations } = body.database;
    expect(tables).toContainEqual({ table: 'scenario', rows: 1 });
    expect(bytes).toBeGreaterThan(10_000);
    expect(migrations).toContain('People1764001300000');
  });

  it('knows when the record was last verified, and what came of it', async () => {
    expect((await desk.call('GET', 'status', { as })).body).toMatchObject({ lastVerify: null });
    expect((await hindcast(desk.app.place.url, 'verify', '--json')).code).toBe(0);
    expect((await desk.call('GET', 'status', { as })).body).toMatchObject({
      lastVerify: { differences: 0, repaired: false, at: expect.any(String) },
    });
  });
});

describe("a topic's policy", () => {
  it('gives its days to new scenarios, and leaves the deadlines on record', async () => {
    const slug = await desk.topic();
    const before = await desk.scenario(slug, { term: 'short', deadline: undefined });
    const change = await desk.call('POST', `topics/${slug}/terms`, {
      as,
      body: { title: 'Renamed', shortDays: 10 },
    });
    expect([change.status, change.body]).toMatchObject([
      200,
      { slug, title: 'Renamed', terms: { short: 10 } },
    ]);
    const after = await desk.scenario(slug, {
      term: 'short',
      deadline: undefined,
      statement: 'Another one happens.',
    });
    const deadlineOf = async (id: string) =>
      (await desk.read<{ deadline: string }>(`scenarios/${id}`)).deadline;
    expect(await deadlineOf(before.id)).toBe('2026-09-13');
    expect(await deadlineOf(after.id)).toBe('2026-06-25');
  });

  it.each([{ shortDays: 400 }, { longDays: 2 }, { shortDays: 0 }, { slug: 'other' }, { zone: 'UTC' }])(
    '%j is refused',
    async (body) => {
      const slug = await desk.topic();
      expect((await desk.call('POST', `topics/${slug}/terms`, { as, body })).status).toBe(422);
    },
  );
});
