import type { Day } from '../days.js';
import type { RecordsFilter, Vantage } from '../forecasts/counting.js';
import type { Kind, Testability } from '../scenarios/kinds.js';
import type { Term } from '../topics/terms.js';

/** The one set of filters of a report, wherever it is asked for. */
export interface Filters {
  topic?: string;
  kind?: Kind;
  term?: Term;
  forecaster?: string;
  from?: Day;
  to?: Day;
  vantage?: Vantage;
  records?: RecordsFilter;
  testability?: Testability;
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
