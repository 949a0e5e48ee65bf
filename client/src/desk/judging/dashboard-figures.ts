/** What the dashboard says of each part of the record, and where the rows behind a number are. Pure. */
import type { Report } from '../../data.js';

export const GROUPINGS = ['forecaster', 'topic', 'kind', 'term', 'month'] as const;
export type Grouping = (typeof GROUPINGS)[number];

export interface Group {
  key: string;
  title: string;
  report: Report;
}

export interface DashboardRow {
  key: string;
  title: string;
  report: Report;
  /** parts of 1; null where there is nothing to have a part of */
  resolvedEarly: number | null;
  annulled: number | null;
  overdue: number | null;
  archival: number | null;
  observable: number | null;
  judged: number | null;
  /** the rows behind each number */
  links: Record<'counted' | 'early' | 'annulled' | 'overdue' | 'archival' | 'observable', string>;
}

const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

/** The filters that select a group, as the pages and the API take them. */
export function filtersOf(by: Grouping, key: string): Record<string, string> {
  if (by !== 'month') return { [by]: key };
  const [year, month] = key.split('-').map(Number);
  const last = new Date(Date.UTC(year!, month, 0)).getUTCDate();
  return { from: `${key}-01`, to: `${key}-${last}` };
}

const address = (path: string, filters: Record<string, string>): string => {
  const query = new URLSearchParams(filters).toString();
  return `${path}${query && `?${query}`}`;
};

/**
 * @param live what counts
 * @param all the same with archival forecasts
 * @param observable the same of what the criteria make observable
 */
export function dashboardRow(
  { key, title, report }: Group,
  all: Report | undefined,
  observable: Report | undefined,
  filters: Record<string, string>,
): DashboardRow {
  const { n, scenarios, annulled, overdue } = report;
  const due = scenarios + annulled + overdue;
  const listed = (state: string) => address('/record', { ...filters, state });
  return {
    ...{ key, title, report },
    resolvedEarly: share(report.resolvedEarly, scenarios),
    annulled: share(annulled, scenarios + annulled),
    overdue: share(overdue, due),
    archival: all ? share(all.n - n, all.n) : null,
    observable: share(observable?.scenarios ?? 0, scenarios),
    judged: share(due - overdue, due),
    links: {
      counted: address('/record', filters),
      early: address('/record', { ...filters, only: 'early' }),
      annulled: listed('annulled'),
      overdue:
        'topic' in filters ? address('/desk/queue', { ...filters, reason: 'overdue' }) : listed('overdue'),
      archival: address('/record', { ...filters, records: 'all' }),
      observable: address('/record', { ...filters, testability: 'observable' }),
    },
  };
}
