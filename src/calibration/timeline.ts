/**
 * A forecast while it stood: in force from `from` (included) until `to` (not included). Times are numbers in any one unit,
 * the same for everything that is scored together: days, hours, milliseconds. `to` may be Infinity, for what still stands.
 */
export interface Span {
  readonly from: number;
  readonly to: number;
  /** In ten-thousandths, an integer 0..10000. */
  readonly probabilityBp: number;
}

/** The time over which forecasts of one scenario are scored, and how it ended. */
export interface ScenarioWindow {
  /** When it could first be forecast. */
  readonly opens: number;
  /** When its outcome was known, or its deadline: whichever came first. */
  readonly closes: number;
  /** When it was to close at the latest. Scores of Metaculus count coverage up to here. */
  readonly deadline: number;
  readonly occurred: boolean;
}

/** A score over the time that forecasts stood, and the share of the time that this was. */
export interface CoveredScore {
  /** null where no forecast stood at any time: that is no score, not a score of 0. */
  readonly score: number | null;
  /** 0 to 1. */
  readonly coverage: number;
}
