import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../config.js';
import { Problem } from '../problems.js';

const COOKIE = 'hindcast_session';
const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** What the browser shows of its login; undefined where it shows nothing. */
export function sessionKeyOf(request: FastifyRequest): string | undefined {
  const key = request.cookies[COOKIE];
  return key !== undefined && /^[\w-]{20,100}$/.test(key) ? key : undefined;
}

/** Scripts cannot read it, and other sites' forms do not send it. Secure wherever the connection is. */
export function keepSession(reply: FastifyReply, key: string, expiresAt: string, config: Config): void {
  const secure = isSecure(reply, config);
  void reply.header('cache-control', 'no-store');
  const lasting = { path: '/', httpOnly: true, sameSite: 'lax', secure } as const;
  void reply.setCookie(COOKIE, key, { ...lasting, expires: new Date(expiresAt) });
}

/** Whether people come by TLS: they do where the public address says so, or the connection is. */
export const isSecure = (reply: FastifyReply, { publicOrigin }: Pick<Config, 'publicOrigin'>): boolean =>
  reply.request.protocol === 'https' || publicOrigin?.startsWith('https:') === true;

export function forgetSession(reply: FastifyReply): void {
  void reply.clearCookie(COOKIE, { path: '/' });
}

/**
 * A browser sends its cookies whoever made it ask, so a request that changes something must come from our own pages.
 *
 * @throws {Problem} cross_origin
 */
export function requireOwnOrigin(request: FastifyRequest): void {
  if (SAFE.has(request.method) || isOwnOrigin(request)) return;
  throw new Problem('cross_origin', 'What a login changes must be asked for by the pages of this server.');
}

function isOwnOrigin({ headers }: FastifyRequest): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin') return false;
  if (headers.origin === undefined) return site === 'same-origin';
  return URL.canParse(headers.origin) && new URL(headers.origin).host === headers.host;
}
