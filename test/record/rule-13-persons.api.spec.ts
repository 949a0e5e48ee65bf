import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ForecastersService } from '../../src/forecasters/forecasters.service.js';
import type { Page } from '../../src/http/paging.js';
import type { ScenarioRecord } from '../../src/scenario-records/scenario-record.dto.js';
import type { TrackRecordItem } from '../../src/track-records/track-record.dto.js';
import { Desk } from './desk-builders.js';

const PRIVATE = 'ana-lind';

let desk: Desk;
let topic: string;
let both: ScenarioRecord;
let alone: ScenarioRecord;

/** Two resolved scenarios: one forecast by the desk and two persons, one by a person alone. */
beforeAll(async () => {
  desk = await Desk.open();
  topic = await desk.topic();
  both = await desk.scenario(topic);
  await desk.forecast(both, { forecaster: 'Ana Lind', probability: 0.95 });
  await desk.forecast(both, { forecaster: 'Bo Holm', probability: 0.95 });
  alone = await desk.scenario(topic, { forecaster: 'Ana Lind', probability: 0.2 });
  desk.today('2026-06-20');
  const event = await desk.event(topic);
  for (const scenario of [both, alone]) await desk.occurred(scenario, event);
  await desk.app.service(ForecastersService).set('bo-holm', { public: true });
});
afterAll(() => desk.close());

const names = (rows: readonly { forecaster: { slug: string } | null }[]) =>
  [...new Set(rows.map(({ forecaster }) => forecaster?.slug ?? null))].sort();
const page = async (path: string) => (await desk.call<string>('GET', path)).body;

describe('rule 13: of a person whose track record is not public', () => {
  it('who said what stays on record, by name', async () => {
    expect(names((await desk.show(both)).forecasts)).toEqual([PRIVATE, 'bo-holm', 'desk']);
    expect(await page(`/scenarios/${both.id}`)).toContain('Ana Lind');
  });

  it('no score is shown on a scenario, and everyone still counts for the crowd and as a peer', async () => {
    const [readers, desks] = [await desk.show(both), await desk.show(both, 'analyst')];
    for (const rows of ['scores', 'scoresOverTime'] as const) {
      expect(names(readers[rows])).toEqual(['bo-holm', 'desk']);
      expect(names(desks[rows])).toEqual([PRIVATE, 'bo-holm', 'desk']);
      expect(readers[rows]).toEqual(desks[rows].filter(({ forecaster }) => forecaster.slug !== PRIVATE));
    }
    expect(readers.crowd).toEqual(desks.crowd);
    expect(readers.crowd).toMatchObject([{ forecasters: 3 }, { forecasters: 3 }, {}]);
  });

  it('a page has no score either, and says why one may be missing', async () => {
    const said = (await page(`/scenarios/${alone.id}`)).replace(/<[^>]+>/g, '');
    expect(said).toContain('is a person whose track record is not public');
    expect(said).not.toContain('squared gap');
    expect(await page(`/scenarios/${both.id}`)).toContain('squared gap');
  });

  it.each(['recent', 'worst', 'best'])(
    'a track record (%s) counts the row, and names nobody',
    async (sort) => {
      const path = `track-record?topic=${topic}&sort=${sort}`;
      const readers = await desk.read<Page<TrackRecordItem> & { summary: { n: number } }>(path);
      const desks = await desk.read<Page<TrackRecordItem>>(path, 'analyst');
      expect(readers.items).toHaveLength(4);
      expect(readers.summary.n).toBe(4);
      expect(names(readers.items)).toEqual(['bo-holm', 'desk', null]);
      expect(names(desks.items)).toEqual([PRIVATE, 'bo-holm', 'desk']);
      expect(readers.items.map(({ brierScore }) => brierScore)).toEqual(
        desks.items.map(({ brierScore }) => brierScore),
      );
    },
  );

  it.each(['sort=recent', 'sort=worst', 'sort=best', 'vantage=timeWeighted', 'bin=90-100'])(
    'a track record in parts (%s) is the same rows, and its cursors hold no id of a forecaster',
    async (filters) => {
      const ids = (await desk.sql<{ id: string }>('SELECT "id" FROM "forecaster"')).map(({ id }) => id);
      const path = `track-record?topic=${topic}&${filters}`;
      const whole = await desk.read<Page<TrackRecordItem>>(path);
      const items: TrackRecordItem[] = [];
      let next: string | null = '';
      while (next !== null) {
        const part: Page<TrackRecordItem> = await desk.read(`${path}&limit=1${next && `&cursor=${next}`}`);
        items.push(...part.items);
        next = part.next;
        const read = Buffer.from(next ?? '', 'base64url').toString();
        expect(ids.filter((id) => read.includes(id))).toEqual([]);
      }
      expect(items).toEqual(whole.items);
      expect(items.length).toBeGreaterThan(1);
    },
  );

  it.each([['["2026-06-18","x",0]'], ['["2026-06-18","x",-1]'], ['["2026-06-18","x",1.5]']])(
    'a cursor of no place is refused: %s',
    async (text) => {
      const cursor = Buffer.from(text).toString('base64url');
      const { status, body } = await desk.call('GET', `track-record?cursor=${cursor}`);
      expect([status, body.code]).toEqual([422, 'validation_failed']);
    },
  );

  it('no list is made by their name', async () => {
    for (const path of [`calibration?forecaster=${PRIVATE}`, `track-record?forecaster=${PRIVATE}`])
      expect((await desk.call('GET', path)).status).toBe(404);
    expect((await desk.call('GET', `/?forecaster=${PRIVATE}`)).status).toBe(404);
    expect(await desk.listed(`forecaster=${PRIVATE}`)).toEqual([]);
    expect(await desk.listed(`forecaster=${PRIVATE}`, 'analyst')).toHaveLength(2);
    expect(await desk.listed('forecaster=bo-holm')).toEqual([both.id]);
    const { groups } = await desk.read<{ groups: { key: string }[] }>('calibration?groupBy=forecaster');
    expect(groups.map(({ key }) => key)).toEqual(['bo-holm', 'desk']);
  });

  it('the front page names nobody beside a score', async () => {
    for (const query of ['', '?bin=90-100', '?records=all', '?vantage=last'])
      expect(await page(`/${query}`)).not.toMatch(/Ana Lind|ana-lind/);
    expect(await page('/')).toContain('Bo Holm');
  });

  it('a change that keeps it so does not move the tag of a public report', async () => {
    const tag = async () => (await desk.call('GET', `calibration?topic=${topic}`)).headers['etag'];
    const before = await tag();
    const forecasters = desk.app.service(ForecastersService);
    await forecasters.set(PRIVATE, { name: 'Ana Lind-Berg' });
    expect(await tag()).toBe(before);
    await forecasters.set(PRIVATE, { name: 'Ana Lind', public: true });
    expect(await tag()).not.toBe(before);
  });
});
