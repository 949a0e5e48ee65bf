import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CONFIG } from '../../src/config.js';
import { Database } from '../../src/database/write-gate.js';
import { Readiness } from '../../src/http/readiness.js';
import { startTestApp, type TestApp } from '../support/app.js';

const onSqlite = globalThis.testEngine === 'sqlite';
let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.stop());

describe('health', () => {
  it('is alive, and ready', async () => {
    // Without an origin, nothing is known of TLS.
    expect((await test.call('GET', '/livez')).headers).not.toHaveProperty('strict-transport-security');
    expect(await test.call('GET', '/livez')).toMatchObject({ status: 200, body: { status: 'alive' } });
    expect(await test.call('GET', '/readyz')).toMatchObject({ status: 200, body: { status: 'ready' } });
  });

  it('is not ready for a schema that is not its own', async () => {
    const query = (sql: string) =>
      test.service(Database).withWriteTransaction((manager) => manager.query(sql));
    await query(`UPDATE migrations SET name = 'Other' || name`);
    expect(await test.call('GET', '/readyz')).toMatchObject({ status: 503, body: { code: 'not_ready' } });
    expect((await test.call('GET', '/livez')).status).toBe(200);
    await query(`UPDATE migrations SET name = substr(name, 6)`);
    expect((await test.call('GET', '/readyz')).status).toBe(200);
  });

  it('is not ready while the disk is full, reads on, and is ready again without a restart', async () => {
    const { write } = test.connections;
    await test.call('POST', 'topics', { as: 'editor', body: { title: 'Harbour' } });
    const event = { topic: 'harbour', headline: 'It closed.', occurredOn: '2026-06-14' };
    const sources = [{ outlet: 'The Gull', publishedOn: '2026-06-14', text: `${'x '.repeat(9000)}x` }];
    const fill = () => test.call('POST', 'events', { as: 'editor', body: { ...event, sources } });
    const ready = async () => (await test.call('GET', '/readyz')).status;
    await (onSqlite
      ? write
          .query<[{ page_count: number }]>('PRAGMA page_count')
          .then(([{ page_count }]) => write.query(`PRAGMA max_page_count = ${page_count}`))
      : write.query(
          `CREATE FUNCTION disk_full() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION USING ERRCODE = '53100'; END $$;
           CREATE TRIGGER disk_full BEFORE INSERT ON "event" EXECUTE FUNCTION disk_full();
           CREATE TRIGGER disk_full BEFORE UPDATE ON "record_version" EXECUTE FUNCTION disk_full()`,
        ));
    expect(await ready()).toBe(200); // nobody has tried to write
    const refused = await fill();
    expect(refused).toMatchObject({ status: 507, body: { code: 'storage_full' } });
    const [{ version }] = await write.query<[{ version: number }]>('SELECT "version" FROM "record_version"');
    expect(await ready()).toBe(503);
    expect((await test.call('GET', 'topics')).status).toBe(200);
    expect(await ready()).toBe(503);

    await (onSqlite
      ? write.query('PRAGMA max_page_count = 1073741823')
      : write.query(
          `DROP TRIGGER disk_full ON "event"; DROP TRIGGER disk_full ON "record_version"; DROP FUNCTION disk_full`,
        ));
    const until = Date.now() + 6000;
    while ((await ready()) !== 200 && Date.now() < until)
      await new Promise((resolve) => setTimeout(resolve, 200));
    expect(await ready()).toBe(200);
    // Trying it has changed nothing.
    expect(await write.query('SELECT "version" FROM "record_version"')).toEqual([{ version }]);
    expect((await fill()).status).toBe(201);
  });

  it('counts requests by route, not by address', async () => {
    await test.call('GET', '/livez?secret=canary');
    const { status, body, headers } = await test.call<string>('GET', '/metrics');
    expect(status).toBe(200);
    expect(headers['content-type']).toMatch('text/plain');
    expect(body).toContain('hindcast_http_request_seconds_count{method="GET",route="/livez",status="200"}');
    expect(body).toContain('process_cpu_seconds_total');
    expect(body).not.toContain('canary');
  });

  it.each([
    ['local', undefined, {}, 200],
    ['local', undefined, { 'x-forwarded-for': '203.0.113.9' }, 404],
    ['local', undefined, { forwarded: 'for=203.0.113.9' }, 404],
    ['local', '203.0.113.9', {}, 404],
    ['on', '203.0.113.9', { 'x-forwarded-for': '203.0.113.9' }, 200],
    ['off', undefined, {}, 404],
    [{ host: '127.0.0.1', port: 9464 }, undefined, {}, 404],
  ] as const)(
    'with METRICS=%j, from %s with %j, the metrics answer %i',
    async (metrics, from, headers, status) => {
      const config = test.service<{ metrics: unknown }>(CONFIG as never);
      const before = config.metrics;
      config.metrics = metrics;
      const answer = await test.app.inject({
        url: '/metrics',
        headers,
        ...(from && { remoteAddress: from }),
      });
      config.metrics = before;
      expect(answer.statusCode).toBe(status);
    },
  );

  it('says that it is stopping, while it still answers', async () => {
    test.service(Readiness).stop();
    const answer = await test.call('GET', '/readyz');
    expect(answer).toMatchObject({ status: 503, body: { code: 'not_ready' } });
    expect(answer.headers['connection']).toBe('close');
    expect((await test.call('GET', '/livez')).status).toBe(200);
  });
});
