import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Desk } from '../record/desk-builders.js';
import { hindcast } from '../support/cli.js';

let desk: Desk;
let topic: string;
let scenarios: string[];
beforeAll(async () => {
  desk = await Desk.open();
  topic = await desk.topic();
  scenarios = [];
  for (let i = 0; i < 4; i++) {
    const about = { topic, kind: 'risk', term: 'short', statement: `Case ${i}.`, deadline: '2026-06-20' };
    const { body } = await desk.post<{ id: string }>('scenarios', { ...about, probability: 0.7 }, 'analyst');
    scenarios.push(body.id);
  }
  desk.today('2026-06-25');
  for (const id of scenarios) await desk.resolve({ id }, { outcome: 'not_occurred' });
});
afterAll(() => desk.close());

const run = (...words: string[]) => hindcast(desk.app.place.url, 'rereads', ...words);

describe('hindcast rereads', () => {
  it('says that nothing was re-read, as long as nothing was', async () => {
    expect(await run()).toMatchObject({ code: 0, stdout: 'Nothing has been re-read yet.\n' });
    expect((await run('--json')).json).toEqual({
      ...{ read: 0, agreed: 0, share: null, interval: { level: 0.9, low: null, high: null } },
    });
  });

  it.each([
    [['draw', '--size', '0'], 'size'],
    [['draw', '--size', '1.5'], 'size'],
    [['draw', '--seed', 'x'], 'seed'],
    [['draw', '--seed', '2147483648'], 'seed'],
    [['--kind', 'wish'], 'kind'],
  ])('refuses %j', async (words, field) => {
    const { code, json } = await run(...words, '--json');
    expect(code).toBe(1);
    expect(json).toMatchObject({ error: { code: 'validation_failed', errors: [{ field }] } });
  });

  it('draws what is asked for, with the seed that was given', async () => {
    const { code, json } = await run('draw', '--size', '3', '--seed', '7', '--topic', topic, '--json');
    expect(code).toBe(0);
    expect(json).toEqual({
      draw: {
        ...{ id: expect.any(String), seed: 7, size: 3, population: 4, topic, again: false },
        ...{ recordedAt: expect.any(String), items: expect.any(Array) },
      },
    });
    const drawn = (json as { draw: { items: { scenarioId: string }[] } }).draw.items;
    expect(drawn).toHaveLength(3);
    for (const { scenarioId } of drawn) expect(scenarios).toContain(scenarioId);
  });

  it('draws what is left, with a seed by chance, and says it', async () => {
    const { code, stdout } = await run('draw');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Drew 1 of 1 resolved scenarios \(seed \d+\)\./);
  });

  it('has nothing more to draw then', async () => {
    const { code, json } = await run('draw', '--json');
    expect(code).toBe(1);
    expect(json).toMatchObject({ error: { code: 'nothing_to_reread' } });
    const unknown = await run('draw', '--topic', 'nowhere', '--json');
    expect(unknown.json).toMatchObject({ error: { code: 'topic_unknown' } });
  });

  it('tells how many agreed, with their range', async () => {
    const { body } = await desk.call<{ items: { id: string }[] }>('GET', 'rereads', { as: 'administrator' });
    for (const [index, { id }] of body.items.entries())
      await desk.post(
        `rereads/${id}`,
        { outcome: index === 0 ? 'occurred' : 'not_occurred' },
        'administrator',
      );
    expect((await run()).stdout).toBe('3 of 4 agreed: 75 % (90 % range 36 % to 94 %).\n');
    expect((await run('--topic', topic, '--term', 'long', '--json')).json).toMatchObject({ read: 0 });
    expect((await run('--topic', topic, '--desk', '--json')).json).toMatchObject({ read: 4, agreed: 3 });
  });
});
