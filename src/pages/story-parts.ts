import { Injectable } from '@nestjs/common';
import type { BriefingItem, EventItem, Part, StoryScenario } from '../../client/src/story-data.js';
import type { Titled } from '../../client/src/data.js';
import type { BriefingListItem } from '../briefings/briefing.dto.js';
import { medianForecast } from '../calibration/index.js';
import type { Sight } from '../database/visibility.js';
import { Database } from '../database/write-gate.js';
import { daysBetween } from '../days.js';
import type { EventListItem } from '../events/event.dto.js';
import { type Said, saidOf } from '../forecasts/said.js';
import type { Page, PageQuery } from '../http/paging.js';
import type { ScenarioListItem } from '../scenarios/scenario.dto.js';
import { ScenariosService } from '../scenarios/scenarios.service.js';
import { TopicsService } from '../topics/topics.service.js';
import { CHOICES } from './story-query.js';

/** So many forecasters are named beside a scenario; its own page has them all. */
const NAMED = 4;

export const part = <T, U>(page: Page<T>, { cursor }: PageQuery, show: (item: T) => U): Part<U> => ({
  items: page.items.map(show),
  next: page.next,
  isFirst: cursor === undefined,
});

export const briefingItem = (item: BriefingListItem): BriefingItem => ({
  id: item.id,
  topic: item.topic,
  headline: item.headline,
  standfirst: item.standfirst,
  publishedOn: item.publishedOn,
});

export const eventItem = ({ id, topic, headline, occurredOn, standing }: EventListItem): EventItem => ({
  ...{ id, topic, headline, occurredOn, standing },
});

/** What several pages of stories show alike. */
@Injectable()
export class StoryParts {
  constructor(
    private readonly database: Database,
    private readonly scenarios: ScenariosService,
    private readonly topics: TopicsService,
  ) {}

  /**
   * Scenarios with where they stand now, in their order.
   *
   * @param by whose word alone is wanted; everyone's if missing
   */
  async standing(scenarios: readonly ScenarioListItem[], by?: string): Promise<StoryScenario[]> {
    const said = await saidOf(
      this.database.read,
      scenarios.map(({ id }) => id),
    );
    return scenarios.map((scenario) => {
      const all = said.get(scenario.id) ?? [];
      const wanted = by === undefined ? all : all.filter(({ forecaster }) => forecaster.slug === by);
      return this.storyScenario(scenario, wanted);
    });
  }

  async standingPart(
    page: Page<ScenarioListItem>,
    query: PageQuery,
    by?: string,
  ): Promise<Part<StoryScenario>> {
    const items = await this.standing(page.items, by);
    return { items, next: page.next, isFirst: query.cursor === undefined };
  }

  /** The scenarios of these ids, in their order. Only ids that may be seen come here. */
  async ofIds(ids: readonly string[], sight: Sight): Promise<StoryScenario[]> {
    const found = await this.scenarios.byIds(this.database.read, ids, sight);
    return this.standing(ids.flatMap((id) => found.get(id) ?? []));
  }

  async choices(sight: Sight): Promise<Titled[]> {
    const { items } = await this.topics.list(sight, { limit: CHOICES });
    return items.map(({ slug, title }) => ({ slug, title }));
  }

  /** @throws {Problem} not_found for a topic that may not be seen */
  async topicIn(slug: string | undefined, sight: Sight): Promise<Titled | null> {
    if (slug === undefined) return null;
    const { title } = await this.topics.show(slug, sight);
    return { slug, title };
  }

  private storyScenario(scenario: ScenarioListItem, said: readonly Said[]): StoryScenario {
    const { id, kind, term, statement, premise, topic, deadline, state, overdue, dueSoon } = scenario;
    const { outcome, outcomeOn, lateOn } = scenario;
    const stand = said.flatMap(({ now }) => now ?? []);
    return {
      ...{ id, kind, term, statement, premise, topic, deadline, state, overdue, dueSoon },
      ...{ outcome, outcomeOn, lateOn },
      daysLeft: daysBetween(this.scenarios.today(scenario), deadline),
      said: said.slice(0, NAMED).map(({ forecaster: { slug, name }, isPublic, first, now, archival }) => ({
        // A list of what came out and of who said what is a track record: it names nobody who keeps theirs private.
        forecaster: isPublic || outcome === null ? { slug, name } : null,
        ...{ first, now, archival },
      })),
      others: Math.max(0, said.length - NAMED),
      median: stand.length < 2 ? null : medianForecast(stand),
    };
  }
}
