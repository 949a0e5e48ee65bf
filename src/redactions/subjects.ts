/** The records that are named on the command line to redact one of their texts. */
export const SUBJECT_NAMES = ['scenario', 'event', 'briefing', 'forecast', 'evidence', 'resolution'] as const;
export type Subject = (typeof SUBJECT_NAMES)[number];
