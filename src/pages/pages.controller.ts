import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { PageData } from '../../client/src/page-data.js';
import { sendTagged } from '../http/entity-tag.js';
import { Allow } from '../http/permissions.js';
import { Problem } from '../problems.js';
import { type Manifest, readManifest } from './assets.js';
import { readFrontQuery } from './front-query.js';
import { PageSource } from './page-source.js';
import { renderPage } from './render.js';

/** The longest parameter in an address that the router takes (see http/fastify-setup.ts). */
const LONGEST_PART = 200;

/** The public pages, as complete HTML. */
@ApiExcludeController()
@Controller()
@Allow('reader')
export class PagesController {
  private readonly manifest: Manifest = readManifest();

  constructor(private readonly source: PageSource) {}

  @Get()
  front(@Query() query: Record<string, unknown>, @Res() reply: FastifyReply): Promise<void> {
    return this.answer(reply, () => this.source.front(readFrontQuery(query)));
  }

  @Get('scenarios/:page')
  prediction(@Param('page') id: string, @Res() reply: FastifyReply): Promise<void> {
    return this.answer(reply, () => this.source.prediction(id));
  }

  @Get('method')
  method(@Res() reply: FastifyReply): Promise<void> {
    return this.answer(reply, async () => ({ page: 'method', site: await this.source.site() }));
  }

  /** Whatever no other route answers: a page for people, a problem for programs. */
  @Get('*')
  elsewhere(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const nothing = new Problem('not_found', 'There is nothing at this address.');
    if (!wantsPage(request)) throw tooLong(request) ?? nothing;
    return this.answer(reply, () => Promise.reject(nothing));
  }

  /** What is refused is not there, for a reader of pages: a mistyped filter, a stale link, what is not public. */
  private async answer(reply: FastifyReply, load: () => Promise<PageData>): Promise<void> {
    try {
      this.send(reply, await load());
    } catch (error) {
      if (!(error instanceof Problem) || error.status >= 500) throw error;
      this.send(reply.status(404), { page: 'notFound', site: await this.source.site() });
    }
  }

  /** Under a tag of all that is sent; what is not there has none. */
  private send(reply: FastifyReply, data: PageData): void {
    const html = renderPage(data, this.manifest);
    const known = reply.statusCode === 404 ? undefined : reply.request.headers['if-none-match'];
    void reply.header('vary', 'accept');
    sendTagged(reply, known, 'text/html; charset=utf-8', html);
  }
}

function wantsPage({ url, headers }: FastifyRequest): boolean {
  return !url.startsWith('/api/') && (headers.accept ?? '').includes('text/html');
}

/** The router also passes on what is too long for the parameter of another route. */
function tooLong({ url }: FastifyRequest): Problem | null {
  const [path = ''] = url.split('?');
  return path.split('/').some((part) => part.length > LONGEST_PART)
    ? new Problem('malformed_request', 'The address could not be read: a part of it is too long.')
    : null;
}
