import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { corrected, errataOf } from '../amendments/errata.js';
import { erratumView } from '../amendments/erratum.dto.js';
import { isVisible, onlyVisible, type Sight } from '../database/visibility.js';
import { Database } from '../database/write-gate.js';
import { pageBy } from '../http/page-by.js';
import type { Page, PageQuery } from '../http/paging.js';
import { Problem } from '../problems.js';
import { onlyHolding } from '../texts/search-index.js';
import { words } from '../texts/texts.js';
import {
  type BriefingListItem,
  briefingListItem,
  briefingSourceView,
  type BriefingVersionView,
  type BriefingView,
  perspectiveView,
  sectionView,
} from './briefing.dto.js';
import { Briefing, BriefingVersion } from './briefing.entity.js';
import { BriefingPerspective, BriefingSection, BriefingSource } from './briefing-parts.entity.js';

const VERSION_TEXTS = {
  headline: true,
  standfirst: true,
  category: true,
  status: true,
  takeaway: true,
  edition: true,
} as const;

/** Reads briefings; they are recorded through logging, together with their scenarios and forecasts. */
@Injectable()
export class BriefingsService {
  constructor(private readonly database: Database) {}

  async list(
    sight: Sight,
    page: PageQuery & { topic?: string; q?: string },
  ): Promise<Page<BriefingListItem>> {
    const query = this.database.read
      .createQueryBuilder(Briefing, 'briefing')
      .innerJoinAndSelect('briefing.topic', 'topic');
    onlyVisible(query, 'briefing', sight);
    if (page.topic) query.andWhere('topic.slug = :topic', { topic: page.topic });
    if (page.q !== undefined) onlyHolding(query, 'briefing', 'briefing.id', { q: page.q, desk: sight.desk });
    const found = await pageBy(query, page, 'DESC', [
      ['briefing.publishedOn', (briefing: Briefing) => briefing.publishedOn],
      ['briefing.id', (briefing: Briefing) => briefing.id],
    ]);
    const ids = found.items.map((briefing) => briefing.id);
    const versions = await this.database.read.find(BriefingVersion, {
      where: { briefing: { id: In(ids) } },
      relations: { ...VERSION_TEXTS, briefing: true },
      order: { ordinal: 'ASC' },
    });
    const latest = new Map(versions.map((version) => [version.briefing.id, version]));
    const errata = await errataOf(this.database.read, ids);
    return {
      ...found,
      items: found.items.map((briefing) =>
        briefingListItem(briefing, latest.get(briefing.id)!, errata.get(briefing.id)),
      ),
    };
  }

  async show(id: string, sight: Sight, manager = this.database.read): Promise<BriefingView> {
    const briefing = await manager.findOne(Briefing, {
      where: { id },
      relations: { topic: true, follows: true },
    });
    if (!briefing || !isVisible(briefing, sight))
      throw new Problem('not_found', `There is no briefing “${id}”.`);
    const version = await manager.findOneOrFail(BriefingVersion, {
      where: { briefing: { id } },
      relations: { ...VERSION_TEXTS, original: sight.desk, briefing: true },
      order: { ordinal: 'DESC' },
    });
    const parts = { where: { briefingVersion: { id: version.id } }, order: { ordinal: 'ASC' } } as const;
    const sections = await manager.find(BriefingSection, {
      ...parts,
      relations: { heading: true, body: true },
    });
    const perspectives = await manager.find(BriefingPerspective, {
      ...parts,
      relations: { actor: true, body: true },
    });
    const sources = await manager.find(BriefingSource, { ...parts, relations: { outlet: true, url: true } });
    const errata = (await errataOf(manager, [id])).get(id);
    return {
      ...briefingListItem(briefing, version, errata),
      category: words(version.category),
      status: words(version.status),
      takeaway: corrected(errata, 'takeaway', words(version.takeaway)),
      edition: corrected(errata, 'edition', words(version.edition)),
      sections: sections.map(sectionView),
      perspectives: perspectives.map(perspectiveView),
      sources: sources.map(briefingSourceView),
      follows: briefing.follows && isVisible(briefing.follows, sight) ? briefing.follows.id : null,
      followedBy: await this.followers(manager, id, sight),
      versions: await this.versions(manager, id),
      scenarios: await this.scenarioIds(manager, version, sight),
      errata: (errata ?? []).map((erratum) => erratumView(erratum)),
      ...(sight.desk ? { original: words(version.original) } : {}),
    };
  }

  private async followers(manager: EntityManager, id: string, sight: Sight): Promise<string[]> {
    const query = manager
      .createQueryBuilder(Briefing, 'briefing')
      .where('briefing.followsId = :id', { id })
      .orderBy('briefing.publishedOn')
      .addOrderBy('briefing.id');
    return (await onlyVisible(query, 'briefing', sight).getMany()).map((briefing) => briefing.id);
  }

  private async versions(manager: EntityManager, id: string): Promise<BriefingVersionView[]> {
    const rows = await manager.find(BriefingVersion, {
      where: { briefing: { id } },
      order: { ordinal: 'ASC' },
    });
    return rows.map(({ ordinal, recordedAt }) => ({ version: ordinal, recordedAt }));
  }

  /**
   * Those that it says first, and those that it says again. By table name: scenarios are a later room, and only their
   * ids are wanted here.
   */
  private async scenarioIds(
    manager: EntityManager,
    version: BriefingVersion,
    sight: Sight,
  ): Promise<string[]> {
    const query = manager
      .createQueryBuilder()
      .select('s."id"', 'id')
      .addSelect('COALESCE(e."ordinal", s."ordinal")', 'place')
      .from('scenario', 's')
      .leftJoin('edition_scenario', 'e', 'e."scenarioId" = s."id" AND e."briefingVersionId" = :version')
      .where('(s."briefingId" = :briefing OR e."ordinal" IS NOT NULL)')
      .setParameters({ version: version.id, briefing: version.briefing.id })
      .orderBy('"place"')
      .addOrderBy('s."id"');
    if (!sight.desk) query.andWhere('s."publicAt" <= :now', { now: sight.now });
    return (await query.getRawMany<{ id: string }>()).map(({ id }) => id);
  }
}
