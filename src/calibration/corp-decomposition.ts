import { brierOfGroups } from './brier-score.js';
import { groupsOf } from './groups-of.js';
import { poolAdjacentViolators } from './pool-adjacent-violators.js';
import type { Tally } from './tally.js';
import { BP } from './tally.js';
import { totalsOf } from './totals-of.js';

/** A step of the recalibrated curve: forecasts from `from` to `to` (both said) came true at the rate `observed`. */
export interface CurveBlock {
  readonly from: number;
  readonly to: number;
  readonly n: number;
  readonly occurred: number;
  readonly observed: number;
}

export interface CorpDecomposition {
  readonly miscalibration: number;
  readonly discrimination: number;
  readonly uncertainty: number;
  readonly curve: CurveBlock[];
}

/**
 * CORP: a reliability curve without bins to choose, and the parts of the Brier score that belong to it. The curve is
 * the isotonic regression of what happened on what was said (`poolAdjacentViolators`); with S_C the Brier score of the
 * recalibrated forecasts,
 *
 *     MCB = S − S_C      what recalibration would gain (0 best)
 *     DSC = UNC − S_C    what the forecasts' order is worth (higher is better)
 *     S   = MCB − DSC + UNC
 *
 * MCB of a perfectly calibrated forecaster is above 0 by chance alone: show it beside `expectedUnderCalibration`.
 *
 * Source: Dimitriadis, Gneiting and Jordan (2021), PNAS 118, https://doi.org/10.1073/pnas.2016191118
 *
 * @returns null for an empty tally. One forecast: MCB = S, DSC = UNC = 0.
 * @example corpDecomposition(tallyOf([[7000, true]])).curve // => [{ from: 0.7, to: 0.7, n: 1, occurred: 1, observed: 1 }]
 */
export function corpDecomposition(tally: Tally): CorpDecomposition | null {
  const groups = groupsOf(tally);
  const score = brierOfGroups(groups);
  if (score === null) return null;
  const { n, occurred } = totalsOf(groups);

  let recalibrated = 0;
  const curve = poolAdjacentViolators(groups).map((pool) => {
    recalibrated += (pool.occurred * (pool.n - pool.occurred)) / pool.n;
    return {
      from: groups[pool.first]!.bp / BP,
      to: groups[pool.last]!.bp / BP,
      n: pool.n,
      occurred: pool.occurred,
      observed: pool.occurred / pool.n,
    };
  });
  recalibrated /= n;
  const uncertainty = (occurred / n) * ((n - occurred) / n);
  return {
    miscalibration: Math.max(0, score - recalibrated), // the last digit may fall below zero by rounding
    discrimination: Math.max(0, uncertainty - recalibrated),
    uncertainty,
    curve,
  };
}
