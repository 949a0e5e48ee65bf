import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Sight } from '../database/visibility.js';
import { type Page, PageOf, PageQuery } from '../http/paging.js';
import { Allow } from '../http/permissions.js';
import { AsSeen } from '../http/sight.js';
import { ChangeTopic, CreateTopic, TopicView } from './topic.dto.js';
import { TopicsService } from './topics.service.js';

@ApiTags('topics')
@Controller('topics')
export class TopicsController {
  constructor(private readonly topics: TopicsService) {}

  @Get()
  @Allow('reader')
  @ApiOperation({ summary: 'The running stories, by title' })
  @ApiOkResponse({ type: PageOf(TopicView) })
  list(@AsSeen() sight: Sight, @Query() page: PageQuery): Promise<Page<TopicView>> {
    return this.topics.list(sight, page);
  }

  @Get(':slug')
  @Allow('reader')
  @ApiOperation({ summary: 'One topic' })
  @ApiOkResponse({ type: TopicView })
  show(@Param('slug') slug: string, @AsSeen() sight: Sight): Promise<TopicView> {
    return this.topics.show(slug, sight);
  }

  @Post(':slug/terms')
  @HttpCode(200)
  @Allow('administrator')
  @ApiOperation({
    summary: 'Change its title, and the days that its terms give to new scenarios; deadlines on record stay',
  })
  @ApiOkResponse({ type: TopicView })
  change(@Param('slug') slug: string, @Body() body: ChangeTopic): Promise<TopicView> {
    return this.topics.change(slug, body);
  }

  @Post()
  @Allow('editor')
  @ApiOperation({ summary: 'Add a topic' })
  @ApiCreatedResponse({ type: TopicView })
  create(@Body() body: CreateTopic): Promise<TopicView> {
    return this.topics.create(body);
  }
}
