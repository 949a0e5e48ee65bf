import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { randomUUID } from 'node:crypto';
import { constants } from 'node:zlib';
import type { Logger } from 'pino';
import { giveWay } from '../database/event-loop.js';
import { Problem } from '../problems.js';
import type { HttpServers } from './http-servers.js';
import type { AllowedMethods } from './methods.js';
import type { Metrics } from './metrics.js';
import type { Readiness } from './readiness.js';
import { answerProblem } from './problem.filter.js';
import { isExempt, type RequestLimits } from './request-limits.js';
import { sessionKeyOf } from './session-cookie.js';
import type { RequestWithViewer } from './viewer.js';
import { isInherited, isReadableText, parseStrictJson } from './strict-json.js';

export const BODY_LIMIT = 256 * 1024;

/** The server below Nest: request ids made here, bodies of bounded size, and JSON the only language it takes. */
export function createAdapter(
  log: Logger,
  trustedProxies: string[] | null,
  servers: HttpServers,
): FastifyAdapter {
  const adapter = new FastifyAdapter({
    serverFactory: servers.create,
    clientErrorHandler: () => undefined, // the servers answer these themselves
    bodyLimit: BODY_LIMIT,
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    trustProxy: trustedProxies ?? false,
    return503OnClosing: false, // what arrives on an open connection while stopping is still served
    forceCloseConnections: 'idle',
    frameworkErrors: (error: unknown, request: FastifyRequest, reply: FastifyReply) =>
      answerProblem(error, request, reply, log),
    routerOptions: { maxParamLength: 200 },
  });
  const server = adapter.getInstance();
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => {
    if (body.length === 0) {
      done(null, undefined); // some clients name the type of a body that they do not send
      return;
    }
    try {
      const value = parseStrictJson(body as Buffer);
      // Further in, no body and an empty one are the same.
      if (value === null) throw new Problem('validation_failed', 'The body must be an object.');
      done(null, value);
    } catch (error) {
      done(error as Error);
    }
  });
  return adapter;
}

export interface ServerParts {
  log: Logger;
  metrics: Metrics;
  readiness: Readiness;
  limits: RequestLimits;
  trustedProxies: string[] | null;
  servers: HttpServers;
  methods: AllowedMethods;
  /** Whether people reach it by https. */
  isSecure: boolean;
}

/** Headers, compression, and one line of log for each request. */
export async function equip(server: FastifyInstance, parts: ServerParts): Promise<void> {
  parts.methods.listen(server);
  server.addHook('onRequest', async (request, reply) => {
    void reply.header('x-request-id', request.id);
    if (!isExempt(request)) await giveWay(); // many may have come in one turn of the event loop
  });
  server.addHook('preValidation', (request, _reply, done) => done(unreadable(request)));
  server.addHook('onSend', (request, reply, _payload, done) => {
    if (isPersonal(request)) void reply.header('cache-control', 'no-store');
    if (parts.readiness.stopping) void reply.header('connection', 'close');
    parts.servers.limitAnswer(reply.raw);
    done();
  });
  server.addHook('onResponse', (request, reply, done) => {
    observe(request, reply, parts);
    done();
  });
  await server.register(cookie);
  countStrangers(server, parts);
  await server.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        baseUri: ["'none'"],
        connectSrc: ["'self'"],
        fontSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        imgSrc: ["'self'", 'data:'],
        manifestSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
      },
    },
    frameguard: { action: 'deny' },
    // For a year. What else is below the host, or beside it, is not ours to decide.
    hsts: parts.isSecure ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    referrerPolicy: { policy: 'same-origin' },
  });
  await server.register(compress, {
    ...{ threshold: 1024, encodings: ['br', 'gzip'] },
    // Smaller than with the package's own 4, at no more work.
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } },
  });
}

/** Counts a request that shows nothing of who sends it, before its body is read; the guard counts all others. */
function countStrangers(server: FastifyInstance, { log, limits, trustedProxies }: ServerParts): void {
  let isTold = trustedProxies !== null;
  server.addHook('onRequest', async (request, reply) => {
    if (request.headers.authorization !== undefined || sessionKeyOf(request) !== undefined) return;
    try {
      await limits.count(request, reply, { kind: 'anonymous', address: request.ip });
    } catch (error) {
      if (!isTold && request.headers['x-forwarded-for'] !== undefined) {
        isTold = true;
        log.warn(
          'Requests are refused that came through a proxy: all its readers count as one address. Name it in TRUSTED_PROXIES.',
        );
      }
      throw error;
    }
  });
}

/** What is answered to somebody in particular stays out of every cache. */
const isPersonal = (request: RequestWithViewer): boolean =>
  request.headers.authorization !== undefined || (request.viewer?.accountId ?? null) !== null;

/** Keys and texts in the address obey the same rules as those in a body. */
function unreadable(request: FastifyRequest): Problem | undefined {
  if (Object.keys(request.query ?? {}).some(isInherited))
    return new Problem('malformed_request', 'The address holds a key that is not allowed.');
  const texts = [request.query, request.params].flatMap((part) =>
    Object.entries((part ?? {}) as Record<string, unknown>).flat(2),
  );
  return texts.every((text) => typeof text !== 'string' || isReadableText(text))
    ? undefined
    : new Problem('validation_failed', 'The address holds a character that cannot be stored.');
}

/** No bodies, no queries, no credentials: what was asked for, how it went, how long it took. */
function observe(request: FastifyRequest, reply: FastifyReply, { log, metrics }: ServerParts): void {
  const route = request.routeOptions.url ?? 'unmatched';
  const ms = reply.elapsedTime;
  metrics.observe(request.method, route, reply.statusCode, ms / 1000);
  const line = { requestId: request.id, method: request.method, route, status: reply.statusCode };
  log.info({ ...line, ms: Math.round(ms * 10) / 10 }, 'request');
}
