import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Desk } from './desk-builders.js';

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open();
});
afterAll(() => desk.close());

describe('a deferral', () => {
  it('gives way to a later one, also where that ends sooner', async () => {
    const scenario = await desk.scenario(await desk.topic());
    desk.today('2026-07-05');
    const defer = async (until: string) =>
      expect(
        await desk.post(`scenarios/${scenario.id}/deferrals`, { until, reason: 'Awaiting the count.' }),
      ).toMatchObject({ status: 201 });
    await defer('2026-09-01');
    expect((await desk.queued(scenario))!.reason).toBe('deferred');
    desk.today('2026-07-06');
    await defer('2026-07-07');
    desk.today('2026-07-08');
    expect(await desk.queued(scenario)).toMatchObject({
      reason: 'overdue',
      deferral: { until: '2026-07-07' },
    });
  });
});
