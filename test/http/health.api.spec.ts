import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CONFIG } from '../../src/config.js';
import { Database } from '../../src/database/write-gate.js';
import { Readiness } from '../../src/http/readiness.js';
import { startTestApp, type TestApp } from '../support/app.js';

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
