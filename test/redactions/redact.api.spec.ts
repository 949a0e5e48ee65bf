import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import BetterSqlite3 from 'better-sqlite3';
import { existsSync, readFileSync } from 'node:fs';
import { newId } from '../../src/database/ids.js';
import type { EventView } from '../../src/events/event.dto.js';
import type { Redacted } from '../../src/redactions/redactions.service.js';
import type { ScenarioRecord } from '../../src/scenario-records/scenario-record.dto.js';
import { Desk, OPENING_DAY } from '../record/desk-builders.js';
import { hindcast } from '../support/cli.js';

const SENTENCE = 'Zebedee Quillfeather pawns the harbour crane before the thaw';
const REASON = 'court order 12/26';

let desk: Desk;
let topic: string;
let scenario: ScenarioRecord;
beforeAll(async () => {
  desk = await Desk.open();
});
afterAll(() => desk.close());
beforeEach(async () => {
  desk.today(OPENING_DAY);
  topic = await desk.topic();
  scenario = await desk.scenario(topic, { statement: SENTENCE, rationale: 'Because he said so.' });
});

const redact = (...words: string[]) => hindcast(desk.app.place.url, 'redact', ...words);
const ofScenario = (...words: string[]) => redact('--scenario', scenario.id, ...words);
const ordered = ['--reason', REASON, '--yes'];

interface Listed {
  field: string;
  textId: string;
  redactedAt: string | null;
  begins: string;
}
const fieldsOf = async (...of: string[]): Promise<Listed[]> =>
  ((await redact(...of, '--json')).json as { fields: Listed[] }).fields;

/** All that lies in the database's files, used or not. */
function bytes(): string {
  const { file } = desk.app.place;
  return [`${file}`, `${file}-wal`]
    .filter((name) => existsSync(name))
    .map((name) => readFileSync(name, 'latin1'))
    .join('');
}

describe('rule 14: a text that the law orders away', () => {
  it('is gone from every answer and page, which say so', async () => {
    const { code, json } = await ofScenario('--field', 'statement', ...ordered, '--json');
    expect([code, json]).toMatchObject([
      0,
      {
        file: 'cleaned',
        redacted: { already: false, places: [{ table: 'scenario', row: scenario.id, field: 'statement' }] },
      },
    ]);
    for (const as of [undefined, 'editor'] as const)
      expect((await desk.show(scenario, as)).statement).toBe('[redacted]');
    const page = (await desk.call<string>('GET', `/scenarios/${scenario.id}`)).body;
    expect(page).toContain('[redacted]');
    expect(page).not.toContain('Quillfeather');
  });

  it('is found by no search', async () => {
    expect(await desk.listed(`topic=${topic}&q=quillfeather`)).toEqual([scenario.id]);
    await ofScenario('--field', 'statement', ...ordered);
    for (const word of ['quillfeather', 'redacted'])
      expect(await desk.listed(`topic=${topic}&q=${word}`, 'editor')).toEqual([]);
    expect(await desk.listed(`topic=${topic}`)).toEqual([scenario.id]);
  });

  it('leaves its row, its digest and its time, and who redacted it, when and why', async () => {
    const [before] = (await fieldsOf('--scenario', scenario.id)).filter(({ field }) => field === 'statement');
    const textOf = () =>
      desk.sql<Record<string, unknown>>(`SELECT * FROM "text" WHERE "id" = '${before!.textId}'`);
    const [whole] = await textOf();
    const started = new Date().toISOString();
    await ofScenario('--field', 'statement', ...ordered);
    const [left] = await textOf();
    expect(left).toEqual({ ...whole, body: null, redactedAt: expect.any(String) });
    const redactions = await desk.sql<{ recordedAt: string }>(
      `SELECT r."recordedAt", y."body" AS "reason", a."name" FROM "redaction" r
        JOIN "text" y ON y."id" = r."reasonId" JOIN "account" a ON a."id" = r."redactedById"
        WHERE r."textId" = '${before!.textId}'`,
    );
    const recordedAt = left!['redactedAt'] as string;
    expect(redactions).toEqual([{ recordedAt, reason: REASON, name: 'command line' }]);
    expect(recordedAt >= started).toBe(true);
    await expect(desk.write(`UPDATE "redaction" SET "recordedAt" = ''`)).rejects.toThrow(/append-only/);
    await expect(desk.write(`DELETE FROM "redaction"`)).rejects.toThrow(/append-only/);
  });

  it('leaves the figures as they were', async () => {
    const before = await desk.report(topic);
    await ofScenario('--field', 'statement', ...ordered);
    expect(await desk.report(topic)).toEqual(before);
  });

  it('names the account that does it, which must be an administrator', async () => {
    const refused = await ofScenario('--field', 'statement', '--by', 'test editor', ...ordered, '--json');
    expect([refused.code, refused.json]).toMatchObject([1, { error: { code: 'forbidden' } }]);
    expect((await desk.show(scenario)).statement).toBe(SENTENCE);
    expect((await ofScenario('--field', 'statement', '--by', 'test administrator', ...ordered)).code).toBe(0);
    const names = await desk.sql<{ name: string }>(
      `SELECT a."name" FROM "redaction" r JOIN "account" a ON a."id" = r."redactedById"`,
    );
    expect(names.map(({ name }) => name)).toContain('test administrator');
  });

  it('is redacted once: the first reason stays, and the file is looked after again', async () => {
    const [{ textId }] = (await fieldsOf('--scenario', scenario.id)) as [Listed];
    const first = (await redact(textId, ...ordered, '--json')).json as { redacted: { redactedAt: string } };
    const again = await redact(textId, '--reason', 'another', '--yes', '--json');
    expect([again.code, again.json]).toMatchObject([
      0,
      { file: 'cleaned', redacted: { already: true, redactedAt: first.redacted.redactedAt } },
    ]);
    const rows = await desk.sql(`SELECT 1 FROM "redaction" WHERE "textId" = '${textId}'`);
    expect(rows).toHaveLength(1);
  });

  it('may stand elsewhere too: those places are named, and left to be decided on', async () => {
    const same = await desk.scenario(topic, { statement: SENTENCE });
    const { scenarios, briefing } = await desk.briefing(topic, {
      scenarios: undefined, // those of the text
      text: `News\n\nSomebody asks.\n\nWhat could happen next?\n\nRisk\nShort term · 0.4\n${SENTENCE}\n`,
    });
    await desk.erratum('scenarios', same, 'statement', 'The crane is pawned.');
    const { json } = await ofScenario('--field', 'statement', ...ordered, '--json');
    const { elsewhere } = (json as { redacted: Redacted }).redacted;
    const where = elsewhere.named.flatMap(({ places }) =>
      places.map(({ table, field }) => `${table}.${field}`),
    );
    expect(where).toEqual(
      expect.arrayContaining(['scenario.statement', 'briefing_version.original', 'erratum.wasText']),
    );
    expect((await desk.show({ id: scenarios[0]!.id! })).statement).toBe(SENTENCE);
    for (const { textId } of elsewhere.named) await redact(textId, ...ordered);
    expect((await desk.show({ id: scenarios[0]!.id! })).statement).toBe('[redacted]');
    expect(await desk.read(`briefings/${briefing.id}`, 'editor')).toMatchObject({ original: '[redacted]' });
    expect((await desk.show(same)).errata).toMatchObject([
      { was: '[redacted]', became: 'The crane is pawned.' },
    ]);
  });

  it('leaves the file of a running SQLite database, its log included', async () => {
    if (desk.app.place.file === undefined) return; // on PostgreSQL the table is written anew
    const own = 'Ottoline Farthingale melts the seventh bell.';
    const { id } = await desk.scenario(topic, { statement: own });
    expect(bytes()).toContain(own);
    expect((await redact('--scenario', id, '--field', 'statement', ...ordered)).code).toBe(0);
    for (const said of [own, 'Farthingale']) expect(bytes()).not.toContain(said);
    expect(bytes()).toContain('Because he said so.');
    expect((await desk.show({ id })).statement).toBe('[redacted]');
  });

  it('is said to lie in the file still, where another program keeps it there', async () => {
    if (desk.app.place.file === undefined) return;
    const reader = new BetterSqlite3(desk.app.place.file);
    reader.exec('BEGIN');
    reader.prepare('SELECT COUNT(*) FROM "text"').get();
    const held = await ofScenario('--field', 'statement', ...ordered);
    reader.close();
    expect(held.code).toBe(1);
    expect(held.stderr).toMatch(/another program reads the file/);
    expect((await desk.show(scenario)).statement).toBe('[redacted]');
    expect((await ofScenario('--field', 'statement', ...ordered)).code).toBe(0);
  });
});

describe('rule 14: the texts of a record', () => {
  let event: EventView;
  beforeAll(async () => {
    event = await desk.event(topic, {
      summary: 'For a day.',
      sources: [
        { outlet: 'The Gull', quote: 'It closed.', text: 'The whole article.' },
        {
          outlet: 'The Tern',
          quote: 'Half of it closed.',
          claims: [{ about: 'length', value: '2 h', text: 'For two hours.' }],
        },
      ],
      occurredOn: OPENING_DAY,
    });
  });

  it('are listed by field with their first words, where no field is named', async () => {
    const listed = (await fieldsOf('--event', event.id)).map(({ field, begins }) => [field, begins]);
    expect(listed).toEqual(
      expect.arrayContaining([
        ['headline', event.headline],
        ['summary', 'For a day.'],
        ['source.1.body', 'The whole article.'],
        ['source.2.quote', 'Half of it closed.'],
        ['source.2.claim.1.sentence', 'For two hours.'],
      ]),
    );
    const { stdout, code } = await redact('--event', event.id);
    expect([code, stdout]).toEqual([0, expect.stringMatching(/source\.1\.quote {2}\S{36} {2}It closed\./)]);
  });

  it('are found by the last part of a name where only one has it, and not where several do', async () => {
    const { code, json } = await redact('--event', event.id, '--field', 'quote', ...ordered, '--json');
    expect([code, json]).toMatchObject([1, { error: { code: 'validation_failed' } }]);
    expect((json as { error: { detail: string } }).error.detail).toMatch(
      /source\.1\.quote, source\.2\.quote/,
    );
    expect((await redact('--event', event.id, '--field', 'sentence', ...ordered)).code).toBe(0);
    await redact('--event', event.id, '--field', 'source.2.quote', ...ordered);
    const shown = await desk.read<EventView>(`events/${event.id}`);
    expect(shown.sources.map(({ quote }) => quote)).toEqual(['It closed.', '[redacted]']);
  });

  it('are found in every kind of record', async () => {
    const { briefing } = await desk.briefing(topic, {
      sections: [{ heading: 'So far', body: 'Little.' }],
      standfirst: 'Nobody moves.',
    });
    await desk.withdraw(scenario, { reason: 'A slip.' });
    desk.today('2026-06-20');
    const happened = await desk.event(topic);
    const evidence = await desk.evidence(scenario, happened, { note: 'As told.', quote: 'Closed.' });
    const resolution = await desk.occurred(scenario, happened, { shortfall: 'Half a day.' });
    const names = async (kind: string, id: string) =>
      (await fieldsOf(`--${kind}`, id)).map(({ field }) => field);
    expect(await names('briefing', briefing.id!)).toEqual(
      expect.arrayContaining(['version.1.headline', 'version.1.standfirst', 'version.1.section.1.body']),
    );
    expect((await names('forecast', scenario.forecasts[0]!.id)).sort()).toEqual([
      'rationale',
      'withdrawal.1.reason',
    ]);
    expect((await names('evidence', evidence.id)).sort()).toEqual(['note', 'quote']);
    expect((await names('resolution', resolution.id)).sort()).toEqual(['reason', 'shortfall']);
    await redact('--resolution', resolution.id, '--field', 'reason', ...ordered);
    expect((await desk.show(scenario)).resolutions).toMatchObject([{ reason: '[redacted]' }]);
  });
});

describe('rule 14: hindcast redact refuses', () => {
  it.each<[string, (of: string) => string[], string]>([
    ['what says no reason', (id) => ['--scenario', id, '--field', 'statement', '--yes'], 'malformed_request'],
    [
      'a reason of no words',
      (id) => ['--scenario', id, '--field', 'statement', '--yes', '--reason', ' '],
      'validation_failed',
    ],
    [
      'to go on where it cannot ask',
      (id) => ['--scenario', id, '--field', 'statement', '--reason', 'x'],
      'malformed_request',
    ],
    ['what names nothing', () => ordered, 'malformed_request'],
    ['what names two records', (id) => ['--scenario', id, '--event', id], 'malformed_request'],
    ['a text beside a record', (id) => [id, '--scenario', id], 'malformed_request'],
    ['a record that is not there', () => ['--scenario', newId()], 'not_found'],
    ['a text that is not there', () => [newId(), ...ordered], 'not_found'],
    [
      'a field that is not there',
      (id) => ['--scenario', id, '--field', 'premise', ...ordered],
      'validation_failed',
    ],
    [
      'an account that is not there',
      (id) => ['--scenario', id, '--field', 'statement', '--by', 'Nobody', ...ordered],
      'not_found',
    ],
  ])('%s', async (_, args, code) => {
    const before = await desk.rows();
    const answer = await redact(...args(scenario.id), '--json');
    expect([answer.code, answer.json]).toMatchObject([1, { error: { code } }]);
    const after = await desk.rows();
    expect({ ...after, account: [] }).toEqual({ ...before, account: [] }); // the command line is an account
  });
});
