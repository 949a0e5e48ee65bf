/** A sentence of an article that tells when, or who did or said something. */
export interface TellingSentence {
  text: string;
  /** Explicit days, where a year is known or can be inferred. */
  days: string[];
  actors: string[];
}

/** Words that could say on which day it happened; a weekday has a day only where the article's own day is known. */
export interface DayCandidate {
  day: string | null;
  words: string;
  sentence: string;
}

/** A measurable statement: what it is about, the value as written, and the sentence it stands in. */
export interface Claim {
  about: string;
  value: string;
  text: string;
}

/** What an article offers for logging an event: nothing of it is decided. */
export interface ArticleReading {
  headline: string | null;
  outlet: string | null;
  sentences: TellingSentence[];
  candidates: DayCandidate[];
  claims: Claim[];
}

/** An article's reading with the name of who published it. */
export interface OutletReading {
  outlet: string;
  reading: ArticleReading;
}

/** A matter on which outlets disagree: every account, none chosen. */
export interface Conflict {
  about: string;
  accounts: { outlet: string; value: string; text: string }[];
}

export interface ArticleOptions {
  /** The day of reading. */
  today?: string;
  /** The day the article appeared, where it is known: weekdays are counted back from it. */
  publishedOn?: string;
}
