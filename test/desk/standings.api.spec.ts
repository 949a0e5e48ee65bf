import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AccountsService } from '../../src/accounts/accounts.service.js';
import type { LintHabits, StandingCounts, StandingItem } from '../../src/forecasts/standing.dto.js';
import type { Page } from '../../src/http/paging.js';
import { Desk, OPENING_DAY } from '../record/desk-builders.js';

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open();
});
afterAll(() => desk.close());

const standings = (filters: string) => desk.read<Page<StandingItem>>(`standings?${filters}`, 'analyst');
const tomorrow = (days: number) => `2026-06-${15 + days}`;

describe('GET standings', () => {
  it('lists open scenarios by deadline, with what each forecaster stands by', async () => {
    const topic = await desk.topic();
    const later = await desk.scenario(topic, { deadline: '2026-09-01', forecaster: 'Ana Lind' });
    const soon = await desk.scenario(topic, { deadline: tomorrow(3), probability: 0.2 });
    await desk.forecast(soon, { probability: 0.35 });
    await desk.forecast(soon, { probability: 0.9, forecaster: 'Ana Lind' });
    await desk.resolve(await desk.scenario(topic), { outcome: 'annulled', annulment: 'ambiguous' });
    const { items } = await standings(`topic=${topic}`);
    expect(items.map(({ scenario, daysLeft }) => [scenario.id, daysLeft])).toEqual([
      [soon.id, 3],
      [later.id, 78],
    ]);
    const said = items[0]!.standings.map(({ forecaster, probability }) => [forecaster.slug, probability]);
    expect(said.sort()).toEqual([
      ['ana-lind', 0.9],
      ['desk', 0.35],
    ]);
  });

  it('says of a withdrawn forecast that there is none', async () => {
    const topic = await desk.topic();
    const scenario = await desk.scenario(topic);
    await desk.withdraw(scenario);
    const { items } = await standings(`topic=${topic}`);
    expect(items[0]!.standings).toMatchObject([{ probability: null, stale: false }]);
  });

  it.each([
    ['short', 90, 22],
    ['medium', 365, 91],
    ['long', 1095, 273],
  ])('a forecast of %s term (%d days) is stale after %d days', async (term, _, days) => {
    const topic = await desk.topic();
    await desk.scenario(topic, { term, deadline: '2030-01-01' });
    const staleOn = async (day: string) => {
      desk.today(day);
      const [item] = (await standings(`topic=${topic}`)).items;
      return [item!.staleAfterDays, item!.standings[0]!.stale];
    };
    const at = (offset: number) =>
      new Date(Date.parse(`${OPENING_DAY}T00:00:00Z`) + offset * 86_400_000).toISOString().slice(0, 10);
    expect(await staleOn(at(days))).toEqual([days, false]);
    expect(await staleOn(at(days + 1))).toEqual([days, true]);
    desk.today(OPENING_DAY);
  });

  it('is never stale before 14 days', async () => {
    const topic = await desk.topic({ shortDays: 10 });
    await desk.scenario(topic);
    expect((await standings(`topic=${topic}`)).items[0]!.staleAfterDays).toBe(14);
  });

  it('shows an account those for whom it may log, unless it asks for another', async () => {
    const topic = await desk.topic();
    await desk.scenario(topic, { forecaster: 'Bo Ek' });
    const other = await desk.scenario(topic, { forecaster: 'Cy Ray' });
    const { token } = await desk.app.service(AccountsService).add('Bo', 'analyst', { mayLogFor: ['bo-ek'] });
    const headers = { authorization: `Bearer ${token}` };
    const seen = async (filters: string) =>
      (await desk.call<Page<StandingItem>>('GET', `standings?topic=${topic}${filters}`, { headers })).body
        .items;
    expect((await seen('')).flatMap((item) => item.standings)).toMatchObject([
      { forecaster: { slug: 'bo-ek' }, mine: true },
    ]);
    expect(await seen('&forecaster=cy-ray')).toMatchObject([
      { scenario: { id: other.id }, standings: [{ mine: false }] },
    ]);
    const nobody = await desk.app.service(AccountsService).add('Nobody', 'analyst', { mayLogFor: [] });
    const none = await desk.call<Page<StandingItem>>('GET', `standings?topic=${topic}`, {
      headers: { authorization: `Bearer ${nobody.token}` },
    });
    expect(none.body.items).toEqual([]);
  });

  it('gives the same in pages, and counts all of it', async () => {
    const topic = await desk.topic();
    for (let at = 1; at <= 5; at += 1) await desk.scenario(topic, { deadline: tomorrow(at * 2) });
    const all = (await standings(`topic=${topic}`)).items.map(({ scenario }) => scenario.id);
    const paged: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: Page<StandingItem> = await standings(
        `topic=${topic}&limit=2${cursor && `&cursor=${cursor}`}`,
      );
      paged.push(...page.items.map(({ scenario }) => scenario.id));
      cursor = page.next;
    }
    expect(paged).toEqual(all);
    desk.today('2026-06-20');
    expect(await desk.read<StandingCounts>(`standings/counts?topic=${topic}`, 'analyst')).toEqual({
      ...{ open: 5, dueSoon: 3, overdue: 2, stale: 0 },
    });
    desk.today(OPENING_DAY);
  });
});

describe('GET standings/habits', () => {
  const habits = (filters: string) => desk.read<LintHabits>(`standings/habits?${filters}`, 'analyst');

  it('counts on how many open statements each mark stands, the most frequent first', async () => {
    const topic = await desk.topic();
    expect(await habits(`topic=${topic}`)).toEqual({ open: 0, statements: 0, marks: [] });
    await desk.scenario(topic, { statement: 'The port may or might close by 1 July 2026.' });
    const latest = await desk.scenario(topic, { statement: 'The port could set a precedent.' });
    const closed = await desk.scenario(topic, { statement: 'The port may burn.' });
    await desk.resolve(closed, { outcome: 'annulled', annulment: 'ambiguous' });
    const { open, statements, marks } = await habits(`topic=${topic}`);
    expect([open, statements]).toEqual([2, 2]);
    expect(marks[0]).toEqual({
      ...{ code: 'modal', statements: 2 },
      latest: { id: latest.id, statement: 'The port could set a precedent.' },
    });
    expect(marks.map((one) => one.statements)).toEqual(
      marks.map((one) => one.statements).sort((a, b) => b - a),
    );
    expect(marks).toContainEqual(expect.objectContaining({ code: 'interpretation', statements: 1 }));
  });

  it('is about those for whom the account may log', async () => {
    const topic = await desk.topic();
    await desk.scenario(topic, { statement: 'The port may close.', forecaster: 'Bo Berg' });
    expect(await habits(`topic=${topic}&forecaster=bo-berg`)).toMatchObject({ open: 1 });
    expect(await habits(`topic=${topic}&forecaster=desk`)).toMatchObject({ open: 0 });
  });
});
