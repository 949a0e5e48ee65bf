import { BIN_COUNT, binIndex } from './bin-index.js';
import { groupsOf } from './groups-of.js';
import type { Tally } from './tally.js';
import { BP } from './tally.js';
import { wilsonInterval } from './wilson-interval.js';

/** The level of the interval of every bin, and of the band. */
export const LEVEL = 0.9;

export interface CalibrationBin {
  readonly from: number;
  readonly to: number;
  readonly n: number;
  readonly occurred: number;
  readonly meanForecast: number | null;
  readonly observed: number | null;
  readonly interval: { readonly level: number; readonly low: number | null; readonly high: number | null };
}

/**
 * The points of a reliability diagram: ten bins [0, 0.1) … [0.9, 1] with the mean forecast, the share that occurred
 * and its 90% Wilson interval. All ten are always there.
 *
 *     p̄_j = Σ_{k in j} n_k p_k / n_j,   ō_j = Σ_{k in j} h_k / n_j
 *
 * The point stands at the mean forecast of its bin, not at the middle of the bin: else a forecaster who says 11% and is
 * right in 11 of 100 cases would seem to be off by 4.
 *
 * Source: Murphy and Winkler (1977), Applied Statistics 26, https://doi.org/10.2307/2346866; bins closed to the left
 *
 * @param unit what one forecast weighs in the tally: 1, or 10000 where it holds time weights (n is then fractional).
 * @param designEffect how many forecasts carry the information of one with an outcome of its own: the interval is that of
 * n / designEffect forecasts, unrounded.
 * @returns an empty bin has null, never 0, for its mean forecast, share and interval.
 * @example calibrationBins(tallyOf([[7000, true]]))[7].observed // => 1
 */
export function calibrationBins(tally: Tally, unit = 1, designEffect = 1): CalibrationBin[] {
  const sums = Array.from({ length: BIN_COUNT }, () => ({ n: 0, occurred: 0, bp: 0 }));
  for (const g of groupsOf(tally)) {
    const sum = sums[binIndex(g.bp)]!;
    sum.n += g.n;
    sum.occurred += g.occurred;
    sum.bp += g.n * g.bp;
  }
  return sums.map(({ n, occurred, bp }, index) => {
    const empty = n === 0;
    const share = unit * designEffect;
    const interval = empty ? { low: null, high: null } : wilsonInterval(occurred / share, n / share, LEVEL);
    return {
      from: index / BIN_COUNT,
      to: (index + 1) / BIN_COUNT,
      n: n / unit,
      occurred: occurred / unit,
      meanForecast: empty ? null : bp / n / BP,
      observed: empty ? null : occurred / n,
      interval: { level: LEVEL, ...interval },
    };
  });
}
