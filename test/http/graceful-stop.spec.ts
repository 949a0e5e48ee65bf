import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import Sqlite from 'better-sqlite3';
import { once } from 'node:events';
import { open as openFile } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { type FreshDatabase, freshDatabase } from '../support/database.js';
import { compile, launch, type Server, startServer } from '../support/server.js';

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

const UNFINISHED = {
  'no byte': '',
  'half a header': 'GET /livez HTTP/1.1\r\nHost: desk.example\r\nX-Half:',
  'half a body': `${[
    'POST /api/v1/session HTTP/1.1',
    'Host: desk.example',
    'Content-Type: application/json',
    'Content-Length: 90',
  ].join('\r\n')}\r\n\r\n{"na`,
};

interface Connection {
  socket: Socket;
  connected: boolean;
  heard(): string;
  /** Milliseconds from the opening to the end. */
  ended: Promise<number>;
}

/** Opens a connection and sends `text`. */
async function open({ address }: Server, text: string, from?: string): Promise<Connection> {
  const { hostname, port } = new URL(address);
  const socket = connect({ host: hostname, port: Number(port), ...(from && { localAddress: from }) });
  const start = performance.now();
  let heard = '';
  socket.on('data', (chunk: Buffer) => (heard += chunk.toString())).on('error', () => undefined);
  const ended = new Promise<number>((resolve) =>
    socket.on('close', () => resolve(performance.now() - start)),
  );
  const connected = await Promise.race([
    once(socket, 'connect').then(
      () => true,
      () => false,
    ),
    ended.then(() => false),
  ]);
  if (connected && text !== '') await new Promise((resolve) => socket.write(text, resolve));
  return { socket, connected, heard: () => heard, ended };
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe('a connection', () => {
  let server: Server;
  beforeAll(async () => {
    const times = {
      HEADERS_TIMEOUT: '0.4',
      REQUEST_TIMEOUT: '0.9',
      KEEP_ALIVE_TIMEOUT: '0.3',
      ANSWER_TIMEOUT: '0.9',
    };
    server = await startServer(build.folder, place.url, {
      ...times,
      ...{ MAX_CONNECTIONS: '12', MAX_CONNECTIONS_PER_ADDRESS: '8', STOP_TIMEOUT: '0.5' },
    });
  });
  afterAll(async () => {
    server.child.kill('SIGTERM');
    expect(await server.ended).toBe(0);
  });

  it.each([
    ['no byte', 400],
    ['half a header', 400],
    ['half a body', 900],
  ] as const)('with %s is closed after %i ms, with a problem', async (what, limit) => {
    const { ended, heard } = await open(server, UNFINISHED[what]);
    const lasted = await ended;
    expect(lasted).toBeGreaterThan(limit - 50);
    expect(lasted).toBeLessThan(limit + 900);
    expect(heard()).toMatch(/^HTTP\/1\.1 408 .*application\/problem\+json.*"code":"request_timeout"/s);
  });

  it('that is idle, or does not read its answers, is closed', async () => {
    const idle = await open(server, 'GET /livez HTTP/1.1\r\nHost: h\r\n\r\n');
    const greedy = await open(server, '');
    greedy.socket.pause();
    greedy.socket.write('GET /api/docs-json HTTP/1.1\r\nHost: h\r\n\r\n'.repeat(80));
    expect(await idle.ended).toBeLessThan(2500);
    expect(idle.heard()).toContain('200 OK');
    await pause(1500);
    // The server has closed it: what the kernel still holds is read, and then it ends early.
    greedy.socket.resume();
    await greedy.ended;
    expect(greedy.heard().split('HTTP/1.1 200 OK').length - 1).toBeLessThan(80);
  });

  it('that cannot be read is answered with a problem', async () => {
    const bad = await open(server, 'HELLO\r\n\r\n');
    await bad.ended;
    expect(bad.heard()).toMatch(/^HTTP\/1\.1 400 .*"code":"malformed_request"/s);
    const large = await open(server, `GET / HTTP/1.1\r\nHost: h\r\nX-Long: ${'x'.repeat(40_000)}\r\n\r\n`);
    await large.ended;
    expect(large.heard()).toMatch(/^HTTP\/1\.1 431 .*"code":"headers_too_large"/s);
  });

  it('too many from one address are closed at once, and too many in all', async () => {
    const open8 = await Promise.all(Array.from({ length: 8 }, () => open(server, 'GET ')));
    expect(await (await open(server, 'GET ')).ended).toBeLessThan(300);
    const elsewhere = await Promise.all(Array.from({ length: 4 }, () => open(server, 'GET ', '127.0.0.2')));
    expect(await (await open(server, 'GET ', '127.0.0.3')).ended).toBeLessThan(300);
    for (const { socket } of [...open8, ...elsewhere]) socket.destroy();
    await pause(100);
    expect((await fetch(`${server.address}/livez`)).status).toBe(200);
  });
});

describe('a stopping server', () => {
  it('closes at the last moment what never ends, and exits 0', async () => {
    const server = await startServer(build.folder, place.url, { STOP_TIMEOUT: '1' });
    const open3 = await Promise.all(Object.values(UNFINISHED).map((text) => open(server, text)));
    const start = performance.now();
    server.child.kill('SIGTERM');
    expect(await server.ended).toBe(0);
    expect(performance.now() - start).toBeGreaterThan(1000);
    expect(performance.now() - start).toBeLessThan(4000);
    await Promise.all(open3.map(({ ended }) => ended));
  });

  it('does not wait for a connection on which nothing has come', async () => {
    const server = await startServer(build.folder, place.url, { STOP_TIMEOUT: '60' });
    await open(server, '');
    server.child.kill('SIGTERM');
    expect(await server.ended).toBe(0);
  });

  it('ends at once at the second signal, with 1', async () => {
    const server = await startServer(build.folder, place.url, { STOP_TIMEOUT: '60' });
    await open(server, UNFINISHED['half a body']);
    server.child.kill('SIGTERM');
    await pause(400);
    expect(server.child.exitCode).toBeNull();
    server.child.kill('SIGINT');
    expect(await server.ended).toBe(1);
  });

  // Its event loop is held up for longer than the time in which others may notice that it is going.
  const busy =
    'process.on("SIGUSR2", () => setInterval(() => { for (const end = Date.now() + 350; Date.now() < end;); }, 420))';
  it.each([1, 2])('answers each request that has reached it, under load (%i)', async () => {
    const server = await startServer(build.folder, place.url, {
      NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(busy)}`,
    });
    const ask = (path: string) => `GET ${path} HTTP/1.1\r\nHost: desk.example\r\n\r\n`;
    const used = await Promise.all(Array.from({ length: 12 }, () => open(server, ask('/livez'))));
    while (used.some(({ heard }) => !heard().includes('alive'))) await pause(10);
    server.child.kill('SIGUSR2');
    await pause(200);
    used.forEach(({ socket }) => socket.write(ask('/method')));
    const fresh = await Promise.all(Array.from({ length: 12 }, () => open(server, ask('/method'))));
    server.child.kill('SIGTERM');
    // Until it listens no more, others still come.
    for (let count = 0; count < 40; count += 1) {
      await pause(15);
      const late = await open(server, ask('/method'));
      if (!late.connected) break;
      fresh.push(late);
    }
    await Promise.all([...used, ...fresh].map(({ ended }) => ended));
    const answers = [
      ...used.map(({ heard }) => heard().split('alive"}')[1]),
      ...fresh.map(({ heard }) => heard()),
    ];
    const isWhole = (answer = '') => /^HTTP\/1\.1 200 .*<\/html>/s.test(answer);
    expect(answers.filter((answer) => !isWhole(answer))).toEqual([]);
    expect(await server.ended).toBe(0);
  });
});

describe('a start', () => {
  let own: FreshDatabase;
  beforeEach(async () => {
    own = await freshDatabase();
  });
  afterEach(() => own.drop());

  it('that fails late leaves nothing open, and exits 1', async () => {
    const first = await startServer(build.folder, own.url);
    first.child.kill('SIGTERM');
    await first.ended;
    const database = new Sqlite(own.file);
    const page = database
      .prepare(`SELECT rootpage FROM sqlite_master WHERE name = 'invitation'`)
      .pluck()
      .get();
    const size = Number(database.pragma('page_size', { simple: true }));
    database.close();
    const file = await openFile(own.file!, 'r+');
    await file.write(Buffer.alloc(size, 0xff), 0, size, (Number(page) - 1) * size);
    await file.close();
    const { ended, log } = launch(build.folder, own.url);
    expect(await ended).toBe(1);
    expect(log().trim()).toMatch(/^hindcast: .* is damaged: restore it from a backup\.$/m);
    expect(log()).not.toMatch(/\n\s+at /);
  });

  it('that waits for a database is ended by a signal', async () => {
    const holder = new Sqlite(own.file);
    holder.exec('PRAGMA journal_mode = WAL; BEGIN IMMEDIATE');
    const { child, ended } = launch(build.folder, own.url);
    await pause(2000);
    child.kill('SIGTERM');
    expect(await Promise.race([ended, pause(1500)])).toBe('SIGTERM');
    holder.close();
  });
});

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
