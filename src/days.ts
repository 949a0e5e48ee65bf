import { DateTime, IANAZone } from 'luxon';

/** A calendar day, 'YYYY-MM-DD'. Days compare as text. */
export type Day = string;

const FIRST_YEAR = 1900;
const LAST_YEAR = 2200;

/**
 * Whether a text is a real calendar day from 1900 to 2200.
 *
 * @example isDay('2024-02-29') // => true
 * @example isDay('2023-02-29') // => false
 */
export function isDay(text: unknown): text is Day {
  return isCalendarDay(text) && text >= `${FIRST_YEAR}-01-01` && text <= `${LAST_YEAR}-12-31`;
}

/**
 * The day that an instant falls on, for people in a zone.
 *
 * @throws {RangeError} for an unknown zone or an unreadable instant
 * @example dayOf('2026-01-01T03:00:00.000Z', 'America/New_York') // => '2025-12-31'
 */
export function dayOf(instant: Date | string, zone: string): Day {
  const date = typeof instant === 'string' ? new Date(instant) : instant;
  return dayText(valid(DateTime.fromJSDate(date, { zone })));
}

/**
 * @throws {RangeError} when `day` is no day
 * @example addDays('2024-02-28', 2) // => '2024-03-01'
 */
export function addDays(day: Day, n: number): Day {
  return dayText(civil(day).plus({ days: n }));
}

/**
 * How many days from one day to another; negative when `to` comes first.
 *
 * @throws {RangeError} when either is no day
 * @example daysBetween('2024-02-28', '2024-03-01') // => 2
 */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((civil(to).toMillis() - civil(from).toMillis()) / 86_400_000);
}

/**
 * The first instant of a day in a zone; where the clocks skip midnight, the first that exists,
 * and where they repeat it, the first of the two.
 *
 * @throws {RangeError} when `day` is no day or `zone` is unknown
 * @example startOfDay('2026-07-01', 'Europe/Berlin').toISOString() // => '2026-06-30T22:00:00.000Z'
 */
export function startOfDay(day: Day, zone: string): Date {
  civil(day);
  const midnight = valid(DateTime.fromISO(day, { zone })).startOf('day');
  return DateTime.min(...(midnight.getPossibleOffsets() as [DateTime, ...DateTime[]])).toJSDate();
}

/**
 * @example isZone('Europe/Berlin') // => true
 * @example isZone('Mars/Olympus') // => false
 */
export function isZone(name: unknown): name is string {
  return typeof name === 'string' && name.length <= 64 && IANAZone.isValidZone(name);
}

/**
 * Whether a text is an instant in strict ISO-8601 UTC: a real day, a time with seconds, at most three decimals, `Z`.
 *
 * @example isInstant('2026-06-15T12:00:00Z') // => true
 * @example isInstant('2026-06-15T12:00:00+02:00') // => false
 */
export function isInstant(text: unknown): text is string {
  if (typeof text !== 'string') return false;
  const match = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,3})?Z$/.exec(text);
  return match !== null && isDay(match[1]);
}

/**
 * The form in which instants are stored and shown: 24 characters that compare as text.
 *
 * @throws {RangeError} for an invalid date
 * @example toInstant(new Date(0)) // => '1970-01-01T00:00:00.000Z'
 */
export function toInstant(date: Date): string {
  return date.toISOString();
}

/** Of any year: the days beside the first and the last that people may name. */
function isCalendarDay(text: unknown): text is Day {
  if (typeof text !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  return DateTime.fromISO(text, { zone: 'utc' }).isValid;
}

function civil(day: Day): DateTime {
  if (!isCalendarDay(day)) throw new RangeError(`Not a day: ${String(day)}`);
  return DateTime.fromISO(day, { zone: 'utc' });
}

function dayText(date: DateTime): Day {
  return date.toISODate() as Day;
}

function valid(date: DateTime): DateTime {
  if (!date.isValid) throw new RangeError(date.invalidExplanation ?? 'Not a date');
  return date;
}
