import { Body, Controller, Get, HttpStatus, Param, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { TakesVersion } from '../http/if-match.js';
import { type Page, PageOf } from '../http/paging.js';
import { Costly } from '../http/costly.js';
import { Allow } from '../http/permissions.js';
import { Viewer } from '../http/viewer.js';
import { BulkAnswer, BulkResolutions } from './bulk.dto.js';
import { BulkService } from './bulk.service.js';
import { QueueCounts, QueueCountsQuery, QueueItem, QueueQuery } from './queue.dto.js';
import { QueueService } from './queue.service.js';
import { CreateDeferral, CreateResolution, DeferralView, ResolutionView } from './resolution.dto.js';
import { ResolutionsService } from './resolutions.service.js';

@ApiTags('judging')
@Controller()
export class ResolutionsController {
  constructor(
    private readonly resolutions: ResolutionsService,
    private readonly queue: QueueService,
    private readonly bulk: BulkService,
  ) {}

  @Get('queue')
  @Allow('editor')
  @ApiOperation({
    summary: 'What waits to be judged: overdue, due soon, suggested, returned, disagreed with, deferred',
    description: 'Without forecasts: judging starts blind.',
  })
  @ApiOkResponse({ type: PageOf(QueueItem) })
  waiting(@Query() page: QueueQuery, @Viewer() viewer: Viewer): Promise<Page<QueueItem>> {
    return this.queue.list(page, viewer);
  }

  @Get('queue/counts')
  @Allow('editor')
  @ApiOperation({ summary: 'How many wait to be judged, by reason' })
  @ApiOkResponse({ type: QueueCounts })
  counts(@Query() query: QueueCountsQuery): Promise<QueueCounts> {
    return this.queue.counts(query);
  }

  @Post('resolutions/bulk')
  @Costly()
  @Allow('editor')
  @ApiOperation({
    summary: 'Resolve several scenarios at once: all, or none where one is refused',
    description:
      'Each is held against the same rules as one by itself. With `dryRun` nothing is recorded, and the answer (200) ' +
      'has for each what would be.',
  })
  @ApiCreatedResponse({ type: BulkAnswer })
  @ApiOkResponse({ type: BulkAnswer, description: 'of a dry run' })
  async resolveAll(
    @Body() body: BulkResolutions,
    @Viewer() viewer: Viewer,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<BulkAnswer> {
    reply.status(body.dryRun ? HttpStatus.OK : HttpStatus.CREATED);
    return this.bulk.resolve(body, viewer);
  }

  @Post('scenarios/:id/resolutions')
  @TakesVersion('scenario')
  @Allow('editor')
  @ApiOperation({
    summary: 'Resolve, annul, correct or reopen a scenario',
    description: 'A second resolution names the one that it supersedes.',
  })
  @ApiCreatedResponse({ type: ResolutionView })
  resolve(
    @Param('id') id: string,
    @Body() body: CreateResolution,
    @Viewer() viewer: Viewer,
  ): Promise<ResolutionView> {
    return this.resolutions.resolve(id, body, viewer);
  }

  @Post('scenarios/:id/deferrals')
  @TakesVersion('scenario')
  @Allow('editor')
  @ApiOperation({ summary: 'Take an entry off the top of the queue until a day' })
  @ApiCreatedResponse({ type: DeferralView })
  defer(
    @Param('id') id: string,
    @Body() body: CreateDeferral,
    @Viewer() viewer: Viewer,
  ): Promise<DeferralView> {
    return this.queue.defer(id, body, viewer);
  }
}
