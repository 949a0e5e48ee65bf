import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { StoryPageData } from '../../client/src/story-data.js';
import { Clock } from '../clock.js';
import type { Sight } from '../database/visibility.js';
import { Allow } from '../http/permissions.js';
import { sightOf } from '../http/sight.js';
import { ANYONE } from '../http/viewer.js';
import { BriefingPages } from './briefing-pages.js';
import { EventPages } from './event-pages.js';
import { ForecasterPages } from './forecaster-pages.js';
import { HousePage } from './house-page.js';
import { PageAnswers } from './page-answers.js';
import { PageSource } from './page-source.js';
import type { RawQuery } from './story-query.js';
import { TopicPages } from './topic-pages.js';

type WithoutSite<Data> = Data extends { site: unknown } ? Omit<Data, 'site'> : never;

/** The public pages of stories: what was said and what happened, and who said it; as anyone may see it. */
@ApiExcludeController()
@Controller()
@Allow('reader')
export class StoryPagesController {
  constructor(
    private readonly clock: Clock,
    private readonly source: PageSource,
    private readonly pages: PageAnswers,
    private readonly topicPages: TopicPages,
    private readonly briefingPages: BriefingPages,
    private readonly eventPages: EventPages,
    private readonly forecasterPages: ForecasterPages,
    private readonly housePage: HousePage,
  ) {}

  @Get('topics')
  topics(@Query() query: RawQuery, @Res() reply: FastifyReply): Promise<void> {
    return this.answer(reply, (sight) => this.topicPages.list(query, sight));
  }

  @Get('topics/:page')
  topic(@Param('page') slug: string, @Query() query: RawQuery, @Res() reply: FastifyReply): Promise<void> {
    return this.answer(reply, (sight) => this.topicPages.topic(slug, query, sight));
  }

  @Get('briefings')
  briefings(@Query() query: RawQuery, @Res() reply: FastifyReply): Promise<void> {
    return this.answer(reply, (sight) => this.briefingPages.list(query, sight));
  }

  @Get('briefings/:page')
  briefing(@Param('page') id: string, @Res() reply: FastifyReply): Promise<void> {
    return this.answer(reply, (sight) => this.briefingPages.briefing(id, sight));
  }

  @Get('events')
  events(@Query() query: RawQuery, @Res() reply: FastifyReply): Promise<void> {
    return this.answer(reply, (sight) => this.eventPages.list(query, sight));
  }

  @Get('events/:page')
  event(@Param('page') id: string, @Query() query: RawQuery, @Res() reply: FastifyReply): Promise<void> {
    return this.answer(reply, (sight) => this.eventPages.event(id, query, sight));
  }

  @Get('forecasters')
  forecasters(@Query() query: RawQuery, @Res() reply: FastifyReply): Promise<void> {
    return this.answer(reply, (sight) => this.forecasterPages.list(query, sight));
  }

  @Get('forecasters/:page')
  forecaster(
    @Param('page') slug: string,
    @Query() query: RawQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.answer(reply, (sight) => this.forecasterPages.forecaster(slug, query, sight));
  }

  @Get('house')
  house(@Res() reply: FastifyReply): Promise<void> {
    return this.answer(reply, (sight) => this.housePage.house(sight));
  }

  private answer(
    reply: FastifyReply,
    load: (sight: Sight) => Promise<WithoutSite<StoryPageData>>,
  ): Promise<void> {
    return this.pages.answer(reply, async () => {
      const content = await load(sightOf(ANYONE, this.clock));
      return { ...content, site: await this.source.site() };
    });
  }
}
