import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import Sqlite from 'better-sqlite3';
import { AsyncResource } from 'node:async_hooks';
import type { EntityManager } from 'typeorm';
import { type Connections, openDataSources } from '../../src/database/data-sources.js';
import { isUniqueViolation, toProblem } from '../../src/database/driver-errors.js';
import { newId } from '../../src/database/ids.js';
import { migrate } from '../../src/database/migrate.js';
import { Database } from '../../src/database/write-gate.js';
import { type FreshDatabase, freshDatabase } from '../support/database.js';
import { Entry, schema, Thing } from './fixture.js';

const onSqlite = globalThis.testEngine === 'sqlite';

let place: FreshDatabase;
let connections: Connections;
let database: Database;

beforeEach(async () => {
  place = await freshDatabase();
  connections = await openDataSources(place.url, schema);
  await migrate(connections);
  database = new Database(connections);
});

afterEach(async () => {
  await connections.close();
  await place.drop();
});

/** Runs outside of the transaction at hand, as another request would. */
const otherRequest = new AsyncResource('another request');
const fromOutside = (fn: () => Promise<unknown>) => otherRequest.runInAsyncScope(fn);

const pause = (ms = 5) => new Promise((resolve) => setTimeout(resolve, ms));
const addThing = (manager: EntityManager, word: string) =>
  manager.save(manager.create(Thing, { id: newId(), word, flag: 0 }));
const words = async (manager = database.read) =>
  (await manager.find(Entry, { order: { word: 'ASC' } })).map(({ word }) => word);

describe('the write gate', () => {
  it('says which engine it stands before', () => {
    expect(database.engine).toBe(globalThis.testEngine);
  });

  it('answers a rehearsal with what it would write, keeps nothing of it, and lets the next writer through', async () => {
    const rehearse = () =>
      database.rehearse(async (manager) => {
        const thing = await addThing(manager, 'thing');
        await manager.insert(Entry, { word: 'tried', thingId: thing.id });
        return words(manager);
      });
    const write = (word: string) =>
      database.withWriteTransaction(async (manager) => {
        const thing = await addThing(manager, word);
        await manager.insert(Entry, { word, thingId: thing.id });
      });
    const [first, second] = await Promise.all([rehearse(), rehearse(), write('kept')]);
    expect(first).toContain('tried');
    expect(second).toContain('tried');
    expect(await words()).toEqual(['kept']);
    await expect(database.rehearse(() => Promise.reject(new Error('refused')))).rejects.toThrow('refused');
  });

  it('keeps all of what succeeds and nothing of what fails, 20 at once', async () => {
    const task = (i: number) =>
      database.withWriteTransaction(async (manager) => {
        const thing = await addThing(manager, `thing ${i}`);
        await pause(i % 3);
        await manager.insert(Entry, { word: `a${i}`, thingId: thing.id });
        await pause(i % 2);
        if (i % 2 === 1) throw new Error(`failing ${i}`);
        await manager.insert(Entry, { word: `b${i}`, thingId: thing.id });
        return i;
      });
    const results = await Promise.allSettled(Array.from({ length: 20 }, (_, i) => task(i)));

    results.forEach((result, i) => {
      if (i % 2 === 0) expect(result).toEqual({ status: 'fulfilled', value: i });
      else expect(result).toMatchObject({ status: 'rejected', reason: { message: `failing ${i}` } });
    });
    const even = Array.from({ length: 10 }, (_, i) => 2 * i);
    const expected = even.flatMap((i) => [`a${i}`, `b${i}`]).sort();
    expect(await words()).toEqual(expected);
    expect(await database.read.count(Thing)).toBe(10);
  });

  it('gives numbers in the order of record', async () => {
    const add = (word: string) =>
      database.withWriteTransaction((manager) => manager.insert(Entry, { word, thingId: null }));
    for (const word of ['first', 'second', 'third']) await add(word);
    const entries = await database.read.find(Entry, { order: { seq: 'ASC' } });
    expect(entries.map(({ word }) => word)).toEqual(['first', 'second', 'third']);
  });

  it('shows readers nothing that is not committed', async () => {
    let seen = -1;
    await database.withWriteTransaction(async (manager) => {
      await addThing(manager, 'not yet');
      seen = await database.read.count(Thing);
    });
    expect(seen).toBe(0);
    expect(await database.read.count(Thing)).toBe(1);
  });

  it('refuses to be nested, in words that say what to do', async () => {
    const nested = database.withWriteTransaction(async () => {
      await pause();
      return database.withWriteTransaction(() => Promise.resolve(1));
    });
    await expect(nested).rejects.toThrow(/Pass its manager on/);
    const read = database.withReadSnapshot(() => database.withReadSnapshot(() => Promise.resolve(1)));
    await expect(read).rejects.toThrow(/Pass its manager on/);
  });

  it('may be used again by what a transaction has started, once that has ended', async () => {
    let later: Promise<unknown> = Promise.resolve();
    await database.withWriteTransaction(() => {
      later = pause(20).then(() => database.withWriteTransaction((manager) => addThing(manager, 'later')));
      return Promise.resolve();
    });
    await later;
    expect(await database.read.count(Thing)).toBe(1);
  });

  it('lets no manager outlive its transaction', async () => {
    const leaked = await database.withWriteTransaction((manager) => Promise.resolve(manager));
    await expect(leaked.insert(Entry, { word: 'stray', thingId: null })).rejects.toThrow(/released/i);
    expect(await words()).toEqual([]);
  });

  it('lets a row be held while a decision rests on it, 20 at once', async () => {
    const { id } = await database.withWriteTransaction((manager) => addThing(manager, 'counter'));
    const count = () =>
      database.withWriteTransaction(async (manager) => {
        await database.holdRow(manager, Thing, id);
        const thing = await manager.findOneByOrFail(Thing, { id });
        await pause(1);
        await manager.update(Thing, { id }, { amount: (thing.amount ?? 0) + 1 });
      });
    await Promise.all(Array.from({ length: 20 }, count));
    expect(await database.read.findOneByOrFail(Thing, { id })).toMatchObject({ amount: 20 });
  });

  it('lets 20 writers at once look for a row and insert it where there is none', async () => {
    const findOrAdd = () =>
      database.withWriteTransaction(async (manager) => {
        const known = await manager.findOneBy(Thing, { word: 'same' });
        await pause(1);
        return (known ?? (await addThing(manager, 'same'))).id;
      });
    const ids = await Promise.all(Array.from({ length: 20 }, findOrAdd));
    expect(new Set(ids).size).toBe(1);
  });

  it('tells a name that is taken from other failures', async () => {
    const add = () => database.withWriteTransaction((manager) => addThing(manager, 'same'));
    await add();
    const error: unknown = await add().catch((reason: unknown) => reason);
    expect(isUniqueViolation(error)).toBe(true);
    expect(toProblem(error)).toMatchObject({ code: 'name_taken', status: 409 });
    expect(toProblem(new Error('something else'))).toBeNull();
  });

  it('goes on after the row check of the database has refused', async () => {
    const bad = database.withWriteTransaction((manager) =>
      manager.insert(Thing, { id: newId(), word: 'x', flag: 7 }),
    );
    await expect(bad).rejects.toThrow(/check constraint/i);
    await database.withWriteTransaction((manager) => addThing(manager, 'fine'));
    expect(await database.read.count(Thing)).toBe(1);
  });
});

describe('a read snapshot', () => {
  it('sees one state while others write, and they see the new one', async () => {
    await database.withWriteTransaction((manager) => addThing(manager, 'before'));
    const [first, second, outside] = await database.withReadSnapshot(async (manager) => {
      const before = await manager.count(Thing);
      await fromOutside(() => database.withWriteTransaction((writer) => addThing(writer, 'after')));
      return [before, await manager.count(Thing), await database.read.count(Thing)];
    });
    expect([first, second, outside]).toEqual([1, 1, 2]);
  });

  it('does not interleave with another', async () => {
    const count = () =>
      database.withReadSnapshot(async (manager) => {
        const a = await manager.count(Thing);
        await pause(3);
        return [a, await manager.count(Thing)];
      });
    const add = (i: number) => database.withWriteTransaction((manager) => addThing(manager, `${i}`));
    const results = await Promise.all([count(), add(1), count(), add(2), count()]);
    for (const pair of [results[0], results[2], results[4]]) {
      expect(pair[0]).toBe(pair[1]);
    }
  });

  it('cannot write', async () => {
    const write = database.withReadSnapshot((manager) => manager.insert(Entry, { word: 'x', thingId: null }));
    await expect(write).rejects.toThrow(/read-?only/i);
  });
});

if (onSqlite)
  describe('on SQLite', () => {
    const pragma = (text: string) => connections.write.query<unknown[]>(`PRAGMA ${text}`);

    it('has the settings that make a row on record survive a power cut', async () => {
      expect(await pragma('journal_mode')).toEqual([{ journal_mode: 'wal' }]);
      expect(await pragma('synchronous')).toEqual([{ synchronous: 2 }]);
      expect(await pragma('foreign_keys')).toEqual([{ foreign_keys: 1 }]);
      expect(await pragma('trusted_schema')).toEqual([{ trusted_schema: 0 }]);
      expect(await pragma('busy_timeout')).toEqual([{ timeout: 5000 }]);
      await expect(database.read.query('DELETE FROM thing')).rejects.toThrow(/readonly/);
    });

    it('answers a full disk with storage_full, goes on reading, and recovers', async () => {
      const [{ page_count }] = (await pragma('page_count')) as [{ page_count: number }];
      await pragma(`max_page_count = ${page_count + 2}`);
      const fill = () =>
        database.withWriteTransaction(async (manager) => {
          for (let i = 0; i < 50; i += 1) {
            const text = 'x'.repeat(4000);
            await manager.insert(Thing, { id: newId(), word: `filler ${i}`, flag: 0, text });
          }
        });
      const error: unknown = await fill().catch((reason: unknown) => reason);
      expect(toProblem(error)).toMatchObject({ code: 'storage_full', status: 507 });
      expect(await database.read.count(Thing)).toBe(0);

      await pragma('max_page_count = 1073741823');
      await fill();
      expect(await database.read.count(Thing)).toBe(50);
    });

    it('lets nothing slip in after SQLite has rolled back by itself, even if the failure is swallowed', async () => {
      const work = database.withWriteTransaction(async (manager) => {
        await addThing(manager, 'lost');
        await manager.query('ROLLBACK'); // what SQLite does when the disk is full
        await manager.insert(Entry, { word: 'stray', thingId: null }).catch(() => undefined);
      });
      await expect(work).rejects.toThrow(/rolled this transaction back/);
      expect(await words()).toEqual([]);
      await database.withWriteTransaction((manager) => addThing(manager, 'next'));
      expect(await database.read.count(Thing)).toBe(1);
    });

    it('waits for another process without standing still, then says that the database is busy', async () => {
      const other = new Sqlite(place.file);
      other.exec('BEGIN IMMEDIATE');
      const patient = new Database(connections, 200);
      let ticks = 0;
      const timer = setInterval(() => (ticks += 1), 10);
      const error: unknown = await patient
        .withWriteTransaction((manager) => addThing(manager, 'x'))
        .catch((reason: unknown) => reason);
      clearInterval(timer);
      expect(toProblem(error)).toMatchObject({ code: 'database_busy', status: 503 });
      expect(ticks).toBeGreaterThan(3);

      // Each waits from its own arrival, not from the end of the wait before it.
      const start = performance.now();
      const waits = [0, 1, 2, 3, 4].map(async (index) => {
        await pause(index * 40);
        const arrived = performance.now();
        const refusal: unknown = await patient
          .withWriteTransaction((manager) => addThing(manager, 'x'))
          .catch((reason: unknown) => reason);
        expect(toProblem(refusal)).toMatchObject({ code: 'database_busy', status: 503 });
        return performance.now() - arrived;
      });
      for (const wait of await Promise.all(waits)) expect(wait).toBeLessThan(350);
      expect(performance.now() - start).toBeLessThan(700);

      setTimeout(() => other.exec('COMMIT'), 50);
      await database.withWriteTransaction((manager) => addThing(manager, 'x'));
      expect(await database.read.count(Thing)).toBe(1);
      other.close();
    });
  });

if (onSqlite)
  describe('the queue of writers', () => {
    it('refuses who has waited too long behind others, at once, and does not run it later', async () => {
      const patient = new Database(connections, 100);
      const slow = patient.withWriteTransaction(() => pause(400));
      const late = patient.withWriteTransaction((manager) => addThing(manager, 'late'));
      const start = performance.now();
      await expect(late).rejects.toMatchObject({ code: 'database_busy' });
      expect(performance.now() - start).toBeLessThan(300);
      await slow;
      await patient.withWriteTransaction((manager) => addThing(manager, 'next'));
      expect((await database.read.find(Thing)).map(({ word }) => word)).toEqual(['next']);
    });
  });

if (!onSqlite)
  describe('on PostgreSQL', () => {
    it('runs a transaction again that met a deadlock', async () => {
      const [a, b] = await database.withWriteTransaction(async (manager) => [
        await addThing(manager, 'a'),
        await addThing(manager, 'b'),
      ]);
      let attempts = 0;
      let held = 0;
      let release = (): void => undefined;
      const bothHold = new Promise<void>((resolve) => (release = resolve));
      const touch = (first: Thing, second: Thing) =>
        database.withWriteTransaction(async (manager) => {
          attempts += 1;
          await manager.increment(Thing, { id: first.id }, 'flag', 0);
          held += 1;
          if (held === 2) release(); // each holds its first row, so each waits for the other
          await bothHold;
          await manager.increment(Thing, { id: second.id }, 'flag', 0);
        });
      await Promise.all([touch(a, b), touch(b, a)]);
      expect(attempts).toBe(3);
    });
  });
