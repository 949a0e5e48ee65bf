/** How an event is believed. No entity is needed to know the words. */
export const STANDINGS = ['reported', 'confirmed', 'disputed', 'retracted'] as const;
export type Standing = (typeof STANDINGS)[number];
