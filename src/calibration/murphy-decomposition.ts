import { groupsOf } from './groups-of.js';
import type { Tally } from './tally.js';
import { BP } from './tally.js';
import { totalsOf } from './totals-of.js';

export interface MurphyDecomposition {
  readonly reliability: number;
  readonly resolutionComponent: number;
  readonly uncertainty: number;
}

/**
 * Murphy's three parts of the Brier score, over the distinct probabilities that were said:
 *
 *     REL = Σ n_k (p_k − o_k)² / N     how far what happened is from what was said (0 best)
 *     RES = Σ n_k (o_k − ō)² / N       how well the forecasts told cases apart (higher is better)
 *     UNC = ō (1 − ō)                  how uncertain the matter was
 *     S   = REL − RES + UNC            exactly, because the groups hold equal probabilities, not ranges
 *
 * Where all probabilities differ, each group is one forecast and the split says nothing: prefer `corpDecomposition`.
 *
 * Source: Murphy (1973), Journal of Applied Meteorology 12,
 * https://doi.org/10.1175/1520-0450(1973)012<0595:ANVPOT>2.0.CO;2
 *
 * @returns null for an empty tally. One forecast: REL = S, RES = UNC = 0.
 * @example murphyDecomposition(tallyOf([[7000, true]])) // => { reliability: 0.09, resolutionComponent: 0, uncertainty: 0 }
 */
export function murphyDecomposition(tally: Tally): MurphyDecomposition | null {
  const groups = groupsOf(tally);
  const { n, occurred } = totalsOf(groups);
  if (n === 0) return null;
  const baseRate = occurred / n;
  let reliability = 0;
  let resolution = 0;
  for (const g of groups) {
    const observed = g.occurred / g.n;
    reliability += g.n * (g.bp / BP - observed) ** 2;
    resolution += g.n * (observed - baseRate) ** 2;
  }
  return {
    reliability: reliability / n,
    resolutionComponent: resolution / n,
    uncertainty: baseRate * ((n - occurred) / n),
  };
}
