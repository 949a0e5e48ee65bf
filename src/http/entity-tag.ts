import { createHash } from 'node:crypto';
import type { FastifyReply } from 'fastify';

/**
 * Sends the tag of an answer along, to be asked about again each time, and says whether the caller has that answer
 * already; then the reply is a 304 without a body.
 */
export function isUnchanged(reply: FastifyReply, tag: string, known: string | undefined): boolean {
  void reply.header('etag', tag).header('cache-control', 'no-cache').header('vary', 'authorization');
  const isKnown = isAmong(tag, known);
  if (isKnown) void reply.status(304);
  return isKnown;
}

/** A tag of what is given: of its text, or of its JSON. */
export function tagOf(of: unknown): string {
  const body = typeof of === 'string' || Buffer.isBuffer(of) ? of : JSON.stringify(of);
  return `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
}

/** Whether the tags of `If-None-Match` name this one. */
export const isAmong = (tag: string, known: string | undefined): boolean =>
  known?.split(',').some((one) => one.trim() === '*' || opaque(one) === opaque(tag)) ?? false;

/**
 * Sends what is the same for everyone, under a tag of what it says; a 304 where the caller has it.
 *
 * @param cacheControl by default it is asked about again each time
 */
export function sendTagged(
  reply: FastifyReply,
  known: string | undefined,
  type: string,
  body: string | Buffer,
  cacheControl = 'no-cache',
): void {
  const tag = tagOf(body);
  void reply.header('etag', tag).header('cache-control', cacheControl);
  if (isAmong(tag, known)) return sendUnchanged(reply);
  void reply.header('content-type', type).send(body);
}

/** Says that the caller has it already. */
export function sendUnchanged(reply: FastifyReply): void {
  void reply.status(304).removeHeader('content-type').send();
}

/** A tag without its mark of weakness, which makes no difference here (RFC 9110, 8.8.3.2). */
const opaque = (tag: string): string => tag.trim().replace(/^W\//, '');
