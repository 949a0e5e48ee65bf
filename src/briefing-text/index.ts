/** The reader of briefing text: pure functions from pasted text to drafts, and back. */
export { readBriefing } from './read-briefing.js';
export { renderBriefing } from './render-briefing.js';
export { splitPremise } from './premise.js';
export { findDays } from './dates.js';
export { readArticle } from './article.js';
export { conflictingClaims } from './claims.js';
export { WARNING_CODES } from './types.js';
export type {
  Briefing,
  BriefingReading,
  DraftScenario,
  Kind,
  Perspective,
  ReadOptions,
  Refused,
  Section,
  Source,
  Term,
  Warning,
  WarningCode,
} from './types.js';
export type {
  ArticleOptions,
  ArticleReading,
  Claim,
  Conflict,
  DayCandidate,
  OutletReading,
  TellingSentence,
} from './article-types.js';
export type { FoundDay } from './dates.js';
export type { Split } from './premise.js';
