import { Controller, Get, Headers, Param, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { isAmong, sendUnchanged } from '../../http/entity-tag.js';
import { Costly } from '../../http/costly.js';
import { Allow } from '../../http/permissions.js';
import { OneOf } from '../../http/validation.js';
import { Problem } from '../../problems.js';
import { FiltersQuery } from '../../track-records/report.query.js';
import { THEMES, type ThemeName } from './chart-picture.js';
import { type Picture, Pictures } from './pictures.service.js';

class ThemeQuery {
  @OneOf(THEMES, { optional: true }) theme?: ThemeName;
}

class ReportPictureQuery extends FiltersQuery {
  @OneOf(THEMES, { optional: true }) theme?: ThemeName;
}

const KNOWN = 'if-none-match';

/** Charts and cards as PNG. */
@ApiExcludeController()
@Controller('pictures')
@Costly()
@Allow('reader')
export class PicturesController {
  constructor(private readonly pictures: Pictures) {}

  @Get('reliability.png')
  async reliability(
    @Query() { theme, ...filters }: ReportPictureQuery,
    @Headers(KNOWN) known: string,
    @Res() reply: FastifyReply,
  ) {
    await send(reply, known, await this.pictures.reliability(filters, theme));
  }

  @Get('histogram.png')
  async histogram(
    @Query() { theme, ...filters }: ReportPictureQuery,
    @Headers(KNOWN) known: string,
    @Res() reply: FastifyReply,
  ) {
    await send(reply, known, await this.pictures.histogram(filters, theme));
  }

  @Get('over-time/:picture')
  async overTime(
    @Param('picture') name: string,
    @Query() { theme }: ThemeQuery,
    @Headers(KNOWN) known: string,
    @Res() reply: FastifyReply,
  ) {
    await send(reply, known, await this.pictures.overTime(nameOf(name), theme));
  }

  @Get('card/front.png')
  async frontCard(@Query() { theme }: ThemeQuery, @Headers(KNOWN) known: string, @Res() reply: FastifyReply) {
    await send(reply, known, await this.pictures.frontCard(theme));
  }

  @Get('card/scenarios/:picture')
  async predictionCard(
    @Param('picture') name: string,
    @Query() { theme }: ThemeQuery,
    @Headers(KNOWN) known: string,
    @Res() reply: FastifyReply,
  ) {
    await send(reply, known, await this.pictures.predictionCard(nameOf(name), theme));
  }

  @Get('card/forecasters/:picture')
  async forecasterCard(
    @Param('picture') name: string,
    @Query() { theme }: ThemeQuery,
    @Headers(KNOWN) known: string,
    @Res() reply: FastifyReply,
  ) {
    await send(reply, known, await this.pictures.forecasterCard(nameOf(name), theme));
  }

  @Get('card/topics/:picture')
  async topicCard(
    @Param('picture') name: string,
    @Query() { theme }: ThemeQuery,
    @Headers(KNOWN) known: string,
    @Res() reply: FastifyReply,
  ) {
    await send(reply, known, await this.pictures.topicCard(nameOf(name), theme));
  }
}

/** Other sites may show a picture: it says nothing that a page does not. */
async function send(reply: FastifyReply, known: string | undefined, { tag, png }: Picture): Promise<void> {
  void reply
    .header('etag', tag)
    .header('cache-control', 'no-cache')
    .header('cross-origin-resource-policy', 'cross-origin');
  if (isAmong(tag, known)) return sendUnchanged(reply);
  const body = await png();
  void reply.header('content-type', 'image/png').send(body);
}

/** @example nameOf('harbour-strike.png') // => 'harbour-strike' */
function nameOf(file: string): string {
  const [, name] = /^([\w-]+)\.png$/.exec(file) ?? [];
  if (name === undefined)
    throw new Problem('not_found', `There is no picture “${file}”. Pictures end in .png.`);
  return name;
}
