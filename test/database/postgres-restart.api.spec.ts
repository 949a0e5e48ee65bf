import { afterAll, beforeAll, expect, it } from '@jest/globals';
import pg from 'pg';
import { type Answer, startTestApp, type TestApp } from '../support/app.js';
import { hindcast } from '../support/cli.js';
import { type PostgresServer, startEmbeddedPostgres } from '../support/postgres-start.js';

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

// The server of the other tests must go on: this one has its own.
let server: PostgresServer;
let test: TestApp;
const common = process.env['TEST_POSTGRES_URL'];
beforeAll(async () => {
  if (globalThis.testEngine !== 'postgres') return;
  server = await startEmbeddedPostgres({ keepFiles: true });
  process.env['TEST_POSTGRES_URL'] = server.url;
  test = await startTestApp();
  await test.call('POST', 'topics', { as: 'editor', body: { title: 'Harbour' } });
}, 120_000);
afterAll(async () => {
  if (globalThis.testEngine !== 'postgres') return;
  await test.stop();
  await server.stop();
  process.env['TEST_POSTGRES_URL'] = common;
}, 60_000);

const UNREACHABLE = {
  code: 1,
  stderr: expect.stringMatching(/^hindcast: PostgreSQL at 127\.0\.0\.1:\d+ cannot be reached[^\n]*\.\n$/),
  json: { error: expect.objectContaining({ code: 'not_ready' }) },
};

const EVENT = {
  ...{ topic: 'harbour', headline: 'It closed.', occurredOn: '2026-06-14' },
  sources: [{ outlet: 'The Gull', publishedOn: '2026-06-14' }],
};

/** Requests of every kind, one after the other, until told to stop. */
async function client(answers: Answer<{ code?: string; id?: string }>[], goOn: () => boolean): Promise<void> {
  const asks = [
    () => test.call('POST', 'events', { as: 'editor', body: EVENT }),
    () => test.call('GET', 'events'),
    () => test.call('GET', 'calibration'),
    () => test.call('GET', 'queue', { as: 'editor' }),
    () => test.call('GET', '/readyz'),
    () => test.call('GET', '/'),
    () => test.call('POST', 'topics', { as: 'analyst', body: { title: 'Harbour' } }),
  ];
  for (let turn = 0; goOn(); turn += 1) answers.push(await asks[turn % asks.length]!());
}

if (globalThis.testEngine === 'postgres')
  it.each(['stop', 'crash'] as const)(
    'a server that has to %s under load gives 503 with Retry-After, never 500, and is used again when it is back',
    async (how) => {
      const answers: Answer<{ code?: string; id?: string }>[] = [];
      let going = true;
      const clients = Array.from({ length: 12 }, () => client(answers, () => going));
      await pause(700);
      // One command waits for another that migrates.
      const holder = new pg.Client({ connectionString: test.place.url });
      holder.on('error', () => undefined);
      await holder.connect();
      await holder.query('SELECT pg_advisory_lock(4841502611)');
      const waiting = hindcast(test.place.url, 'migrate', '--json');
      await pause(300);
      await server[how]();
      expect(await waiting).toMatchObject(UNREACHABLE);
      expect(await hindcast(test.place.url, 'report', '--json')).toMatchObject(UNREACHABLE);
      const stopped = answers.length;
      await pause(500);
      await server.start();
      const until = Date.now() + 20_000;
      while ((await test.call('GET', '/readyz')).status !== 200 && Date.now() < until) await pause(50);
      const restarted = answers.length;
      await pause(700);
      going = false;
      await Promise.all(clients);

      const wrong = answers.filter(({ status }) => ![200, 201, 403, 503].includes(status));
      expect(wrong.map(({ status, body }) => [status, body])).toEqual([]);
      const refused = answers.filter(({ status }) => status === 503);
      expect(refused.length).toBeGreaterThan(20);
      expect(refused.filter(({ headers }) => headers['retry-after'] === undefined)).toEqual([]);
      expect(answers.slice(0, stopped).some(({ status }) => status === 201)).toBe(true);
      expect(answers.slice(restarted).filter(({ status }) => status === 503)).toEqual([]);
      expect(answers.slice(restarted).some(({ status }) => status === 201)).toBe(true);

      // What was acknowledged is there.
      const made = answers.flatMap(({ status, body }) => (status === 201 ? [body.id!] : []));
      const rows = await test.connections.read.query<{ id: string }[]>('SELECT "id" FROM "event"');
      const there = new Set(rows.map(({ id }) => id));
      expect(made.filter((id) => !there.has(id))).toEqual([]);
    },
    90_000,
  );
else it('is tried on PostgreSQL', () => undefined);
