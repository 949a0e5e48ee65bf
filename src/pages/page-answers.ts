import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { PageData } from '../../client/src/page-data.js';
import { Problem } from '../problems.js';
import { type Manifest, readManifest } from './assets.js';
import { PageSource } from './page-source.js';
import { renderPage } from './render.js';

/** Answers with pages: complete HTML, and a page too where there is nothing. */
@Injectable()
export class PageAnswers {
  private readonly manifest: Manifest = readManifest();

  constructor(private readonly source: PageSource) {}

  /** What is refused is not there, for a reader of pages: a mistyped filter, a stale link, what is not public. */
  async answer(reply: FastifyReply, load: () => Promise<PageData>): Promise<void> {
    try {
      this.send(reply, await load());
    } catch (error) {
      if (!(error instanceof Problem) || error.status >= 500) throw error;
      this.send(reply, { page: 'notFound', site: await this.source.site() }, 404);
    }
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
