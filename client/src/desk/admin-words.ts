import type { Role } from './desk-pages.js';

export const ROLE_WORDS: readonly (readonly [Role, string])[] = [
  ['reader', 'reader: reads what is public'],
  ['analyst', 'analyst: logs forecasts and events'],
  ['editor', 'editor: judges'],
  ['administrator', 'administrator: runs it'],
];

/** @example slugsIn('ana, bo') // => ['ana', 'bo'] */
export const slugsIn = (said: string): string[] => said.split(/[\s,]+/).filter((slug) => slug !== '');

/** An instant for people: the day and the minute, UTC. */
export const moment = (instant: string | null): string =>
  instant === null ? 'never' : `${instant.slice(0, 10)} ${instant.slice(11, 16)}`;

/** @example bytesText(1_500_000) // => '1.5 MB' */
export function bytesText(bytes: number): string {
  const units = ['bytes', 'kB', 'MB', 'GB', 'TB'];
  const power = bytes < 1000 ? 0 : Math.min(4, Math.floor(Math.log10(bytes) / 3));
  return `${power === 0 ? bytes : (bytes / 1000 ** power).toFixed(1)} ${units[power]}`;
}

/** @example spanText(93_784) // => '1 day 2 h' */
export function spanText(seconds: number): string {
  const days = Math.floor(seconds / 86_400);
  const hours = Math.floor((seconds % 86_400) / 3600);
  if (days > 0) return `${days} ${days === 1 ? 'day' : 'days'} ${hours} h`;
  return hours > 0
    ? `${hours} h ${Math.floor((seconds % 3600) / 60)} min`
    : `${Math.floor(seconds / 60)} min`;
}
