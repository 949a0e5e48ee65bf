import { Injectable } from '@nestjs/common';
import { Briefing } from '../briefings/briefing.entity.js';
import { Clock } from '../clock.js';
import { onlyVisible, type Sight } from '../database/visibility.js';
import { Database } from '../database/write-gate.js';
import { Event } from '../events/event.entity.js';
import { ForecastersService } from '../forecasters/forecasters.service.js';
import type { Page } from '../http/paging.js';
import { sightOf } from '../http/sight.js';
import { ANYONE } from '../http/viewer.js';
import { Scenario } from '../scenarios/scenario.entity.js';
import { TopicsService } from '../topics/topics.service.js';

/** Source: sitemaps.org, the most that one file may hold. */
export const MAP_SIZE = 50_000;
const AT_ONCE = 1000;

const HOUSE = [
  ...['/', '/record', '/calibration', '/method', '/house'],
  ...['/topics', '/briefings', '/events', '/forecasters'],
];

/** What is written by the thousand, and where each of it stands. */
const RECORDS = [
  [Briefing, '/briefings/'],
  [Event, '/events/'],
  [Scenario, '/scenarios/'],
] as const;

/** The paths of all pages that anyone may see. */
@Injectable()
export class SiteMap {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly topics: TopicsService,
    private readonly forecasters: ForecastersService,
  ) {}

  /** How many files it takes: the first has the house's own pages, topics and forecasters before all else. */
  async files(size = MAP_SIZE): Promise<number> {
    const counts = await Promise.all(
      RECORDS.map(([entity]) => this.visible(entity, this.sight()).getCount()),
    );
    const named = await this.named();
    return Math.max(1, Math.ceil((named.length + counts.reduce((sum, count) => sum + count, 0)) / size));
  }

  /** @param file from 1 */
  async *paths(file: number, size = MAP_SIZE): AsyncGenerator<string> {
    const sight = this.sight();
    const named = await this.named();
    const from = (file - 1) * size;
    yield* named.slice(from, from + size);
    let [skip, left] = [Math.max(0, from - named.length), size - named.slice(from, from + size).length];
    for (const [entity, path] of RECORDS) {
      if (left <= 0) return;
      const count = await this.visible(entity, sight).getCount();
      for (; skip < count && left > 0;) {
        const rows = await this.visible(entity, sight)
          .select('record.id', 'id')
          .orderBy('record.publicAt', 'ASC')
          .addOrderBy('record.id', 'ASC')
          .offset(skip)
          .limit(Math.min(AT_ONCE, left))
          .getRawMany<{ id: string }>();
        if (rows.length === 0) break;
        yield* rows.map(({ id }) => path + id);
        [skip, left] = [skip + rows.length, left - rows.length];
      }
      skip = Math.max(0, skip - count);
    }
  }

  /** What has a name of its own: few enough to be listed whole. */
  private async named(): Promise<string[]> {
    const sight = this.sight();
    const topics = await all((page) => this.topics.list(sight, page));
    const forecasters = await all((page) => this.forecasters.list(sight, page));
    return [
      ...HOUSE,
      ...topics.map(({ slug }) => `/topics/${slug}`),
      ...forecasters.map(({ slug }) => `/forecasters/${slug}`),
    ];
  }

  private visible(entity: (typeof RECORDS)[number][0], sight: Sight) {
    const query = this.database.read.createQueryBuilder<Scenario>(entity as typeof Scenario, 'record');
    return onlyVisible(query, 'record', sight);
  }

  private sight(): Sight {
    return sightOf(ANYONE, this.clock);
  }
}

async function all<T>(load: (page: { limit: number; cursor?: string }) => Promise<Page<T>>): Promise<T[]> {
  const items: T[] = [];
  let next: string | null = null;
  do {
    const page: Page<T> = await load({ limit: 200, ...(next !== null && { cursor: next }) });
    items.push(...page.items);
    next = page.next;
  } while (next !== null);
  return items;
}
