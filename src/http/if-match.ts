import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Problem } from '../problems.js';
import { invalid } from './validation.js';

/** The version that a client holds, from `If-Match: "7"`; null where it does not say. */
export const IfMatch = createParamDecorator((_: unknown, context: ExecutionContext): number | null => {
  const header = context.switchToHttp().getRequest<FastifyRequest>().headers['if-match'];
  if (header === undefined || header === '*') return null;
  const version = /^(?:W\/)?"(\d{1,9})"$/.exec(header)?.[1];
  if (version === undefined)
    throw invalid([{ field: 'If-Match', message: 'must be the version that you read, in quotes: "7"' }]);
  return Number(version);
});

/** @throws {Problem} stale_version where the client holds another version than the one on record */
export function requireVersion(held: number | null, version: number): void {
  if (held !== null && held !== version)
    throw new Problem(
      'stale_version',
      `You hold version ${held}; it has changed since: read version ${version} first.`,
      {
        version,
      },
    );
}
