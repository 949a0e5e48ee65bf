import { Injectable } from '@nestjs/common';
import { predictionCard, recordCard } from '../../../client/src/cards.js';
import type { Report } from '../../../client/src/data.js';
import type { EmbedProps } from '../../../client/src/embeds/embed-page.js';
import { Clock } from '../../clock.js';
import { ForecastersService } from '../../forecasters/forecasters.service.js';
import { sightOf } from '../../http/sight.js';
import { ANYONE } from '../../http/viewer.js';
import { ScenarioRecords } from '../../scenario-records/scenario-records.service.js';
import { ScenariosService } from '../../scenarios/scenarios.service.js';
import type { Filters } from '../../track-records/filters.js';
import { TrackRecords } from '../../track-records/track-records.service.js';
import { SiteFacts } from '../site-facts.js';

/** What may stand in a frame on another site, as anyone may see it. */
@Injectable()
export class Embeds {
  constructor(
    private readonly clock: Clock,
    private readonly site: SiteFacts,
    private readonly forecasters: ForecastersService,
    private readonly scenarios: ScenariosService,
    private readonly records: ScenarioRecords,
    private readonly trackRecords: TrackRecords,
  ) {}

  /** @throws {Problem} not_found also for what is not public */
  async scenario(id: string): Promise<EmbedProps> {
    const site = await this.site.site();
    const scenario = await this.records.show(id, this.sight());
    return {
      card: predictionCard(site, scenario, this.scenarios.today(scenario)),
      href: `${site.origin ?? ''}/scenarios/${id}`,
      picture: null,
      open: scenario.state === 'open',
    };
  }

  /** @throws {Problem} not_found for a topic or a forecaster that the public may not see */
  async calibration(filters: Filters): Promise<EmbedProps> {
    const { topic, kind, term, forecaster, from, to, vantage, records, testability } = filters;
    const asked = { topic, kind, term, forecaster, from, to, vantage, records, testability };
    return this.record('Track record', null, asked, '/calibration');
  }

  /** @throws {Problem} not_found also for a person whose record is not public */
  async forecaster(slug: string): Promise<EmbedProps> {
    const { name } = await this.forecasters.show(slug, this.sight());
    return this.record('Track record', name, { forecaster: slug }, `/forecasters/${slug}`);
  }

  private async record(
    kicker: string,
    title: string | null,
    filters: Filters,
    path: string,
  ): Promise<EmbedProps> {
    const site = await this.site.site();
    const report = (await this.trackRecords.report(filters, this.sight())) as Report;
    const query = new URLSearchParams(
      Object.entries(filters).filter((entry): entry is [string, string] => entry[1] !== undefined),
    ).toString();
    const asked = query ? `?${query}` : '';
    const card = recordCard(site, kicker, title ?? sentence(report.selection.text), report);
    return {
      card,
      href: `${site.origin ?? ''}${path}${path === '/calibration' ? asked : ''}`,
      picture: card.report && `/pictures/reliability.png${asked}`,
      open: false,
    };
  }

  private sight() {
    return sightOf(ANYONE, this.clock);
  }
}

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
