/**
 * The day of a scenario that `from` and `to` mean, in SQL: of the outcome where there is one or it was annulled, else the
 * deadline.
 *
 * @param alias of its table
 */
export const settlingDay = (alias: string): string =>
  `CASE WHEN ${alias}."state" IN ('resolved', 'annulled') THEN ${alias}."outcomeOn" ELSE ${alias}."deadline" END`;
