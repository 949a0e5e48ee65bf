import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { Database } from '../database/write-gate.js';
import { ForecastersService } from '../forecasters/forecasters.service.js';
import { encodeCursor } from '../http/paging.js';
import { sightOf } from '../http/sight.js';
import { ANYONE } from '../http/viewer.js';
import { TopicsService } from '../topics/topics.service.js';
import { feedEntries } from './feed-entries.js';
import type { FeedPart } from './feed-formats.js';
import type { FeedQuery, SiteFeedQuery } from './feed.query.js';
import { feedRows, type FeedScope } from './feed-rows.js';

/** Entries in one part of a feed. */
export const FEED_PART = 50;

type Named = Pick<FeedPart, 'title' | 'subtitle' | 'path' | 'page'>;

/** What was put on record, the newest first, as anyone may see it. */
@Injectable()
export class FeedsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly topics: TopicsService,
    private readonly forecasters: ForecastersService,
  ) {}

  /** @throws {Problem} not_found for a topic or forecaster that the public may not see */
  async site({ topic, forecaster, ...query }: SiteFeedQuery): Promise<FeedPart> {
    const scope: FeedScope = {
      ...(topic && { topicId: (await this.topicOf(topic)).id }),
      ...(forecaster && { forecasterId: (await this.forecasters.require(forecaster, this.sight())).id }),
    };
    const named = { title: 'Hindcast', subtitle: 'New predictions, changed probabilities, outcomes.' };
    const filters = { ...(topic && { topic }), ...(forecaster && { forecaster }) };
    return this.part({ ...named, path: '/feeds/site', page: '/' }, scope, query, filters);
  }

  /** @throws {Problem} not_found for a topic that the public may not see */
  async topic(slug: string, query: FeedQuery): Promise<FeedPart> {
    const { id, title } = await this.topicOf(slug);
    const named = {
      ...{ title: `${title} · Hindcast`, subtitle: `Predictions, probabilities and outcomes in “${title}”.` },
      ...{ path: `/feeds/topics/${slug}`, page: `/topics/${slug}` },
    };
    return this.part(named, { topicId: id }, query);
  }

  /** @throws {Problem} not_found also for a person whose record is not public */
  async forecaster(slug: string, query: FeedQuery): Promise<FeedPart> {
    const { id, name } = await this.forecasters.require(slug, this.sight());
    const named = {
      ...{ title: `${name} · Hindcast`, subtitle: `What ${name} said, and what became of it.` },
      ...{ path: `/feeds/forecasters/${slug}`, page: `/forecasters/${slug}` },
    };
    return this.part(named, { forecasterId: id }, query);
  }

  private async topicOf(slug: string): Promise<{ id: string; title: string }> {
    const { title } = await this.topics.show(slug, this.sight());
    return { id: (await this.topics.find(this.database.read, slug))!.id, title };
  }

  private part(
    named: Named,
    scope: FeedScope,
    { cursor, kind, term }: FeedQuery,
    others: Record<string, string> = {},
  ): Promise<FeedPart> {
    const narrower = { ...(kind && { kind }), ...(term && { term }) };
    const filters = { ...others, ...narrower };
    const only = Object.entries(filters).map(([name, value]) => `${name} ${value}`);
    return this.database.withReadSnapshot(async (manager) => {
      const asked = { cursor, limit: FEED_PART + 1 };
      const rows = await feedRows(manager, { ...scope, ...narrower }, this.sight(), asked);
      const kept = rows.slice(0, FEED_PART);
      const last = kept.at(-1);
      return {
        ...{ ...named, filters },
        subtitle: only.length > 0 ? `${named.subtitle} Only: ${only.join(', ')}.` : named.subtitle,
        entries: await feedEntries(manager, kept),
        cursor: cursor ?? null,
        next: rows.length > FEED_PART && last ? encodeCursor([last.at, last.id]) : null,
      };
    });
  }

  private sight() {
    return sightOf(ANYONE, this.clock);
  }
}
