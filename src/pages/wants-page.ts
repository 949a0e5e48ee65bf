import type { FastifyRequest } from 'fastify';
import { Problem } from '../problems.js';

/** The longest parameter in an address that the router takes (see http/fastify-setup.ts). */
const LONGEST_PART = 200;

/** Whether a person asks, outside the API: a page is the answer, whatever it is. */
export function wantsPage({ url, headers }: Pick<FastifyRequest, 'url' | 'headers'>): boolean {
  return !url.startsWith('/api/') && (headers.accept ?? '').includes('text/html');
}

/** The router also passes on what is too long for the parameter of another route. */
export function tooLong({ url }: FastifyRequest): Problem | null {
  const [path = ''] = url.split('?');
  return path.split('/').some((part) => part.length > LONGEST_PART)
    ? new Problem('malformed_request', 'The address could not be read: a part of it is too long.')
    : null;
}
