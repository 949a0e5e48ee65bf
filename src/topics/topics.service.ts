import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { recordChange } from '../accounts/state-change.entity.js';
import { Clock } from '../clock.js';
import { newId } from '../database/ids.js';
import type { Sight } from '../database/visibility.js';
import { Database } from '../database/write-gate.js';
import { isZone, toInstant } from '../days.js';
import { requireHeld } from '../http/if-match.js';
import { pageBy } from '../http/page-by.js';
import type { Page, PageQuery } from '../http/paging.js';
import { invalid, isWithin } from '../http/validation.js';
import { Problem } from '../problems.js';
import { slugOf } from './slug.js';
import { type ChangeTopic, type CreateTopic, type TopicView, topicView } from './topic.dto.js';
import { DEFAULT_TERMS, Topic } from './topic.entity.js';

/** A topic that keeps everything to the desk shows once something in it has been published. */
const HAS_PUBLIC = ['scenario', 'briefing', 'event']
  .map(
    (table) =>
      `EXISTS (SELECT 1 FROM "${table}" x WHERE x."topicId" = topic.id AND x."publicAt" <= :sightNow)`,
  )
  .join(' OR ');

@Injectable()
export class TopicsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async list(sight: Sight, page: PageQuery): Promise<Page<TopicView>> {
    const query = this.visible(sight);
    const found = await pageBy(query, page, 'ASC', [
      ['topic.title', (topic: Topic) => topic.title],
      ['topic.id', (topic: Topic) => topic.id],
    ]);
    return { ...found, items: found.items.map(topicView) };
  }

  async show(slug: string, sight: Sight): Promise<TopicView> {
    const topic = await this.visible(sight).andWhere('topic.slug = :slug', { slug }).getOne();
    if (!topic) throw new Problem('not_found', `There is no topic “${slug}”.`);
    return topicView(topic);
  }

  async create(body: CreateTopic): Promise<TopicView> {
    return this.database.withWriteTransaction(async (manager) => topicView(await this.add(manager, body)));
  }

  /** Another policy gives its days to new scenarios; the deadlines on record stay. Its slug and its zone stay too. */
  async change(slug: string, body: ChangeTopic): Promise<TopicView> {
    return this.database.withWriteTransaction(async (manager) => {
      const known = await manager.findOneBy(Topic, { slug });
      if (!known) throw new Problem('not_found', `There is no topic “${slug}”.`);
      await this.database.holdRow(manager, Topic, known.id);
      const topic = await manager.findOneByOrFail(Topic, { id: known.id });
      requireHeld(topic);
      const { shortDays, mediumDays, longDays } = topic;
      const terms = grown({ shortDays, mediumDays, longDays, ...withoutMissing(body) });
      const changed = { ...terms, title: (body.title ?? topic.title).trim() };
      await manager.update(Topic, { id: topic.id }, { ...changed, version: topic.version + 1 });
      await this.recordChange(manager, slug, topic, changed);
      return topicView({ ...topic, ...changed, version: topic.version + 1 });
    });
  }

  /** The topic of that slug or title; where there is none, a new one. */
  async ensure(manager: EntityManager, name: string, publishes: 'at_once' | 'desk'): Promise<Topic> {
    return (await this.find(manager, name)) ?? (await this.add(manager, { title: name, publishes }));
  }

  /** The topic of that slug or title, for something that is logged in it. */
  async require(manager: EntityManager, name: string): Promise<Topic> {
    const topic = await this.find(manager, name);
    if (!topic)
      throw new Problem(
        'topic_unknown',
        `There is no topic “${name}”. An editor adds topics (POST /api/v1/topics).`,
        {
          topic: name,
        },
      );
    return topic;
  }

  async find(manager: EntityManager, name: string): Promise<Topic | null> {
    const found = await manager.findBy(Topic, [
      { slug: name },
      { title: name.trim() },
      { slug: slugOf(name) },
    ]);
    return found.find((topic) => topic.slug === name || topic.title === name.trim()) ?? found[0] ?? null;
  }

  /**
   * Refuses what would show a topic by the way: it is shown where somebody publishes something in it.
   *
   * @param what would be public in it
   * @throws {Problem} topic_private
   */
  async requireShown(manager: EntityManager, topic: Topic, what: string): Promise<void> {
    const sight = { desk: false, now: toInstant(this.clock.now()) };
    if (await this.visible(sight, manager).andWhere('topic.id = :id', { id: topic.id }).getExists()) return;
    throw new Problem(
      'topic_private',
      `“${topic.title}” keeps to the desk, and ${what} would show it in public. Keep that to the desk first (publications with publicAt null), and publish it there by itself.`,
      { topic: topic.slug },
    );
  }

  /** Of some topics, by their slugs, those that this sight may not see. */
  async hidden(manager: EntityManager, slugs: readonly string[], sight: Sight): Promise<Set<string>> {
    if (sight.desk || slugs.length === 0) return new Set();
    const seen = await this.visible(sight, manager)
      .andWhere('topic.slug IN (:...slugs)', { slugs })
      .getMany();
    return new Set(slugs.filter((slug) => !seen.some((topic) => topic.slug === slug)));
  }

  private visible(sight: Sight, manager: EntityManager = this.database.read) {
    const query = manager.createQueryBuilder(Topic, 'topic');
    if (!sight.desk)
      query.andWhere(`(topic.publishes = 'at_once' OR ${HAS_PUBLIC})`, { sightNow: sight.now });
    return query;
  }

  private async add(manager: EntityManager, body: CreateTopic): Promise<Topic> {
    if (!isWithin(body.title, 200))
      throw invalid([{ field: 'topic', message: 'may have 200 characters at most' }]);
    const slug = slugOf(body.slug ?? body.title);
    const zone = body.zone ?? 'UTC';
    if (!isZone(zone))
      throw invalid([{ field: 'zone', message: 'must be a time zone such as Europe/Berlin' }]);
    if (await manager.existsBy(Topic, { slug }))
      throw new Problem('name_taken', `There is a topic “${slug}” already.`, { slug });
    const topic = manager.create(Topic, {
      ...{ id: newId(), slug, title: body.title.trim(), zone },
      ...grown({ ...DEFAULT_TERMS, ...withoutMissing(body) }),
      publishes: body.publishes ?? 'at_once',
      recordedAt: toInstant(this.clock.now()),
      version: 1,
    });
    await manager.insert(Topic, topic);
    const { title, publishes, shortDays, mediumDays, longDays } = topic;
    await this.recordChange(manager, slug, {}, { title, zone, publishes, shortDays, mediumDays, longDays });
    return topic;
  }

  private recordChange(
    manager: EntityManager,
    name: string,
    before: Partial<Topic>,
    after: Partial<Topic>,
  ): Promise<void> {
    const at = toInstant(this.clock.now());
    return recordChange(manager, { subject: 'topic', name, at, before, after });
  }
}

type TermDays = Record<keyof typeof DEFAULT_TERMS, number>;

/** The days that a body says something about. */
function withoutMissing(body: Partial<TermDays>): Partial<TermDays> {
  const names = ['shortDays', 'mediumDays', 'longDays'] as const;
  return Object.fromEntries(
    names.flatMap((name) => (body[name] === undefined || body[name] === null ? [] : [[name, body[name]]])),
  );
}

/** @throws {Problem} validation_failed where a term does not reach further than the one before */
function grown({ shortDays, mediumDays, longDays }: TermDays): TermDays {
  if (!(shortDays < mediumDays && mediumDays < longDays))
    throw invalid([{ field: 'mediumDays', message: 'must lie between shortDays and longDays: terms grow' }]);
  return { shortDays, mediumDays, longDays };
}
