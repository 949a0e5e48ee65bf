import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { PageData } from '../../client/src/page-data.js';
import { giveWay } from '../database/event-loop.js';
import { CostlyTurns } from '../http/costly.js';
import { sendTagged } from '../http/entity-tag.js';
import { Problem } from '../problems.js';
import { type Manifest, readManifest } from './assets.js';
import { PageSource } from './page-source.js';
import { renderPage } from './render.js';

/** Answers with pages: complete HTML, and a page too where there is nothing. */
@Injectable()
export class PageAnswers {
  private readonly manifest: Manifest = readManifest();

  /** Pages that have been asked for, and are not begun yet, by address. */
  private readonly waiting = new Map<string, Promise<Made>>();

  constructor(
    private readonly source: PageSource,
    private readonly turns: CostlyTurns,
  ) {}

  /** Under a tag of all that is sent; what is not there has none. */
  async answer(reply: FastifyReply, load: () => Promise<PageData>): Promise<void> {
    const { isThere, html } = await this.made(reply.request, load);
    if (!isThere) void reply.status(404);
    const known = isThere ? reply.request.headers['if-none-match'] : undefined;
    void reply.header('vary', 'accept');
    sendTagged(reply, known, 'text/html; charset=utf-8', html);
  }

  /**
   * Pages are the same for everyone, so those who ask for one share it as long as it has not been begun: nobody is sent
   * what was read before they asked.
   */
  private made(request: FastifyRequest, load: () => Promise<PageData>): Promise<Made> {
    const address = request.url;
    const waiting = this.waiting.get(address);
    if (waiting) return waiting;
    let isBegun = false;
    const made = this.turns.run(request, () => {
      isBegun = true;
      this.waiting.delete(address);
      return this.make(load);
    });
    if (!isBegun) this.waiting.set(address, made);
    // Where its turn never came, the next who asks begins anew.
    made.catch(() => this.waiting.get(address) === made && this.waiting.delete(address));
    return made;
  }

  /** What is refused is not there, for a reader of pages: a mistyped filter, a stale link, what is not public. */
  private async make(load: () => Promise<PageData>): Promise<Made> {
    try {
      return await this.render(true, await load());
    } catch (error) {
      if (!(error instanceof Problem) || error.status >= 500) throw error;
      return this.render(false, { page: 'notFound', site: await this.source.site() });
    }
  }

  private async render(isThere: boolean, data: PageData): Promise<Made> {
    await giveWay();
    return { isThere, html: renderPage(data, this.manifest) };
  }
}

interface Made {
  isThere: boolean;
  html: string;
}
