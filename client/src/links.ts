import type { FrontQuery } from './page-data.js';

/** The front page under these filters; what is empty stays out of the address. */
export function frontLink(query: FrontQuery, change: FrontQuery = {}, anchor = ''): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...query, ...change })) if (value) params.set(name, value);
  const text = params.toString();
  return `/${text ? `?${text}` : ''}${anchor ? `#${anchor}` : ''}`;
}

/** The forecasts behind one point of the diagram, worst first. */
export function binLink(query: FrontQuery, bin: { from: number; to: number }): string {
  const name = `${Math.round(bin.from * 100)}-${Math.round(bin.to * 100)}`;
  return frontLink(query, { bin: name, state: undefined, cursor: undefined }, 'predictions');
}

export function scenarioLink(id: string): string {
  return `/scenarios/${encodeURIComponent(id)}`;
}

/** Only web addresses become links: a source's address is other people's text. */
export function webAddress(url: string | null): string | null {
  return url !== null && /^https?:\/\//i.test(url) ? url : null;
}

/** What a report is asked for: the part of a page's address that its pictures, data and embed take too. */
const FILTERS = [
  ...['topic', 'kind', 'term', 'forecaster', 'from', 'to', 'vantage', 'records', 'testability'],
] as const;

/** The filters of a page as an address has them, with `?` where there are any. */
export function filtersOf(query: object): string {
  const values = query as Record<string, unknown>;
  const set = FILTERS.flatMap((name) => {
    const value = values[name];
    return typeof value === 'string' && value !== '' ? [[name, value]] : [];
  });
  return set.length === 0 ? '' : `?${new URLSearchParams(set).toString()}`;
}

/** A chart of a selection, as the server draws it. */
export const pictureLink = (chart: 'reliability' | 'histogram', query: object): string =>
  `/pictures/${chart}.png${filtersOf(query)}`;
