import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { EntityManager } from 'typeorm';
import { Account } from '../../src/accounts/account.entity.js';
import { type Connections, openDataSources } from '../../src/database/data-sources.js';
import { migrate } from '../../src/database/migrate.js';
import { Database } from '../../src/database/write-gate.js';
import { createLogger } from '../../src/http/logging.js';
import { entities, migrations } from '../../src/schema.js';
import { type FreshDatabase, freshDatabase } from '../support/database.js';

const onSqlite = globalThis.testEngine === 'sqlite';
let place: FreshDatabase;
let connections: Connections;
let database: Database;
beforeAll(async () => {
  place = await freshDatabase();
  connections = await openDataSources(place.url, { entities, migrations });
  await migrate(connections);
  database = new Database(connections);
});
afterAll(async () => {
  await connections.close();
  await place.drop();
});

const CANARY = 'canary of the harbour';
const mark = (name: string) => (onSqlite ? '?' : `$${name}`);
const setting = (manager: EntityManager, name: string, at = '2026-06-15T12:00:00.000Z') =>
  manager.query(`INSERT INTO "setting" VALUES (${mark('1')}, ${mark('2')}, ${mark('3')})`, [
    name,
    CANARY,
    at,
  ]);

/** Faults that the drivers describe in people's words. */
const FAULTS: Record<string, (manager: EntityManager) => Promise<unknown>> = {
  'a row that is there': async (manager) => {
    await setting(manager, CANARY);
    await setting(manager, CANARY);
  },
  'a row that a check refuses': (manager) =>
    manager.insert(Account, { id: CANARY, name: CANARY, role: CANARY as never, createdAt: CANARY } as never),
  'a row that lacks something': (manager) =>
    manager.query(
      `INSERT INTO "setting" VALUES (${mark('1')}, ${mark('1')}, NULL)`,
      onSqlite ? [CANARY, CANARY] : [CANARY],
    ),
  'a statement that is none': (manager) => manager.query(`SELECT '${CANARY}' FROM "${CANARY}"`),
  'words that are no query': (manager) =>
    onSqlite
      ? manager.query(`SELECT * FROM "search_word" WHERE "search_word" MATCH ?`, [
          `"${CANARY}" AND AND "${CANARY}`,
        ])
      : manager.query(`SELECT to_tsquery($1)`, [`${CANARY} & & (`]),
  'a value of another type': (manager) =>
    onSqlite
      ? manager.query(`SELECT json_extract(?, '$.x')`, [CANARY])
      : manager.query(`SELECT CAST($1::text AS integer)`, [CANARY]),
  'a text that is too long': (manager) =>
    onSqlite
      ? manager.query(`SELECT abs(-9223372036854775808), ?`, [CANARY])
      : setting(manager, `${CANARY} `.repeat(9)),
  'a text that is not JSON': () => Promise.resolve(JSON.parse(`{"${CANARY}`)),
  'words that are no JSON': () => Promise.resolve(JSON.parse(CANARY)),
  'a record that is not there': (manager) => manager.findOneByOrFail(Account, { name: CANARY }),
  'something below another fault': async (manager) => {
    await setting(manager, CANARY, 'x'.repeat(5))
      .then(() => setting(manager, CANARY))
      .catch((cause: unknown) => {
        throw new Error('outer', { cause });
      });
  },
};

it.each(Object.keys(FAULTS))('the log tells where %s arose, in nobody’s words', async (what) => {
  const error: unknown = await database
    .withWriteTransaction((manager) => FAULTS[what]!(manager))
    .catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(Error);
  let log = '';
  createLogger('debug', { write: (line: string) => void (log += line) }).error({ err: error }, 'fault');
  expect(log).not.toMatch(/canary|harbour/i);
  const { err } = JSON.parse(log) as { err: Record<string, string> };
  expect(err['message']!.length).toBeGreaterThan(4);
  expect(err['stack']).toMatch(/\n\s+at /);
  const fields = ['type', 'code', 'message', 'table', 'constraint', 'column', 'stack', 'cause'];
  expect(Object.keys(err).filter((name) => !fields.includes(name))).toEqual([]);
});

it('the log names the constraint that refused', async () => {
  const error: unknown = await database
    .withWriteTransaction((manager) => FAULTS['a row that is there']!(manager))
    .catch((reason: unknown) => reason);
  let log = '';
  createLogger('info', { write: (line: string) => void (log += line) }).error({ err: error }, 'fault');
  expect(log).toMatch(onSqlite ? /UNIQUE constraint failed: setting\.name/ : /"constraint":"PK_/);
  expect(log).toContain(onSqlite ? 'SQLITE_CONSTRAINT' : '23505');
});
