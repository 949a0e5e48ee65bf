import { ApiProperty } from '@nestjs/swagger';
import { RECORDS, type RecordsFilter, type Vantage, VANTAGES } from '../forecasts/counting.js';
import { PageQuery } from '../http/paging.js';
import { Day, OneOf, Text } from '../http/validation.js';
import { type Kind, KINDS, TESTABILITIES, type Testability } from '../scenarios/scenario.entity.js';
import { type Term, TERMS } from '../topics/topic.entity.js';
import { MARKS } from '../tallies/fate.js';
import type { Filters } from './filters.js';

export const GROUPINGS = ['forecaster', 'topic', 'kind', 'term', 'month'] as const;
export type Grouping = (typeof GROUPINGS)[number];
/**
 * What a list can be narrowed to: a mark of the outcome, the resolved scenarios without a forecast that counts, or the
 * forecasts that a changed question ended.
 */
export const ONLY = [...MARKS, 'unscored', 'ended'] as const;
export type Only = (typeof ONLY)[number];
export const SORTS = ['recent', 'worst', 'best'] as const;
export type Sort = (typeof SORTS)[number];

export class FiltersQuery extends PageQuery implements Filters {
  @Text({ max: 64, optional: true, description: 'slug of a topic' }) topic?: string;
  @OneOf(KINDS, { optional: true }) kind?: Kind;
  @OneOf(TERMS, { optional: true }) term?: Term;
  @Text({ max: 64, optional: true, description: 'slug of a forecaster' }) forecaster?: string;
  @Day({ optional: true, description: 'first day of the outcome; of the deadline, for what is open' })
  from?: string;
  @Day({ optional: true, description: 'last day of the outcome; of the deadline, for what is open' })
  to?: string;
  @OneOf(VANTAGES, { optional: true, description: 'which forecast counts; first if missing' })
  vantage?: Vantage;
  @OneOf(RECORDS, { optional: true, description: 'live if missing; all counts archival ones too' })
  records?: RecordsFilter;
  @OneOf(TESTABILITIES, { optional: true }) testability?: Testability;
}

export class CalibrationQuery extends FiltersQuery {
  @OneOf(GROUPINGS, { optional: true, description: 'answers {groups} instead of one report' })
  groupBy?: Grouping;
}

export class TrackRecordQuery extends FiltersQuery {
  @OneOf(SORTS, { optional: true, description: 'recent if missing; worst and best by squared gap' })
  sort?: Sort;

  @ApiProperty({ required: false, example: '70-80', description: 'only forecasts of 70 % up to 80 %' })
  @Text({ max: 7, optional: true, pattern: /^\d{1,3}-\d{1,3}$/ })
  bin?: string;

  @OneOf(ONLY, {
    optional: true,
    description:
      'early: settled before its deadline; late: happened after it; judged; selfResolved; undated; occurred; ' +
      'unscored: resolved scenarios without a forecast that counts, by day; ' +
      'ended: forecasts that a changed question ended, which are not scored',
  })
  only?: Only;

  @Text({ max: 200, optional: true, description: 'words, or beginnings of words, that it holds' }) q?: string;
}
