import { PickType } from '@nestjs/swagger';
import { FiltersQuery } from '../track-records/report.query.js';

const FOLLOWED = ['cursor', 'kind', 'term', 'from', 'to', 'vantage', 'records', 'testability'] as const;

/** The filters of the pages. */
export class FeedQuery extends PickType(FiltersQuery, FOLLOWED) {}

export class SiteFeedQuery extends PickType(FiltersQuery, [...FOLLOWED, 'topic', 'forecaster']) {}
