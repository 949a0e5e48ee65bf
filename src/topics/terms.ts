/** How far ahead a scenario looks; a topic's policy turns it into days. Pure: the browser counts with it too. */
export const TERMS = ['short', 'medium', 'long'] as const;
export type Term = (typeof TERMS)[number];
