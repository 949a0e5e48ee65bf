/** How many forecasts of one probability were counted, and how many of them occurred. */
export interface TallyCount {
  readonly n: number;
  readonly occurred: number;
}

/**
 * A selection of counted forecasts, reduced to what its scores depend on: probability in ten-thousandths
 * (an integer 0..10000) → counts. Its size is the number of distinct probabilities, never of forecasts.
 */
export type Tally = ReadonlyMap<number, TallyCount>;

/** One entry of a tally. `bp` is an integer, except where `groupForResampling` has merged neighbours. */
export interface Group {
  readonly bp: number;
  readonly n: number;
  readonly occurred: number;
}

/** Ten-thousandths in one: the scale of stored probabilities. */
export const BP = 10_000;

/** The integer weight of one whole (forecaster, scenario) pair at the vantage `timeWeighted`. */
export const PAIR_WEIGHT = 10_000;
