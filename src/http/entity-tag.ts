import type { FastifyReply } from 'fastify';

/**
 * Sends the tag of an answer along, to be asked about again each time, and says whether the caller has that answer
 * already; then the reply is a 304 without a body.
 */
export function isUnchanged(reply: FastifyReply, tag: string, known: string | undefined): boolean {
  void reply.header('etag', tag).header('cache-control', 'no-cache').header('vary', 'authorization');
  const isKnown = known?.split(',').some((one) => one.trim() === '*' || opaque(one) === opaque(tag)) ?? false;
  if (isKnown) void reply.status(304);
  return isKnown;
}

/** A tag without its mark of weakness, which makes no difference here (RFC 9110, 8.8.3.2). */
const opaque = (tag: string): string => tag.trim().replace(/^W\//, '');
