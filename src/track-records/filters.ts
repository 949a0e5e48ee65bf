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

const RECORDS_WORDS: Record<RecordsFilter, string> = {
  live: 'live forecasts alone',
  all: 'live and archival forecasts',
};

/** Which scenarios are chosen, in words. */
export function chosenWords({ topic, kind, term, forecaster, from, to, testability }: Filters): string {
  const days =
    from && to
      ? `settled from ${from} to ${to}`
      : from
        ? `settled from ${from} on`
        : to && `settled until ${to}`;
  return [
    kind ? `${kind} scenarios` : 'all scenarios',
    term && `of ${term} term`,
    topic && `in “${topic}”`,
    testability && `whose testability is ${testability}`,
    forecaster && `forecast by “${forecaster}”`,
    days,
  ]
    .filter(Boolean)
    .join(' ');
}

/** Which of their forecasts count, in words; of what is not said, nothing. */
export const countedWords = ({ vantage, records }: Pick<Filters, 'vantage' | 'records'>): string =>
  [vantage && VANTAGE_WORDS[vantage], records && RECORDS_WORDS[records]].filter(Boolean).join('; ');

/** The filters in force, as values and in words. */
export function selectionOf(filters: Filters): Record<string, unknown> & { text: string } {
  const { topic, kind, term, forecaster, from, to, testability } = filters;
  const counted = { vantage: filters.vantage ?? 'first', records: filters.records ?? 'live' } as const;
  const values = Object.fromEntries(
    Object.entries({ topic, kind, term, forecaster, from, to, testability }).filter(
      ([, value]) => value !== undefined,
    ),
  );
  return { ...values, ...counted, text: `${chosenWords(filters)}: ${countedWords(counted)}` };
}
