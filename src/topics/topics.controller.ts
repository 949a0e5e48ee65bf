import { Body, Controller, Get, Header, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Sight } from '../database/visibility.js';
import { tagWithVersion, TakesVersion } from '../http/if-match.js';
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
  @Header('Cache-Control', 'no-cache')
  @ApiOperation({ summary: 'One topic; its version is its ETag' })
  @ApiOkResponse({ type: TopicView })
  async show(
    @Param('slug') slug: string,
    @AsSeen() sight: Sight,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TopicView> {
    const topic = await this.topics.show(slug, sight);
    tagWithVersion(reply, topic.version);
    return topic;
  }

  @Post(':slug/terms')
  @TakesVersion('topic')
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
