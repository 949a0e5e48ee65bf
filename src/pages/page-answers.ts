import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { PageData } from '../../client/src/page-data.js';
import { sendTagged } from '../http/entity-tag.js';
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
