import { Injectable } from '@nestjs/common';
import type { PredictionPageData, Site } from '../../client/src/page-data.js';
import { Clock } from '../clock.js';
import { sightOf } from '../http/sight.js';
import { ANYONE } from '../http/viewer.js';
import { ScenarioRecords } from '../scenario-records/scenario-records.service.js';
import { ScenariosService } from '../scenarios/scenarios.service.js';
import type { AskedFor, PageSource } from './page-source.js';
import { RecordPages } from './record-pages.js';
import { SiteFacts } from './site-facts.js';

/** The pages' data from the record itself, as anyone may see it. */
@Injectable()
export class RecordPageSource implements PageSource {
  constructor(
    private readonly clock: Clock,
    private readonly facts: SiteFacts,
    private readonly scenarios: ScenariosService,
    private readonly records: ScenarioRecords,
    private readonly whole: RecordPages,
  ) {}

  site(): Promise<Site> {
    return this.facts.site();
  }

  async front(asked: AskedFor) {
    return { site: await this.site(), ...(await this.whole.front(asked)) };
  }

  async record(asked: AskedFor) {
    return { site: await this.site(), ...(await this.whole.record(asked)) };
  }

  async calibration(asked: AskedFor) {
    return { site: await this.site(), ...(await this.whole.calibration(asked)) };
  }

  async method() {
    return { site: await this.site(), ...(await this.whole.method()) };
  }

  async prediction(id: string): Promise<PredictionPageData> {
    const scenario = await this.records.show(id, sightOf(ANYONE, this.clock));
    return { page: 'prediction', site: await this.site(), today: this.scenarios.today(scenario), scenario };
  }
}
