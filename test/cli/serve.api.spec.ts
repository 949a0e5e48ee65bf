import { createServer, type Server } from 'node:net';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { hindcast } from '../support/cli.js';
import { type FreshDatabase, freshDatabase } from '../support/database.js';

let place: FreshDatabase;
let other: Server;
beforeEach(async () => {
  place = await freshDatabase();
  other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
});
afterEach(async () => {
  delete process.env['PORT'];
  other.close();
  await place.drop();
});

it('says in one sentence that its port is taken', async () => {
  const { port } = other.address() as { port: number };
  process.env['PORT'] = String(port);
  const { code, json } = await hindcast(place.url, 'serve', '--json');
  expect(code).toBe(1);
  expect(json).toMatchObject({
    error: {
      code: 'not_ready',
      detail: `Nothing can be served on 127.0.0.1, port ${port}: another program listens there. Choose another PORT.`,
    },
  });
});
