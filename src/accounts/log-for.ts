/** The forecasters that somebody may log for, by slug; '*' for all. */
export type LogFor = '*' | string[];

/** As it stands in a column: '*', or slugs with commas between them. */
export const listText = (slugs: LogFor): string => (slugs === '*' ? '*' : slugs.join(','));

export const listOf = (text: string): LogFor =>
  text === '*' ? '*' : text.split(',').filter((slug) => slug !== '');

/** As it is sent: null for all. */
export const logForView = (text: string): string[] | null => {
  const slugs = listOf(text);
  return slugs === '*' ? null : slugs;
};
