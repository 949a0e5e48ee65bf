import { addDays, type Day } from '../days.js';

/** The group of every forecast. Others are the id of a topic or of a forecaster. */
export const EVERYONE = 'all';
export const EVER = 'ever';
/** The day of what was imported without one: before every other, in all-time reports only. */
export const UNDATED = '';

export const monthPeriod = (day: Day): string => `m${day.slice(0, 7)}`;
export const dayPeriod = (day: Day): string => `d${day}`;
export const isDayPeriod = (period: string): boolean => period.startsWith('d');
export const isMonthPeriod = (period: string): boolean => period.startsWith('m');
/** The month of a period that is a day. */
export const monthOf = (period: string): string => monthPeriod(period.slice(1));

/** A stretch of time as whole months, and the days before and after that make no whole month. */
export interface Stretch {
  months: [first: string, last: string] | null;
  edges: [from: Day, to: Day][];
}

export const FIRST_DAY = '0001-01-01';
export const LAST_DAY = '9998-12-31';

/**
 * @param from the first day, or from the beginning @param to the last day, or without an end
 * @example stretchOf('2026-01-15', '2026-03-31') // => { months: ['2026-02', '2026-03'], edges: [['2026-01-15', '2026-01-31']] }
 */
export function stretchOf(from: Day = FIRST_DAY, to: Day = LAST_DAY): Stretch {
  const first = from.endsWith('-01') ? from : startOfNextMonth(from);
  const last = addDays(to, 1).endsWith('-01') ? to : addDays(`${to.slice(0, 7)}-01`, -1);
  if (first > last) {
    // No whole month lies between: the days of one month, or of two that touch.
    if (from.slice(0, 7) === to.slice(0, 7)) return { months: null, edges: [[from, to]] };
    return {
      months: null,
      edges: [
        [from, last],
        [first, to],
      ],
    };
  }
  const edges: [Day, Day][] = [];
  if (first !== from) edges.push([from, addDays(first, -1)]);
  if (last !== to) edges.push([addDays(last, 1), to]);
  return { months: [first.slice(0, 7), last.slice(0, 7)], edges };
}

const startOfNextMonth = (day: Day): Day => `${addDays(`${day.slice(0, 7)}-01`, 31).slice(0, 7)}-01`;
