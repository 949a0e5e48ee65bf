import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Page, PageOf } from '../http/paging.js';
import { Costly } from '../http/costly.js';
import { Allow } from '../http/permissions.js';
import { Viewer } from '../http/viewer.js';
import { LintHabits, StandingCounts, StandingFilters, StandingItem, StandingsQuery } from './standing.dto.js';
import { StandingsService } from './standings.service.js';

@ApiTags('scenarios')
@Controller('standings')
export class StandingsController {
  constructor(private readonly standings: StandingsService) {}

  @Get()
  @Allow('analyst')
  @ApiOperation({
    summary: 'Open scenarios with what their forecasters stand by, the next deadline first',
    description: 'Of the forecasters that the account may log for, unless one is named.',
  })
  @ApiOkResponse({ type: PageOf(StandingItem) })
  list(@Query() query: StandingsQuery, @Viewer() viewer: Viewer): Promise<Page<StandingItem>> {
    return this.standings.list(query, viewer);
  }

  @Get('counts')
  @Allow('analyst')
  @ApiOperation({ summary: 'How many of them are open, due, overdue and stale' })
  @ApiOkResponse({ type: StandingCounts })
  counts(@Query() query: StandingFilters, @Viewer() viewer: Viewer): Promise<StandingCounts> {
    return this.standings.counts(query, viewer);
  }

  @Get('habits')
  @Costly()
  @Allow('analyst')
  @ApiOperation({
    summary: 'Which marks the lint sets on their statements, and how often',
    description: 'Of the latest 200 open ones, each with its criteria, as on the day when it opened.',
  })
  @ApiOkResponse({ type: LintHabits })
  habits(@Query() query: StandingFilters, @Viewer() viewer: Viewer): Promise<LintHabits> {
    return this.standings.habits(query, viewer);
  }
}
