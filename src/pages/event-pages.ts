import { Injectable } from '@nestjs/common';
import type { EventPageData, EventsPageData } from '../../client/src/story-data.js';
import type { Sight } from '../database/visibility.js';
import { EventsService } from '../events/events.service.js';
import { EvidenceService } from '../evidence/evidence.service.js';
import { eventItem, part, StoryParts } from './story-parts.js';
import { LIST, partOf, type RawQuery, slugIn, standingIn } from './story-query.js';

@Injectable()
export class EventPages {
  constructor(
    private readonly events: EventsService,
    private readonly evidence: EvidenceService,
    private readonly parts: StoryParts,
  ) {}

  /** @throws {Problem} not_found for a topic that may not be seen */
  async list(raw: RawQuery, sight: Sight): Promise<Omit<EventsPageData, 'site'>> {
    const page = partOf(raw, 'cursor', LIST);
    const topic = await this.parts.topicIn(slugIn(raw), sight);
    const standing = standingIn(raw);
    const found = await this.events.list(sight, {
      ...{ ...page, ...(topic && { topic: topic.slug }), ...(standing && { standing }) },
    });
    return {
      page: 'events',
      topic,
      standing: standing ?? null,
      topics: await this.parts.choices(sight),
      list: part(found, page, eventItem),
    };
  }

  /** @throws {Problem} not_found */
  async event(id: string, raw: RawQuery, sight: Sight): Promise<Omit<EventPageData, 'site'>> {
    const page = partOf(raw, 'scenarios', LIST);
    const found = await this.events.show(id, sight);
    const bearings = await this.evidence.ofEvent(id, sight, page);
    const scenarios = await this.parts.standing(bearings.items.map(({ scenario }) => scenario));
    const { summary, attribution, recordedAt, sources, origins, conflicts, standings, errata } = found;
    return {
      page: 'event',
      event: {
        ...eventItem(found),
        ...{ summary, attribution, recordedAt, sources, origins, conflicts, standings, errata },
      },
      bearings: {
        items: bearings.items.map(({ on, bearing, note, quote }, place) => ({
          ...{ scenario: scenarios[place]!, on, bearing, note, quote },
        })),
        next: bearings.next,
        isFirst: page.cursor === undefined,
      },
    };
  }
}
