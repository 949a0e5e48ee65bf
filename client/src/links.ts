import { isWebAddress } from '../../src/web-address.js';
import type { Filters, RecordQuery } from './page-data.js';

/** An address under these filters; what is empty stays out of it. */
export function addressOf(path: string, query: RecordQuery, change: RecordQuery = {}, anchor = ''): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...query, ...change })) if (value) params.set(name, value);
  const text = params.toString();
  return `${path}${text ? `?${text}` : ''}${anchor ? `#${anchor}` : ''}`;
}

/** The part of an address that says what is counted. */
export function filtersOf(query: RecordQuery): Filters {
  const { topic, kind, term, forecaster, from, to, vantage, records, testability } = query;
  const filters = { topic, kind, term, forecaster, from, to, vantage, records, testability };
  return Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined));
}

/** The data of a list of the record: all of it, where the page shows a part. */
export const dataLink = (query: RecordQuery, format: 'csv' | 'json'): string =>
  addressOf(`/record.${format}`, query, { cursor: undefined, groupBy: undefined });

/** The forecasts behind one point of the diagram, worst first. */
export function binLink(query: RecordQuery, bin: { from: number; to: number }): string {
  const name = `${Math.round(bin.from * 100)}-${Math.round(bin.to * 100)}`;
  return addressOf('/record', filtersOf(query), { bin: name });
}

export function scenarioLink(id: string): string {
  return `/scenarios/${encodeURIComponent(id)}`;
}

/** Only web addresses become links: a source's address is other people's text. */
export function webAddress(url: string | null): string | null {
  return url !== null && isWebAddress(url) ? url : null;
}

/** A chart of a selection, as the server draws it. */
export const pictureLink = (chart: 'reliability' | 'histogram', query: RecordQuery): string =>
  addressOf(`/pictures/${chart}.png`, filtersOf(query));
