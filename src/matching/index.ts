/** Whether an event may bear on a scenario: pure functions of words, numbers and days. */
export { match } from './match.js';
export { readEvent, readScenario } from './readings.js';
export { queryWords } from './query-words.js';
export { rarityFrom } from './rarity.js';
export { stemsOf } from './tokens.js';
export { NO_LEXICON } from './types.js';
export type { EventReading, ScenarioReading } from './readings.js';
export type { Lexicon, Match, MatchEvent, MatchScenario, Meanings, Rarity } from './types.js';
