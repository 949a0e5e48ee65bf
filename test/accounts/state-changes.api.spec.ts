import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { StateChangeView } from '../../src/accounts/state-change.dto.js';
import { AccountKeeping } from '../../src/accounts/account-keeping.service.js';
import { AccountsService } from '../../src/accounts/accounts.service.js';
import { ForecastersService } from '../../src/forecasters/forecasters.service.js';
import type { Page } from '../../src/http/paging.js';
import type { HistoryView } from '../../src/scenario-records/history.dto.js';
import { Desk } from '../record/desk-builders.js';

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open();
});
afterAll(() => desk.close());

const changesOf = async (query: string): Promise<StateChangeView[]> =>
  (await desk.read<Page<StateChangeView>>(`changes?${query}`, 'administrator')).items;
const short = ({ name, field, before, after, by, requestId }: StateChangeView) => [
  ...[name, field, before, after, by, requestId],
];

describe('what changed, and what it was before', () => {
  it('is on record for a topic, with who did it and in which request', async () => {
    const slug = await desk.topic({ title: 'Ports', publishes: 'desk', zone: 'Europe/Berlin' });
    const made = await changesOf(`subject=topic&name=${slug}`);
    expect(made.map(({ field, before, after }) => [field, before, after]).sort()).toEqual([
      ['longDays', null, '1095'],
      ['mediumDays', null, '365'],
      ['publishes', null, 'desk'],
      ['shortDays', null, '90'],
      ['title', null, 'Ports'],
      ['zone', null, 'Europe/Berlin'],
    ]);
    const { headers } = await desk.post(
      `topics/${slug}/terms`,
      { title: 'Harbours', shortDays: 90, mediumDays: 200 },
      'administrator',
    );
    const request = headers['x-request-id'];
    const changed = (await changesOf(`subject=topic&name=${slug}`)).slice(0, 2);
    expect(changed.map(short).sort()).toEqual([
      [slug, 'mediumDays', '365', '200', 'test administrator', request],
      [slug, 'title', 'Ports', 'Harbours', 'test administrator', request],
    ]);
  });

  it('is on record for the settings', async () => {
    const { headers } = await desk.post('settings', { name: 'The Gull' }, 'administrator');
    expect((await changesOf('subject=settings')).map(short)).toEqual([
      ['house', 'name', 'Hindcast', 'The Gull', 'test administrator', headers['x-request-id']],
    ]);
  });

  it('is on record for a forecaster: from whose first forecast, and at the command line', async () => {
    const topic = await desk.topic();
    const scenario = { topic, kind: 'risk', term: 'short', statement: 'It closes.', probability: 0.4 };
    const { headers } = await desk.post('scenarios', { ...scenario, forecaster: 'Ana Lind' }, 'analyst');
    await desk.app.service(ForecastersService).set('ana-lind', { public: true });
    await desk.app.service(ForecastersService).set('ana-lind', { public: true });
    expect((await changesOf('subject=forecaster&name=ana-lind')).map(short)).toEqual([
      ['ana-lind', 'visibility', 'private', 'public', null, null],
      ['ana-lind', 'visibility', null, 'private', 'test analyst', headers['x-request-id']],
      ['ana-lind', 'kind', null, 'person', 'test analyst', headers['x-request-id']],
      ['ana-lind', 'name', null, 'Ana Lind', 'test analyst', headers['x-request-id']],
    ]);
  });

  it('is on record for an account: its role and for whom it may log; not the names it was shown under', async () => {
    const { account } = await desk.app
      .service(AccountsService)
      .add('bo', 'analyst', { mayLogFor: ['ana-lind'], displayName: 'Bo Holm' });
    const keeping = desk.app.service(AccountKeeping);
    await keeping.changeRole(account.id, 'editor', '*', { accountId: null, requestId: null });
    await keeping.setDisplayName(account.id, 'Bo H.');
    expect((await changesOf(`subject=account&name=${account.id}`)).map(short)).toEqual([
      ['bo', 'displayName', null, null, null, null],
      ['bo', 'mayLogFor', 'ana-lind', '*', null, null],
      ['bo', 'role', 'analyst', 'editor', null, null],
      ['bo', 'displayName', null, null, null, null],
      ['bo', 'mayLogFor', null, 'ana-lind', null, null],
      ['bo', 'role', null, 'analyst', null, null],
    ]);
  });

  it('is given in pages, the latest first', async () => {
    const first = await desk.read<Page<StateChangeView>>('changes?limit=2', 'administrator');
    const next = await desk.read<Page<StateChangeView>>(
      `changes?limit=2&cursor=${first.next!}`,
      'administrator',
    );
    const ids = [...first.items, ...next.items].map(({ id }) => id);
    expect(ids).toEqual([...ids].sort().reverse());
    expect(new Set(ids).size).toBe(4);
  });

  it('names the request in every row that an act leaves', async () => {
    const topic = await desk.topic();
    const scenario = await desk.scenario(topic);
    const forecast = await desk.post(`scenarios/${scenario.id}/forecasts`, { probability: 0.5 }, 'analyst');
    const deferral = await desk.post(`scenarios/${scenario.id}/deferrals`, {
      until: '2026-06-20',
      reason: 'Wait.',
    });
    const { items } = await desk.read<HistoryView>(`scenarios/${scenario.id}/history`, 'analyst');
    const requests = items.map(({ kind, requestId }) => [kind, requestId]);
    expect(requests).toContainEqual(['forecast', forecast.headers['x-request-id']]);
    expect(requests).toContainEqual(['deferral', deferral.headers['x-request-id']]);
    expect(items.filter(({ requestId }) => requestId === null)).toEqual([]);
  });
});
