import { BIN_COUNT, binIndex } from './bin-index.js';
import { groupsOf } from './groups-of.js';
import type { Group, Tally } from './tally.js';
import { BP } from './tally.js';
import { totalsOf } from './totals-of.js';

export interface StephensonDecomposition {
  readonly reliability: number;
  readonly resolutionComponent: number;
  readonly uncertainty: number;
  readonly withinBinVariance: number;
  readonly withinBinCovariance: number;
}

/**
 * The parts of the Brier score over the ten bins. Probabilities in a bin differ, so Murphy's three parts no longer add
 * up; two more terms close the sum:
 *
 *     S = REL − RES + UNC + WBV − WBC
 *     REL = Σ n_j (p̄_j − ō_j)² / N,  with p̄_j the mean forecast of the bin, not its middle
 *     WBV = Σ_j Σ_{i in j} (p_i − p̄_j)² / N
 *     WBC = 2 Σ_j Σ_{i in j} (p_i − p̄_j)(y_i − ō_j) / N
 *
 * Source: Stephenson, Coelho and Jolliffe (2008), Weather and Forecasting 23, https://doi.org/10.1175/2007WAF2006116.1
 *
 * @returns null for an empty tally.
 * @example stephensonDecomposition(tallyOf([[7000, true]])) // => { reliability: 0.09, resolutionComponent: 0, uncertainty: 0, withinBinVariance: 0, withinBinCovariance: 0 }
 */
export function stephensonDecomposition(tally: Tally): StephensonDecomposition | null {
  const groups = groupsOf(tally);
  const { n, occurred } = totalsOf(groups);
  if (n === 0) return null;
  const members: Group[][] = Array.from({ length: BIN_COUNT }, () => []);
  for (const g of groups) members[binIndex(g.bp)]?.push(g);

  const baseRate = occurred / n;
  let reliability = 0;
  let resolution = 0;
  let variance = 0;
  let covariance = 0;
  for (const bin of members) {
    if (bin.length === 0) continue;
    const totals = totalsOf(bin);
    const meanForecast = totals.expected / totals.n;
    const observed = totals.occurred / totals.n;
    reliability += totals.n * (meanForecast - observed) ** 2;
    resolution += totals.n * (observed - baseRate) ** 2;
    for (const g of bin) {
      const gap = g.bp / BP - meanForecast;
      variance += g.n * gap * gap;
      covariance += gap * (g.occurred - g.n * observed);
    }
  }
  return {
    reliability: reliability / n,
    resolutionComponent: resolution / n,
    uncertainty: baseRate * ((n - occurred) / n),
    withinBinVariance: variance / n,
    withinBinCovariance: (2 * covariance) / n,
  };
}
