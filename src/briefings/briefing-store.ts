import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Account } from '../accounts/account.entity.js';
import { Clock } from '../clock.js';
import { newId } from '../database/ids.js';
import { toInstant } from '../days.js';
import { digestOf, fold, storeOptional, storeText } from '../texts/texts.js';
import type { Topic } from '../topics/topic.entity.js';
import type { BriefingContent } from './briefing.dto.js';
import { Briefing, BriefingVersion } from './briefing.entity.js';
import { BriefingPerspective, BriefingSection, BriefingSource } from './briefing-parts.entity.js';

export interface NewBriefing {
  topic: Topic;
  content: BriefingContent & { headline: string; publishedOn: string };
  /** Digest of everything that the briefing says, its scenarios included. */
  digest: string;
  original: string | null;
  publicAt: string | null;
  accountId: string;
}

const identityOf = (topic: Topic, headline: string, publishedOn: string): string =>
  digestOf([topic.id, fold(headline), publishedOn].join('\n'));

/** Puts briefings on record and recognises those that are. */
@Injectable()
export class BriefingStore {
  constructor(private readonly clock: Clock) {}

  /** Rule 12: the briefing of that topic, headline and publication day, with its latest version. */
  async recognise(
    manager: EntityManager,
    topic: Topic,
    headline: string,
    publishedOn: string,
  ): Promise<BriefingVersion | null> {
    return manager.findOne(BriefingVersion, {
      where: { briefing: { identity: identityOf(topic, headline, publishedOn) } },
      relations: { briefing: { topic: true }, headline: true },
      order: { ordinal: 'DESC' },
    });
  }

  /** The briefing of this topic that says exactly this, whatever its day: for a text that carries no day. */
  async recogniseByDigest(
    manager: EntityManager,
    topic: Topic,
    digest: string,
  ): Promise<BriefingVersion | null> {
    return manager.findOne(BriefingVersion, {
      where: { digest, briefing: { topic: { id: topic.id } } },
      relations: { briefing: { topic: true }, headline: true },
    });
  }

  async record(manager: EntityManager, input: NewBriefing): Promise<Briefing> {
    const { content, topic } = input;
    const recordedAt = toInstant(this.clock.now());
    const loggedBy = { id: input.accountId } as Account;
    const briefing = manager.create(Briefing, {
      id: newId(),
      topic,
      identity: identityOf(topic, content.headline, content.publishedOn),
      publishedOn: content.publishedOn,
      publicAt: input.publicAt,
      loggedBy,
      recordedAt,
      version: 1,
    });
    await manager.insert(Briefing, briefing);
    const version = manager.create(BriefingVersion, {
      id: newId(),
      briefing,
      ordinal: 1,
      digest: input.digest,
      headline: await storeText(manager, content.headline, { searchable: true }),
      standfirst: await storeOptional(manager, content.standfirst),
      category: await storeOptional(manager, content.category),
      status: await storeOptional(manager, content.status),
      takeaway: await storeOptional(manager, content.takeaway),
      edition: await storeOptional(manager, content.edition),
      original: await storeOptional(manager, input.original),
      loggedBy,
      recordedAt,
    });
    await manager.insert(BriefingVersion, version);
    await this.recordParts(manager, version, content);
    return briefing;
  }

  private async recordParts(
    manager: EntityManager,
    version: BriefingVersion,
    content: BriefingContent,
  ): Promise<void> {
    const row = (index: number) => ({ id: newId(), briefingVersion: version, ordinal: index + 1 });
    for (const [index, section] of content.sections.entries())
      await manager.insert(BriefingSection, {
        ...row(index),
        heading: await storeOptional(manager, section.heading),
        body: await storeOptional(manager, section.body),
      });
    for (const [index, perspective] of content.perspectives.entries())
      await manager.insert(BriefingPerspective, {
        ...row(index),
        asOf: perspective.asOf,
        actor: await storeText(manager, perspective.actor),
        body: await storeOptional(manager, perspective.body),
      });
    for (const [index, source] of content.sources.entries())
      await manager.insert(BriefingSource, {
        ...row(index),
        publishedOn: source.publishedOn,
        outlet: await storeOptional(manager, source.outlet),
        url: await storeOptional(manager, source.url),
      });
  }
}
