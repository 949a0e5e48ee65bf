import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { recordChange } from '../accounts/state-change.entity.js';
import { Clock } from '../clock.js';
import { newId } from '../database/ids.js';
import { bumpRecordVersion } from '../database/record-version.js';
import type { Sight } from '../database/visibility.js';
import { Database } from '../database/write-gate.js';
import { toInstant } from '../days.js';
import { pageBy } from '../http/page-by.js';
import type { Page, PageQuery } from '../http/paging.js';
import type { Viewer } from '../http/viewer.js';
import { Problem } from '../problems.js';
import { slugOf } from '../topics/slug.js';
import { type ForecasterView, forecasterView } from './forecaster.dto.js';
import { Forecaster, type ForecasterKind } from './forecaster.entity.js';

/** Under whose name a forecast stands that names nobody. */
export const DESK = { slug: 'desk', name: 'Desk', kind: 'desk' as const };

/** A name without a forecast on a public scenario would tell readers of what is hidden. */
const HAS_PUBLIC = `EXISTS (SELECT 1 FROM "forecast" f JOIN "scenario" s ON s."id" = f."scenarioId"
  WHERE f."forecasterId" = forecaster.id AND s."publicAt" <= :sightNow)`;

@Injectable()
export class ForecastersService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async list(sight: Sight, page: PageQuery): Promise<Page<ForecasterView>> {
    const found = await pageBy(this.visible(sight), page, 'ASC', [
      ['forecaster.name', (one: Forecaster) => one.name],
      ['forecaster.id', (one: Forecaster) => one.id],
    ]);
    return { ...found, items: found.items.map(forecasterView) };
  }

  async show(slug: string, sight: Sight): Promise<ForecasterView> {
    return forecasterView(await this.require(slug, sight));
  }

  /** @throws {Problem} not_found, also for a person whose record is not public and a viewer who is not of the desk */
  async require(slug: string, sight: Sight): Promise<Forecaster> {
    const forecaster = await this.visible(sight).andWhere('forecaster.slug = :slug', { slug }).getOne();
    if (!forecaster) throw new Problem('not_found', `There is no public track record of “${slug}”.`);
    return forecaster;
  }

  /**
   * Whoever is named beside a forecast that this sight sees, also a person whose track record is not public.
   *
   * @throws {Problem} not_found
   */
  async named(slug: string, sight: Sight): Promise<ForecasterView> {
    const query = this.database.read
      .createQueryBuilder(Forecaster, 'forecaster')
      .where('forecaster.slug = :slug', { slug });
    if (!sight.desk) query.andWhere(HAS_PUBLIC, { sightNow: sight.now });
    const forecaster = await query.getOne();
    if (!forecaster) throw new Problem('not_found', `Nothing is on record of “${slug}”.`);
    return forecasterView(forecaster);
  }

  /**
   * The forecaster of that slug or name, for a forecast that an account logs: a new name is a new person.
   *
   * @throws {Problem} forecaster_not_allowed where the account may not log for them
   */
  async ensure(manager: EntityManager, name: string | undefined, viewer: Viewer): Promise<Forecaster> {
    const slug = name === undefined ? DESK.slug : slugOf(name);
    if (viewer.mayLogFor !== '*' && !viewer.mayLogFor.includes(slug))
      throw new Problem(
        'forecaster_not_allowed',
        `This account may log for ${viewer.mayLogFor.join(', ') || 'nobody'}, not for “${slug}”.`,
        { forecaster: slug },
      );
    const known = await manager.findOneBy(Forecaster, { slug });
    if (known) return known;
    return slug === DESK.slug
      ? this.add(manager, DESK.slug, DESK.name, DESK.kind)
      : this.add(manager, slug, name!.trim(), 'person');
  }

  /** The forecaster of that slug or name, the desk if none is named; null for one who has said nothing yet. */
  find(manager: EntityManager, name: string | undefined): Promise<Forecaster | null> {
    return manager.findOneBy(Forecaster, { slug: name === undefined ? DESK.slug : slugOf(name) });
  }

  /** Adds a forecaster, or changes the kind, name and publicity of the one of that slug. */
  async set(
    slug: string,
    change: { name?: string; kind?: ForecasterKind; public?: boolean },
  ): Promise<ForecasterView> {
    return this.database.withWriteTransaction(async (manager) => {
      const known =
        (await manager.findOneBy(Forecaster, { slug: slugOf(slug) })) ??
        (await this.add(manager, slugOf(slug), change.name ?? slug, change.kind ?? 'person'));
      const wasPublic = known.isPublic === 1;
      const before = fieldsOf(known);
      known.name = change.name ?? known.name;
      known.kind = change.kind ?? known.kind;
      if (change.public !== undefined) known.isPublic = Number(change.public);
      const { id, name, kind, isPublic } = known;
      await manager.update(Forecaster, { id }, { name, kind, isPublic });
      await this.recordChange(manager, known.slug, before, fieldsOf(known));
      await bumpRecordVersion(manager, wasPublic || isPublic === 1);
      return forecasterView(known);
    });
  }

  private visible(sight: Sight) {
    const query = this.database.read.createQueryBuilder(Forecaster, 'forecaster');
    if (!sight.desk) query.andWhere(`forecaster.isPublic = 1 AND ${HAS_PUBLIC}`, { sightNow: sight.now });
    return query;
  }

  private async add(
    manager: EntityManager,
    slug: string,
    name: string,
    kind: ForecasterKind,
  ): Promise<Forecaster> {
    const forecaster = manager.create(Forecaster, {
      ...{ id: newId(), slug, name, kind },
      isPublic: kind === 'person' ? 0 : 1,
      recordedAt: toInstant(this.clock.now()),
    });
    await manager.insert(Forecaster, forecaster);
    await this.recordChange(manager, slug, {}, fieldsOf(forecaster));
    return forecaster;
  }

  private recordChange(
    manager: EntityManager,
    name: string,
    before: Partial<ForecasterFields>,
    after: ForecasterFields,
  ): Promise<void> {
    const at = toInstant(this.clock.now());
    return recordChange(manager, { subject: 'forecaster', name, at, before, after });
  }
}

type ForecasterFields = ReturnType<typeof fieldsOf>;

/** What can change of a forecaster, as it goes on record. */
const fieldsOf = ({ name, kind, isPublic }: Forecaster) => ({
  name,
  kind,
  visibility: isPublic === 1 ? 'public' : 'private',
});
