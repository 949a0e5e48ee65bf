import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { AccountsService } from '../../src/accounts/accounts.service.js';
import { migrate } from '../../src/database/migrate.js';
import { addCounts, readCounts } from '../../src/tallies/counts.js';
import { KEY } from '../../src/tallies/count-keys.js';
import { TallyAudit } from '../../src/tallies/tally-audit.js';
import { VIEWS } from '../../src/tallies/views.js';
import type { GroupedReports, TrackRecordPage } from '../../src/track-records/track-record.dto.js';
import { hindcast } from '../support/cli.js';
import { Desk, OPENING_DAY } from './desk-builders.js';

let desk: Desk;
let topic: string;
const tokens = new Map<string, string>();

beforeAll(async () => {
  desk = await Desk.open();
  const accounts = desk.app.service(AccountsService);
  for (const [name, role, mayLogFor] of [
    ['for Ana', 'analyst', ['ana']],
    ['for both', 'analyst', ['ana', 'desk']],
    ['for all', 'analyst', '*'],
    ['an editor for nobody', 'editor', []],
  ] as const)
    tokens.set(
      name,
      (await accounts.add(name, role, { mayLogFor: mayLogFor === '*' ? '*' : [...mayLogFor] })).token,
    );
});
afterAll(() => desk.close());
beforeEach(async () => {
  desk.today(OPENING_DAY);
  topic = await desk.topic();
});

let texts = 0;
/** Another text for the criteria, and another question. */
const change = (id: string, by: string, fields: object = { change: 'changed' }) =>
  desk.call('POST', `scenarios/${id}/criteria`, {
    headers: { authorization: `Bearer ${tokens.get(by)}` },
    body: { text: `Version ${(texts += 1)}.`, ...fields },
  });
/** A scenario with criteria, given 70 % by the desk. */
const opened = (fields: object = {}) =>
  desk.scenario(topic, { criteria: 'The bulletin says so.', ...fields });
const correct = (id: string, fields: object = {}, as: 'analyst' | 'editor' = 'editor') =>
  desk.post(
    `scenarios/${id}/errata`,
    {
      ...{ field: 'criteriaChange', criteriaVersion: 2, value: 'clarified' },
      ...{ proof: 'The same bulletin, by its new name.', ...fields },
    },
    as,
  );
const resolved = async (scenario: { id: string }) => {
  desk.today('2026-06-20');
  await desk.occurred(scenario, await desk.event(topic));
};
/** On a day that no test of this desk has passed, so that nothing has become due and open again. */
async function verified(): Promise<void> {
  desk.today('2026-09-01');
  expect((await desk.app.service(TallyAudit).verify()).named).toEqual([]);
}

describe('another question is asked', () => {
  it.each<[by: string, forecasters: string[], allowed: boolean]>([
    ['for Ana', ['Ana'], true],
    ['for Ana', ['Ana', 'Bo'], false],
    ['for Ana', ['desk'], false],
    ['for both', ['Ana', 'desk'], true],
    ['for both', ['Ana', 'desk', 'Bo'], false],
    ['for all', ['Ana', 'desk', 'Bo'], true],
    ['an editor for nobody', ['Ana', 'desk', 'Bo'], true],
  ])('by an account %s, of %j: %s', async (by, [first, ...others], allowed) => {
    const scenario = await opened({ forecaster: first });
    for (const forecaster of others) await desk.forecast(scenario, { forecaster });
    expect((await change(scenario.id, by, { change: 'clarified' })).status).toBe(201);
    if (allowed) expect((await change(scenario.id, by)).status).toBe(201);
    else await desk.refuses(() => change(scenario.id, by), 403, 'change_reserved');
  });

  it('of those alone whose forecasts it would end: not of what was ended, nor of words that were put in numbers', async () => {
    const scenario = await opened();
    const reconstructed = { words: 'likely', converter: 'The desk' };
    const statedAt = '2026-06-14T12:00:00.000Z';
    await desk.forecast(scenario, { forecaster: 'Bo', statedAt, reconstructed });
    expect((await change(scenario.id, 'an editor for nobody')).status).toBe(201);
    await desk.forecast(scenario, { forecaster: 'Ana' });
    expect((await change(scenario.id, 'for Ana')).status).toBe(201);
    await desk.withdraw(await opened(), {}); // elsewhere
    const taken = await opened();
    await desk.withdraw(taken);
    await desk.refuses(() => change(taken.id, 'for Ana'), 403, 'change_reserved');
  });

  it('not after the deadline, by nobody; clarified it may be', async () => {
    const [scenario, inTime] = [await opened(), await opened()];
    desk.app.clock.moveTo('2026-07-01T23:59:59.999Z');
    expect((await change(inTime.id, 'for all')).status).toBe(201);
    desk.app.clock.moveTo('2026-07-02T00:00:00.000Z');
    for (const by of ['for all', 'an editor for nobody'])
      await desk.refuses(() => change(scenario.id, by), 409, 'change_overdue');
    await desk.refuses(() => change(scenario.id, 'for Ana'), 403, 'change_reserved');
    expect((await change(scenario.id, 'for Ana', {})).status).toBe(201);
  });

  it.each<[what: string, occurredOn: string, link: object, then: string | null, allowed: boolean]>([
    ['that settles it', '2026-06-18', { bearing: 'settles' }, null, false],
    ['that supports it', '2026-06-18', { bearing: 'supports' }, null, false],
    ['that undermines it', '2026-06-18', { bearing: 'undermines' }, null, false],
    ['of the opening day', OPENING_DAY, { bearing: 'supports' }, null, false],
    ['that was retracted since', '2026-06-18', { bearing: 'supports' }, 'retracted', false],
    ['that is a precedent', '2026-06-14', { bearing: 'supports' }, null, true],
    ['that bears on the premise', '2026-06-18', { bearing: 'supports', on: 'premise' }, null, true],
  ])('after an event %s (%s, %j, %s): %s', async (_, occurredOn, link, then, allowed) => {
    const scenario = await opened({ premise: 'If the talks fail' });
    desk.today('2026-06-18');
    const event = await desk.event(topic, { occurredOn });
    await desk.evidence(scenario, event, { ...link });
    if (then) await desk.post(`events/${event.id}/standings`, { standing: then, reason: 'A hoax.' });
    for (const by of ['for all', 'an editor for nobody'])
      if (allowed) expect([by, (await change(scenario.id, by)).status]).toEqual([by, 201]);
      else await desk.refuses(() => change(scenario.id, by), 409, 'change_after_event');
  });

  it('not once it was judged, though it was reopened, or annulled before that', async () => {
    const scenario = await opened();
    desk.today('2026-06-20');
    const judge = (fields: object) => desk.resolve(scenario, { outcomeOn: '2026-06-20', ...fields });
    const first = await judge({ outcome: 'annulled', annulment: 'ambiguous' });
    await desk.refuses(() => change(scenario.id, 'for all'), 409, 'scenario_not_open');
    const again = await judge({ outcome: 'reopened', outcomeOn: undefined, supersedes: first.id });
    expect((await change(scenario.id, 'for all')).status).toBe(201);
    const third = await judge({ outcome: 'not_occurred', basis: 'judged', supersedes: again.id });
    await judge({ outcome: 'reopened', outcomeOn: undefined, supersedes: third.id });
    await desk.refuses(() => change(scenario.id, 'for all'), 409, 'change_after_judgement');
  });

  it('and with it how it can be judged: by an editor, once the outcome may be known', async () => {
    const scenario = await opened();
    const judged = { testability: 'judged' };
    desk.today('2026-07-05');
    await desk.refuses(() => change(scenario.id, 'for all', judged), 403, 'testability_reserved');
    expect((await change(scenario.id, 'for all', { testability: 'observable' })).status).toBe(201);
    expect((await change(scenario.id, 'an editor for nobody', judged)).status).toBe(201);
    const untested = await desk.scenario(topic, { deadline: '2026-07-06' });
    desk.today('2026-07-08');
    await change(untested.id, 'for all', {});
    expect(await desk.show(untested)).toMatchObject({ testability: 'untested' });
  });

  it('by an edition it ends nothing: another scenario takes its place, and the first stays as it was', async () => {
    const sent = (statement: string) => ({
      ...{ topic, headline: `News ${(texts += 1)}`, publishedOn: OPENING_DAY },
      scenarios: [{ kind: 'risk', term: 'short', probability: 0.4, statement, deadline: '2026-07-01' }],
    });
    const post = (body: object) => desk.post<{ scenarios: { id: string }[] }>('briefings', body);
    const { scenarios } = (await post(sent('At least 20 ships leave the harbour of Lund.'))).body;
    const [{ id }] = scenarios as [{ id: string }];
    const follows = (await desk.show({ id })).briefingId;
    const next = { ...sent('At least 40 ships leave the harbour of Lund.'), follows };
    expect((await post({ ...next, choices: [{ scenario: id, as: 'changed' }] })).status).toBe(201);
    expect(await desk.show({ id })).toMatchObject({ state: 'open', editions: [{ standing: 'changed' }] });
    await resolved({ id });
    expect(await desk.report(topic)).toMatchObject({ n: 1, ended: 0, open: 1 });
  });
});

/** Four scenarios: ended, forecast anew since, withdrawn before, and untouched. All occurred. */
async function endings(): Promise<Record<'ended' | 'anew' | 'withdrawn', string>> {
  const [ended, anew, withdrawn, untouched] = [
    await opened({ forecaster: 'Ana', term: 'long' }),
    await opened(),
    await opened(),
    await opened(),
  ];
  await desk.forecast(ended, { probability: 0.9 });
  await desk.withdraw(withdrawn);
  for (const { id } of [ended, anew, withdrawn]) await change(id, 'an editor for nobody');
  desk.today('2026-06-16');
  await desk.forecast(anew, { probability: 0.6 });
  for (const one of [ended, anew, withdrawn, untouched]) await resolved(one);
  return { ended: ended.id, anew: anew.id, withdrawn: withdrawn.id };
}

describe('what a changed question ended', () => {
  it('is counted in the report, at the vantage where it would have counted', async () => {
    await endings();
    const report = (filters: string) => desk.report(topic, filters);
    expect(await report('')).toMatchObject({ n: 2, scenarios: 2, ended: 3 });
    // At last the withdrawn one stood no more: its question ended nothing.
    expect(await report('&vantage=last')).toMatchObject({ n: 2, ended: 2 });
    expect(await report('&vantage=timeWeighted&records=all')).toMatchObject({ n: 2, ended: 3 });
    expect(await report('&forecaster=desk')).toMatchObject({ n: 2, ended: 2 });
    expect(await report('&from=2026-06-17&to=2026-06-18&term=long')).toMatchObject({ n: 0, ended: 2 });
    expect(await report('&from=2026-06-01&to=2026-06-17')).toMatchObject({ n: 0, ended: 0 });
    const path = `calibration?topic=${topic}&groupBy=term`;
    const { groups } = await desk.read<GroupedReports>(path);
    expect(groups.map(({ key, report: { n, ended } }) => [key, n, ended])).toEqual([
      ['short', 2, 1],
      ['long', 0, 2],
    ]);
    await verified();
  });

  it('is listed, with what was said and without a score, in the API, as data and on the page', async () => {
    const { ended, withdrawn } = await endings();
    const list = async (filters: string) =>
      (await desk.read<TrackRecordPage>(`track-record?topic=${topic}&only=ended${filters}`)).items;
    for (const filters of ['', '&sort=worst', '&sort=best', '&vantage=timeWeighted', '&q=comes'])
      expect(
        (await list(filters)).map((item) => [
          ...[item.scenario.id, item.forecaster?.slug, item.probability, item.brierScore],
        ]),
      ).toEqual(
        expect.arrayContaining([
          [ended, undefined, 0.7, null], // Ana's record is not public
          [ended, 'desk', 0.9, null],
          [withdrawn, 'desk', 0.7, null],
        ]),
      );
    expect(await list('')).toHaveLength(3);
    const first = await desk.read<TrackRecordPage>(`track-record?topic=${topic}&only=ended&limit=2`);
    const rest = `track-record?topic=${topic}&only=ended&limit=2&cursor=${first.next}`;
    expect([first.items.length, (await desk.read<TrackRecordPage>(rest)).items.length]).toEqual([2, 1]);
    expect(await list('&vantage=last')).toHaveLength(2);
    expect(await list('&bin=90-100')).toMatchObject([{ probability: 0.9 }]);

    const asked = `topic=${topic}&only=ended`;
    const text = async (path: string, headers = {}) =>
      (await desk.call<string>('GET', path, { headers })).body;
    expect((await text(`/record.csv?${asked}`)).trim().split('\r\n')).toHaveLength(4);
    expect((await desk.read<{ items: object[] }>(`/record.json?${asked}`)).items).toMatchObject(
      Array(3).fill({ brierScore: null }),
    );
    const html = { accept: 'text/html' };
    expect(await text(`/record?${asked}`, html)).toMatch(/forecasts that a changed question ended/);
    expect(await text(`/calibration?topic=${topic}`, html)).toMatch(
      /only=ended">3.forecasts<\/a> ended by a changed question/,
    );
    expect((await text(`/calibration.csv?topic=${topic}`)).split('\r\n')[0]).toMatch(/,withdrawn,ended,/);
    const { stdout } = await hindcast(desk.app.place.url, 'report', '--topic', topic);
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain('Not scored: 3 forecasts ended by a changed question.');
  });

  it('is counted anew in a database of before it was counted', async () => {
    await endings();
    const before = await desk.report(topic);
    const { connections } = desk.app;
    await connections.write.undoLastMigration({ transaction: 'all' });
    const tallies = await desk.sql<Record<string, string>>('SELECT * FROM "tally"');
    for (const tally of tallies)
      for (const view of VIEWS) {
        const counted = new Map<number, number>();
        readCounts(tally[view]!, (key, n) => key === KEY.ended && counted.set(key, -n));
        await desk.write(
          `UPDATE "tally" SET "${view}" = '${addCounts(tally[view]!, counted)}'
            WHERE "groupId" = '${tally['groupId']}' AND "class" = ${tally['class']} AND "period" = '${tally['period']}'`,
        );
      }
    await migrate(connections);
    expect(await desk.report(topic)).toEqual(before);
    await verified();
  });
});

describe('a question that was changed by mistake', () => {
  it('is given back by an editor’s erratum: what it ended counts again, and the slip stays visible', async () => {
    const { ended } = await endings();
    const tag = async () => (await desk.call('GET', `calibration?topic=${topic}`)).headers['etag'];
    const before = await tag();
    await desk.refuses(() => correct(ended, {}, 'analyst'), 403, 'forbidden');
    expect(await correct(ended)).toMatchObject({
      status: 201,
      body: { field: 'criteriaChange', criteriaVersion: 2, was: 'changed', became: 'clarified' },
    });
    expect(await tag()).not.toBe(before);
    expect(await desk.report(topic)).toMatchObject({ n: 4, scenarios: 3, ended: 1 });
    const record = await desk.show({ id: ended });
    expect(record).toMatchObject({
      criteriaVersions: [{ change: 'initial' }, { version: 2, change: 'clarified' }],
      errata: [{ field: 'criteriaChange', criteriaVersion: 2, was: 'changed' }],
    });
    expect(record.scores.map(({ vantage, brierScore }) => [vantage, brierScore])).toContainEqual([
      'first',
      0.01,
    ]);
    const page = await desk.call<string>('GET', `/scenarios/${ended}`, { headers: { accept: 'text/html' } });
    expect(page.body).toContain('the forecasts that it ended count again');
    const feed = await desk.call('GET', `/feeds/topics/${topic}.json`);
    expect(JSON.stringify(feed.body)).toContain('the forecasts that it ended count again');
    const { items } = await desk.read<{ items: { id: string }[] }>(`/record.json?topic=${topic}`);
    expect(items.map(({ id }) => id)).toContain(ended);
    await verified();
  });

  it('while it is open, too; an earlier change still ends what came before it', async () => {
    const scenario = await opened();
    await change(scenario.id, 'for all');
    await desk.forecast(scenario, { probability: 0.6 });
    await change(scenario.id, 'for all');
    await desk.forecast(scenario, { probability: 0.5, forecaster: 'Ana' });
    expect((await correct(scenario.id, { criteriaVersion: 3 })).status).toBe(201);
    await resolved(scenario);
    const { items } = await desk.read<TrackRecordPage>(`track-record?topic=${topic}`, 'analyst');
    expect(items.map(({ probability }) => probability).sort()).toEqual([0.5, 0.6]);
    expect((await correct(scenario.id)).status).toBe(201);
    expect(await desk.report(topic, '&forecaster=desk')).toMatchObject({ n: 1, ended: 0 });
    expect(
      (await desk.read<TrackRecordPage>(`track-record?topic=${topic}&forecaster=desk`)).items,
    ).toMatchObject([{ probability: 0.7 }]);
    await verified();
  });

  it.each<[what: string, status: number, code: string, fields: object]>([
    ['a version that is not there', 422, 'criteria_unknown', { criteriaVersion: 9 }],
    ['no version', 422, 'validation_failed', { criteriaVersion: undefined }],
    ['the first version', 422, 'erratum_not_allowed', { criteriaVersion: 1 }],
    ['one that was clarified', 422, 'validation_failed', { criteriaVersion: 3 }],
    ['one that was corrected', 422, 'validation_failed', {}],
    ['another question', 422, 'validation_failed', { criteriaVersion: 3, value: 'changed' }],
    ['another field', 422, 'validation_failed', { field: 'kind', value: 'opportunity' }],
    ['half a version', 422, 'validation_failed', { criteriaVersion: 1.5 }],
  ])('is not corrected for %s', async (_, status, code, fields) => {
    const scenario = await opened();
    await change(scenario.id, 'for all');
    await change(scenario.id, 'for all', {});
    await correct(scenario.id);
    await desk.refuses(() => correct(scenario.id, fields), status, code);
  });
});
