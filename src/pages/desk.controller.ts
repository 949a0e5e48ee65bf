import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CONFIG, type Config } from '../config.js';
import { Allow } from '../http/permissions.js';
import { Viewer } from '../http/viewer.js';
import { type Manifest, readDeskManifest } from './assets.js';
import { renderDesk } from './render.js';
import { PageSource } from './page-source.js';

/** Where those come who are not logged in, and those who were invited: their addresses need no login. */
const OPEN = ['/desk/login', '/desk/welcome'];

/** The desk's pages: one document without data, which asks the API for what the person at hand may see. */
@ApiExcludeController()
@Controller('desk')
@Allow('reader')
export class DeskController {
  private readonly manifest: Manifest = readDeskManifest();

  constructor(
    private readonly source: PageSource,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  home(@Viewer() viewer: Viewer, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.answer(viewer, request, reply);
  }

  @Get('*')
  page(@Viewer() viewer: Viewer, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.answer(viewer, request, reply);
  }

  private async answer(viewer: Viewer, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const [path = ''] = request.url.split('?');
    void reply.header('cache-control', 'no-store');
    if (viewer.accountId === null && !OPEN.includes(path)) {
      void reply.redirect(`/desk/login?next=${encodeURIComponent(request.url)}`, 303);
      return;
    }
    const html = renderDesk(await this.source.site(), this.config.oidc?.name ?? null, this.manifest);
    void reply.header('content-type', 'text/html; charset=utf-8').send(html);
  }
}
