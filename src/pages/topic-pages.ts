import { Injectable } from '@nestjs/common';
import type { TopicItem, TopicPageData, TopicsPageData } from '../../client/src/story-data.js';
import { BriefingsService } from '../briefings/briefings.service.js';
import type { Sight } from '../database/visibility.js';
import { EventsService } from '../events/events.service.js';
import { ScenariosService } from '../scenarios/scenarios.service.js';
import type { TopicView } from '../topics/topic.dto.js';
import { TopicsService } from '../topics/topics.service.js';
import { TrackRecords } from '../track-records/track-records.service.js';
import { briefingItem, eventItem, part, StoryParts } from './story-parts.js';
import { LIST, PART, partOf, type RawQuery } from './story-query.js';

@Injectable()
export class TopicPages {
  constructor(
    private readonly topics: TopicsService,
    private readonly briefings: BriefingsService,
    private readonly scenarios: ScenariosService,
    private readonly events: EventsService,
    private readonly trackRecords: TrackRecords,
    private readonly parts: StoryParts,
  ) {}

  async list(raw: RawQuery, sight: Sight): Promise<Omit<TopicsPageData, 'site'>> {
    const page = partOf(raw, 'cursor', LIST);
    const found = await this.topics.list(sight, page);
    const items = await Promise.all(found.items.map((topic) => this.item(topic, sight)));
    return { page: 'topics', list: { items, next: found.next, isFirst: page.cursor === undefined } };
  }

  /** @throws {Problem} not_found */
  async topic(slug: string, raw: RawQuery, sight: Sight): Promise<Omit<TopicPageData, 'site'>> {
    const topic = await this.topics.show(slug, sight);
    const of = { topic: topic.slug };
    const at = {
      open: partOf(raw, 'open', PART),
      resolved: partOf(raw, 'resolved', PART),
      briefings: partOf(raw, 'briefings', PART),
      events: partOf(raw, 'events', PART),
    };
    const report = await this.trackRecords.report(of, sight);
    return {
      page: 'topic',
      topic: { slug: topic.slug, title: topic.title, zone: topic.zone, terms: topic.terms },
      report: report as TopicPageData['report'],
      open: await this.parts.standingPart(
        await this.scenarios.list(sight, { ...of, state: 'open', sort: 'deadline', ...at.open }),
        at.open,
      ),
      resolved: await this.parts.standingPart(
        await this.trackRecords.settled({ ...of, ...at.resolved }, sight),
        at.resolved,
      ),
      briefings: part(
        await this.briefings.list(sight, { ...of, ...at.briefings }),
        at.briefings,
        briefingItem,
      ),
      events: part(await this.events.list(sight, { ...of, ...at.events }), at.events, eventItem),
    };
  }

  private async item({ slug, title }: TopicView, sight: Sight): Promise<TopicItem> {
    const of = { topic: slug };
    const { counts } = await this.trackRecords.input(of, sight);
    const [briefing] = (await this.briefings.list(sight, { ...of, limit: 1 })).items;
    const [event] = (await this.events.list(sight, { ...of, limit: 1 })).items;
    const latest = [
      briefing && ({ what: 'briefing', on: briefing.publishedOn, ...briefing } as const),
      event && ({ what: 'event', on: event.occurredOn, ...event } as const),
    ]
      .filter((one) => one !== undefined)
      .sort((a, b) => (a.on < b.on ? 1 : -1))[0];
    return {
      ...{ slug, title, open: counts.open, overdue: counts.overdue, annulled: counts.annulled },
      resolved: counts.scenarios,
      latest: latest ? { what: latest.what, id: latest.id, headline: latest.headline, on: latest.on } : null,
    };
  }
}
