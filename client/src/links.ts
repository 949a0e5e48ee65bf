import type { FrontQuery } from './data.js';

/** The front page under these filters; what is empty stays out of the address. */
export function frontLink(query: FrontQuery, change: FrontQuery = {}, anchor = ''): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...query, ...change })) if (value) params.set(name, value);
  const text = params.toString();
  return `/${text ? `?${text}` : ''}${anchor ? `#${anchor}` : ''}`;
}

export function scenarioLink(id: string): string {
  return `/scenarios/${encodeURIComponent(id)}`;
}

/** Only web addresses become links: a source's address is other people's text. */
export function webAddress(url: string | null): string | null {
  return url !== null && /^https?:\/\//i.test(url) ? url : null;
}
