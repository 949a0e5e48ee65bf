import { brierScore } from './brier-score.js';
import type { Tally } from './tally.js';
import { uncertainty } from './uncertainty.js';

/**
 * Brier skill score: how much better than always quoting the base rate.
 *
 *     BSS = 1 − S / UNC,   S the Brier score, UNC = ō (1 − ō)
 *
 * A share without unit: 1 is perfect, 0 no better, and below 0 worse, without a floor. The base rate is that of the same selection, known only in hindsight: a hard yardstick.
 *
 * Source: Wilks (2011), Statistical Methods in the Atmospheric Sciences, section 8.4.2
 *
 * @returns null for an empty tally, and where everything or nothing occurred (the base rate is then perfect).
 * @example brierSkillScore(tallyOf([[10000, true], [5000, false]])) // => 0.5
 */
export function brierSkillScore(tally: Tally): number | null {
  const score = brierScore(tally);
  const reference = uncertainty(tally);
  return score === null || reference === null || reference === 0 ? null : 1 - score / reference;
}
