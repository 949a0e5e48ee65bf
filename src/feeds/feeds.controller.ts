import { Controller, Get, Headers, Inject, Param, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Clock } from '../clock.js';
import { CONFIG, type Config } from '../config.js';
import { sendTagged, sendUnchanged } from '../http/entity-tag.js';
import { Costly } from '../http/costly.js';
import { Allow } from '../http/permissions.js';
import { Problem } from '../problems.js';
import { FeedQuery, SiteFeedQuery } from './feed.query.js';
import { type FeedPart, type Format, FORMATS, updatedAt } from './feed-formats.js';
import { FeedsService } from './feeds.service.js';

type Asked = Record<string, string | undefined>;

/** The feeds, as Atom and as JSON Feed. */
@ApiExcludeController()
@Controller('feeds')
@Costly()
@Allow('reader')
export class FeedsController {
  constructor(
    private readonly feeds: FeedsService,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get('topics/:feed')
  async topic(
    @Param('feed') feed: string,
    @Query() query: FeedQuery,
    @Headers() asked: Asked,
    @Res() reply: FastifyReply,
  ) {
    const [slug, format] = partsOf(feed);
    this.send(reply, asked, format, await this.feeds.topic(slug, query));
  }

  @Get('forecasters/:feed')
  async forecaster(
    @Param('feed') feed: string,
    @Query() query: FeedQuery,
    @Headers() asked: Asked,
    @Res() reply: FastifyReply,
  ) {
    const [slug, format] = partsOf(feed);
    this.send(reply, asked, format, await this.feeds.forecaster(slug, query));
  }

  @Get(':feed')
  async site(
    @Param('feed') feed: string,
    @Query() query: SiteFeedQuery,
    @Headers() asked: Asked,
    @Res() reply: FastifyReply,
  ) {
    const [name, format] = partsOf(feed);
    if (name !== 'site') throw nothing(feed);
    this.send(reply, asked, format, await this.feeds.site(query));
  }

  /**
   * A time of change is named once its second is over: what came later within it would otherwise go unseen by whoever
   * asks by time alone.
   */
  private send(reply: FastifyReply, asked: Asked, format: Format, part: FeedPart): void {
    const { type, write } = FORMATS[format];
    const changed = Math.floor(Date.parse(updatedAt(part)) / 1000);
    if (changed < Math.floor(this.clock.now().getTime() / 1000)) {
      void reply.header('last-modified', new Date(changed * 1000).toUTCString());
      const since = Date.parse(asked['if-modified-since'] ?? '') / 1000;
      if (asked['if-none-match'] === undefined && changed <= since) return sendUnchanged(reply);
    }
    sendTagged(reply, asked['if-none-match'], type, write(part, this.config.publicOrigin));
  }
}

/** @example partsOf('harbour-strike.atom') // => ['harbour-strike', 'atom'] */
function partsOf(feed: string): [name: string, format: Format] {
  const [, name, format] = /^([a-z0-9-]+)\.(atom|json)$/.exec(feed) ?? [];
  if (name === undefined) throw nothing(feed);
  return [name, format as Format];
}

const nothing = (feed: string): Problem =>
  new Problem('not_found', `There is no feed “${feed}”. Feeds end in .atom or .json.`);
