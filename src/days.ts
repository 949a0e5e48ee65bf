import { DateTime, IANAZone } from 'luxon';

/** A calendar day, 'YYYY-MM-DD'. Days compare as text. */
export type Day = string;

const FIRST_YEAR = 1900;
const LAST_YEAR = 2200;
const DAY_MS = 86_400_000;

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
  const at = typeof instant === 'string' ? Date.parse(instant) : instant.getTime();
  if (Number.isNaN(at)) throw new RangeError(`Not an instant: ${String(instant)}`);
  return dayText(at + offsetAt(at, zone));
}

/**
 * @throws {RangeError} when `day` is no day
 * @example addDays('2024-02-28', 2) // => '2024-03-01'
 */
export function addDays(day: Day, n: number): Day {
  return dayText(midnight(day) + n * DAY_MS);
}

/**
 * How many days from one day to another; negative when `to` comes first.
 *
 * @throws {RangeError} when either is no day
 * @example daysBetween('2024-02-28', '2024-03-01') // => 2
 */
export function daysBetween(from: Day, to: Day): number {
  return (midnight(to) - midnight(from)) / DAY_MS;
}

/**
 * The first instant of a day in a zone; where the clocks skip midnight, the first that exists,
 * and where they repeat it, the first of the two.
 *
 * @throws {RangeError} when `day` is no day or `zone` is unknown
 * @example startOfDay('2026-07-01', 'Europe/Berlin').toISOString() // => '2026-06-30T22:00:00.000Z'
 */
export function startOfDay(day: Day, zone: string): Date {
  const known = starts.get(zone)?.get(day);
  if (known !== undefined) return new Date(known);
  midnight(day);
  const start = valid(DateTime.fromISO(day, { zone })).startOf('day');
  const first = DateTime.min(...(start.getPossibleOffsets() as [DateTime, ...DateTime[]]));
  keep(starts.get(zone) ?? keep(starts, zone, new Map<Day, number>()), day, first.toMillis());
  return first.toJSDate();
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
  const at = Date.parse(text);
  return !Number.isNaN(at) && dayText(at) === text; // 30 February would have become 2 March
}

/*
 * Counting forecasts asks for days millions of times, and reading or writing a date, or asking the tables of zones, takes
 * far longer than finding a day that was asked for before. So some answers are kept: which text is which day, how far
 * ahead of UTC the clocks of a zone are on a day, and when a day begins there.
 */
const KEPT = 200_000;
const texts = new Map<number, Day>();
const midnights = new Map<Day, number>();
const offsets = new Map<string, Map<number, number | null>>();
const starts = new Map<string, Map<Day, number>>();

function keep<K, V>(known: Map<K, V>, key: K, value: V): V {
  if (known.size >= KEPT) known.clear();
  known.set(key, value);
  return value;
}

/** The instant at which a day begins in UTC, in milliseconds. */
function midnight(day: Day): number {
  const known = midnights.get(day);
  if (known !== undefined) return known;
  if (!isCalendarDay(day)) throw new RangeError(`Not a day: ${String(day)}`);
  return keep(midnights, day, Date.parse(day));
}

/** The day in UTC. */
function dayText(at: number): Day {
  const number = Math.floor(at / DAY_MS);
  return texts.get(number) ?? keep(texts, number, new Date(at).toISOString().replace(/T.*/, ''));
}

/** How far ahead of UTC the clocks of a zone are, in milliseconds. */
function offsetAt(at: number, zone: string): number {
  if (zone === 'UTC') return 0;
  const number = Math.floor(at / DAY_MS);
  let offset = offsets.get(zone)?.get(number);
  if (offset === undefined) {
    const [first, last] = [exactOffset(number * DAY_MS, zone), exactOffset((number + 1) * DAY_MS, zone)];
    // Null where the clocks are moved. None have ever been moved to and fro within one day.
    offset = first === last ? first : null;
    keep(offsets.get(zone) ?? keep(offsets, zone, new Map<number, number | null>()), number, offset);
  }
  return offset ?? exactOffset(at, zone);
}

const exactOffset = (at: number, zone: string): number =>
  valid(DateTime.fromMillis(at, { zone })).offset * 60_000;

function valid(date: DateTime): DateTime {
  if (!date.isValid) throw new RangeError(date.invalidExplanation ?? 'Not a date');
  return date;
}
