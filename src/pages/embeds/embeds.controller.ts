import { Controller, Get, Headers, Param, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { EmbedPage, type EmbedProps } from '../../../client/src/embeds/embed-page.js';
import { sendTagged } from '../../http/entity-tag.js';
import { Costly } from '../../http/costly.js';
import { Allow } from '../../http/permissions.js';
import { Problem } from '../../problems.js';
import { FiltersQuery } from '../../track-records/report.query.js';
import { Embeds } from './embeds.service.js';

/** Anyone may frame it; nothing in it may run, or be fetched from elsewhere. */
const POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  'frame-ancestors *',
].join(';');

const NOTHING: EmbedProps = { card: null, href: '/', picture: null, open: false };

/** Small pages for other people's pages. */
@ApiExcludeController()
@Controller('embed')
@Costly()
@Allow('reader')
export class EmbedsController {
  constructor(private readonly embeds: Embeds) {}

  @Get('scenarios/:embed')
  scenario(
    @Param('embed') id: string,
    @Headers('if-none-match') known: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return answer(reply, known, () => this.embeds.scenario(id));
  }

  @Get('calibration')
  calibration(
    @Query() filters: FiltersQuery,
    @Headers('if-none-match') known: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return answer(reply, known, () => this.embeds.calibration(filters));
  }

  @Get('forecasters/:embed')
  forecaster(
    @Param('embed') slug: string,
    @Headers('if-none-match') known: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return answer(reply, known, () => this.embeds.forecaster(slug));
  }
}

/** In a frame a problem would be noise: what is not there says so in a sentence. */
async function answer(
  reply: FastifyReply,
  known: string | undefined,
  load: () => Promise<EmbedProps>,
): Promise<void> {
  void reply
    .header('content-security-policy', POLICY)
    .header('cross-origin-resource-policy', 'cross-origin')
    .removeHeader('x-frame-options');
  try {
    send(reply, known, await load());
  } catch (error) {
    if (!(error instanceof Problem) || error.status >= 500) throw error;
    void reply.status(404);
    send(reply, undefined, NOTHING);
  }
}

function send(reply: FastifyReply, known: string | undefined, props: EmbedProps): void {
  const html = `<!doctype html>\n${renderToString(h(EmbedPage, props))}\n`;
  sendTagged(reply, known, 'text/html; charset=utf-8', html, 'public, max-age=60');
}
