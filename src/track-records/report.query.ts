import { ApiProperty } from '@nestjs/swagger';
import type { Day as DayText } from '../days.js';
import { RECORDS, type RecordsFilter, type Vantage, VANTAGES } from '../forecasts/counting.js';
import { PageQuery } from '../http/paging.js';
import { Day, OneOf, Text } from '../http/validation.js';
import { type Kind, KINDS, TESTABILITIES, type Testability } from '../scenarios/scenario.entity.js';
import { type Term, TERMS } from '../topics/topic.entity.js';

/** The one set of filters of a report, wherever it is asked for. */
export interface Filters {
  topic?: string;
  kind?: Kind;
  term?: Term;
  forecaster?: string;
  from?: DayText;
  to?: DayText;
  vantage?: Vantage;
  records?: RecordsFilter;
  testability?: Testability;
}

export const GROUPINGS = ['forecaster', 'topic', 'kind', 'term', 'month'] as const;
export type Grouping = (typeof GROUPINGS)[number];
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
}

const VANTAGE_WORDS: Record<Vantage, string> = {
  first: 'each forecaster’s first forecast',
  last: 'each forecaster’s last forecast before the outcome',
  timeWeighted: 'each forecaster’s forecasts, weighted by the days they stood',
};

/** The filters in force, as values and in words. */
export function selectionOf(filters: Filters): Record<string, unknown> & { text: string } {
  const { topic, kind, term, forecaster, from, to, testability } = filters;
  const vantage = filters.vantage ?? 'first';
  const records = filters.records ?? 'live';
  const values = Object.fromEntries(
    Object.entries({ topic, kind, term, forecaster, from, to, testability }).filter(
      ([, value]) => value !== undefined,
    ),
  );
  const of = [
    kind ? `${kind} scenarios` : 'all scenarios',
    term && `of ${term} term`,
    topic && `in “${topic}”`,
    testability && `whose testability is ${testability}`,
    forecaster && `forecast by “${forecaster}”`,
    from && to
      ? `settled from ${from} to ${to}`
      : from
        ? `settled from ${from} on`
        : to && `settled until ${to}`,
  ].filter(Boolean);
  const counted = records === 'live' ? 'live forecasts alone' : 'live and archival forecasts';
  return { ...values, vantage, records, text: `${of.join(' ')}: ${VANTAGE_WORDS[vantage]}; ${counted}` };
}
