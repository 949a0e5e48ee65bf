/**
 * The probability that has these log-odds, 1 / (1 + e^−x): the inverse of ln(p / (1 − p)).
 *
 * @returns 0 for −∞ and 1 for ∞.
 * @example [-Infinity, 0, 1.3862943611198906, Infinity].map(probabilityOfLogOdds) // => [0, 0.5, 0.8, 1]
 */
export function probabilityOfLogOdds(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}
