import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Agent, request } from 'node:http';
import { type FreshDatabase, freshDatabase } from '../support/database.js';
import { compile, startServer } from '../support/server.js';

let build: Awaited<ReturnType<typeof compile>>;
let place: FreshDatabase;
beforeAll(async () => {
  build = await compile();
  place = await freshDatabase();
}, 120_000);
afterAll(async () => {
  await place.drop();
  await build.remove();
});

/** The status, or 'refused' when the server never took the request. */
function get(url: string, agent: Agent): Promise<number | 'refused'> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { agent }, (answer) => {
      answer.resume().once('end', () => resolve(answer.statusCode ?? 0));
      answer.once('error', reject);
    });
    asked.once('error', (error: NodeJS.ErrnoException) =>
      // A fresh connection that the system had queued and the server never took; on one in use it would be a failure.
      asked.reusedSocket && error.syscall !== 'connect' ? reject(error) : resolve('refused'),
    );
    asked.end();
  });
}

it('stops when told to: first not ready, then every request that was taken is answered, then exit 0', async () => {
  const server = await startServer(build.folder, place.url);
  const agent = new Agent({ keepAlive: true, maxSockets: 20 });
  expect(await get(`${server.address}/readyz`, agent)).toBe(200);

  const answers: (number | 'refused')[] = [];
  let going = true;
  const client = async () => {
    while (going) {
      const answer = await get(`${server.address}/livez`, agent);
      answers.push(answer);
      if (answer === 'refused') return;
    }
  };
  const clients = Array.from({ length: 10 }, client);
  await new Promise((resolve) => setTimeout(resolve, 200));
  server.child.kill('SIGTERM');
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(await get(`${server.address}/readyz`, agent)).toBe(503);

  expect(await server.ended).toBe(0);
  going = false;
  await Promise.all(clients);
  const answered = answers.filter((answer) => answer === 200).length;
  expect(answered).toBeGreaterThan(20);
  expect([...new Set(answers)].sort()).toEqual([200, 'refused']);
  // Whatever the server took has reached the one who asked.
  expect(server.log().match(/"route":"\/livez"/g)).toHaveLength(answered);
  agent.destroy();
});

it('logs one line for each request, without credentials and queries', async () => {
  const server = await startServer(build.folder, place.url);
  await fetch(`${server.address}/livez?q=canary-query`, {
    headers: { authorization: 'Bearer hc_canary-token', cookie: 'c=canary-cookie' },
  });
  const welcome = { secret: 'canary-secret', name: 'canary-name', password: 'canary-password' };
  await fetch(`${server.address}/api/v1/welcome`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(welcome),
  });
  server.child.kill('SIGTERM');
  await server.ended;
  const lines = server
    .log()
    .split('\n')
    .filter((line) => line.includes('"msg":"request"'));
  expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
    expect.objectContaining({ method: 'GET', route: '/livez', status: 401, ms: expect.any(Number) }),
    expect.objectContaining({ method: 'POST', route: '/api/v1/welcome', status: 404 }),
  ]);
  expect(server.log()).not.toContain('canary');
});
