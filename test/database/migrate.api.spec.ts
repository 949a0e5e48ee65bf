import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import Sqlite from 'better-sqlite3';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDataSources } from '../../src/database/data-sources.js';
import { DatabaseStartError } from '../../src/database/start-errors.js';
import { isCurrent, migrate, pendingChanges } from '../../src/database/migrate.js';
import { type FreshDatabase, freshDatabase } from '../support/database.js';
import { Entry, schema, Thing, Things1000000000001 } from './fixture.js';

const older = { entities: [Thing], migrations: [Things1000000000001] };

let place: FreshDatabase;
beforeEach(async () => {
  place = await freshDatabase();
});
afterEach(() => place.drop());

const migrated = async (...args: Parameters<typeof openDataSources>) => {
  const connections = await openDataSources(...args);
  try {
    return { run: await migrate(connections), current: await isCurrent(connections.read) };
  } finally {
    await connections.close();
  }
};

describe('migrate', () => {
  it('runs what is pending, once, in order', async () => {
    expect(await migrated(place.url, older)).toEqual({ run: ['Things1000000000001'], current: true });
    expect(await migrated(place.url, schema)).toEqual({ run: ['Entries1000000000002'], current: true });
    expect(await migrated(place.url, schema)).toEqual({ run: [], current: true });
  });

  it('leaves nothing that the schema builder would change, with any kind of column', async () => {
    const connections = await openDataSources(place.url, schema);
    await migrate(connections);
    expect(await pendingChanges(connections.write)).toEqual([]);
    await connections.close();
  });

  it('finds what the migrations forgot', async () => {
    const drifted = { entities: [Thing, Entry], migrations: [Things1000000000001] };
    await expect(migrated(place.url, drifted)).rejects.toThrow(/does not have the schema.*entry/s);
  });

  it('refuses a database of a newer program, by name', async () => {
    await migrated(place.url, schema);
    const outcome = migrated(place.url, older);
    await expect(outcome).rejects.toThrow(DatabaseStartError);
    await expect(outcome).rejects.toThrow(/newer than this program.*Entries1000000000002/);
  });

  it('leaves nothing of a migration that fails, nor of those before it', async () => {
    class Fails1000000000003 {
      up(): Promise<void> {
        return Promise.reject(new Error('on purpose'));
      }
    }
    const failing = { entities: [], migrations: [...schema.migrations, Fails1000000000003] };
    await expect(migrated(place.url, failing)).rejects.toThrow('on purpose');
    expect((await migrated(place.url, schema)).run).toHaveLength(2);
  });

  it('lets two programs start at once', async () => {
    const runs = await Promise.all([migrated(place.url, schema), migrated(place.url, schema)]);
    expect(runs.flatMap(({ run }) => run)).toEqual(['Things1000000000001', 'Entries1000000000002']);
  });

  it('is not current before it has run', async () => {
    const connections = await openDataSources(place.url, schema);
    expect(await isCurrent(connections.read)).toBe(false);
    await connections.close();
  });
});

if (globalThis.testEngine === 'sqlite')
  describe('a SQLite file that cannot be used', () => {
    let directory: string;
    beforeEach(async () => {
      directory = await mkdtemp(join(tmpdir(), 'hindcast-test-'));
    });
    afterEach(() => rm(directory, { recursive: true, force: true }));

    const refusal = async (path: string) => {
      const error: unknown = await openDataSources(`sqlite:${path}`, schema).catch(
        (reason: unknown) => reason,
      );
      expect(error).toBeInstanceOf(DatabaseStartError);
      return (error as Error).message;
    };

    it('is not a database', async () => {
      const file = join(directory, 'letter.txt');
      await writeFile(file, 'Dear all, '.repeat(500));
      expect(await refusal(file)).toBe(`${file} is not a SQLite database.`);
    });

    it('lies in a directory that cannot be made', async () => {
      await writeFile(join(directory, 'file'), '');
      expect(await refusal(join(directory, 'file', 'below', 'h.sqlite'))).toMatch(
        /^The directory .* cannot be created or written to \(ENOTDIR\)\.$/,
      );
    });

    it('is a directory', async () => {
      await mkdir(join(directory, 'h.sqlite'));
      expect(await refusal(join(directory, 'h.sqlite'))).toMatch(/cannot be opened/);
    });

    it('is locked by another program', async () => {
      const file = join(directory, 'locked.sqlite');
      const other = new Sqlite(file);
      other.exec('CREATE TABLE t (x); BEGIN EXCLUSIVE');
      expect(await refusal(file)).toBe(`${file} is locked by another program.`);
      other.close();
    }, 20_000);

    it('has its directory made for it', async () => {
      const file = join(directory, 'a', 'b', 'h.sqlite');
      expect((await migrated(`sqlite:${file}`, schema)).run).toHaveLength(2);
    });
  });

if (globalThis.testEngine === 'postgres')
  describe('a server that cannot be used', () => {
    const refusal = async (change: (url: URL) => void) => {
      const url = new URL(place.url);
      change(url);
      const error: unknown = await openDataSources(url.href, schema).catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(DatabaseStartError);
      expect((error as Error).message).not.toMatch(/secret/);
      return (error as Error).message;
    };

    it('is not there', async () => {
      expect(await refusal((url) => (url.port = '1'))).toMatch(/cannot be reached \(ECONNREFUSED\)\.$/);
    });

    it('refuses the password', async () => {
      expect(await refusal((url) => (url.password = 'secret'))).toMatch(/refuses the user "hindcast"\.$/);
    });

    it('has no such database', async () => {
      expect(await refusal((url) => (url.pathname = '/nowhere'))).toMatch(/has no database "nowhere"\.$/);
    });
  });
