import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TallyAudit } from '../../src/tallies/tally-audit.js';
import { addCounts } from '../../src/tallies/counts.js';
import { Desk } from '../record/desk-builders.js';
import { hindcast } from '../support/cli.js';

let desk: Desk;
let scenario: string;
const verify = () => desk.app.service(TallyAudit).verify();

beforeAll(async () => {
  desk = await Desk.open();
  const topic = await desk.topic();
  const one = await desk.scenario(topic);
  await desk.forecast(one, { probability: 0.4, forecaster: 'Ada' });
  await desk.scenario(topic); // stays open
  await desk.publish('scenarios', one, '2026-06-15T12:00:00.000Z');
  desk.today('2026-06-20');
  await desk.forecast(one, { probability: 0.9 });
  await desk.occurred(one, await desk.event(topic, { occurredOn: '2026-06-20' }));
  scenario = one.id;
});
afterAll(() => desk.close());

/** What is planted in each column: another value of the same kind. */
const PLANTED: Record<string, Record<string, string>> = {
  counted_scenario: {
    ...{ topicId: `'elsewhere'`, day: `'2026-01-01'`, class: '"class" + 1', fate: '"fate" + 64' },
    changesAt: `'2027-01-01T00:00:00.000Z'`,
  },
  counted_forecast: {
    ...{
      views: '0',
      probabilityBp: '"probabilityBp" + 1',
      weight: '"weight" - 1',
      leadDays: '"leadDays" + 1',
    },
    ...{ withdrawn: '1', archival: '1', topicId: `'elsewhere'`, day: `'2026-01-01'`, class: '"class" + 1' },
    fate: '"fate" + 64',
  },
  tally: Object.fromEntries(
    ['firstLive', 'lastLive', 'timeWeightedLive', 'firstAll', 'lastAll', 'timeWeightedAll'].map((view) => [
      view,
      `'${addCounts('', new Map([[64 + 2 * 7000, 5]]))}'`,
    ]),
  ),
  scenario: {
    ...{
      outcomeOn: `'2026-06-19'`,
      outcomeAt: `'2026-06-20T01:00:00.000Z'`,
      occurred: '0',
      basis: `'judged'`,
    },
    ...{ selfResolved: '1 - "selfResolved"', lateOn: `'2026-07-05'`, closesAt: `'2026-07-09T00:00:00.000Z'` },
    ...{ publicAt: `'2026-06-16T12:00:00.000Z'`, testability: `'observable'` },
  },
};

describe('verify', () => {
  it('finds nothing on a record that nobody has touched', async () => {
    expect(await verify()).toMatchObject({ scenarios: 2, differences: 0, named: [] });
  });

  it.each(
    Object.entries(PLANTED).flatMap(([table, columns]) =>
      Object.keys(columns).map((column) => [table, column]),
    ),
  )('finds a difference planted in %s.%s, names it, and repairs it', async (table, column) => {
    const key = table === 'scenario' ? 'id' : 'scenarioId';
    const where = table === 'tally' ? '' : `WHERE "${key}" = '${scenario}'`;
    await desk.write(`UPDATE "${table}" SET "${column}" = ${PLANTED[table]![column]} ${where}`);
    const { named, differences } = await verify();
    const names = named.filter((one) => one.table === table).map((one) => one.column);
    expect(names.some((name) => name === column || name.startsWith(`${column}: `))).toBe(true);
    expect(differences).toBe(named.length);
    await desk.app.service(TallyAudit).repair();
    expect((await verify()).named).toEqual([]);
  });

  it.each([
    ['counted_scenario', (id: string) => `DELETE FROM "counted_scenario" WHERE "scenarioId" = '${id}'`],
    ['counted_forecast', (id: string) => `DELETE FROM "counted_forecast" WHERE "scenarioId" = '${id}'`],
    ['tally', () => `DELETE FROM "tally" WHERE "groupId" = 'all'`],
    [
      'scenario',
      (id: string) => `UPDATE "scenario" SET "state" = 'open', "occurred" = NULL WHERE "id" = '${id}'`,
    ],
    [
      'counted_scenario',
      () =>
        `INSERT INTO "counted_scenario" SELECT 'stray', "topicId", "day", "class", "fate", NULL FROM "counted_scenario" LIMIT 1`,
    ],
    [
      'counted_forecast',
      (id: string) => `UPDATE "counted_forecast" SET "scenarioId" = 'stray' WHERE "scenarioId" = '${id}'`,
    ],
    ['tally', () => `UPDATE "tally" SET "groupId" = 'stray' WHERE "period" = 'ever' AND "groupId" = 'all'`],
  ])('finds rows of %s that are missing or stray', async (table, statement) => {
    await desk.write(statement(scenario));
    expect((await verify()).named.map((one) => one.table)).toContain(table);
    await desk.app.service(TallyAudit).repair();
    expect((await verify()).named).toEqual([]);
  });

  it('a tally from which more would be taken than it holds stops the change, and says what to do', async () => {
    await desk.write('UPDATE "tally" SET "firstLive" = \'\'');
    const { resolutions } = await desk.show({ id: scenario }, 'editor');
    const body = { outcome: 'annulled', annulment: 'ambiguous', outcomeOn: '2026-06-20', reason: 'Unclear.' };
    const answer = await desk.post(`scenarios/${scenario}/resolutions`, {
      ...body,
      supersedes: resolutions[0]!.id,
    });
    expect(answer.status).toBe(500);
    expect((await desk.show({ id: scenario }, 'editor')).resolutions).toHaveLength(1);
    await desk.app.service(TallyAudit).repair();
  });

  it('on the command line names what differs and ends 1; with --repair it ends 0 and all is well', async () => {
    await desk.write('UPDATE "counted_forecast" SET "leadDays" = "leadDays" + 1');
    const run = (...words: string[]) => hindcast(desk.app.place.url, 'verify', ...words);
    const found = await run();
    expect(found.code).toBe(1);
    expect(found.stdout).toMatch(/counted_forecast .*: leadDays is \d+, and should be \d+/);
    expect(found.stdout).toContain('hindcast verify --repair');
    const repaired = await run('--repair', '--json');
    expect([repaired.code, repaired.json]).toMatchObject([0, { repaired: true, scenarios: 2 }]);
    expect((await run('--json')).json).toMatchObject({ differences: 0, repaired: false });
  });

  it('rebuilds the figures of a former version when a program starts on it, once, and refuses a newer one', async () => {
    const layout = (value: number) =>
      desk.write(`UPDATE "setting" SET "value" = '${value}' WHERE "name" = 'tally_layout'`);
    await desk.write('UPDATE "tally" SET "firstLive" = \'\', "lastLive" = \'\'');
    await layout(0);
    const run = () => hindcast(desk.app.place.url, 'verify', '--json');
    expect(await run()).toMatchObject({
      ...{ code: 0, json: { differences: 0, repaired: false } },
      stderr: expect.stringContaining('Rebuilding them from the record'),
    });
    expect(await run()).toMatchObject({ code: 0, stderr: '' });
    await layout(99);
    const newer = await run();
    expect([newer.code, newer.stderr]).toEqual([1, expect.stringContaining('newer than this program')]);
    await layout(1);
  });

  it('reads a scenario of more forecasts than a statement takes parameters', async () => {
    const columns =
      '"probabilityBp", "statedAt", "recordedAt", "archival", "reconstructed", "criteriaVersion", "scenarioId", "forecasterId", "loggedById"';
    await desk.write(
      `INSERT INTO "forecast" ("id", ${columns})
       WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 70000),
         one AS (SELECT * FROM "forecast" WHERE "scenarioId" = '${scenario}' ORDER BY "seq" LIMIT 1)
       SELECT '00000000-0000-7000-8000-' || CAST(100000000000 + i AS varchar(12)), ${columns} FROM n, one`,
    );
    await desk.app.service(TallyAudit).repair();
    expect(await verify()).toMatchObject({ scenarios: 2, differences: 0 });
  });
});
