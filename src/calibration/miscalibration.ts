import { brierOfGroups } from './brier-score.js';
import { poolAdjacentViolators } from './pool-adjacent-violators.js';
import type { Group } from './tally.js';

/**
 * Miscalibration (MCB) of sorted groups: by how much the Brier score would fall if the forecasts were recalibrated by
 * isotonic regression. Never negative; see `corpDecomposition`.
 *
 *     MCB = S − S_C,   S_C = Σ_blocks h (n − h) / n / N
 *
 * @param groups by rising probability, none empty.
 * @returns 0 for no groups; in squared probability otherwise, like the Brier score.
 * @example miscalibration([{ bp: 7000, n: 1, occurred: 1 }]) // => 0.09
 */
export function miscalibration(groups: readonly Group[]): number {
  const score = brierOfGroups(groups);
  if (score === null) return 0;
  let recalibrated = 0;
  let n = 0;
  for (const pool of poolAdjacentViolators(groups)) {
    recalibrated += (pool.occurred * (pool.n - pool.occurred)) / pool.n;
    n += pool.n;
  }
  return Math.max(0, score - recalibrated / n);
}
