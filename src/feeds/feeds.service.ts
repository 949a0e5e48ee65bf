import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../clock.js';
import { Database } from '../database/write-gate.js';
import { ForecastersService } from '../forecasters/forecasters.service.js';
import { encodeCursor } from '../http/paging.js';
import { sightOf } from '../http/sight.js';
import { ANYONE } from '../http/viewer.js';
import { TopicsService } from '../topics/topics.service.js';
import { chosenWords, countedWords, type Filters } from '../track-records/filters.js';
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
    return this.part({ ...named, path: '/feeds/site', page: '/' }, scope, { ...query, topic, forecaster });
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
    { cursor, ...asked }: FeedQuery & Pick<Filters, 'topic' | 'forecaster'>,
  ): Promise<FeedPart> {
    const { topic, forecaster, vantage, records, ...narrower } = asked;
    const told = { vantage: vantage ?? 'first', records: records ?? 'all' };
    return this.database.withReadSnapshot(async (manager) => {
      const which = { ...scope, ...narrower, records: told.records };
      const rows = await feedRows(manager, which, this.sight(), { cursor, limit: FEED_PART + 1 });
      const kept = rows.slice(0, FEED_PART);
      const last = kept.at(-1);
      const hidden = (of: EntityManager, slugs: readonly string[]) =>
        this.topics.hidden(of, slugs, this.sight());
      return {
        ...{ ...named, filters: given({ topic, forecaster, ...narrower, vantage, records }) },
        subtitle: [named.subtitle, ...narrowedWords(asked)].join(' '),
        entries: await feedEntries(manager, kept, told, hidden),
        cursor: cursor ?? null,
        next: rows.length > FEED_PART && last ? encodeCursor([last.at, last.id]) : null,
      };
    });
  }

  private sight() {
    return sightOf(ANYONE, this.clock);
  }
}

const given = (filters: Readonly<Record<string, string | undefined>>): Record<string, string> =>
  Object.fromEntries(Object.entries(filters).filter((one): one is [string, string] => one[1] !== undefined));

/** The filters in force, in words; no sentence where there are none. */
function narrowedWords(filters: Filters): string[] {
  const { vantage, records, ...chosen } = filters;
  const counted = countedWords({ vantage, records });
  return [
    ...(Object.keys(given({ ...chosen })).length > 0 ? [`Only ${chosenWords(chosen)}.`] : []),
    ...(counted ? [`Of forecasts it tells ${counted}.`] : []),
  ];
}
