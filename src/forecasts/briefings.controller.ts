import { Body, Controller, Get, Header, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { BriefingListItem, BriefingView } from '../briefings/briefing.dto.js';
import { BriefingsService } from '../briefings/briefings.service.js';
import type { Sight } from '../database/visibility.js';
import { Once } from '../http/idempotency.js';
import { tagWithVersion } from '../http/if-match.js';
import { type Page, PageOf, PageQuery } from '../http/paging.js';
import { Costly } from '../http/costly.js';
import { Allow } from '../http/permissions.js';
import { AsSeen } from '../http/sight.js';
import { Text } from '../http/validation.js';
import { Viewer } from '../http/viewer.js';
import { BriefingLogging } from './briefing-logging.service.js';
import { BriefingReadingView, CreateBriefing, ParseBriefing } from './forecast.dto.js';

class BriefingsQuery extends PageQuery {
  @Text({ max: 64, optional: true, description: 'slug of a topic' }) topic?: string;
  @Text({ max: 200, optional: true, description: 'words, or beginnings of words, that it holds' }) q?: string;
}

@ApiTags('briefings')
@Controller('briefings')
export class BriefingsController {
  constructor(
    private readonly briefings: BriefingsService,
    private readonly logging: BriefingLogging,
  ) {}

  @Get()
  @Costly({ withQuery: 'q' })
  @Allow('reader')
  @ApiOperation({ summary: 'Briefings, the latest first' })
  @ApiOkResponse({ type: PageOf(BriefingListItem) })
  list(@AsSeen() sight: Sight, @Query() query: BriefingsQuery): Promise<Page<BriefingListItem>> {
    return this.briefings.list(sight, query);
  }

  @Get(':id')
  @Allow('reader')
  @Header('Cache-Control', 'no-cache')
  @ApiOperation({ summary: 'One briefing with its text; its version is its ETag' })
  @ApiOkResponse({ type: BriefingView })
  async show(
    @Param('id') id: string,
    @AsSeen() sight: Sight,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<BriefingView> {
    const briefing = await this.briefings.show(id, sight);
    tagWithVersion(reply, briefing.version);
    return briefing;
  }

  @Post('parse')
  @Costly()
  @Once('nothing')
  @HttpCode(200)
  @Allow('analyst')
  @ApiOperation({ summary: 'Read a text as a briefing; nothing is recorded' })
  @ApiOkResponse({ type: BriefingReadingView })
  parse(@Body() body: ParseBriefing): BriefingReadingView {
    return this.logging.parse(body.text);
  }

  @Post('preview')
  @Costly()
  @Once('nothing')
  @HttpCode(200)
  @Allow('analyst')
  @ApiOperation({
    summary: 'What logging a briefing would record, and how it differs from what is on record',
    description: 'Nothing is recorded. Takes what `POST briefings` takes.',
  })
  @ApiOkResponse({ type: BriefingReadingView })
  preview(@Body() body: CreateBriefing): Promise<BriefingReadingView> {
    return this.logging.preview(body);
  }

  @Post()
  @Costly()
  @Allow('analyst')
  @ApiOperation({
    summary: 'Log a briefing with its scenarios and a forecast on each',
    description:
      'The same briefing again is recognised (200) and nothing doubled. Another text of it, or the next edition of its story, answers with the differences (409) and records nothing until `choices` and `dropped` say what became of the reworded and the dropped.',
  })
  @ApiCreatedResponse({ type: BriefingReadingView })
  async create(
    @Body() body: CreateBriefing,
    @Viewer() viewer: Viewer,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<BriefingReadingView> {
    const reading = await this.logging.log(body, viewer);
    if (reading.recognised) reply.status(200);
    return reading;
  }
}
