/** The lint of statements, and the cases at the edge of their criteria: pure functions of words and days. */
export { lintStatement, overlap } from './lint-statement.js';
export { proposeEdgeCases } from './edge-cases/propose-edge-cases.js';
export { findDayPhrases } from './day-phrases.js';
export { RULES } from './rules.js';
export { LINT_CODES } from './types.js';
export type { EdgeCase } from './edge-cases/propose-edge-cases.js';
export type { LintCode, LintContext, Mark } from './types.js';
