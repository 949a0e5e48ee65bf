/** Why an entry waits, in words. Pure. */
import { count, daysBetween } from '../../words.js';

/** In the order of the queue. */
export const REASON_WORDS: Readonly<Record<string, string>> = {
  overdue: 'overdue',
  due_soon: 'due soon',
  suggested: 'an event looks like it',
  returned: 'returned',
  reread: 'a reread disagreed',
  deferred: 'deferred',
};

export const RETURNED_WORDS: Readonly<Record<string, string>> = {
  event_retracted: 'An event that its resolution rests on was retracted.',
  event_redated: 'An event that its resolution rests on has another day than was thought.',
};

/** @example leftInWords('2026-06-30', '2026-07-03') // => '3 days over' */
export function leftInWords(deadline: string, today: string): string {
  const left = daysBetween(today, deadline);
  if (left < 0) return `${count(-left, 'day')} over`;
  return left === 0 ? 'today' : `${count(left, 'day')} left`;
}
