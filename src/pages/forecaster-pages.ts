import { Injectable } from '@nestjs/common';
import type { ForecasterItem, ForecasterPageData, ForecastersPageData } from '../../client/src/story-data.js';
import { brierScore } from '../calibration/index.js';
import type { Sight } from '../database/visibility.js';
import type { ForecasterView } from '../forecasters/forecaster.dto.js';
import { ForecastersService } from '../forecasters/forecasters.service.js';
import { ScenariosService } from '../scenarios/scenarios.service.js';
import { TrackRecords } from '../track-records/track-records.service.js';
import { predictionOf } from './page-data.js';
import { part, StoryParts } from './story-parts.js';
import { LIST, PART, partOf, type RawQuery } from './story-query.js';

const EXTREMES = 5;

@Injectable()
export class ForecasterPages {
  constructor(
    private readonly forecasters: ForecastersService,
    private readonly scenarios: ScenariosService,
    private readonly trackRecords: TrackRecords,
    private readonly parts: StoryParts,
  ) {}

  async list(raw: RawQuery, sight: Sight): Promise<Omit<ForecastersPageData, 'site'>> {
    const page = partOf(raw, 'cursor', LIST);
    const found = await this.forecasters.list(sight, page);
    const items = await Promise.all(found.items.map((one) => this.item(one, sight)));
    return { page: 'forecasters', list: { items, next: found.next, isFirst: page.cursor === undefined } };
  }

  /** @throws {Problem} not_found for whoever is named nowhere that may be seen */
  async forecaster(slug: string, raw: RawQuery, sight: Sight): Promise<Omit<ForecasterPageData, 'site'>> {
    const found = await this.forecasters.named(slug, sight);
    const { name, kind } = found;
    const record = found.public ? await this.record(slug, raw, sight) : null;
    return { page: 'forecaster', forecaster: { slug, name, kind }, record };
  }

  private async record(
    forecaster: string,
    raw: RawQuery,
    sight: Sight,
  ): Promise<NonNullable<ForecasterPageData['record']>> {
    const by = { forecaster };
    const report = await this.trackRecords.report(by, sight);
    const extremes = async (sort: 'worst' | 'best') =>
      (await this.trackRecords.items({ ...by, sort, limit: EXTREMES }, sight)).items.map(predictionOf);
    const unscored = async (state: 'open' | 'annulled') => {
      const page = partOf(raw, state, PART);
      const found = await this.scenarios.list(sight, { ...by, state, sort: 'deadline', ...page });
      return this.parts.standingPart(found, page, forecaster);
    };
    const resolved = partOf(raw, 'resolved', LIST);
    return {
      report: report as NonNullable<ForecasterPageData['record']>['report'],
      worst: await extremes('worst'),
      best: await extremes('best'),
      resolved: part(await this.trackRecords.items({ ...by, ...resolved }, sight), resolved, predictionOf),
      open: await unscored('open'),
      annulled: await unscored('annulled'),
    };
  }

  private async item({ slug, name, kind }: ForecasterView, sight: Sight): Promise<ForecasterItem> {
    const { tally, pairs, counts } = await this.trackRecords.input({ forecaster: slug }, sight);
    return { slug, name, kind, n: pairs ?? 0, open: counts.open, brierScore: brierScore(tally) };
  }
}
