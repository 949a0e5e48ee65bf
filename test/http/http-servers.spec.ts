import { describe, expect, it } from '@jest/globals';
import { HttpServers, networkOf } from '../../src/http/http-servers.js';
import { hides } from '../../src/http/methods.js';
import { isFromHere } from '../../src/http/metrics-server.js';
import { readConfig } from '../../src/config.js';
import { connect } from 'node:net';
import { once } from 'node:events';

describe('connections', () => {
  it.each([
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:db8:1:2::9', '2001:db8:1:2'],
    ['2001:db8::9', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
  ])('from %s count for the network %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });

  it.each([
    [null, 2],
    [['127.0.0.0/8'], 5],
    [['127.0.0.1', '::1'], 5],
    [['10.0.0.1'], 2],
  ])('behind the trusted proxies %j, %i of 5 from one address stay', async (proxies, stay) => {
    const { connections } = readConfig({ MAX_CONNECTIONS_PER_ADDRESS: '2', STOP_TIMEOUT: '0.1' });
    const servers = new HttpServers(connections, proxies);
    const server = servers.create((_, response) => response.end()).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as { port: number };
    let closed = 0;
    const sockets = [1, 2, 3, 4, 5].map(() => connect(port, '127.0.0.1').on('close', () => (closed += 1)));
    await Promise.all(sockets.map((socket) => once(socket, 'connect')));
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(5 - closed).toBe(stay);
    await servers.stop();
  });
});

it.each([
  ['/topics/order', '/topics/:slug', true],
  ['/briefings/parse', '/briefings/:id', false],
  ['/topics/:slug', '/topics/:name', false],
  ['/topics/:slug', '/topics/order', false],
  ['/topics/order/last', '/topics/:slug', false],
  ['/topics/order/last', '/topics/:slug/last', true],
])('a refusal at %s would hide %s: %s', (url, other, hidden) => {
  expect(hides(url, other)).toBe(hidden);
});

it.each([
  ['127.0.0.1', {}, true],
  ['::1', {}, true],
  ['::ffff:127.0.0.1', {}, true],
  ['10.0.0.7', {}, false],
  ['127.0.0.1', { via: '1.1 proxy' }, false],
  ['127.0.0.1', { 'x-real-ip': '203.0.113.9' }, false],
])('whether %s with %j is this machine: %s', (remoteAddress, headers, isHere) => {
  expect(isFromHere({ socket: { remoteAddress }, headers } as never)).toBe(isHere);
});
