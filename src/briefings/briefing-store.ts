import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Account } from '../accounts/account.entity.js';
import { corrected, errataOf } from '../amendments/errata.js';
import { Clock } from '../clock.js';
import { newId } from '../database/ids.js';
import { toInstant } from '../days.js';
import { digestOf, fold, storeOptional, storeText, words } from '../texts/texts.js';
import type { Topic } from '../topics/topic.entity.js';
import type { BriefingContent } from './briefing.dto.js';
import { Briefing, BriefingVersion } from './briefing.entity.js';
import { indexBriefing } from './briefing-index.js';
import { BriefingPerspective, BriefingSection, BriefingSource } from './briefing-parts.entity.js';

export interface NewBriefing {
  topic: Topic;
  content: BriefingContent & { headline: string; publishedOn: string };
  /** Digest of everything that the briefing says, its scenarios included. */
  digest: string;
  original: string | null;
  publicAt: string | null;
  /** The edition before, where it is one of a story. */
  follows?: Briefing;
  accountId: string;
}

/** A briefing on record as the editions of a story are told by. */
export interface Edition {
  id: string;
  headline: string;
  edition: string | null;
  publishedOn: string;
  recordedAt: string;
}

const identityOf = (topic: Topic, headline: string, publishedOn: string): string =>
  digestOf([topic.id, fold(headline), publishedOn].join('\n'));

/** Puts briefings on record and recognises those that are. */
@Injectable()
export class BriefingStore {
  constructor(private readonly clock: Clock) {}

  /** Rule 12: the briefing of that topic, headline and publication day: the version that says this, or the latest. */
  async recognise(
    manager: EntityManager,
    topic: Topic,
    headline: string,
    publishedOn: string,
    digest: string,
  ): Promise<BriefingVersion | null> {
    const versions = await manager.find(BriefingVersion, {
      where: { briefing: { identity: identityOf(topic, headline, publishedOn) } },
      relations: { briefing: { topic: true } },
      order: { ordinal: 'DESC' },
    });
    return versions.find((version) => version.digest === digest) ?? versions[0] ?? null;
  }

  /** The briefing of this topic that says exactly this, whatever its day: for a text that carries no day. */
  async recogniseByDigest(
    manager: EntityManager,
    topic: Topic,
    digest: string,
  ): Promise<BriefingVersion | null> {
    return manager.findOne(BriefingVersion, {
      where: { digest, briefing: { topic: { id: topic.id } } },
      relations: { briefing: { topic: true } },
    });
  }

  /** The briefings of a topic, the latest first. */
  async editions(manager: EntityManager, topic: Topic): Promise<Edition[]> {
    const versions = await manager.find(BriefingVersion, {
      where: { briefing: { topic: { id: topic.id } } },
      relations: { briefing: true, headline: true, edition: true },
      order: { ordinal: 'ASC' },
    });
    const latest = new Map(versions.map((version) => [version.briefing.id, version]));
    const errata = await errataOf(manager, [...latest.keys()]);
    return [...latest.values()]
      .map(({ briefing, headline, edition }) => ({
        ...{ id: briefing.id, publishedOn: briefing.publishedOn, recordedAt: briefing.recordedAt },
        headline: corrected(errata.get(briefing.id), 'headline', words(headline)),
        edition: corrected(errata.get(briefing.id), 'edition', words(edition)),
      }))
      .sort((a, b) => (a.publishedOn + a.recordedAt < b.publishedOn + b.recordedAt ? 1 : -1));
  }

  /** The version of a briefing that stands. */
  async latest(manager: EntityManager, briefingId: string): Promise<BriefingVersion> {
    return manager.findOneOrFail(BriefingVersion, {
      where: { briefing: { id: briefingId } },
      relations: { briefing: true },
      order: { ordinal: 'DESC' },
    });
  }

  async record(manager: EntityManager, input: NewBriefing): Promise<BriefingVersion> {
    const { content, topic } = input;
    const briefing = manager.create(Briefing, {
      id: newId(),
      topic,
      identity: identityOf(topic, content.headline, content.publishedOn),
      publishedOn: content.publishedOn,
      publicAt: input.publicAt,
      follows: input.follows ?? null,
      loggedBy: { id: input.accountId } as Account,
      recordedAt: toInstant(this.clock.now()),
      version: 1,
    });
    await manager.insert(Briefing, briefing);
    return this.recordVersion(manager, briefing, 1, input);
  }

  /** A further version: the same briefing with another text. */
  async revise(
    manager: EntityManager,
    before: BriefingVersion,
    input: NewBriefing,
  ): Promise<BriefingVersion> {
    await manager.increment(Briefing, { id: before.briefing.id }, 'version', 1);
    return this.recordVersion(manager, before.briefing, before.ordinal + 1, input);
  }

  private async recordVersion(
    manager: EntityManager,
    briefing: Briefing,
    ordinal: number,
    { content, digest, original, accountId }: NewBriefing,
  ): Promise<BriefingVersion> {
    const version = manager.create(BriefingVersion, {
      id: newId(),
      briefing,
      ordinal,
      digest,
      headline: await storeText(manager, content.headline),
      standfirst: await storeOptional(manager, content.standfirst),
      category: await storeOptional(manager, content.category),
      status: await storeOptional(manager, content.status),
      takeaway: await storeOptional(manager, content.takeaway),
      edition: await storeOptional(manager, content.edition),
      original: await storeOptional(manager, original),
      loggedBy: { id: accountId } as Account,
      recordedAt: toInstant(this.clock.now()),
    });
    await manager.insert(BriefingVersion, version);
    await this.recordParts(manager, version, content);
    await indexBriefing(manager, briefing.id);
    return version;
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
