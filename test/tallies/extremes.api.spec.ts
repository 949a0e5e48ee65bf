import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TrackRecordItem, TrackRecordPage } from '../../src/track-records/track-record.dto.js';
import { Desk } from '../record/desk-builders.js';

/*
 * The worst and the best of a whole record are looked for from the ends of its probabilities. Each list, turned page by
 * page, must be the one that sorting all of it gives.
 */

/** From one end to the other, at the borders of what is looked through at once, and the same again. */
const PROBABILITIES = [
  ...[0, 0.005, 0.0051, 0.01, 0.02, 0.0201, 0.08, 0.0801, 0.3, 0.32, 0.3201, 0.5, 0.5],
  ...[0.6799, 0.68, 0.9, 0.92, 0.9201, 0.98, 0.9949, 0.995, 0.9951, 1, 1],
];
const PEOPLE = ['Ana', 'Bo', 'Cleo'];

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open();
  const topic = await desk.topic();
  for (const [index, probability] of PROBABILITIES.entries()) {
    const kind = index % 2 === 0 ? 'risk' : 'opportunity';
    const scenario = await desk.scenario(topic, { kind, probability, forecaster: 'Ana' });
    // Some say the same of it, so that a list is turned in the midst of them.
    for (const [place, forecaster] of PEOPLE.slice(1).entries())
      if (index % (place + 2) === 0) await desk.forecast(scenario, { probability, forecaster });
    desk.today('2026-07-02');
    if (index % 5 === 4) {
      const event = await desk.event(topic);
      await desk.occurred(scenario, event);
    } else await desk.resolve(scenario, { outcome: 'not_occurred', outcomeOn: '2026-07-01' });
    desk.today('2026-06-15');
  }
});
afterAll(() => desk.close());

async function list(query: string, limit: number): Promise<TrackRecordItem[]> {
  const items: TrackRecordItem[] = [];
  let cursor = '';
  do {
    const page = await desk.read<TrackRecordPage>(`track-record?${query}&limit=${limit}${cursor}`, 'analyst');
    items.push(...page.items);
    cursor = page.next === null ? '' : `&cursor=${page.next}`;
  } while (cursor !== '');
  return items;
}

const keyOf = ({ scenario, forecaster }: TrackRecordItem) => `${scenario.id} ${forecaster!.slug}`;

describe.each(['', '&kind=risk', '&records=all', '&vantage=last'])('of the record%s', (filters) => {
  it.each([
    ['worst', -1],
    ['best', 1],
  ])('the %s come first, however the list is turned', async (sort, sign) => {
    const all = await list(`sort=recent${filters}`, 200);
    const byGap = (a: TrackRecordItem, b: TrackRecordItem) =>
      sign * (a.brierScore! - b.brierScore! || (a.scenario.id < b.scenario.id ? -1 : 1));
    const scores = [...all].sort(byGap).map(({ brierScore }) => brierScore);
    expect(scores.length).toBeGreaterThan(20);
    for (const limit of [1, 4, 7, 200]) {
      const found = await list(`sort=${sort}${filters}`, limit);
      expect(found.map(({ brierScore }) => brierScore)).toEqual(scores);
      expect(found.map(keyOf).sort()).toEqual(all.map(keyOf).sort());
    }
  });
});
