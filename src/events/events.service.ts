import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { Account } from '../accounts/account.entity.js';
import { errataOf } from '../amendments/errata.js';
import { erratumView } from '../amendments/erratum.dto.js';
import { Clock } from '../clock.js';
import { newId } from '../database/ids.js';
import { EVERYTHING, isVisible, onlyVisible, type Sight } from '../database/visibility.js';
import { Database } from '../database/write-gate.js';
import { dayOf, toInstant } from '../days.js';
import { requireHeld } from '../http/if-match.js';
import { pageBy } from '../http/page-by.js';
import type { Page, PageQuery } from '../http/paging.js';
import { invalid } from '../http/validation.js';
import { isWebAddress, NOT_A_WEB_ADDRESS } from '../web-address.js';
import { mayActAs, type Viewer } from '../http/viewer.js';
import { Problem } from '../problems.js';
import { onlyHolding } from '../texts/search-index.js';
import { digestOf, storeOptional, storeText } from '../texts/texts.js';
import type { Topic } from '../topics/topic.entity.js';
import { publicFrom } from '../topics/publishing.js';
import { TopicsService } from '../topics/topics.service.js';
import {
  conflictsOf,
  type CreatedEvent,
  type CreateEvent,
  type EventListItem,
  eventListItem,
  type EventView,
  originsOf,
  type SourceInput,
  sourceView,
  standingView,
} from './event.dto.js';
import { Event, EventStanding, type Standing } from './event.entity.js';
import { MatterChanges } from './matter-changes.js';
import { Source, SourceClaim } from './source.entity.js';

const EVENT_RELATIONS = { topic: true, headline: true, summary: true, attribution: true } as const;

@Injectable()
export class EventsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly topics: TopicsService,
    private readonly changes: MatterChanges,
  ) {}

  async list(
    sight: Sight,
    page: PageQuery & { topic?: string; standing?: Standing; q?: string },
  ): Promise<Page<EventListItem>> {
    const query = this.database.read
      .createQueryBuilder(Event, 'event')
      .innerJoinAndSelect('event.topic', 'topic')
      .innerJoinAndSelect('event.headline', 'headline')
      .leftJoinAndSelect('event.summary', 'summary')
      .leftJoinAndSelect('event.attribution', 'attribution');
    onlyVisible(query, 'event', sight);
    if (page.topic) query.andWhere('topic.slug = :topic', { topic: page.topic });
    if (page.standing) query.andWhere('event.standing = :standing', { standing: page.standing });
    if (page.q !== undefined) onlyHolding(query, 'event', 'event.id', { q: page.q, desk: sight.desk });
    const found = await pageBy(query, page, 'DESC', [
      ['event.occurredOn', (event: Event) => event.occurredOn],
      ['event.id', (event: Event) => event.id],
    ]);
    return { ...found, items: found.items.map(eventListItem) };
  }

  async show(id: string, sight: Sight, manager = this.database.read): Promise<EventView> {
    const event = await this.require(manager, id, sight);
    const sources = await manager.find(Source, {
      where: { event: { id } },
      relations: { outlet: true, url: true, quote: true, origin: true, body: sight.desk },
      order: { ordinal: 'ASC' },
    });
    const claims = await manager.find(SourceClaim, {
      where: { source: { id: In(sources.map((source) => source.id)) } },
      relations: { source: { outlet: true }, about: true, value: true, sentence: true },
      order: { source: { ordinal: 'ASC' }, ordinal: 'ASC' },
    });
    const standings = await manager.find(EventStanding, {
      where: { event: { id } },
      relations: { reason: true, loggedBy: true },
      order: { recordedAt: 'ASC', id: 'ASC' },
    });
    return {
      ...eventListItem(event),
      sources: sources.map((source) => sourceView(source, sight.desk)),
      origins: originsOf(sources),
      conflicts: conflictsOf(claims, sight.desk),
      standings: standings.map((row) => standingView(row, sight.desk)),
      errata: ((await errataOf(manager, [id])).get(id) ?? []).map((erratum) => erratumView(erratum)),
    };
  }

  async create(body: CreateEvent, viewer: Viewer): Promise<CreatedEvent> {
    return this.database.withWriteTransaction(async (manager) => {
      const topic = await this.topics.require(manager, body.topic);
      const event = await this.record(manager, body, topic, viewer);
      const touches = await this.changes.eventChanged(manager, event.id);
      return { ...(await this.show(event.id, { desk: true, now: event.recordedAt }, manager)), touches };
    });
  }

  /** Puts further sources to an event: their accounts stand beside the earlier ones. */
  async addSources(id: string, sources: SourceInput[], viewer: Viewer): Promise<EventView> {
    return this.database.withWriteTransaction(async (manager) => {
      const now = toInstant(this.clock.now());
      const event = await this.lock(manager, id);
      const count = await manager.countBy(Source, { event: { id } });
      await this.recordSources(manager, event, sources, viewer, count);
      await manager.increment(Event, { id }, 'version', 1);
      await this.changes.eventChanged(manager, id);
      return this.show(id, { desk: true, now }, manager);
    });
  }

  /** Whoever may see it; null where there is none. */
  find(manager: EntityManager, id: string): Promise<Event | null> {
    return manager.findOne(Event, { where: { id }, relations: EVENT_RELATIONS });
  }

  /** @throws {Problem} not_found, also for what this sight may not see */
  async require(manager: EntityManager, id: string, sight: Sight): Promise<Event> {
    const event = await this.find(manager, id);
    if (!event || !isVisible(event, sight)) throw new Problem('not_found', `There is no event “${id}”.`);
    return event;
  }

  /** The event, for writing: what is decided on it now is decided on its present state. */
  async lock(manager: EntityManager, id: string): Promise<Event> {
    await this.database.holdRow(manager, Event, id);
    const event = await this.require(manager, id, EVERYTHING);
    requireHeld(event);
    return event;
  }

  private async record(
    manager: EntityManager,
    body: CreateEvent,
    topic: Topic,
    viewer: Viewer,
  ): Promise<Event> {
    const now = toInstant(this.clock.now());
    const today = dayOf(now, topic.zone);
    if (body.occurredOn > today)
      throw new Problem('event_in_future', `${body.occurredOn} has not come yet; today is ${today}.`, {
        today,
      });
    if ((body.standing ?? 'reported') !== 'reported' && !mayActAs(viewer, 'editor'))
      throw new Problem(
        'standing_needs_editor',
        `An editor says that an event is ${body.standing}: log it as reported, which it is if nothing is said.`,
      );
    const event = manager.create(Event, {
      id: newId(),
      topic,
      occurredOn: body.occurredOn,
      headline: await storeText(manager, body.headline),
      summary: await storeOptional(manager, body.summary),
      attribution: await storeOptional(manager, body.attribution),
      standing: body.standing ?? 'reported',
      publicAt: publicFrom(body.publicAt, { topic, viewer, now }),
      loggedBy: { id: viewer.accountId! } as Account,
      recordedAt: now,
      version: 1,
    });
    await manager.insert(Event, event);
    await manager.insert(EventStanding, {
      id: newId(),
      event,
      standing: event.standing,
      reason: null,
      loggedBy: event.loggedBy,
      recordedAt: now,
    });
    await this.recordSources(manager, event, body.sources, viewer, 0);
    return event;
  }

  private async recordSources(
    manager: EntityManager,
    event: Event,
    sources: SourceInput[],
    viewer: Viewer,
    already: number,
  ): Promise<void> {
    for (const [index, input] of sources.entries()) {
      if (input.url && !isWebAddress(input.url))
        throw invalid([{ field: `sources.${index}.url`, message: NOT_A_WEB_ADDRESS }]);
      const source = manager.create(Source, {
        id: newId(),
        event,
        ordinal: already + index + 1,
        outlet: await storeText(manager, input.outlet),
        publishedOn: input.publishedOn ?? null,
        retrievedOn: input.retrievedOn ?? (input.text ? dayOf(this.clock.now(), 'UTC') : null),
        url: await storeOptional(manager, input.url),
        quote: await storeOptional(manager, input.quote),
        body: await storeOptional(manager, input.text),
        digest: input.text ? digestOf(input.text) : null,
        origin: await storeOptional(manager, input.origin),
        loggedBy: { id: viewer.accountId! } as Account,
        recordedAt: toInstant(this.clock.now()),
      });
      await manager.insert(Source, source);
      for (const [place, claim] of input.claims.entries())
        await manager.insert(SourceClaim, {
          id: newId(),
          source,
          ordinal: place + 1,
          about: await storeText(manager, claim.about),
          value: await storeText(manager, claim.value),
          sentence: await storeText(manager, claim.text),
        });
    }
  }
}
