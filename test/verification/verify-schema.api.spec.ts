import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import Sqlite from 'better-sqlite3';
import { type Connections, openDataSources } from '../../src/database/data-sources.js';
import { migrate } from '../../src/database/migrate.js';
import { Database } from '../../src/database/write-gate.js';
import { entities, migrations } from '../../src/schema.js';
import { SchemaAudit } from '../../src/verification/schema-audit.js';
import { hindcast } from '../support/cli.js';
import { type FreshDatabase, freshDatabase } from '../support/database.js';

const onSqlite = globalThis.testEngine === 'sqlite';
let place: FreshDatabase;
let connections: Connections;
let audit: SchemaAudit;
beforeAll(async () => {
  place = await freshDatabase();
  connections = await openDataSources(place.url, { entities, migrations });
  await migrate(connections);
  audit = new SchemaAudit(new Database(connections));
});
afterAll(async () => {
  await connections.close();
  await place.drop();
});

const run = (statements: string) =>
  statements
    .split(';;')
    .reduce<Promise<unknown>>(
      (before, one) => before.then(() => connections.write.query(one)),
      Promise.resolve(),
    );
const on = (table: string) => (onSqlite ? '' : ` ON "${table}"`);
const named = async () => (await audit.verify()).named.map(({ table, row }) => `${table}: ${row}`);

/** What anybody with the database's password may do to it. */
const TRIGGERS: [string, string, string][] = [
  [
    'a trigger is missing',
    `DROP TRIGGER "refuse_update_forecast"${on('forecast')}`,
    'forecast: trigger refuse_update_forecast',
  ],
  [
    'a trigger does nothing',
    onSqlite
      ? `DROP TRIGGER "refuse_delete_text";;CREATE TRIGGER "refuse_delete_text" BEFORE DELETE ON "text" BEGIN SELECT 1; END`
      : `CREATE OR REPLACE FUNCTION "refuse_delete_text"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN OLD; END $$`,
    onSqlite ? 'text: trigger refuse_delete_text' : 'refuse_delete_text: function refuse_delete_text',
  ],
  [
    'a trigger is of another statement',
    onSqlite
      ? `DROP TRIGGER "refuse_delete_resolution";;CREATE TRIGGER "refuse_delete_resolution" BEFORE INSERT ON "resolution" BEGIN SELECT 1; END`
      : `ALTER TABLE "resolution" DISABLE TRIGGER "refuse_delete_resolution"`,
    'resolution: trigger refuse_delete_resolution',
  ],
  ['an index is missing', 'DROP INDEX "ix_scenario_topic"', 'scenario: index ix_scenario_topic'],
];

describe('verify, of the schema', () => {
  beforeEach(async () => expect(await named()).toEqual([]));

  it.each(TRIGGERS)('notices where %s, and makes it anew', async (_, statements, place) => {
    await run(statements);
    const found = await audit.verify();
    expect(found).toMatchObject({ differences: 1, repairable: 1 });
    expect(await named()).toEqual([place]);
    await audit.repair();
    expect(await named()).toEqual([]);
  });

  it('notices all triggers at once, and refuses again what they refuse', async () => {
    const triggers = await connections.read.query<{ name: string; table: string }[]>(
      onSqlite
        ? `SELECT "name", "tbl_name" AS "table" FROM "sqlite_master" WHERE "type" = 'trigger'`
        : `SELECT tgname AS "name", tgrelid::regclass::text AS "table" FROM pg_trigger WHERE NOT tgisinternal`,
    );
    expect(triggers.length).toBeGreaterThan(30);
    for (const { name, table } of triggers)
      await run(`DROP TRIGGER "${name}"${on(table.replaceAll('"', ''))}`);
    expect((await audit.verify()).repairable).toBe(triggers.length);
    await audit.repair();
    await run(
      `INSERT INTO "text" ("id", "body", "digest") VALUES ('one', 'words', 'dba36bffa5cab0f922d087a3aeb179f9d4e745df40b323e1b1471402848c8a3e')`,
    );
    await expect(run(`DELETE FROM "text"`)).rejects.toThrow(/append-only: delete refused/);
  });

  it('names a trigger or a rule that is not ours, and leaves it', async () => {
    await run(
      onSqlite
        ? `CREATE TRIGGER "theirs" AFTER INSERT ON "setting" BEGIN SELECT 1; END`
        : `CREATE RULE "theirs" AS ON DELETE TO "setting" DO INSTEAD NOTHING`,
    );
    const found = await audit.verify();
    expect(found).toMatchObject({ differences: 1, repairable: 0 });
    expect(await named()).toEqual([`setting: ${onSqlite ? 'trigger' : 'rule'} theirs`]);
    await audit.repair();
    expect(await named()).toHaveLength(1);
    await run(onSqlite ? `DROP TRIGGER "theirs"` : `DROP RULE "theirs" ON "setting"`);
  });

  it('on the command line ends 1, and with --repair 0', async () => {
    await run(`DROP TRIGGER "refuse_update_forecast"${on('forecast')}`);
    const found = await hindcast(place.url, 'verify');
    expect(found.code).toBe(1);
    expect(found.stdout).toMatch(
      /^forecast trigger refuse_update_forecast: definition is null, and should be "CREATE TRIGGER/m,
    );
    expect((await hindcast(place.url, 'verify', '--repair', '--json')).json).toMatchObject({
      differences: 1,
      repaired: true,
    });
    expect((await hindcast(place.url, 'verify', '--json')).json).toMatchObject({ differences: 0 });
  });

  it('a check that is missing stops every command, by its name', async () => {
    const check = 'CONSTRAINT "ck_scenario_days" CHECK ("openedOn" <= "deadline")';
    if (onSqlite) rewrite('scenario', `${check}, `);
    else await run('ALTER TABLE "scenario" DROP CONSTRAINT "ck_scenario_days"');
    expect(await named()).toEqual([
      `scenario: ${onSqlite ? 'table scenario' : 'constraint ck_scenario_days'}`,
    ]);
    expect((await audit.verify()).repairable).toBe(0);
    const { code, stderr } = await hindcast(place.url, 'verify');
    expect([code, stderr]).toEqual([1, expect.stringContaining('ck_scenario_days')]);
  });
});

/** Takes words out of the statement of a table, as only the file's owner can. */
function rewrite(table: string, words: string): void {
  const database = new Sqlite(place.file).unsafeMode();
  database.pragma('writable_schema = ON');
  const change = database.prepare(
    `UPDATE "sqlite_master" SET "sql" = replace("sql", ?, '') WHERE "name" = ? AND instr("sql", ?) > 0`,
  );
  expect(change.run(words, table, words).changes).toBe(1);
  database.pragma(`schema_version = ${Number(database.pragma('schema_version', { simple: true })) + 1}`);
  database.close();
}

if (!onSqlite)
  it('says which right it needs, where the user may not create a schema', async () => {
    await run(`DROP ROLE IF EXISTS reading;;CREATE ROLE reading LOGIN PASSWORD 'reading'`);
    await run('GRANT SELECT ON ALL TABLES IN SCHEMA public TO reading');
    const url = new URL(place.url);
    [url.username, url.password] = ['reading', 'reading'];
    const limited = await openDataSources(url.href, { entities, migrations });
    const found = await new SchemaAudit(new Database(limited)).verify();
    await limited.close();
    expect(found).toMatchObject({ differences: 1, repairable: 0 });
    expect(found.named[0]).toMatchObject({ table: 'database', row: 'the right to create a schema in it' });
    await run('DROP OWNED BY reading;;DROP ROLE reading');
  });
