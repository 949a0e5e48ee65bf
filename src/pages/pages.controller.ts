import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { PageData } from '../../client/src/data.js';
import { Allow } from '../http/permissions.js';
import { Problem } from '../problems.js';
import { type Manifest, readManifest } from './assets.js';
import { readFrontQuery } from './front-query.js';
import { PageSource } from './page-source.js';
import { renderPage } from './render.js';

/** The public pages, as complete HTML. */
@ApiExcludeController()
@Controller()
@Allow('reader')
export class PagesController {
  private readonly manifest: Manifest = readManifest();

  constructor(private readonly source: PageSource) {}

  @Get()
  async front(@Query() query: Record<string, unknown>, @Res() reply: FastifyReply): Promise<void> {
    this.send(reply, await this.source.front(readFrontQuery(query)));
  }

  @Get('scenarios/:id')
  async prediction(@Param('id') id: string, @Res() reply: FastifyReply): Promise<void> {
    const data = await this.source.prediction(id);
    if (data) this.send(reply, data);
    else this.notFound(reply);
  }

  @Get('method')
  method(@Res() reply: FastifyReply): void {
    this.send(reply, { page: 'method', site: this.source.site() });
  }

  /** Whatever no other route answers: a page for people, a problem for programs. */
  @Get('*')
  elsewhere(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    if (!wantsPage(request)) throw new Problem('not_found', 'There is nothing at this address.');
    this.notFound(reply);
  }

  private notFound(reply: FastifyReply): void {
    this.send(reply, { page: 'notFound', site: this.source.site() }, 404);
  }

  private send(reply: FastifyReply, data: PageData, status = 200): void {
    void reply
      .status(status)
      .header('content-type', 'text/html; charset=utf-8')
      .header('cache-control', 'no-cache')
      .header('vary', 'accept')
      .send(renderPage(data, this.manifest));
  }
}

function wantsPage({ url, headers }: FastifyRequest): boolean {
  return !url.startsWith('/api/') && (headers.accept ?? '').includes('text/html');
}
