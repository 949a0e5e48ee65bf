import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../src/database/ids.js';
import type { BulkAnswer } from '../../src/resolutions/bulk.dto.js';
import { MOST_AT_ONCE } from '../../src/resolutions/bulk.dto.js';
import type { QueueCounts, QueueItem } from '../../src/resolutions/queue.dto.js';
import type { Page } from '../../src/http/paging.js';
import { Desk } from './desk-builders.js';

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open();
});
afterAll(() => desk.close());

const absence = (scenario: { id: string }) => ({
  ...{ scenarioId: scenario.id, outcome: 'not_occurred', reason: 'Nothing of it was reported.' },
});
const bulk = (items: object[], dryRun?: boolean) => () =>
  desk.post<never>('resolutions/bulk', { items, ...(dryRun !== undefined && { dryRun }) });

async function threeOverdue() {
  desk.today('2026-06-15');
  const topic = await desk.topic();
  const scenarios = [
    await desk.scenario(topic),
    await desk.scenario(topic),
    await desk.scenario(topic),
  ] as const;
  desk.today('2026-07-03');
  return { topic, scenarios };
}

describe('several judgements at once', () => {
  it('are each recorded as one by itself would be, blind where they come from the queue', async () => {
    const { topic, scenarios } = await threeOverdue();
    const { items } = await desk.read<Page<QueueItem>>(`queue?topic=${topic}`, 'editor');
    expect(items.map(({ scenario }) => scenario.id).sort()).toEqual(scenarios.map(({ id }) => id).sort());
    const answer = await desk.post<BulkAnswer>('resolutions/bulk', {
      items: items.map(({ scenario, entry }) => ({ ...absence(scenario), entry })),
    });
    expect(answer).toMatchObject({ status: 201, body: { dryRun: false, refused: 0 } });
    for (const scenario of scenarios)
      expect((await desk.show(scenario)).resolutions).toMatchObject([
        { outcome: 'not_occurred', outcomeOn: '2026-07-01', basis: 'absence', forecastsShown: false },
      ]);
    expect(await desk.figures(topic)).toMatchObject({ n: 3, open: 0 });
  });

  it('are none where one is refused, and every refusal is named', async () => {
    const { scenarios } = await threeOverdue();
    const [first, second, third] = scenarios;
    await desk.resolve(second, { outcome: 'annulled', annulment: 'ambiguous' });
    const problem = await desk.refuses(
      bulk([absence(first), absence(second), { ...absence(third), outcome: 'occurred' }]),
      422,
      'bulk_refused',
    );
    expect(problem).toMatchObject({
      refused: [
        { index: 1, scenarioId: second.id, code: 'already_resolved' },
        { index: 2, scenarioId: third.id, code: 'outcome_day_required' },
      ],
    });
    expect((await desk.show(first)).state).toBe('open');
  });

  it('are tried by a dry run, which says of each what would be and leaves nothing behind', async () => {
    const { scenarios } = await threeOverdue();
    const [first, second] = scenarios;
    const before = await desk.rows();
    const items = [absence(first), { ...absence(second), outcome: 'annulled' }];
    const { status, body } = await desk.post<BulkAnswer>('resolutions/bulk', { items, dryRun: true });
    expect([status, body.dryRun, body.refused]).toEqual([200, true, 1]);
    expect(body.items).toMatchObject([
      { scenarioId: first.id, resolution: { outcome: 'not_occurred', basis: 'absence' }, refusal: null },
      { scenarioId: second.id, resolution: null, refusal: { code: 'annulment_reason_required' } },
    ]);
    expect(await desk.rows()).toEqual(before);
    await desk.resolve(first, { outcome: 'not_occurred' }); // the gate lets the next one through
  });

  it('name each scenario once, and no more than can be judged in one transaction', async () => {
    const { scenarios } = await threeOverdue();
    const twice = await desk.refuses(
      bulk([absence(scenarios[0]), absence(scenarios[0])]),
      422,
      'validation_failed',
    );
    expect(twice.errors).toEqual([{ field: 'items', message: 'must name each scenario once' }]);
    const many = Array.from({ length: MOST_AT_ONCE + 1 }, () => absence({ id: newId() }));
    const problem = await desk.refuses(bulk(many), 422, 'validation_failed');
    expect(problem.errors).toEqual([
      { field: 'items', message: 'may have 100 at once; send the rest afterwards' },
    ]);
    await desk.refuses(bulk([]), 422, 'validation_failed');
  });
});

describe('the queue', () => {
  it('says how many wait for each reason, and shows one topic or one reason alone', async () => {
    const { topic, scenarios } = await threeOverdue();
    const soon = await desk.scenario(topic, { deadline: '2026-07-05' });
    await desk.post(`scenarios/${scenarios[0].id}/deferrals`, { until: '2026-07-20', reason: 'Wait.' });
    const { reasons, n } = await desk.read<QueueCounts>(`queue/counts?topic=${topic}`, 'editor');
    expect(Object.fromEntries(reasons.map((one) => [one.reason, one.n]))).toMatchObject({
      ...{ overdue: 2, due_soon: 1, returned: 0, reread: 0, deferred: 1 },
    });
    expect(n).toBe(4);
    const due = await desk.read<Page<QueueItem>>(`queue?topic=${topic}&reason=due_soon`, 'editor');
    expect(due.items.map(({ scenario }) => scenario.id)).toEqual([soon.id]);
    const all = await desk.read<QueueCounts>('queue/counts', 'editor');
    expect(all.n).toBeGreaterThanOrEqual(n);
  });
});
