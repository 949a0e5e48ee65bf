/** What kind of scenario a statement is. */
export type Kind = 'risk' | 'opportunity' | 'consequence';

/** How far ahead a scenario looks; a topic's policy turns it into days. */
export type Term = 'short' | 'medium' | 'long';

/** One titled (or, with `heading: null`, untitled) stretch of a briefing's text. Paragraphs are parted by an empty line. */
export interface Section {
  heading: string | null;
  body: string;
}

/** What one actor says or does, and the latest day its text recounts. */
export interface Perspective {
  actor: string;
  body: string;
  asOf: string | null;
}

/** Where a briefing was taken from. */
export interface Source {
  outlet: string;
  publishedOn: string | null;
  url: string | null;
}

/** A briefing as read; what the text does not say is null. Days are `YYYY-MM-DD`. */
export interface Briefing {
  topic: string | null;
  headline: string | null;
  standfirst: string | null;
  category: string | null;
  status: string | null;
  takeaway: string | null;
  edition: string | null;
  /** What the edition was called, where the text says so beside its number. */
  editionTitle?: string;
  publishedOn: string | null;
  sections: Section[];
  perspectives: Perspective[];
  sources: Source[];
}

/** One scenario of a briefing; `line` is where its label stands in the pasted text, counted from 1. */
export interface DraftScenario {
  kind: Kind;
  term: Term;
  probability: number;
  statement: string;
  premise: string | null;
  line: number;
}

/** An item that looks like a scenario and could not be taken, with the reason in a sentence. */
export interface Refused {
  line: number;
  text: string;
  reason: string;
}

/** A guess, or a gap, that a person should look at. */
export interface Warning {
  code: WarningCode;
  message: string;
}

/** Everything one reading of a text gives. */
export interface BriefingReading {
  briefing: Briefing;
  scenarios: DraftScenario[];
  refused: Refused[];
  warnings: Warning[];
}

/** What a caller knows better than the text. An override silences the warning about the guess it replaces. */
export interface ReadOptions {
  /** The day of reading, `YYYY-MM-DD`: helps to infer a year, and to notice a day in the future. */
  today?: string;
  overrides?: Partial<Briefing>;
}

/** The stable codes of warnings, each with what it is about. */
export const WARNING_CODES = {
  empty_text: 'nothing to read',
  no_topic: 'no topic was found',
  no_headline: 'no headline was found',
  header_guessed: 'which line is the topic, the headline or the standfirst was guessed from their order',
  category_status: 'category and status were told apart in one line',
  publication_day: 'how the publication day was found, or why none was',
  future_publication_day: 'the publication day lies after the day of reading',
  ambiguous_date: 'a date in figures could be day/month or month/day and was not used',
  later_than_briefing: 'perspectives recount days after the publication day',
  no_scenarios: 'the text holds no scenario',
  no_scenario_heading: 'scenarios were read although no heading announces them',
  decimal_comma: 'a probability was written with a decimal comma',
  approximate_probability: 'a probability was called approximate and taken as written',
  premise_split: 'where a premise ends was not plain',
  scenario_title: "words before a statement were read as the scenario's title and left out",
} as const;

export type WarningCode = keyof typeof WARNING_CODES;
