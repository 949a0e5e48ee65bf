/** The lint of statements, the cases at the edge of their criteria, and whether two say the same: pure functions of words and days. */
export { lintStatement, overlap } from './lint-statement.js';
export { proposeEdgeCases } from './edge-cases/propose-edge-cases.js';
export { compareRead, compareStatements, readForComparison, RELATED } from './compare-statements.js';
export { compareStated, matchStatements } from './match-statements.js';
export { findDayPhrases } from './day-phrases.js';
export { PIECES, readQuickLine } from './quick-line.js';
export { RULES } from './rules.js';
export { LINT_CODES } from './types.js';
export type { EdgeCase } from './edge-cases/propose-edge-cases.js';
export type { LintCode, LintContext, Mark } from './types.js';
export type { Comparison } from './compare-statements.js';
export type { ProbabilityDoubt, QuickLine, QuickPiece } from './quick-line.js';
export type { Stated } from './match-statements.js';
