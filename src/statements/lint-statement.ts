import { type Reading, readStatement } from './reading.js';
import type { Found, Rule } from './rule.js';
import { RULES } from './rules.js';
import { LINT_CODES, type LintCode, type LintContext, type Mark } from './types.js';

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
  const byCode = new Map<LintCode, Found[]>();
  const marks = RULES.flatMap((rule) => {
    const earlier = byCode.get(rule.code) ?? [];
    byCode.set(rule.code, earlier);
    return rule.find(reading).flatMap((found): Mark[] => {
      const isMarked = earlier.some((other) => overlap(other, found));
      earlier.push(found);
      return isMarked ? [] : [markOf(rule, found, reading)];
    });
  });
  const isWhole = ({ from, to }: Mark) => from === 0 && to === statement.length;
  return marks.sort(
    (a, b) =>
      Number(isWhole(a)) - Number(isWhole(b)) ||
      a.from - b.from ||
      LINT_CODES.indexOf(a.code) - LINT_CODES.indexOf(b.code),
  );
}

function markOf(rule: Rule, found: Found, reading: Reading): Mark {
  const { from, to, deadline } = found;
  const fix = rule.fix?.(found, reading);
  return {
    code: rule.code,
    from,
    to,
    reason: rule.reason(found, reading),
    ...(fix !== undefined && fix !== reading.text && { fix }),
    ...(deadline !== undefined && { deadline }),
  };
}

/** Whether two stretches of a text share words. */
export const overlap = (a: { from: number; to: number }, b: { from: number; to: number }): boolean =>
  a.from < b.to && b.from < a.to;
