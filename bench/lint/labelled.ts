import type { LintCode, LintContext } from '../../src/statements/index.js';

/** A statement with the marks that a careful editor would make: by code the marked words, '' for the whole statement. */
export interface Labelled {
  statement: string;
  marks: Partial<Record<LintCode, string | string[]>>;
  context: LintContext;
}

/** All of them are read on this day. */
export const TODAY = '2026-11-20';

/** A statement whose deadline and source are given beside it, so that only its own words are judged. */
export const given = (
  statement: string,
  marks: Labelled['marks'] = {},
  context: Partial<LintContext> = {},
): Labelled => ({
  statement,
  marks,
  context: { today: TODAY, deadline: '2027-06-30', criteria: 'Reuters reports it.', ...context },
});

/** A statement with nothing beside it. */
export const bare = (statement: string, marks: Labelled['marks'] = {}): Labelled => ({
  statement,
  marks,
  context: { today: TODAY },
});
