import type { FastifyRequest } from 'fastify';
import type { Problem } from '../problems.js';
import { readManifest } from './assets.js';
import { renderPage } from './render.js';
import { SITE } from './site-facts.js';
import { wantsPage } from './wants-page.js';

/** These tell of the process, to programs, whoever asks. */
const OF_THE_PROCESS = /^\/(livez|readyz|metrics)\b/;

/**
 * What a person is shown of a fault of ours: the id under which it is on record, and nothing else. Whoever asks too often
 * is shown one sentence, which takes no work to make. Null for programs.
 */
export function faultPage(
  request: Pick<FastifyRequest, 'id' | 'url' | 'headers'>,
  { status, code, title, detail }: Pick<Problem, 'status' | 'code' | 'title' | 'detail'>,
): string | null {
  if (!wantsPage(request) || OF_THE_PROCESS.test(request.url)) return null;
  if (status === 429 || code === 'too_busy')
    return `<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>${title}</title></head><body><h1>${title}</h1><p>${detail}</p></body></html>\n`;
  return renderPage({ page: 'fault', site: SITE, requestId: request.id }, readManifest());
}
