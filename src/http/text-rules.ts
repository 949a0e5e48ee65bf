import { isReadableText } from './strict-json.js';

/** Told of what is no day. */
export const DAY_FAULT = 'must be a day that exists, as YYYY-MM-DD';

/** Told of a text that people could not read. */
export const TEXT_FAULT =
  'must be a text that is not blank, without control characters or heaps of combining marks';

/** Told of a text that is too long. */
export const tooLong = (max: number): string => `may have ${max} characters at most`;

// eslint-disable-next-line no-control-regex -- control characters are what this looks for
const CONTROLS = /[\x00-\x08\x0B\x0C\x0E-\x1F\x7F-\x9F]/;
/** They make a line read otherwise than it is written: embeddings, overrides, isolates. */
const DIRECTIONS = /[\u202A-\u202E\u2066-\u2069]/;
/** More combining marks than any script puts on one letter (the limit of Stream-Safe Text, UAX #15). */
const HEAP_OF_MARKS = /\p{M}{31}/u;

/** Whether this is a text that can be shown to people as it is written. */
export function isText(value: unknown, pasted = false): value is string {
  if (typeof value !== 'string' || !isReadableText(value) || !/\S/.test(value)) return false;
  return !CONTROLS.test(value) && !HEAP_OF_MARKS.test(value) && (pasted || !DIRECTIONS.test(value));
}

/** Counted in code points, as the database counts. */
export const isWithin = (value: unknown, max: number): boolean =>
  typeof value === 'string' && (value.length <= max || [...value].length <= max);
