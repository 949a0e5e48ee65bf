import { addDays } from '../days.js';
import type { Term, TopicSource } from './types.js';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** @example dayAndMonth('2026-05-03') // => '3 May' */
export function dayAndMonth(day: string): string {
  return `${Number(day.slice(8))} ${MONTHS[Number(day.slice(5, 7)) - 1]}`;
}

/** @example dayInWords('2026-05-03') // => '3 May 2026' */
export function dayInWords(day: string): string {
  return `${dayAndMonth(day)} ${day.slice(0, 4)}`;
}

/** The day and month over a headline. @example headerDay('2026-05-03') // => '03MAY' */
export function headerDay(day: string): string {
  return `${day.slice(8)}${(MONTHS[Number(day.slice(5, 7)) - 1] ?? '').slice(0, 3).toUpperCase()}`;
}

/**
 * Fills in the days of a text that was written without a calendar: `{+45}` is a full date so many days after
 * publication, `{-3}` a day and month before it, `{deadline}` the scenario's last day.
 *
 * @example fillDays('since {-2}, by {+30}', '2026-05-03') // => 'since 1 May, by 2 June 2026'
 */
export function fillDays(text: string, publishedOn: string, deadline?: string): string {
  return text.replace(/\{([+-]\d+|deadline)\}/g, (mark, what: string) => {
    if (what === 'deadline') return deadline === undefined ? mark : dayInWords(deadline);
    const day = addDays(publishedOn, Number(what));
    return what.startsWith('-') ? dayAndMonth(day) : dayInWords(day);
  });
}

/** How many days a topic gives a term. */
export function termDays(topic: TopicSource, term: Term): number {
  switch (term) {
    case 'short':
      return topic.shortDays ?? 90;
    case 'medium':
      return topic.mediumDays ?? 365;
    case 'long':
      return topic.longDays ?? 1095;
  }
}
