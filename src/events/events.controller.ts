import { Body, Controller, Get, Header, Param, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Sight } from '../database/visibility.js';
import { Costly } from '../http/costly.js';
import { tagWithVersion, TakesVersion } from '../http/if-match.js';
import { type Page, PageOf, PageQuery } from '../http/paging.js';
import { Allow } from '../http/permissions.js';
import { AsSeen } from '../http/sight.js';
import { Viewer } from '../http/viewer.js';
import { OneOf, Text } from '../http/validation.js';
import { AddSources, CreatedEvent, CreateEvent, EventListItem, EventView } from './event.dto.js';
import { type Standing, STANDINGS } from './event.entity.js';
import { EventsService } from './events.service.js';

class EventsQuery extends PageQuery {
  @Text({ max: 64, optional: true, description: 'slug of a topic' })
  topic?: string;

  @OneOf(STANDINGS, { optional: true }) standing?: Standing;
  @Text({ max: 200, optional: true, description: 'words, or beginnings of words, that it holds' })
  q?: string;
}

@ApiTags('events')
@Controller('events')
export class EventsController {
  constructor(private readonly events: EventsService) {}

  @Get()
  @Costly({ withQuery: 'q' })
  @Allow('reader')
  @ApiOperation({ summary: 'What happened, the latest day first' })
  @ApiOkResponse({ type: PageOf(EventListItem) })
  list(@AsSeen() sight: Sight, @Query() query: EventsQuery): Promise<Page<EventListItem>> {
    return this.events.list(sight, query);
  }

  @Get(':id')
  @Allow('reader')
  @Header('Cache-Control', 'no-cache')
  @ApiOperation({
    summary: 'One event with its sources and on what they differ; its version is its ETag',
  })
  @ApiOkResponse({ type: EventView })
  async show(
    @Param('id') id: string,
    @AsSeen() sight: Sight,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<EventView> {
    const event = await this.events.show(id, sight);
    tagWithVersion(reply, event.version);
    return event;
  }

  @Post()
  @Allow('analyst')
  @ApiOperation({ summary: 'Log an event with its sources' })
  @ApiCreatedResponse({ type: CreatedEvent })
  create(@Body() body: CreateEvent, @Viewer() viewer: Viewer): Promise<CreatedEvent> {
    return this.events.create(body, viewer);
  }

  @Post(':id/sources')
  @TakesVersion('event')
  @Allow('analyst')
  @ApiOperation({ summary: 'Put further sources to an event' })
  @ApiCreatedResponse({ type: EventView })
  addSources(
    @Param('id') id: string,
    @Body() body: AddSources,
    @Viewer() viewer: Viewer,
  ): Promise<EventView> {
    return this.events.addSources(id, body.sources, viewer);
  }
}
