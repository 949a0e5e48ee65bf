import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Sight } from '../database/visibility.js';
import { TakesVersion } from '../http/if-match.js';
import { type Page, PageOf, PageQuery } from '../http/paging.js';
import { Costly } from '../http/costly.js';
import { Allow } from '../http/permissions.js';
import { AsSeen } from '../http/sight.js';
import { Viewer } from '../http/viewer.js';
import { AgreementService } from './agreement.service.js';
import { Agreement, AgreementQuery, CreateReread, RereadItemView, RereadView } from './reread.dto.js';
import { RereadsService } from './rereads.service.js';

@ApiTags('judging')
@Controller('rereads')
export class RereadsController {
  constructor(
    private readonly rereads: RereadsService,
    private readonly agreements: AgreementService,
  ) {}

  @Get()
  @Allow('editor')
  @ApiOperation({
    summary: 'What was drawn to be judged again, and may be by this account',
    description:
      'Without outcome, resolution, probability and forecaster. An account does not read what it has judged, has ' +
      'logged a forecast on, or was shown the forecasts of.',
  })
  @ApiOkResponse({ type: PageOf(RereadItemView) })
  waiting(@Query() page: PageQuery, @Viewer() viewer: Viewer): Promise<Page<RereadItemView>> {
    return this.rereads.list(page, viewer);
  }

  @Get('agreement')
  @Costly()
  @Allow('reader')
  @ApiOperation({ summary: 'How often those who judged again, not knowing the outcome, came to the same' })
  @ApiOkResponse({ type: Agreement })
  agreement(@Query() query: AgreementQuery, @AsSeen() sight: Sight): Promise<Agreement> {
    return this.agreements.agreement(query, sight);
  }

  @Post(':id')
  @TakesVersion('reread')
  @Allow('editor')
  @ApiOperation({
    summary: 'Judge again what was drawn; each is read once',
    description:
      'The answer has the resolution beside it. Where they disagree, the scenario goes to the queue.',
  })
  @ApiCreatedResponse({ type: RereadView })
  read(@Param('id') id: string, @Body() body: CreateReread, @Viewer() viewer: Viewer): Promise<RereadView> {
    return this.rereads.read(id, body, viewer);
  }
}
