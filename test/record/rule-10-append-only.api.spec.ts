import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EntityMetadata } from 'typeorm';
import { AccountsService } from '../../src/accounts/accounts.service.js';
import { RedactionsService } from '../../src/redactions/redactions.service.js';
import { Desk, OPENING_DAY } from './desk-builders.js';

/** What may change, and why; every other table of the schema is the record itself, and takes rows only. */
const MAY_CHANGE: Record<string, string> = {
  account: 'accounts are disabled and renamed',
  api_token: 'tokens are revoked',
  password: 'passwords are changed',
  session: 'logins end',
  invitation: 'links are used',
  identity: 'a login elsewhere can be taken away',
  idempotency_key: 'forgotten after a week',
  rate_count: 'counts requests, and forgets them',
  topic: 'a policy for what is yet to come',
  forecaster: 'a name may be made public',
  briefing: 'holds where it stands: its record is briefing_version, erratum, publication',
  scenario: 'holds where it stands: its record is resolution, erratum, publication',
  event: 'holds where it stands: its record is event_standing, erratum, publication',
  setting: 'what is said of the house now',
  counted_scenario: 'derived: can be computed again',
  counted_forecast: 'derived: can be computed again',
  search_entry: 'derived: can be computed again',
  suggestion: 'derived: can be computed again',
  tally: 'derived: can be computed again',
  record_version: 'counts changes',
};

let desk: Desk;
let tables: EntityMetadata[];
beforeAll(async () => {
  desk = await Desk.open();
  tables = desk.app.connections.read.entityMetadatas.filter(({ tableName }) => !(tableName in MAY_CHANGE));
  await aRowInEveryTable();
});
afterAll(() => desk.close());

const WORD = { kind: 'risk', term: 'short', probability: 0.4, statement: 'It breaks.' };

/** One of everything that a desk can do. */
async function aRowInEveryTable(): Promise<void> {
  const topic = await desk.topic();
  const { briefing, scenarios } = await desk.briefing(topic, {
    standfirst: 'Nobody moves.',
    sections: [{ heading: 'So far', body: 'Little.' }],
    perspectives: [{ actor: 'The port', body: 'Waits.', asOf: OPENING_DAY }],
    sources: [{ outlet: 'The Gull', publishedOn: OPENING_DAY, url: 'https://gull.example/1' }],
  });
  const scenario = await desk.scenario(topic, {
    rationale: 'The mood.',
    criteria: { text: 'The bulletin says so.', edgeCases: [{ case: 'a day late', counts: false }] },
  });
  await desk.post(`scenarios/${scenario.id}/deferrals`, {
    until: '2026-06-20',
    reason: 'Wait for the report.',
  });
  await desk.briefing(topic, { publishedOn: OPENING_DAY, follows: briefing.id });
  await desk.withdraw({ id: scenarios[0]!.id! }, { reason: 'No longer sure.' });
  const { body } = await desk.post<{ id: string }>('handovers', {
    briefing: { ...{ topic, headline: 'Handed on' }, scenarios: [WORD] },
    note: 'Which is it?',
  });
  await desk.post(`handovers/${body.id}/ends`, { reason: 'Neither.' });
  desk.today('2026-06-20');
  const event = await desk.event(topic, {
    sources: [{ outlet: 'The Gull', claims: [{ about: 'length', value: '2 h', text: 'Two hours.' }] }],
  });
  await desk.post(`scenarios/${scenario.id}/shown`, undefined);
  await desk.post(`scenarios/${scenario.id}/suggested-events/${event.id}/dismissals`, { reason: 'Another.' });
  await desk.occurred(scenario, event);
  await desk.reread(scenario, { outcome: 'occurred' });
  await desk.post(`events/${event.id}/standings`, { standing: 'retracted', reason: 'A hoax.' });
  await desk.erratum('scenarios', scenario, 'statement', 'The port closes.');
  await desk.publish('scenarios', scenario, null);
  await desk.endLink(scenario, await desk.link(scenario, { id: scenarios[0]!.id! }, 'overlaps'));
  const [note] = await desk.app.service(RedactionsService).fields('forecast', scenario.forecasts[0]!.id);
  const viewer = await desk.app.service(AccountsService).commandLine();
  await desk.app.service(RedactionsService).redact(note!.text.id, 'A court’s order.', viewer);
}

describe('rule 10: the record takes rows, and nothing else', () => {
  it('has a table for everything that a desk puts on record, and each has a row', async () => {
    expect(tables.map(({ tableName }) => tableName).sort()).toEqual([
      ...['account_change', 'briefing_perspective', 'briefing_section', 'briefing_source'],
      'briefing_version',
      ...['criteria', 'deferral', 'edge_case', 'edition_scenario', 'erratum', 'event_standing', 'evidence'],
      ...[
        'forecast',
        'handover',
        'handover_end',
        'publication',
        'redaction',
        'referral',
        'reread',
        'reread_draw',
        'reread_item',
      ],
      ...['resolution', 'resolution_evidence', 'scenario_link', 'scenario_link_ending', 'showing'],
      ...[
        'source',
        'source_claim',
        'state_change',
        'suggestion_dismissal',
        'testability',
        'text',
        'withdrawal',
      ],
    ]);
    const rows = await desk.rows();
    expect(
      tables.filter(({ tableName }) => rows[tableName]!.length === 0).map((one) => one.tableName),
    ).toEqual([]);
  });

  it('refuses a change of any column of any row, by trigger', async () => {
    const before = await desk.rows();
    for (const { tableName, columns } of tables)
      for (const { databaseName: column } of columns)
        await expect(desk.write(`UPDATE "${tableName}" SET "${column}" = "${column}"`)).rejects.toThrow(
          `${tableName} is append-only: update refused`,
        );
    expect(await desk.rows()).toEqual(before);
  });

  it('refuses that any row is deleted, by trigger', async () => {
    const before = await desk.rows();
    for (const { tableName } of tables)
      await expect(desk.write(`DELETE FROM "${tableName}"`)).rejects.toThrow(
        `${tableName} is append-only: delete refused`,
      );
    expect(await desk.rows()).toEqual(before);
  });

  if (globalThis.testEngine === 'sqlite')
    it('refuses that a row is replaced', async () => {
      const before = await desk.rows();
      for (const { tableName } of tables)
        await expect(
          desk.write(`INSERT OR REPLACE INTO "${tableName}" SELECT * FROM "${tableName}"`),
        ).rejects.toThrow(`${tableName} is append-only`);
      expect(await desk.rows()).toEqual(before);
    });

  it('holds free text in one table only: elsewhere every column is a number or has at most 64 characters', () => {
    const long = tables
      .filter(({ tableName }) => tableName !== 'text')
      .flatMap(({ tableName, columns }) => columns.map((column) => ({ tableName, column })))
      .filter(({ column }) => {
        const { type, length } = column.referencedColumn ?? column;
        return type !== 'integer' && !(type === 'varchar' && Number(length) <= 64);
      });
    expect(long.map(({ tableName, column }) => `${tableName}.${column.databaseName}`)).toEqual([]);
  });
});

describe('rule 10: the table of texts', () => {
  const NOW = `'2026-06-20T12:00:00.000Z'`;
  const redact = `UPDATE "text" SET "body" = NULL, "redactedAt" = ${NOW}`;
  const one = `WHERE "id" = (SELECT "statementId" FROM "scenario" ORDER BY "id" LIMIT 1)`;

  it.each([
    ['other words', `UPDATE "text" SET "body" = 'other' ${one}`],
    ['other words, as a redaction', `UPDATE "text" SET "body" = 'other', "redactedAt" = ${NOW} ${one}`],
    ['no words, but no day of redaction', `UPDATE "text" SET "body" = NULL ${one}`],
    ['another digest', `${redact}, "digest" = 'x' ${one}`],
    ['another id', `${redact}, "id" = 'x' ${one}`],
  ])('refuses %s', async (_, statement) => {
    const before = await desk.rows();
    await expect(desk.write(statement)).rejects.toThrow('text is append-only: update refused');
    expect(await desk.rows()).toEqual(before);
  });

  it('lets words be ordered away, once; row and digest remain, and the page says so', async () => {
    const [row] = await desk.sql<{ id: string; statementId: string }>(
      `SELECT "id", "statementId" FROM "scenario" ORDER BY "id" LIMIT 1`,
    );
    const find = () => desk.sql<object>(`SELECT * FROM "text" WHERE "id" = '${row!.statementId}'`);
    const [before] = await find();
    await desk.write(`${redact} ${one}`);
    expect(await find()).toEqual([{ ...before, body: null, redactedAt: '2026-06-20T12:00:00.000Z' }]);
    expect((await desk.show(row!, 'analyst')).statement).toBe('[redacted]');
    await expect(desk.write(`${redact} ${one}`)).rejects.toThrow('text is append-only: update refused');
  });
});
