import { readStatement } from './reading.js';
import { RULES } from './rules.js';
import { LINT_CODES, type LintContext, type Mark } from './types.js';

/**
 * Marks the words of a statement that make it hard to judge. It never refuses: a marked statement may be recorded.
 *
 * @param statement one statement; offsets in the answer are UTF-16 units of it
 * @param context the day it opens, and what stands beside it
 * @returns the marks in the order of the text, what is marked as a whole last; at most one of a code on the same words
 * @example lintStatement('Chad may leave the pact.', { today: '2026-11-20' })[0]
 *   // => { code: 'modal', from: 5, to: 8, reason: '“may” leaves …', fix: 'Chad will leave the pact.' }
 */
export function lintStatement(statement: string, context: LintContext): Mark[] {
  const reading = readStatement(statement, context);
  const marks = RULES.flatMap((rule) =>
    rule.find(reading).map((found): Mark => {
      const fix = rule.fix?.(found, reading);
      return {
        ...{ code: rule.code, from: found.from, to: found.to, reason: rule.reason(found, reading) },
        ...(fix !== undefined && fix !== statement && { fix }),
        ...(found.deadline !== undefined && { deadline: found.deadline }),
      };
    }),
  );
  const isWhole = ({ from, to }: Mark) => from === 0 && to === statement.length;
  return marks
    .filter((mark, i) => !marks.slice(0, i).some((other) => other.code === mark.code && overlap(other, mark)))
    .sort(
      (a, b) =>
        Number(isWhole(a)) - Number(isWhole(b)) ||
        a.from - b.from ||
        LINT_CODES.indexOf(a.code) - LINT_CODES.indexOf(b.code),
    );
}

/** Whether two stretches of a text share words. */
export const overlap = (a: { from: number; to: number }, b: { from: number; to: number }): boolean =>
  a.from < b.to && b.from < a.to;
