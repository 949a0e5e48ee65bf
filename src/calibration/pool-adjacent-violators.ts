import { compareShares } from './compare-shares.js';

export interface Pool {
  /** Index of the first and of the last group of the block. */
  readonly first: number;
  readonly last: number;
  readonly n: number;
  readonly occurred: number;
}

/**
 * Isotonic regression of what happened on what was said: the non-decreasing step function closest to the outcomes in
 * squares, by pooling adjacent violators. Each block's value is `occurred / n`, and at the k-th group that is
 *
 *     max_{i ≤ k} min_{j ≥ k} (h_i + … + h_j) / (n_i + … + n_j)
 *
 * The input is one entry per distinct probability, rising: equal forecasts are grouped first, or the fit would be too
 * good. Neighbours of equal share are pooled as well, so the blocks rise strictly and there is one right answer.
 *
 * Source: Ayer, Brunk, Ewing, Reid and Silverman (1955), Annals of Mathematical Statistics 26,
 * https://doi.org/10.1214/aoms/1177728423; in the form of de Leeuw, Hornik and Mair (2009), https://doi.org/10.18637/jss.v032.i05
 *
 * @param groups counts with n > 0, in the order of their probabilities; they are not checked.
 * @returns blocks that cover all groups once; their counts sum to the groups'. None for no groups.
 * @example poolAdjacentViolators([{ n: 1, occurred: 1 }, { n: 1, occurred: 0 }]) // => [{ first: 0, last: 1, n: 2, occurred: 1 }]
 */
export function poolAdjacentViolators(groups: readonly { n: number; occurred: number }[]): Pool[] {
  const pools: Pool[] = [];
  let top = -1;
  for (let index = 0; index < groups.length; index++) {
    let first = index;
    let { n, occurred } = groups[index]!;
    for (; top >= 0; top--) {
      const left = pools[top]!;
      if (compareShares(left.occurred, left.n, occurred, n) < 0) break;
      first = left.first;
      n += left.n;
      occurred += left.occurred;
    }
    pools[++top] = { first, last: index, n, occurred };
  }
  pools.length = top + 1;
  return pools;
}
