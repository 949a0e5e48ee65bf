import { PAIR_WEIGHT } from './tally.js';

/**
 * Shares one (forecaster, scenario) pair out over the probabilities that stood, by the whole days each stood: integer
 * weights in the order given that sum to exactly 10000. Each part gets its exact share rounded down; what is
 * left goes one by one to the largest remainders, the earlier part first among equals. A part may get 0.
 *
 * Source: the method of largest remainders (Hamilton), https://en.wikipedia.org/wiki/Quota_method
 *
 * @param parts days as non-negative safe integers, with at least one day in all.
 * @throws RangeError for no days (a pair that never stood has no time-weighted forecast), or days that are not integers.
 * @example timeWeights([{ days: 1, probabilityBp: 7000 }, { days: 2, probabilityBp: 4000 }]) // => [{ probabilityBp: 7000, weight: 3333 }, { probabilityBp: 4000, weight: 6667 }]
 */
export function timeWeights(
  parts: readonly { days: number; probabilityBp: number }[],
): { probabilityBp: number; weight: number }[] {
  let total = 0n;
  for (const { days } of parts) {
    if (!Number.isSafeInteger(days) || days < 0) throw new RangeError(`not a number of whole days: ${days}`);
    total += BigInt(days);
  }
  if (total === 0n) throw new RangeError('no days to share out');

  const shares = parts.map(({ days, probabilityBp }, index) => {
    const numerator = BigInt(days) * BigInt(PAIR_WEIGHT); // days × 10⁴ may pass 2⁵³
    const weight = Number(numerator / total);
    return { probabilityBp, weight, remainder: numerator % total, index };
  });
  const missing = shares.reduce((left, { weight }) => left - weight, PAIR_WEIGHT);
  const byRemainder = [...shares].sort((a, b) => Number(b.remainder - a.remainder) || a.index - b.index);
  for (const share of byRemainder.slice(0, missing)) share.weight += 1;
  return shares.map(({ probabilityBp, weight }) => ({ probabilityBp, weight }));
}
