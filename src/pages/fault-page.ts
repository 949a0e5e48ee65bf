import type { FastifyRequest } from 'fastify';
import { readManifest } from './assets.js';
import { renderPage } from './render.js';
import { SITE } from './site-facts.js';
import { wantsPage } from './wants-page.js';

/** These tell of the process, to programs, whoever asks. */
const OF_THE_PROCESS = /^\/(livez|readyz|metrics)\b/;

/** What a person is shown of a fault of ours: the id under which it is on record, and nothing else. Null for programs. */
export function faultPage(request: Pick<FastifyRequest, 'id' | 'url' | 'headers'>): string | null {
  if (!wantsPage(request) || OF_THE_PROCESS.test(request.url)) return null;
  return renderPage({ page: 'fault', site: SITE, requestId: request.id }, readManifest());
}
