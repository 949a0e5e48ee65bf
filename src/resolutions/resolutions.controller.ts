import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { IfMatch } from '../http/if-match.js';
import { type Page, PageOf, PageQuery } from '../http/paging.js';
import { Allow } from '../http/permissions.js';
import { Viewer } from '../http/viewer.js';
import { QueueItem } from './queue.dto.js';
import { QueueService } from './queue.service.js';
import { CreateDeferral, CreateResolution, DeferralView, ResolutionView } from './resolution.dto.js';
import { ResolutionsService } from './resolutions.service.js';

@ApiTags('judging')
@Controller()
export class ResolutionsController {
  constructor(
    private readonly resolutions: ResolutionsService,
    private readonly queue: QueueService,
  ) {}

  @Get('queue')
  @Allow('editor')
  @ApiOperation({
    summary: 'What waits to be judged: overdue, due soon, suggested, returned, disagreed with, deferred',
    description: 'Without forecasts: judging starts blind.',
  })
  @ApiOkResponse({ type: PageOf(QueueItem) })
  waiting(@Query() page: PageQuery, @Viewer() viewer: Viewer): Promise<Page<QueueItem>> {
    return this.queue.list(page, viewer);
  }

  @Post('scenarios/:id/resolutions')
  @Allow('editor')
  @ApiOperation({
    summary: 'Resolve, annul, correct or reopen a scenario',
    description:
      'A second resolution names the one that it supersedes. `If-Match` is held against the scenario.',
  })
  @ApiCreatedResponse({ type: ResolutionView })
  resolve(
    @Param('id') id: string,
    @Body() body: CreateResolution,
    @Viewer() viewer: Viewer,
    @IfMatch() ifMatch: number | null,
  ): Promise<ResolutionView> {
    return this.resolutions.resolve(id, body, viewer, ifMatch);
  }

  @Post('scenarios/:id/deferrals')
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
