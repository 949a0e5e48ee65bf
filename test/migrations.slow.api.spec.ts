import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type Connections, openDataSources } from '../src/database/data-sources.js';
import { isCurrent, migrate, pendingChanges } from '../src/database/migrate.js';
import { entities, migrations } from '../src/schema.js';
import { type FreshDatabase, freshDatabase } from './support/database.js';

const names = migrations.map(({ name }) => name);
const onPostgres = globalThis.testEngine === 'postgres';

let place: FreshDatabase;
let connections: Connections;
beforeEach(async () => {
  place = await freshDatabase();
  connections = await openDataSources(place.url, { entities, migrations });
});
afterEach(async () => {
  await connections.close();
  await place.drop();
});

/** Names of what the database has, but for what it makes by itself, and the index of words, which no entity knows. */
async function named(onSqlite: string, onPostgresInstead: string): Promise<string[]> {
  const rows = await connections.read.query<{ name: string }[]>(onPostgres ? onPostgresInstead : onSqlite);
  return rows
    .map(({ name }) => name)
    .filter((name) => !/^sqlite_|^migrations|^search_word/.test(name))
    .sort();
}

const tables = () =>
  named(
    `SELECT "name" FROM "sqlite_master" WHERE "type" = 'table'`,
    `SELECT tablename AS "name" FROM pg_tables WHERE schemaname = 'public'`,
  );
const triggers = () =>
  named(
    `SELECT "name" FROM "sqlite_master" WHERE "type" = 'trigger'`,
    `SELECT tgname AS "name" FROM pg_trigger WHERE NOT tgisinternal`,
  );
const functions = () => named(`SELECT "name" FROM "sqlite_master" WHERE 0`, FUNCTIONS);
const FUNCTIONS = `SELECT proname AS "name" FROM pg_proc WHERE pronamespace = 'public'::regnamespace`;

describe('the migrations', () => {
  it('build, from nothing, the schema that the entities expect', async () => {
    expect(await migrate(connections)).toEqual(names);
    expect(await pendingChanges(connections.write)).toEqual([]);
    expect(await isCurrent(connections.read)).toBe(true);
    expect(await tables()).toEqual(connections.read.entityMetadatas.map(({ tableName }) => tableName).sort());
  });

  it('go all the way back, leaving nothing, and up again', async () => {
    await migrate(connections);
    const [before, refusals] = [await tables(), await triggers()];
    expect(refusals.length).toBeGreaterThan(30);
    for (const _ of names) await connections.write.undoLastMigration({ transaction: 'all' });
    expect([await tables(), await triggers(), await functions()]).toEqual([[], [], []]);
    expect(await migrate(connections)).toEqual(names);
    expect([await tables(), await triggers()]).toEqual([before, refusals]);
    expect(await pendingChanges(connections.write)).toEqual([]);
  });

  it('go back and up one by one', async () => {
    await migrate(connections);
    for (let back = 1; back <= names.length; back += 1) {
      for (let step = 0; step < back; step += 1)
        await connections.write.undoLastMigration({ transaction: 'all' });
      expect(await migrate(connections)).toEqual(names.slice(-back));
    }
  });
});

describe('the database', () => {
  beforeEach(async () => {
    await migrate(connections);
  });

  it('has the indices that the entities name, and no other', async () => {
    const found = await named(
      `SELECT "name" FROM "sqlite_master" WHERE "type" = 'index'`,
      `SELECT indexname AS "name" FROM pg_indexes WHERE schemaname = 'public' AND indexname NOT LIKE 'PK%'`,
    );
    const known = connections.read.entityMetadatas.flatMap(({ indices }) => indices.map(({ name }) => name));
    expect(found).toEqual(known.sort());
  });

  it('has the checks that the entities name, and no other, with the same words', async () => {
    const known = connections.read.entityMetadatas.flatMap(({ checks }) =>
      checks.map(({ name, expression }) => ({ name, expression })),
    );
    if (onPostgres) {
      const found = await named(
        '',
        `SELECT conname AS "name" FROM pg_constraint WHERE contype = 'c' AND conrelid <> 0`,
      );
      expect(found).toEqual(known.map(({ name }) => name).sort());
      return;
    }
    const statements = (
      await connections.read.query<{ sql: string }[]>(
        `SELECT "sql" FROM "sqlite_master" WHERE "type" = 'table'`,
      )
    ).map(({ sql }) => sql);
    const found = statements.flatMap((sql) =>
      [...sql.matchAll(/CONSTRAINT "(\w+)" CHECK \(/g)].map(([, name]) => name),
    );
    expect(found.sort()).toEqual(known.map(({ name }) => name).sort());
    for (const { name, expression } of known)
      expect(statements.some((sql) => sql.includes(`CONSTRAINT "${name}" CHECK (${expression})`))).toBe(true);
  });

  it('has the foreign keys that the entities name, and no other', async () => {
    const known = connections.read.entityMetadatas.flatMap(({ foreignKeys }) =>
      foreignKeys.map(({ name }) => name),
    );
    const statements = await named(
      `SELECT "sql" AS "name" FROM "sqlite_master" WHERE "type" = 'table'`,
      `SELECT 'CONSTRAINT "' || conname || '" FOREIGN KEY' AS "name" FROM pg_constraint WHERE contype = 'f'`,
    );
    const found = [...statements.join('\n').matchAll(/CONSTRAINT "(\w+)" FOREIGN KEY/g)].map(
      ([, name]) => name,
    );
    expect(found.sort()).toEqual(known.sort());
    expect(found.length).toBeGreaterThan(50);
  });
});
