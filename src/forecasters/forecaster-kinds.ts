/** The kinds of forecaster. No entity is needed to know the words. */
export const FORECASTER_KINDS = ['person', 'desk', 'model'] as const;
export type ForecasterKind = (typeof FORECASTER_KINDS)[number];
