import { addDays, type Day } from '../days.js';
import { type LintContext, lintStatement, proposeEdgeCases } from '../statements/index.js';
import { DEFAULT_TERMS, termDays } from '../topics/terms.js';
import type { Topic } from '../topics/topic.entity.js';
import type { LintStatement, LintView } from './lint.dto.js';

/** The most characters that each part may have. */
export const LINT_LIMITS = { statement: 4000, premise: 2000, criteria: 4000 } as const;

/**
 * Marks and edge cases of a statement that would open today.
 *
 * @param topic whose policy turns the term into days; null where none is named: then the terms of a new topic hold
 */
export function lintIn(topic: Topic | null, body: Omit<LintStatement, 'topic'>, today: Day): LintView {
  const { statement, term, criteria } = body;
  const context: LintContext = {
    ...{ today, term, premise: body.premise ?? undefined, criteria: criteria?.text },
    deadline: body.deadline ?? (term && addDays(today, termDays(topic ?? DEFAULT_TERMS, term))),
    answered: criteria?.edgeCases.map((row) => row.case) ?? [],
  };
  return { marks: lintStatement(statement, context), edgeCases: proposeEdgeCases(statement, context) };
}
