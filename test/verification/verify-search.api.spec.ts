import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addWords, removeWords } from '../../src/database/full-text.js';
import type { BriefingReadingView } from '../../src/forecasts/forecast.dto.js';
import { newId } from '../../src/database/ids.js';
import { Database } from '../../src/database/write-gate.js';
import type { EventView } from '../../src/events/event.dto.js';
import type { ScenarioRecord } from '../../src/scenario-records/scenario-record.dto.js';
import { SearchAudit } from '../../src/verification/search-audit.js';
import { SuggestionAudit } from '../../src/verification/suggestion-audit.js';
import { Desk } from '../record/desk-builders.js';
import { hindcast } from '../support/cli.js';

const HEADLINE = 'Port of Aldermouth suspends all containers for 30 days';

let desk: Desk;
let topic: string;
let scenario: ScenarioRecord;
let other: ScenarioRecord;
let event: EventView;
let briefing: BriefingReadingView;
let textId: string;
let seq: number;

beforeAll(async () => {
  desk = await Desk.open();
  topic = await desk.topic();
  const fields = {
    statement: 'The Port of Aldermouth halts container handling for at least 30 days.',
    premise: 'If the crane stands still',
    criteria: { text: 'The harbour bulletin says so.' },
  };
  scenario = await desk.scenario(topic, fields);
  // Word for word the same criteria: each has an entry of its own.
  const { criteria } = fields;
  other = await desk.scenario(topic, { statement: 'A mayor opens the flower show.', criteria });
  briefing = await desk.briefing(topic, { headline: 'A quayside in the evening' });
  desk.today('2026-06-20');
  event = await desk.event(topic, {
    ...{ headline: HEADLINE, summary: 'Nothing moves.' },
    sources: [{ outlet: 'The Gull', quote: 'It is shut.', text: `${'Words “upon” words, '.repeat(500)}…` }],
  });
  [{ textId, seq }] = (await desk.sql(
    `SELECT "textId", "seq" FROM "search_entry" WHERE "textId" =
      (SELECT "headlineId" FROM "event" WHERE "id" = '${event.id}')`,
  )) as [{ textId: string; seq: number }];
});
afterAll(() => desk.close());

const search = () => desk.app.service(SearchAudit);
const suggestions = () => desk.app.service(SuggestionAudit);
const inDatabase = (...planted: Parameters<Database['withWriteTransaction']>) =>
  desk.app.service(Database).withWriteTransaction(...planted);
const places = async () => (await search().verify()).named.map(({ table, row }) => [table, row]);

describe('verify, of the words by which records are found', () => {
  it('finds nothing on a record that nobody has touched', async () => {
    expect(await search().verify()).toEqual({ differences: 0, named: [] });
  });

  const entry = (id = newId(), of = event.id) =>
    `INSERT INTO "search_entry" ("subject", "subjectId", "textId", "deskOnly") VALUES ('event', '${of}', '${id}', 0)`;
  const change = (set: string) => () =>
    desk.write(`UPDATE "search_entry" SET ${set} WHERE "textId" = '${textId}'`);

  it.each<[string, () => Promise<unknown>, string]>([
    ['missing', () => desk.write(`DELETE FROM "search_entry" WHERE "textId" = '${textId}'`), 'search_entry'],
    ['stray', () => desk.write(entry()), 'search_entry'],
    ['there twice', () => desk.write(entry(textId)), 'search_entry'],
    ['of a record that is not there', () => desk.write(entry(newId(), newId())), 'search_entry'],
    ['of another record', change(`"subjectId" = '${newId()}'`), 'search_entry'],
    ['of another kind of record', change(`"subject" = 'scenario'`), 'search_entry'],
    ['of another text', change(`"textId" = '${newId()}'`), 'search_entry'],
    ['kept from the public', change('"deskOnly" = 1'), 'search_entry'],
    ['under another number', change('"seq" = 100000'), 'search_word'],
    ['without its words', () => inDatabase((manager) => removeWords(manager, [seq])), 'search_word'],
    [
      'of words that are of nothing',
      () => inDatabase((manager) => addWords(manager, 99999, 'x')),
      'search_word',
    ],
    ...[
      'other words entirely',
      `${HEADLINE} again`,
      'Port of Aldermouth suspends all for containers 30 days',
    ].map((words): [string, () => Promise<unknown>, string] => [
      `of “${words}”`,
      () =>
        inDatabase(async (manager) => {
          await removeWords(manager, [seq]);
          await addWords(manager, seq, words);
        }),
      'search_word',
    ]),
  ])('names an entry %s, and mends it', async (_, plant, table) => {
    [{ seq }] = (await desk.sql(`SELECT "seq" FROM "search_entry" WHERE "textId" = '${textId}'`)) as [
      { seq: number },
    ];
    await plant();
    const named = await places();
    expect(named.map(([found]) => found)).toContain(table);
    await search().repair();
    expect(await places()).toEqual([]);
    const { items } = await desk.read<{ items: { id: string }[] }>('events?q=aldermouth');
    expect(items.map(({ id }) => id)).toEqual([event.id]);
  });

  it('holds a briefing against its latest words as well', async () => {
    const of = `"subject" = 'briefing' AND "subjectId" = '${briefing.briefing.id}'`;
    const found = async () => (await desk.read<{ items: object[] }>('briefings?q=quayside')).items;
    expect(await found()).toHaveLength(1);
    await desk.write(`DELETE FROM "search_entry" WHERE ${of}`);
    expect(await found()).toHaveLength(0);
    expect((await places()).map(([table]) => table)).toContain('search_entry');
    await search().repair();
    expect(await places()).toEqual([]);
    expect(await found()).toHaveLength(1);
  });

  it('says nothing of the words themselves', async () => {
    await desk.write('DELETE FROM "search_entry"');
    expect(JSON.stringify(await search().verify())).not.toMatch(/aldermouth/i);
    await search().repair();
    expect(await places()).toEqual([]);
  });
});

describe('verify, of what is kept of suggestions', () => {
  const insert = (scenarioId: string, eventId: string) =>
    desk.write(`INSERT INTO "suggestion" ("scenarioId", "eventId") VALUES ('${scenarioId}', '${eventId}')`);
  const update = (set: string) => desk.write(`UPDATE "suggestion" SET ${set}`);
  const nobody = newId();

  it.each<[string, () => Promise<unknown>, () => string[]]>([
    ['missing', () => desk.write('DELETE FROM "suggestion"'), () => [`${scenario.id} ${event.id}`]],
    ['stray', () => insert(other.id, event.id), () => [`${other.id} ${event.id}`]],
    ['of no scenario', () => insert(nobody, event.id), () => [`${nobody} ${event.id}`]],
    ['of no event', () => insert(scenario.id, nobody), () => [`${scenario.id} ${nobody}`]],
    [
      'of another scenario than it was',
      () => update(`"scenarioId" = '${other.id}'`),
      () => [`${scenario.id} ${event.id}`, `${other.id} ${event.id}`],
    ],
    [
      'of another event than it was',
      () => update(`"eventId" = '${nobody}'`),
      () => [`${scenario.id} ${event.id}`, `${scenario.id} ${nobody}`],
    ],
  ])('names one %s, and mends it', async (_, plant, rows) => {
    expect((await suggestions().verify()).named).toEqual([]);
    await plant();
    const { named, differences } = await suggestions().verify();
    expect(named.map(({ table, row }) => [table, row]).sort()).toEqual(
      rows()
        .map((row) => ['suggestion', row])
        .sort(),
    );
    expect(differences).toBe(named.length);
    await suggestions().repair();
    expect((await suggestions().verify()).named).toEqual([]);
    expect(await desk.sql('SELECT "scenarioId", "eventId" FROM "suggestion"')).toEqual([
      { scenarioId: scenario.id, eventId: event.id },
    ]);
  });

  it('names what is kept for a scenario that is settled', async () => {
    await desk.occurred(other, await desk.event(topic, { headline: 'It is the day of the flower show' }));
    await insert(other.id, event.id);
    expect((await suggestions().verify()).named.map(({ row }) => row)).toEqual([`${other.id} ${event.id}`]);
    await suggestions().repair();
    expect((await suggestions().verify()).named).toEqual([]);
  });
});

describe('verify, at the command line', () => {
  it('names what differs and ends 1; with --repair both are mended and it ends 0', async () => {
    await desk.write('DELETE FROM "suggestion"');
    await desk.write(`DELETE FROM "search_entry" WHERE "subjectId" = '${scenario.id}'`);
    const run = (...words: string[]) => hindcast(desk.app.place.url, 'verify', ...words);
    const found = await run();
    expect(found.code).toBe(1);
    expect(found.stdout).toMatch(/search_entry .*: the whole row is null/);
    expect(found.stdout).toMatch(/suggestion .*: the whole row is null/);
    expect((await run('--repair', '--json')).json).toMatchObject({ repaired: true });
    expect(await run('--json')).toMatchObject({ code: 0, json: { differences: 0, named: [] } });
  });

  it('also mends what was not suggested because its words were not found', async () => {
    await desk.write('DELETE FROM "suggestion"');
    await desk.write(`DELETE FROM "search_entry" WHERE "subjectId" = '${event.id}'`);
    await hindcast(desk.app.place.url, 'verify', '--repair');
    expect(await desk.sql('SELECT "scenarioId", "eventId" FROM "suggestion"')).toEqual([
      { scenarioId: scenario.id, eventId: event.id },
    ]);
  });
});
