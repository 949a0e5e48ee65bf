import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { ask } from '../../client/src/desk/api.js';
import { whatChanged } from '../../client/src/desk/what-changed.js';

const real = globalThis.fetch;
afterEach(() => {
  globalThis.fetch = real;
});

/** Answers by address, and takes down what each change was held against. */
function server(answers: Record<string, () => [number, object]>): (string | null)[] {
  const held: (string | null)[] = [];
  globalThis.fetch = jest.fn(async (url: unknown, init?: RequestInit) => {
    const path = String(url).replace('/api/v1/', '');
    if (init?.method === 'POST') held.push(new Headers(init.headers).get('if-match'));
    const [status, body] = answers[path]!();
    return Promise.resolve(new Response(JSON.stringify(body), { status }));
  });
  return held;
}

const stale = (version: number): [number, object] => [
  412,
  { code: 'stale_version', detail: `You hold another; read version ${version} first.`, version },
];
const change = (field: string, before: string | null, after: string | null, requestId: string) => ({
  ...{ id: field, subject: 'topic', name: 'ports', recordedAt: '2026-06-15T12:00:00.000Z' },
  ...{ field, before, after, by: 'ana', requestId },
});

describe('a change of something known', () => {
  it('is never sent without the version that was read', async () => {
    const held = server({ 'topics/harbours/terms': () => [200, {}], topics: () => [201, {}] });
    await ask('topics/harbours/terms', { body: {}, version: 7 });
    await ask('topics', { body: {} });
    await expect(ask('topics/harbours/terms', { body: {} })).rejects.toThrow(/without the version/);
    expect(held).toEqual(['"7"', null]);
  });

  it('that is stale says what changed; sent again, it is held against what is there now', async () => {
    let present = 9;
    const held = server({
      'topics/ports/terms': () => (held.at(-1) === `"${present}"` ? [200, {}] : stale(present)),
      'changes?subject=topic&name=ports&limit=25': () => [
        200,
        {
          items: [
            change('title', 'Ports', 'Harbours', 'two'),
            change('shortDays', '90', '30', 'one'),
            change('zone', null, 'UTC', 'made'),
          ],
        },
      ],
    });
    const send = (version: number) => ask('topics/ports/terms', { body: {}, version });
    await expect(send(7)).rejects.toMatchObject({
      code: 'stale_version',
      message:
        'This has changed since you read it, and nothing was recorded. ' +
        'title: Ports became Harbours (ana). shortDays: 90 became 30 (ana). ' +
        'What you typed is kept: send it again if it still holds.',
    });
    await send(7);
    present = 10;
    await expect(send(7)).rejects.toThrow(/has changed/);
    await expect(send(9)).rejects.toThrow(/has changed/);
    await send(9);
    expect(held).toEqual(['"7"', '"9"', '"9"', '"9"', '"10"']);
  });
});

describe('what changed', () => {
  const read =
    (answer: object) =>
    <T>(): Promise<T> =>
      Promise.resolve(answer as T);

  it('of a prediction is its latest rows on record, without forecasts', async () => {
    const row = (kind: string, says: string[]) => ({
      ...{ kind, says, about: null, by: 'ana', recordedAt: '2026-06-15T12:00:00.000Z' },
    });
    const items = [row('logged', []), row('criteria', ['version 2']), row('deferral', ['2026-07-01'])];
    const told = await whatChanged('scenarios/x/criteria', 1, read({ items }));
    expect(told).toMatch(/^Deferred · 2026-07-01 \(ana, .*\)\.$/);
    const many = Array.from({ length: 5 }, () => row('deferral', []));
    expect(await whatChanged('scenarios/x/criteria', 5, read({ items: many }))).toMatch(
      /And 2 more before\.$/,
    );
  });

  it('of an event is how it is now', async () => {
    const at = (hour: string) => ({ recordedAt: `2026-06-15T${hour}:00:00.000Z` });
    const event = {
      ...{ headline: 'Hail', occurredOn: '2026-06-01', standing: 'retracted', errata: [at('10')] },
      standings: [
        { ...at('09'), by: 'bo' },
        { ...at('11'), by: 'ana' },
      ],
    };
    const told = await whatChanged('events/x/standings', 1, read(event));
    expect(told).toMatch(/^It is now “Hail”, 2026-06-01, retracted \(since .*, by ana\)\.$/);
  });

  it('of what is read blind is not told', async () => {
    expect(await whatChanged('rereads/x', 1, read({}))).toBe('');
  });
});
