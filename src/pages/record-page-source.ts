import { Injectable } from '@nestjs/common';
import type { FrontPageData, FrontQuery, PredictionPageData, Site } from '../../client/src/page-data.js';
import { Clock } from '../clock.js';
import type { Sight } from '../database/visibility.js';
import { ForecastersService } from '../forecasters/forecasters.service.js';
import { sightOf } from '../http/sight.js';
import { ANYONE } from '../http/viewer.js';
import { AgreementService } from '../rereads/agreement.service.js';
import { ScenarioRecords } from '../scenario-records/scenario-records.service.js';
import { ScenariosService } from '../scenarios/scenarios.service.js';
import { SettingsService } from '../settings/settings.service.js';
import { TopicsService } from '../topics/topics.service.js';
import { TrackRecords } from '../track-records/track-records.service.js';
import { predictionOf, scenarioOf } from './page-data.js';
import type { PageSource } from './page-source.js';

/** A page holds this many predictions, so that it stays light. */
const PAGE = 25;
const EXTREMES = 5;
const CHOICES = 100;

/** The pages' data from the record itself, as anyone may see it. */
@Injectable()
export class RecordPageSource implements PageSource {
  constructor(
    private readonly clock: Clock,
    private readonly settings: SettingsService,
    private readonly topics: TopicsService,
    private readonly forecasters: ForecastersService,
    private readonly scenarios: ScenariosService,
    private readonly records: ScenarioRecords,
    private readonly trackRecords: TrackRecords,
    private readonly agreements: AgreementService,
  ) {}

  async site(): Promise<Site> {
    const { name, line, contact } = await this.settings.house();
    return {
      ...{ name, line, contact },
      example: (await this.settings.get('example_desk')) !== null,
      origin: null,
    };
  }

  async front(query: FrontQuery): Promise<FrontPageData> {
    const { state = 'resolved', cursor: _cursor, bin: _bin, ...filters } = query;
    const sight = this.publicSight();
    const report = await this.trackRecords.report(filters, sight);
    const extremes = (sort: 'worst' | 'best') =>
      this.trackRecords.items({ ...filters, sort, limit: EXTREMES }, sight);
    return {
      page: 'front',
      site: await this.site(),
      query,
      report: report as FrontPageData['report'],
      rereads: await this.agreements.agreement(filters, sight),
      list: { state, ...(await this.list(query, sight)) },
      worst: (await extremes('worst')).items.map(predictionOf),
      best: (await extremes('best')).items.map(predictionOf),
      choices: await this.choices(sight),
    };
  }

  async prediction(id: string): Promise<PredictionPageData> {
    const scenario = await this.records.show(id, this.publicSight());
    return { page: 'prediction', site: await this.site(), today: this.scenarios.today(scenario), scenario };
  }

  /** Counted forecasts, each scored; or the scenarios that are open, overdue or annulled, which have no score. */
  private async list({ state = 'resolved', cursor, bin, ...filters }: FrontQuery, sight: Sight) {
    const page = { limit: PAGE, ...(cursor !== undefined && { cursor }) };
    if (state === 'resolved') {
      const sort = bin === undefined ? 'recent' : 'worst';
      const found = await this.trackRecords.items({ ...filters, ...page, sort, ...(bin && { bin }) }, sight);
      return { items: found.items.map(predictionOf), next: found.next };
    }
    const { topic, kind, term, forecaster } = filters;
    const found = await this.scenarios.list(sight, { topic, kind, term, forecaster, state, ...page });
    const items = found.items.filter((one) => state !== 'open' || !one.overdue).map(scenarioOf);
    return { items, next: found.next };
  }

  private async choices(sight: Sight): Promise<FrontPageData['choices']> {
    const [topics, forecasters] = await Promise.all([
      this.topics.list(sight, { limit: CHOICES }),
      this.forecasters.list(sight, { limit: CHOICES }),
    ]);
    return {
      topics: topics.items.map(({ slug, title }) => ({ slug, title })),
      forecasters: forecasters.items.map(({ slug, name }) => ({ slug, name })),
    };
  }

  private publicSight(): Sight {
    return sightOf(ANYONE, this.clock);
  }
}
