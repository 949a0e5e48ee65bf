import type { Day } from '../days.js';

/** What a scenario says, as far as events are held against it. */
export interface MatchScenario {
  statement: string;
  premise?: string | null;
  /** The criteria in force. */
  criteria?: string | null;
  openedOn: Day;
  /** Null where it is undated. */
  deadline: Day | null;
}

/** What an event says, and what its sources say of it. */
export interface MatchEvent {
  headline: string;
  summary?: string | null;
  sources?: readonly string[];
  occurredOn: Day;
}

/** One of the meanings of a word, and how near the word is to it: 1 its first own meaning, less for rarer and for broader ones. */
export type Meanings = ReadonlyMap<number, number>;

/**
 * A dictionary: the meanings of a word in any of its forms, lower case; with a capital, those that are names. Empty for a
 * word that it does not know.
 */
export type Lexicon = (word: string) => Meanings;

/** How telling a word is, from its stem: the fewer events hold it, the more. At least 0, of the order of 1 to 10. */
export type Rarity = (stem: string) => number;

export interface Match {
  /** 0..1: how much of what the scenario says the event speaks of, weighted; for ranking, no probability. */
  score: number;
  /** Sentences that a person can check, the most telling first. */
  why: string[];
}

/** A dictionary that knows nothing: forms of one word are still recognised. */
export const NO_LEXICON: Lexicon = () => new Map();
