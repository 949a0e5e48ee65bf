import { Injectable } from '@nestjs/common';
import type { Group } from '../../client/src/data.js';
import { filtersOf } from '../../client/src/links.js';
import type {
  Asked,
  CalibrationPageData,
  FrontPageData,
  Grouping,
  MethodPageData,
  RecordPageData,
  RecordQuery,
} from '../../client/src/page-data.js';
import { Clock } from '../clock.js';
import type { Sight } from '../database/visibility.js';
import { ForecastersService } from '../forecasters/forecasters.service.js';
import { sightOf } from '../http/sight.js';
import { ANYONE } from '../http/viewer.js';
import { AgreementService } from '../rereads/agreement.service.js';
import { ScenariosService } from '../scenarios/scenarios.service.js';
import { TopicsService } from '../topics/topics.service.js';
import type { Filters } from '../track-records/filters.js';
import { thinned } from '../track-records/over-time.js';
import { TrackRecords } from '../track-records/track-records.service.js';
import { groupOf, predictionOf, scenarioOf } from './page-data.js';
import type { AskedFor } from './page-source.js';

/** A page holds this many predictions, so that it stays light. */
const PAGE = 25;
const EXTREMES = 5;
/** A record too small for a chart is listed whole. */
const LATELY = 10;
const NEWEST = 5;
const CHOICES = 200;
/** A table beside a chart that a person can still read. */
const POINTS = 60;

type Data<T> = Omit<T, 'site'>;

/** The data of the pages that show the record as a whole, as anyone may see it. */
@Injectable()
export class RecordPages {
  constructor(
    private readonly clock: Clock,
    private readonly topics: TopicsService,
    private readonly forecasters: ForecastersService,
    private readonly scenarios: ScenariosService,
    private readonly trackRecords: TrackRecords,
    private readonly agreements: AgreementService,
  ) {}

  async front(asked: AskedFor): Promise<Data<FrontPageData>> {
    const filters = filtersOf(asked.query);
    const sight = this.publicSight();
    const items = async (sort: 'worst' | 'best' | 'recent', limit: number) =>
      (await this.trackRecords.items({ ...filters, sort, limit }, sight)).items.map(predictionOf);
    const { topic, kind, term, forecaster, testability } = filters;
    const newest = await this.scenarios.list(sight, {
      ...{ topic, kind, term, forecaster, testability },
      limit: NEWEST,
    });
    return {
      page: 'front',
      ...(await this.asked(asked, sight)),
      ...(await this.figures(filters, sight)),
      groups: {
        kind: await this.groups(filters, 'kind', sight),
        term: await this.groups(filters, 'term', sight),
      },
      worst: await items('worst', EXTREMES),
      best: await items('best', EXTREMES),
      lately: await items('recent', LATELY),
      newest: newest.items.map(scenarioOf),
    };
  }

  async calibration(asked: AskedFor): Promise<Data<CalibrationPageData>> {
    const filters = filtersOf(asked.query);
    const sight = this.publicSight();
    const by: Grouping[] = asked.query.groupBy ? [asked.query.groupBy] : ['kind', 'term'];
    const groups: CalibrationPageData['groups'] = {};
    for (const grouping of by) groups[grouping] = await this.groups(filters, grouping, sight);
    return {
      page: 'calibration',
      ...(await this.asked(asked, sight)),
      ...(await this.figures(filters, sight)),
      groups,
    };
  }

  async record(asked: AskedFor): Promise<Data<RecordPageData>> {
    const sight = this.publicSight();
    return {
      page: 'record',
      ...(await this.asked(asked, sight)),
      report: (await this.trackRecords.report(filtersOf(asked.query), sight)) as RecordPageData['report'],
      list: await this.list(asked.query, sight),
    };
  }

  async method(): Promise<Data<MethodPageData>> {
    const sight = this.publicSight();
    const [item] = (await this.trackRecords.items({ sort: 'recent', limit: 1 }, sight)).items;
    if (!item) return { page: 'method', example: null };
    const report = (await this.trackRecords.report({}, sight)) as RecordPageData['report'];
    return { page: 'method', example: { item: predictionOf(item), report } };
  }

  private async figures(filters: Filters, sight: Sight) {
    const overTime = await this.trackRecords.overTime(filters, sight);
    return {
      report: (await this.trackRecords.report(filters, sight)) as FrontPageData['report'],
      rereads: await this.agreements.agreement(filters, sight),
      overTime: { ...overTime, points: thinned(overTime.points, POINTS) },
    };
  }

  private async groups(filters: Filters, by: Grouping, sight: Sight): Promise<Group[]> {
    return (await this.trackRecords.groups(filters, by, sight)).groups.map(groupOf);
  }

  /** Counted forecasts, each scored; or the scenarios that are open, overdue or annulled, which have no score. */
  private async list(query: RecordQuery, sight: Sight): Promise<RecordPageData['list']> {
    const { state = 'resolved', cursor, bin, only, q, sort } = query;
    const filters = filtersOf(query);
    const page = { limit: PAGE, ...(cursor !== undefined && { cursor }), ...(q !== undefined && { q }) };
    if (state === 'resolved') {
      const order = sort ?? (bin === undefined ? 'recent' : 'worst');
      const found = await this.trackRecords.items(
        { ...filters, ...page, sort: order, ...(bin !== undefined && { bin }), ...(only && { only }) },
        sight,
      );
      return { state, items: found.items.map(predictionOf), next: found.next };
    }
    const { topic, kind, term, forecaster, testability, from, to } = filters;
    const found = await this.scenarios.list(sight, {
      ...{ topic, kind, term, forecaster, testability, from, to },
      ...{ state: state === 'open' ? 'pending' : state, ...page },
    });
    return { state, items: found.items.map(scenarioOf), next: found.next };
  }

  private async asked(asked: AskedFor, sight: Sight): Promise<Asked> {
    const topics = await this.topics.list(sight, { limit: CHOICES });
    const forecasters = await this.forecasters.list(sight, { limit: CHOICES });
    return {
      query: asked.query,
      ignored: asked.ignored,
      choices: {
        topics: topics.items.map(({ slug, title }) => ({ slug, title })),
        forecasters: forecasters.items.map(({ slug, name }) => ({ slug, name })),
      },
    };
  }

  private publicSight(): Sight {
    return sightOf(ANYONE, this.clock);
  }
}
