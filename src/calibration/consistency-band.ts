import { RESAMPLES, SEED } from './expected-under-calibration.js';
import { groupForResampling } from './group-for-resampling.js';
import { groupsOf } from './groups-of.js';
import { poolAdjacentViolators } from './pool-adjacent-violators.js';
import { quantileOfSorted } from './quantile-of-sorted.js';
import { randomSource } from './random-source.js';
import { sampleBinomial } from './sample-binomial.js';
import type { Group, Tally } from './tally.js';
import { BP } from './tally.js';

export interface BandPoint {
  readonly forecast: number;
  readonly low: number;
  readonly high: number;
}

/**
 * Consistency band of the CORP curve: around the diagonal, where the curve of a perfectly calibrated forecaster would lie
 * with probability `level` at each forecast. A curve that leaves it is more than luck.
 *
 * Each of 1000 draws takes a sample of the forecasts as large as the tally, divided by the design effect (how often each value:
 * multinomial), lets each occur with its own probability (binomial), and fits the curve anew. Read at the values that
 * were said, interpolating within the range that the draw covers, the curves give quantiles at ½ ∓ level/2.
 *
 * Source: Dimitriadis, Gneiting and Jordan (2021), PNAS 118, SI section 3, https://doi.org/10.1073/pnas.2016191118
 *
 * @param level from 0 to 1. @param seed fixes the draws.
 * @param designEffect how many forecasts carry the information of one with an outcome of its own.
 * @returns one point per distinct probability (above 200 of them, per group of `groupForResampling`) that the draws
 * reached; none for no forecasts.
 * @example consistencyBand(tallyOf([[0, false], [10000, true]]), 0.9) // => [{ forecast: 0, low: 0, high: 0 }, { forecast: 1, low: 1, high: 1 }]
 */
export function consistencyBand(tally: Tally, level: number, designEffect = 1, seed = SEED): BandPoint[] {
  const groups = groupForResampling(groupsOf(tally));
  let n = 0;
  for (const group of groups) n += group.n;
  const size = Math.max(1, Math.round(n / designEffect));
  const random = randomSource(seed);
  const readings = groups.map(() => new Float64Array(RESAMPLES));
  const counts = groups.map(() => 0);
  for (let r = 0; r < RESAMPLES; r++) {
    const drawn = drawLike(groups, n, size, random);
    const fitted = new Float64Array(drawn.length);
    for (const pool of poolAdjacentViolators(drawn)) {
      fitted.fill(pool.occurred / pool.n, pool.first, pool.last + 1);
    }
    let right = 0; // index of the first drawn value that is not below the one read
    for (let k = 0; k < groups.length; k++) {
      const { bp } = groups[k]!;
      while (right < drawn.length && drawn[right]!.bp < bp) right++;
      if (right === drawn.length) break; // beyond the range of this draw
      const high = drawn[right]!;
      if (right === 0 && high.bp > bp) continue;
      const low = high.bp === bp ? high : drawn[right - 1]!;
      const start = fitted[low === high ? right : right - 1]!;
      const share = low === high ? 0 : (bp - low.bp) / (high.bp - low.bp);
      readings[k]![counts[k]!++] = start + share * (fitted[right]! - start);
    }
  }
  return groups.flatMap(({ bp }, k) => {
    if (counts[k] === 0) return []; // a rare forecast at the edge, of many that share few scenarios
    const sorted = readings[k]!.subarray(0, counts[k]).sort();
    return {
      forecast: bp / BP,
      low: quantileOfSorted(sorted, 0.5 - level / 2),
      high: quantileOfSorted(sorted, 0.5 + level / 2),
    };
  });
}

/** A sample of groups with n forecasts: sizes multinomial, by binomials of what is left; outcomes as said. */
function drawLike(groups: readonly Group[], n: number, size: number, random: () => number): Group[] {
  let toDraw = size;
  let remaining = n;
  const drawn: Group[] = [];
  for (const group of groups) {
    const taken = sampleBinomial(random, toDraw, group.n / remaining);
    remaining -= group.n;
    toDraw -= taken;
    if (taken > 0)
      drawn.push({ bp: group.bp, n: taken, occurred: sampleBinomial(random, taken, group.bp / BP) });
  }
  return drawn;
}
