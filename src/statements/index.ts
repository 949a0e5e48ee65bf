/** The lint of statements, and the cases at the edge of their criteria: pure functions of words and days. */
export { lintStatement, overlap } from './lint-statement.js';
export { RULES } from './rules.js';
export { LINT_CODES } from './types.js';
export type { LintCode, LintContext, Mark } from './types.js';
