import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OverTime } from '../../src/track-records/over-time.dto.js';
import { thinned } from '../../src/track-records/over-time.js';
import type { TrackRecordPage } from '../../src/track-records/track-record.dto.js';
import { Desk } from '../record/desk-builders.js';

/** More than one window of 50. */
const MANY = 56;

let desk: Desk;
let topic: string;
let other: string;
beforeAll(async () => {
  desk = await Desk.open();
  topic = await desk.topic();
  other = await desk.topic();
  const scenarios: { id: string }[] = [];
  for (let index = 0; index < MANY; index += 1)
    scenarios.push(
      await desk.scenario(index % 8 === 7 ? other : topic, {
        probability: (index % 10) / 10,
        statement: `The gate ${index} of Zürich opens.`,
        kind: index % 2 === 0 ? 'risk' : 'opportunity',
      }),
    );
  await desk.scenario(topic, { statement: 'The hidden gate opens.', publicAt: null });
  desk.today('2026-06-16');
  const days = ['2026-06-16', '2026-06-18', '2026-06-19'];
  for (const [index, scenario] of scenarios.entries()) {
    const day = days[Math.floor(index / 20)]!;
    desk.today(day);
    const where = index % 8 === 7 ? other : topic;
    await desk.occurred(scenario, await desk.event(where, { occurredOn: day }));
  }
});
afterAll(() => desk.close());

/** The counted predictions as the track record lists them, oldest first, in the order in which they are counted. */
async function counted(filters = ''): Promise<{ day: string; gap: number }[]> {
  const { items } = await desk.read<TrackRecordPage>(`track-record?limit=200&${filters}`);
  return items
    .map(({ scenario, brierScore }) => ({ id: scenario.id, day: scenario.outcomeOn!, gap: brierScore! }))
    .sort((a, b) => (a.day + a.id < b.day + b.id ? -1 : 1));
}

const mean = (gaps: { gap: number }[]) => gaps.reduce((sum, { gap }) => sum + gap, 0) / gaps.length;

describe('GET calibration/over-time', () => {
  it.each(['', 'kind=risk', 'vantage=last', 'vantage=timeWeighted', 'from=2026-06-18', 'forecaster=desk'])(
    'is the mean of the last 50 of the track record at each day: %s',
    async (filters) => {
      const { window, by, points } = await desk.read<OverTime>(`calibration/over-time?${filters}`);
      expect([window, by]).toEqual([50, 'forecast']);
      const all = await counted(filters);
      const days = [...new Set(all.map(({ day }) => day))];
      const expected = days.flatMap((on) => {
        const last = all.filter(({ day }) => day <= on).slice(-50);
        return last.length < 10 ? [] : [{ on, n: last.length, brierScore: mean(last) }];
      });
      expect(points.length).toBeGreaterThan(0);
      expect(points).toEqual(
        expected.map((point) => ({
          ...point,
          brierScore: expect.closeTo(point.brierScore, 10),
          ...{ baseRate: 1, baseRateScore: 0 },
        })),
      );
    },
  );

  it('says nothing of fewer than ten', async () => {
    const { points } = await desk.read<OverTime>(`calibration/over-time?topic=${other}`);
    expect(points).toEqual([]);
  });

  it('refuses what the report refuses', async () => {
    expect((await desk.call('GET', 'calibration/over-time?kind=threat')).status).toBe(422);
    expect((await desk.call('GET', 'calibration/over-time?topic=nowhere')).status).toBe(404);
  });

  it('lets who has it go without it', async () => {
    const { headers } = await desk.call('GET', 'calibration/over-time');
    const tag = { 'if-none-match': headers['etag']! };
    expect((await desk.call('GET', 'calibration/over-time', { headers: tag })).status).toBe(304);
    expect((await desk.call('GET', 'calibration', { headers: tag })).status).toBe(200);
  });
});

describe('GET track-record?q=', () => {
  const found = async (query: string, as?: 'analyst') =>
    (await desk.read<TrackRecordPage>(`track-record?${query}`, as)).items.map(
      ({ scenario }) => scenario.statement,
    );

  it.each(['sort=recent', 'sort=worst', 'sort=best&vantage=timeWeighted', 'forecaster=desk'])(
    'keeps those whose statement holds every word, whatever the case and the accents: %s',
    async (order) => {
      expect(await found(`q=OPENS+zuerich+gate+13&${order}`)).toEqual([]);
      expect(await found(`q=OPENS+ZURICH+gate+13&${order}`)).toEqual(['The gate 13 of Zürich opens.']);
      expect(await found(`q=100%25&${order}`)).toEqual([]);
    },
  );

  it('goes on part by part, in the order asked for', async () => {
    const all: string[] = [];
    let next: string | null = '';
    while (next !== null) {
      const { items, next: after }: TrackRecordPage = await desk.read<TrackRecordPage>(
        `track-record?q=gate+1&sort=worst&limit=3${next && `&cursor=${next}`}`,
      );
      all.push(...items.map(({ scenario }) => scenario.statement));
      next = after;
    }
    expect(all.sort()).toEqual(
      Array.from({ length: MANY }, (_, index) => `The gate ${index} of Zürich opens.`)
        .filter((statement) => statement.includes(' 1'))
        .sort(),
    );
  });

  it('finds nothing that the public may not see', async () => expect(await found('q=hidden')).toEqual([]));
});

describe('what is thinned', () => {
  it('keeps the first, the last, and as many as asked for, evenly', () => {
    const all = Array.from({ length: 1000 }, (_, index) => index);
    const some = thinned(all, 200);
    expect([some.length, some[0], some.at(-1)]).toEqual([200, 0, 999]);
    expect(new Set(some.slice(1).map((value, index) => value - some[index]!))).toEqual(new Set([5, 6]));
    expect(thinned([1, 2], 200)).toEqual([1, 2]);
  });
});
