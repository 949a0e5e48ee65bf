import {
  createServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
  STATUS_CODES,
} from 'node:http';
import { BlockList, isIPv6, type Socket } from 'node:net';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ConnectionLimits } from '../config.js';
import { Problem, type ProblemCode } from '../problems.js';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** So many turns of the event loop without anything new show that nothing waits: one for a connection, one for its bytes. */
const QUIET_TURNS = 3;

/** What is answered on a connection whose request cannot be read, by the code of the error. */
const UNREADABLE: Readonly<Record<string, readonly [ProblemCode, string]>> = {
  ERR_HTTP_REQUEST_TIMEOUT: ['request_timeout', 'The request did not arrive in time.'],
  HPE_HEADER_OVERFLOW: ['headers_too_large', 'The headers of the request are too large.'],
};
const MALFORMED = ['malformed_request', 'The request could not be read.'] as const;

/** Makes the HTTP servers of the process, with limits on their connections, and stops them. */
export class HttpServers {
  private readonly servers: Server[] = [];
  private readonly perAddress = new Map<string, number>();
  private readonly proxies: BlockList;
  private readonly sockets = new Set<Socket>();
  private accepted = 0;

  constructor(
    private readonly limits: ConnectionLimits,
    trustedProxies: readonly string[] | null,
  ) {
    this.proxies = networks(trustedProxies ?? []);
  }

  readonly create = (handler: Handler): Server => {
    const { headersMs, requestMs, keepAliveMs } = this.limits;
    const server = createServer(
      {
        headersTimeout: headersMs,
        requestTimeout: requestMs,
        keepAliveTimeout: keepAliveMs,
        connectionsCheckingInterval: Math.min(1000, headersMs / 4),
      },
      handler,
    );
    server.on('connection', (socket: Socket) => this.take(socket));
    server.on('clientError', refuseUnreadable);
    this.servers.push(server);
    return server;
  };

  /** Closes the connection of an answer that is not read in time. */
  limitAnswer(response: ServerResponse): void {
    const timer = setTimeout(() => response.socket?.destroy(), this.limits.answerMs);
    response.once('close', () => clearTimeout(timer));
  }

  /**
   * Takes no more connections, and resolves when each request that has arrived is answered. What is left at the last
   * moment is closed: headers and bodies that never ended, answers that nobody reads.
   */
  async stop(): Promise<void> {
    const last = setTimeout(
      () => this.servers.forEach((one) => one.closeAllConnections()),
      this.limits.stopMs,
    );
    await this.takeWhatHasArrived();
    const closed = this.servers.map((server) => new Promise((resolve) => server.close(resolve)));
    for (const socket of this.sockets) if (socket.bytesRead === 0) socket.destroy();
    await Promise.all(closed);
    clearTimeout(last);
  }

  /** Under load, connections wait in the kernel: a turn of the event loop accepts one of them. Closing would reset them. */
  private async takeWhatHasArrived(): Promise<void> {
    const until = performance.now() + this.limits.stopMs / 2; // others may go on sending
    for (let quiet = 0, before = -1; quiet < QUIET_TURNS && performance.now() < until;) {
      await nextTurn();
      const now = this.accepted + [...this.sockets].reduce((sum, { bytesRead }) => sum + bytesRead, 0);
      quiet = now === before ? quiet + 1 : 0;
      before = now;
    }
  }

  private take(socket: Socket): void {
    this.accepted += 1;
    const key = this.keyOf(socket.remoteAddress);
    const count = key === null ? 0 : (this.perAddress.get(key) ?? 0);
    if (this.sockets.size >= this.limits.total || count >= this.limits.perAddress) {
      socket.destroy();
      return;
    }
    this.sockets.add(socket);
    if (key !== null) this.perAddress.set(key, count + 1);
    socket.once('close', () => {
      this.sockets.delete(socket);
      if (key === null) return;
      const left = (this.perAddress.get(key) ?? 1) - 1;
      if (left > 0) this.perAddress.set(key, left);
      else this.perAddress.delete(key);
    });
  }

  /** The address under which a connection counts; null for a trusted proxy, which speaks for many. */
  private keyOf(remote = ''): string | null {
    const address = remote.replace(/^::ffff:(?=\d+\.)/, '');
    const version = isIPv6(address) ? 'ipv6' : 'ipv4';
    if (address !== '' && this.proxies.check(address, version)) return null;
    return version === 'ipv6' ? networkOf(address) : address;
  }
}

/** The first 64 bits of an IPv6 address: one subscriber has all addresses in them. */
export function networkOf(address: string): string {
  const [head = '', tail] = address.split('%')[0]!.split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  return [...before, ...Array<string>(zeros).fill('0'), ...after].slice(0, 4).join(':');
}

function networks(texts: readonly string[]): BlockList {
  const list = new BlockList();
  for (const text of texts) {
    const [address = '', bits] = text.split('/');
    const version = isIPv6(address) ? 'ipv6' : 'ipv4';
    if (bits === undefined) list.addAddress(address, version);
    else list.addSubnet(address, Number(bits), version);
  }
  return list;
}

function refuseUnreadable(error: NodeJS.ErrnoException, socket: Socket): void {
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy();
    return;
  }
  const problem = new Problem(...(UNREADABLE[error.code ?? ''] ?? MALFORMED));
  const body = JSON.stringify(problem);
  const head = [
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}`,
    'Content-Type: application/problem+json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Cache-Control: no-store',
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`, () => socket.destroy());
}
