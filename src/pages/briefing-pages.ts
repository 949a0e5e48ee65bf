import { Injectable } from '@nestjs/common';
import type { BriefingItem, BriefingPageData, BriefingsPageData } from '../../client/src/story-data.js';
import { BriefingsService } from '../briefings/briefings.service.js';
import type { Sight } from '../database/visibility.js';
import { briefingItem, part, StoryParts } from './story-parts.js';
import { LIST, partOf, type RawQuery, slugIn, wordsIn } from './story-query.js';

@Injectable()
export class BriefingPages {
  constructor(
    private readonly briefings: BriefingsService,
    private readonly parts: StoryParts,
  ) {}

  /** @throws {Problem} not_found for a topic that may not be seen */
  async list(raw: RawQuery, sight: Sight): Promise<Omit<BriefingsPageData, 'site'>> {
    const page = partOf(raw, 'cursor', LIST);
    const topic = await this.parts.topicIn(slugIn(raw), sight);
    const q = wordsIn(raw);
    const asked = { ...(topic && { topic: topic.slug }), ...(q !== undefined && { q }) };
    const found = await this.briefings.list(sight, { ...page, ...asked });
    return {
      page: 'briefings',
      ...{ topic, q: q ?? null },
      topics: await this.parts.choices(sight),
      list: part(found, page, briefingItem),
    };
  }

  /** @throws {Problem} not_found */
  async briefing(id: string, sight: Sight): Promise<Omit<BriefingPageData, 'site'>> {
    const found = await this.briefings.show(id, sight);
    const { category, status, takeaway, edition, sections, perspectives, sources } = found;
    const { versions, errata, recordedAt } = found;
    return {
      page: 'briefing',
      briefing: {
        ...briefingItem(found),
        ...{ category, status, takeaway, edition, sections, perspectives, sources },
        ...{ versions, errata, recordedAt },
      },
      scenarios: await this.parts.ofIds(found.scenarios, sight),
      follows: found.follows === null ? null : await this.item(found.follows, sight),
      followedBy: await Promise.all(found.followedBy.map((next) => this.item(next, sight))),
    };
  }

  private async item(id: string, sight: Sight): Promise<BriefingItem> {
    return briefingItem(await this.briefings.show(id, sight));
  }
}
