/** How far ahead a scenario looks; a topic's policy turns it into days. Pure: the browser counts with it too. */
export const TERMS = ['short', 'medium', 'long'] as const;
export type Term = (typeof TERMS)[number];

/** Days of the terms of a new topic, unless its policy says otherwise. */
export const DEFAULT_TERMS = { shortDays: 90, mediumDays: 365, longDays: 1095 } as const;

/** How many days each term has. */
export type TermPolicy = Readonly<Record<keyof typeof DEFAULT_TERMS, number>>;

/** The days that this policy gives a term. */
export const termDays = (policy: TermPolicy, term: Term): number =>
  ({ short: policy.shortDays, medium: policy.mediumDays, long: policy.longDays })[term];
