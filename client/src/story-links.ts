/** Addresses of the pages of stories. */

export const topicLink = (slug: string): string => `/topics/${encodeURIComponent(slug)}`;
export const briefingLink = (id: string): string => `/briefings/${encodeURIComponent(id)}`;
export const eventLink = (id: string): string => `/events/${encodeURIComponent(id)}`;
export const forecasterLink = (slug: string): string => `/forecasters/${encodeURIComponent(slug)}`;

/** What a selection's calibration is told at. */
export const calibrationLink = (query: Record<string, string>): string =>
  addressOf('/calibration', query, '');

/** An address with what is asked for; what is empty stays out. */
export function addressOf(path: string, query: Record<string, string | undefined>, anchor: string): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value) params.set(name, value);
  const text = params.toString();
  return `${path}${text ? `?${text}` : ''}${anchor ? `#${anchor}` : ''}`;
}
