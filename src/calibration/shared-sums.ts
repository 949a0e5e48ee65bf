import { groupsOf } from './groups-of.js';
import { BP, type Group, type Tally } from './tally.js';

/**
 * What forecasts that share a scenario, and so an outcome, add to the sums behind every range and test. A scenario with
 * one forecast adds nothing, so the tally alone is enough there. Whole numbers: they add up over scenarios and subtract.
 */
export interface SharedSums {
  /** V − Σ p(1 − p), never negative, in units of 1e-8. */
  readonly countVariance: bigint;
  /** W − Σ (1 − 2p)² p(1 − p), of either sign, in units of 1e-16, rounded once per scenario. */
  readonly gapVariance: bigint;
  /** Σ p² − U, never negative, in units of 1e-16, rounded once per scenario. */
  readonly spread: bigint;
}

/** No two forecasts share a scenario. */
export const NO_SHARED: SharedSums = { countVariance: 0n, gapVariance: 0n, spread: 0n };

/** What chance does to a selection of forecasts, in numbers. */
export interface ChanceSums {
  /** V, the variance of the count of forecasts that occur. */
  readonly countVariance: number;
  /** W, the variance of Σ (y − p)(1 − 2p). */
  readonly gapVariance: number;
  /** Σ p² − U: how far forecasts of the same scenario differ. */
  readonly spread: number;
  /** V / (E − U): so many forecasts carry the information of one with an outcome of its own. 1 where E = U. */
  readonly designEffect: number;
}

const SCALE = BigInt(BP);
/** Units of 1e-16 in one of 1e-8. */
const FINER = SCALE * SCALE;
/** Products below 1e15 are split here, so that sums over 9e7 forecasts stay exact in doubles. */
const SPLIT = 1e8;

/**
 * The sums of scenarios with their counted forecasts. For a scenario with m forecasts, P = Σ p and q = P/m,
 *
 *     V = Σ P(m − P),   W = Σ q(1 − q)(m − 2P)²,   U = Σ P²/m
 *
 * given as the difference to what forecasts with an outcome each would have. The outcomes do not matter.
 *
 * Source: the variance of a sum in which one Bernoulli(q) per scenario is what chance draws
 *
 * @param scenarios for each, the probabilities of its forecasts in ten-thousandths; one with none or one adds nothing.
 * @example sharedSums([[5000, 5000], [7000]]) // => { countVariance: 50000000n, gapVariance: 0n, spread: 0n }
 */
export function sharedSums(scenarios: Iterable<readonly number[]>): SharedSums {
  let sum = NO_SHARED;
  for (const forecasts of scenarios)
    if (forecasts.length > 1) sum = addSharedSums(sum, ofScenario(forecasts));
  return sum;
}

function ofScenario(forecasts: readonly number[]): SharedSums {
  const own = ownSums(forecasts.map((bp) => ({ bp, n: 1 })));
  const m = BigInt(forecasts.length);
  const sum = BigInt(own.sum);
  const variance = sum * (m * SCALE - sum);
  const lean = m * SCALE - 2n * sum;
  return {
    countVariance: variance - BigInt(own.countVariance),
    gapVariance: (variance * lean * lean) / (m * m) - own.gapVariance,
    spread: BigInt(own.squares) * FINER - (sum * sum * FINER) / m,
  };
}

/**
 * The sums of two selections that have no scenario in common.
 *
 * @example addSharedSums(NO_SHARED, sharedSums([[5000, 5000]])).countVariance // => 50000000n
 */
export function addSharedSums(a: SharedSums, b: SharedSums): SharedSums {
  return {
    countVariance: a.countVariance + b.countVariance,
    gapVariance: a.gapVariance + b.gapVariance,
    spread: a.spread + b.spread,
  };
}

/**
 * V, W, Σp² − U and the design effect of a selection, from its tally and what its shared scenarios add. Exact in whole
 * numbers up to the last division.
 *
 * @example chanceSums(tallyOf([[5000, true], [5000, true]]), sharedSums([[5000, 5000]])) // => { countVariance: 1, gapVariance: 0, spread: 0, designEffect: 2 }
 */
export function chanceSums(tally: Tally, shared: SharedSums = NO_SHARED): ChanceSums {
  const own = ownSums(groupsOf(tally));
  const countVariance = BigInt(own.countVariance) + shared.countVariance;
  const independent = BigInt(own.countVariance) * FINER + shared.spread; // E − U = Σ p(1 − p) + Σ p² − U
  return {
    countVariance: Number(countVariance) / BP ** 2,
    gapVariance: Number(own.gapVariance + shared.gapVariance) / BP ** 4,
    spread: Number(shared.spread) / BP ** 4,
    designEffect: independent === 0n ? 1 : Number(countVariance * FINER) / Number(independent),
  };
}

/** Sums of forecasts as if each had an outcome of its own: Σ b, Σ b(D − b), Σ b² and Σ b(D − b)(D − 2b)². */
function ownSums(groups: readonly Pick<Group, 'bp' | 'n'>[]) {
  let sum = 0;
  let countVariance = 0;
  let squares = 0;
  let large = 0;
  let rest = 0;
  for (const { bp, n } of groups) {
    const variance = bp * (BP - bp);
    const product = variance * (BP - 2 * bp) ** 2;
    sum += n * bp;
    countVariance += n * variance;
    squares += n * bp * bp;
    large += n * Math.floor(product / SPLIT);
    rest += n * (product % SPLIT);
  }
  return { sum, countVariance, squares, gapVariance: BigInt(large) * BigInt(SPLIT) + BigInt(rest) };
}
