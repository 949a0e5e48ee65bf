import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import Sqlite from 'better-sqlite3';
import { copyFile, mkdir, open, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { type CliResult, hindcast } from '../support/cli.js';
import { type FreshDatabase, freshDatabase } from '../support/database.js';

let place: FreshDatabase;
let other: Server;
const onSqlite = globalThis.testEngine === 'sqlite';

beforeEach(async () => {
  place = await freshDatabase();
  other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
});
afterEach(async () => {
  for (const name of ['PORT', 'LOG_LEVEL', 'METRICS']) delete process.env[name];
  other.close();
  await place.drop();
});

/** Serves until it listens, and then asks it to stop; or until it fails. */
async function started(
  url = place.url,
  whileItServes: () => Promise<unknown> = () => Promise.resolve(),
): Promise<CliResult & { served: boolean }> {
  process.env['PORT'] = '0';
  process.env['LOG_LEVEL'] = 'silent';
  const timer = setInterval(() => {
    if (process.listenerCount('SIGTERM') === 0) return;
    clearInterval(timer);
    void whileItServes().finally(() => process.emit('SIGTERM'));
  }, 100);
  const result = await hindcast(url, 'serve', '--json').finally(() => clearInterval(timer));
  return { ...result, served: (result.json as { listening?: string }).listening !== undefined };
}

const ONE_SENTENCE = /^(Database brought up to date: [^\n]+\n)?hindcast: [^\n]+[.?"]\n$/;
const refused = (detail: unknown) => ({
  code: 1,
  stderr: expect.stringMatching(ONE_SENTENCE),
  json: { error: expect.objectContaining({ code: 'not_ready', detail }) },
});

it('says in one sentence that its port is taken', async () => {
  const { port } = other.address() as { port: number };
  process.env['PORT'] = String(port);
  const { code, json, stderr } = await hindcast(place.url, 'serve', '--json');
  expect(code).toBe(1);
  expect(stderr).toMatch(ONE_SENTENCE);
  expect(json).toMatchObject({
    error: {
      code: 'not_ready',
      detail: `Nothing can be served on 127.0.0.1, port ${port}: another program listens there. Choose another PORT.`,
    },
  });
});

it('serves the metrics at an address of their own, or says that it is taken', async () => {
  const { port } = other.address() as { port: number };
  process.env['METRICS'] = `127.0.0.1:${port}`;
  expect(await started()).toMatchObject({
    code: 1,
    json: {
      error: { detail: expect.stringMatching(`port ${port}: another program .* Choose another METRICS`) },
    },
  });
  await new Promise((resolve) => other.close(resolve));
  const asked: Promise<[number, string]>[] = [];
  const ask = async (path: string): Promise<[number, string]> => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`);
    return [answer.status, await answer.text()];
  };
  expect(
    await started(place.url, () => {
      for (const path of ['/metrics', '/', '/livez']) asked.push(ask(path));
      return Promise.all(asked);
    }),
  ).toMatchObject({ code: 0, served: true });
  const answers = await Promise.all(asked);
  expect(answers.map(([status]) => status)).toEqual([200, 404, 404]);
  expect(answers[0]![1]).toContain('process_cpu_seconds_total');
});

it('shows where a failure arose to those who debug, and to nobody else', async () => {
  const run = () => hindcast('nothing:', 'report', '--json');
  expect((await run()).stderr).toMatch(ONE_SENTENCE);
  process.env['LOG_LEVEL'] = 'debug';
  expect((await run()).stderr).toMatch(/\n\s+at /);
});

if (onSqlite)
  describe('a database that is damaged', () => {
    const ours = () => new Sqlite(place.file);
    const pageOf = (table: string): [number, number] => {
      const database = ours();
      const { rootpage } = database
        .prepare('SELECT rootpage FROM sqlite_master WHERE name = ?')
        .get(table) as { rootpage: number };
      const size = database.pragma('page_size', { simple: true }) as number;
      database.close();
      return [(rootpage - 1) * size, size];
    };
    const write = async (bytes: Buffer, position: number) => {
      const file = await open(place.file!, 'r+');
      await file.write(bytes, 0, bytes.length, position);
      await file.close();
    };
    const spoil = (table: string) => async () => {
      const [position, size] = pageOf(table);
      await write(Buffer.alloc(size, 0xff), position);
    };
    const DAMAGED = expect.stringMatching(/is damaged: restore it from a backup\.$/);

    it.each<[string, () => Promise<unknown>, unknown]>([
      [
        'its header',
        () => write(Buffer.from('Dear all, '), 0),
        expect.stringMatching(/is not a SQLite database\.$/),
      ],
      ['its schema', () => write(Buffer.alloc(3900, 0xff), 100), DAMAGED],
      ['the table of migrations', spoil('migrations'), DAMAGED],
      ['the table that a start reads last', spoil('invitation'), DAMAGED],
      ['its end, which is missing', async () => truncate(place.file!, 8192), DAMAGED],
    ])('ends the start with one sentence: %s', async (_, damage, sentence) => {
      await hindcast(place.url, 'migrate');
      await damage();
      expect(await started()).toMatchObject(refused(sentence));
      // What a command that only reads needs may be whole: then it reads.
      for (const words of [['report'], ['verify'], ['account', 'add', 'ann', '--role', 'editor']]) {
        const result = await hindcast(place.url, ...words, '--json');
        if (result.code !== 0) expect(result).toMatchObject(refused(sentence));
      }
    });

    it('starts with what is whole of a spoiled write-ahead log, and with spoiled shared memory', async () => {
      await hindcast(place.url, 'migrate');
      const copy = join(dirname(place.file!), 'copy.sqlite');
      const writer = ours();
      writer.exec(`INSERT INTO "setting" VALUES ('a', '1', '2026')`);
      for (const end of ['', '-wal', '-shm']) await copyFile(`${place.file}${end}`, `${copy}${end}`);
      writer.close();
      const log = await readFile(`${copy}-wal`);
      await writeFile(`${copy}-wal`, log.fill(0xff, 40));
      await writeFile(`${copy}-shm`, Buffer.alloc(32_768, 0xff));
      expect(await started(`sqlite:${copy}`)).toMatchObject({ served: true, code: 0 });
    });

    it('says what is in the way: a directory in the place of the file, a lock', async () => {
      await mkdir(place.file!);
      expect(await started()).toMatchObject(refused(expect.stringMatching(/cannot be opened/)));
      await rm(place.file!, { recursive: true });
      await hindcast(place.url, 'migrate');
      const holder = ours();
      holder.exec('BEGIN IMMEDIATE');
      expect(await started()).toMatchObject(
        refused(expect.stringMatching(/is locked by another program\.$/)),
      );
      holder.close();
    }, 20_000);
  });

if (onSqlite)
  describe('a file of another program', () => {
    const spoken = async () => (await started()).json as unknown;
    it.each([
      ['with tables', 'CREATE TABLE diary (day); INSERT INTO diary VALUES (1)', 'diary'],
      ['with its mark and nothing else', 'PRAGMA application_id = 252006674', ''],
      [
        'of the same ORM',
        `CREATE TABLE migrations (id, timestamp, name); INSERT INTO migrations VALUES (1, 1, 'X1')`,
        'migrations',
      ],
      ['with another table of migrations', 'CREATE TABLE migrations (migration)', 'migrations'],
    ])('%s is refused, and left as it is', async (_, statements, named) => {
      const theirs = new Sqlite(place.file);
      theirs.exec(statements);
      theirs.close();
      const before = await readFile(place.file!);
      expect(await started()).toMatchObject(refused(expect.stringMatching(/belongs to another program/)));
      expect(JSON.stringify(await spoken())).toContain(named);
      expect((await readFile(place.file!)).equals(before)).toBe(true);
    });

    it('is told from ours, which has a mark, also where it has none yet', async () => {
      await hindcast(place.url, 'migrate');
      const mark = () => {
        const database = new Sqlite(place.file);
        const id = database.pragma('application_id', { simple: true });
        database.close();
        return id;
      };
      expect(mark()).toBe(0x48435354);
      const database = new Sqlite(place.file);
      database.pragma('application_id = 0');
      database.close();
      expect((await hindcast(place.url, 'migrate')).code).toBe(0);
      expect(mark()).toBe(0x48435354);
    });
  });

if (!onSqlite)
  describe('a database of another program', () => {
    it.each([
      ['with tables', 'CREATE TABLE diary (day int)'],
      ['with views', 'CREATE VIEW diary AS SELECT 1 AS day'],
      [
        'of the same ORM',
        `CREATE TABLE migrations (id int, timestamp bigint, name text); INSERT INTO migrations VALUES (1, 1, 'X1')`,
      ],
      ['with another table of migrations', 'CREATE TABLE migrations (migration text)'],
    ])('%s is refused, and left as it is', async (_, statements) => {
      const client = new pg.Client({ connectionString: place.url });
      await client.connect();
      await client.query(statements);
      expect(await started()).toMatchObject(refused(expect.stringMatching(/belongs to another program/)));
      const { rows } = await client.query(
        `SELECT count(*)::int AS count FROM pg_class WHERE relnamespace = 'public'::regnamespace`,
      );
      expect(rows).toEqual([{ count: 1 }]);
      await client.end();
    });
  });
