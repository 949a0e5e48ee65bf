import type { Day } from '../days.js';

/** What a mark may say; the order in which marks on the same words are shown. */
export const LINT_CODES = [
  'interpretation',
  'modal',
  'already_true',
  'compound',
  'hidden_premise',
  'unmeasured',
  'missing_actor',
  'missing_time',
  'date_before_deadline',
  'no_source',
] as const;
export type LintCode = (typeof LINT_CODES)[number];

/** What stands beside a statement. */
export interface LintContext {
  /** The day on which the scenario opens: days without a year are read as the next ones from here. */
  today: Day;
  /** The last day on which it can still occur: as given, or as the term gives it. */
  deadline?: Day;
  /** Where a term is given without a deadline, it is time enough. */
  term?: 'short' | 'medium' | 'long';
  /** The condition, where it is kept beside the statement. */
  premise?: string;
  /** What would have to be seen, in which source. */
  criteria?: string;
  /** Cases that the criteria answer already. */
  answered?: readonly string[];
}

/** Words that make a statement hard to judge. */
export interface Mark {
  code: LintCode;
  /** UTF-16 offsets: `statement.slice(from, to)` is what is marked. What is missing is marked on the whole statement. */
  from: number;
  to: number;
  /** One sentence for the author. */
  reason: string;
  /**
   * The whole statement rewritten, never a part of it. Two lines are two statements; an opening "If …," is a premise;
   * square brackets ask for what only the author knows.
   */
  fix?: string;
  /** With `date_before_deadline`: the day that the statement itself ends on, to be taken as the deadline. */
  deadline?: Day;
}
