import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
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

  it('says that it is stopping, while it still answers', async () => {
    test.service(Readiness).stop();
    const answer = await test.call('GET', '/readyz');
    expect(answer).toMatchObject({ status: 503, body: { code: 'not_ready' } });
    expect(answer.headers['connection']).toBe('close');
    expect((await test.call('GET', '/livez')).status).toBe(200);
  });
});
