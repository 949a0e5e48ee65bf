import { afterEach, describe, expect, it } from '@jest/globals';
import {
  addDays,
  dayOf,
  daysBetween,
  isDay,
  isInstant,
  isZone,
  startOfDay,
  toInstant,
} from '../../src/days.js';

const ownZone = process.env['TZ'];

afterEach(() => {
  if (ownZone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = ownZone;
});

// A machine's own zone must not matter anywhere.
describe.each(['UTC', 'America/New_York', 'Pacific/Kiritimati'])('on a machine in %s', (machine) => {
  const here = <T>(fn: () => T): T => {
    process.env['TZ'] = machine;
    return fn();
  };

  it.each([
    ['2024-02-29', true],
    ['2023-02-29', false],
    ['1900-02-29', false],
    ['2000-02-29', true],
    ['1900-01-01', true],
    ['1899-12-31', false],
    ['1970-01-01', true],
    ['2200-12-31', true],
    ['2201-01-01', false],
    ['2026-13-01', false],
    ['2026-6-1', false],
    ['2026-06-31', false],
    [' 2026-06-01', false],
    ['2026-06-01T00:00:00Z', false],
    ['', false],
    [20260601, false],
  ])('isDay(%p) is %p', (text, expected) => {
    expect(here(() => isDay(text))).toBe(expected);
  });

  it.each([
    ['2026-01-01T03:00:00.000Z', 'America/New_York', '2025-12-31'],
    ['2026-03-29T00:59:59.999Z', 'Europe/Berlin', '2026-03-29'],
    ['2026-03-28T23:00:00.000Z', 'Europe/Berlin', '2026-03-29'],
    ['2026-03-29T22:00:00.000Z', 'Europe/Berlin', '2026-03-30'],
    ['1970-01-01T00:00:00.000Z', 'UTC', '1970-01-01'],
    ['2200-12-31T23:59:59.999Z', 'UTC', '2200-12-31'],
    ['2026-06-15T10:00:00.000Z', 'Pacific/Kiritimati', '2026-06-16'],
  ])('%s in %s falls on %s', (instant, zone, day) => {
    expect(here(() => dayOf(instant, zone))).toBe(day);
    expect(here(() => dayOf(new Date(instant), zone))).toBe(day);
  });

  it.each([
    ['2024-02-28', 2, '2024-03-01'],
    ['2023-02-28', 1, '2023-03-01'],
    ['2026-03-28', 2, '2026-03-30'],
    ['2026-10-24', 2, '2026-10-26'],
    ['1970-01-01', -1, '1969-12-31'],
    ['2199-12-31', 366, '2201-01-01'],
    ['2026-06-15', 0, '2026-06-15'],
  ])('%s and %i days is %s, and back again', (day, n, expected) => {
    expect(here(() => addDays(day, n))).toBe(expected);
    if (isDay(expected)) {
      expect(here(() => daysBetween(day, expected))).toBe(n);
      expect(here(() => daysBetween(expected, day))).toBe(n === 0 ? 0 : -n);
    }
  });

  it.each([
    ['2026-07-01', 'Europe/Berlin', '2026-06-30T22:00:00.000Z'],
    ['2026-03-29', 'Europe/Berlin', '2026-03-28T23:00:00.000Z'],
    ['2026-03-30', 'Europe/Berlin', '2026-03-29T22:00:00.000Z'],
    ['2018-11-04', 'America/Sao_Paulo', '2018-11-04T03:00:00.000Z'], // midnight was skipped
    ['2025-11-02', 'America/Havana', '2025-11-02T04:00:00.000Z'], // midnight came twice
    ['1970-01-01', 'UTC', '1970-01-01T00:00:00.000Z'],
    ['2200-01-01', 'UTC', '2200-01-01T00:00:00.000Z'],
  ])('%s begins in %s at %s', (day, zone, instant) => {
    expect(here(() => toInstant(startOfDay(day, zone)))).toBe(instant);
    expect(here(() => dayOf(startOfDay(day, zone), zone))).toBe(day);
  });

  it.each([
    ['2026-06-15T12:00:00.000Z', true],
    ['2026-06-15T12:00:00Z', true],
    ['2026-06-15T12:00:00.1Z', true],
    ['2026-06-15T24:00:00Z', false],
    ['2026-06-15T12:00:00', false],
    ['2026-06-15T12:00:00+00:00', false],
    ['2026-06-15 12:00:00Z', false],
    ['2026-02-30T12:00:00Z', false],
    ['2026-06-15', false],
    [null, false],
  ])('isInstant(%p) is %p', (text, expected) => {
    expect(here(() => isInstant(text))).toBe(expected);
  });
});

it('knows the zones of the world, and no others', () => {
  expect(['UTC', 'Europe/Berlin', 'Asia/Tehran'].every(isZone)).toBe(true);
  expect(['', 'Mars/Olympus', 'utc+25', 7].some(isZone)).toBe(false);
});

it('refuses what is no day and no zone', () => {
  expect(() => addDays('2026-02-30', 1)).toThrow(RangeError);
  expect(() => startOfDay('2026-02-03', 'Mars/Olympus')).toThrow(RangeError);
  expect(() => dayOf('soon', 'UTC')).toThrow(RangeError);
  expect(() => toInstant(new Date(NaN))).toThrow(RangeError);
});

it('writes instants in 24 characters that sort as text', () => {
  const instants = [new Date('1970-01-01'), new Date('2026-06-15T12:00:00Z'), new Date('2200-12-31')];
  const texts = instants.map(toInstant);
  expect(texts.every((text) => text.length === 24)).toBe(true);
  expect([...texts].sort()).toEqual(texts);
});
