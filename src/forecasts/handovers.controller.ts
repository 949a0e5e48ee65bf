import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { tagWithVersion, TakesVersion } from '../http/if-match.js';
import { type Page, PageOf } from '../http/paging.js';
import { Allow } from '../http/permissions.js';
import { Viewer } from '../http/viewer.js';
import {
  CreateHandover,
  EndHandover,
  HandoverListItem,
  HandoversQuery,
  HandoverView,
} from './handover.dto.js';
import { HandoversService } from './handovers.service.js';

@ApiTags('briefings')
@Controller('handovers')
@Allow('analyst')
export class HandoversController {
  constructor(private readonly service: HandoversService) {}

  @Post()
  @ApiOperation({
    summary: 'Hand a briefing on to the editors',
    description:
      'Nothing of it is on record before an editor sends it to `POST briefings` with `handover`: only from then on does it count.',
  })
  @ApiCreatedResponse({ type: HandoverView })
  handOn(@Body() body: CreateHandover, @Viewer() viewer: Viewer): Promise<HandoverView> {
    return this.service.handOn(body, viewer);
  }

  @Get()
  @ApiOperation({ summary: 'What you have handed on; for editors, what anyone has. The latest first' })
  @ApiOkResponse({ type: PageOf(HandoverListItem) })
  list(@Query() query: HandoversQuery, @Viewer() viewer: Viewer): Promise<Page<HandoverListItem>> {
    return this.service.list(query, viewer);
  }

  @Get(':id')
  @ApiOperation({ summary: 'One briefing as it was handed on' })
  @ApiOkResponse({ type: HandoverView })
  async show(
    @Param('id') id: string,
    @Viewer() viewer: Viewer,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<HandoverView> {
    const handover = await this.service.show(id, viewer);
    tagWithVersion(reply, handover.version);
    return handover;
  }

  @Post(':id/ends')
  @TakesVersion('handover')
  @ApiOperation({ summary: 'Take back what you have handed on, or, as an editor, send it back' })
  @ApiCreatedResponse({ type: HandoverView })
  end(@Param('id') id: string, @Body() body: EndHandover, @Viewer() viewer: Viewer): Promise<HandoverView> {
    return this.service.sendBack(id, body.reason, viewer);
  }
}
