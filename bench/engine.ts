import { randomSource, type Tally } from '../src/calibration/index.js';
import { reportOf } from './baselines.js';
import { sample, type Thoroughness, type Timing } from './sampling.js';

/** A million forecasts of two decimals, and what happened. */
export interface RawPairs {
  probabilityBp: Uint16Array;
  outcome: Uint8Array;
}

export interface Engine {
  /** From a tally of 101 probabilities. */
  ready: Timing;
  /** From a million pairs. */
  raw: Timing;
}

export const PAIRS = 1_000_000;

export function rawPairs(): RawPairs {
  const draw = randomSource(1);
  const probabilityBp = new Uint16Array(PAIRS);
  const outcome = new Uint8Array(PAIRS);
  for (let index = 0; index < PAIRS; index += 1) {
    const percent = Math.round(draw() * 100);
    probabilityBp[index] = percent * 100;
    outcome[index] = Number(draw() < 0.1 + 0.8 * (percent / 100));
  }
  return { probabilityBp, outcome };
}

export async function measureEngine(pairs: RawPairs, { reads, slow }: Thoroughness): Promise<Engine> {
  const tally = tallyOfArrays(pairs);
  return {
    ready: await sample(reads * 3, () => reportOf(tally)),
    raw: await sample(slow, () => reportOf(tallyOfArrays(pairs))),
  };
}

/** Counts pairs that stand in typed arrays: one addition each, at a place that is probability and outcome together. */
export function tallyOfArrays({ probabilityBp, outcome }: RawPairs): Tally {
  const counts = new Uint32Array(20_002);
  for (let index = 0; index < probabilityBp.length; index += 1)
    counts[2 * probabilityBp[index]! + outcome[index]!]! += 1;
  const tally = new Map<number, { n: number; occurred: number }>();
  for (let bp = 0; bp <= 10_000; bp += 1) {
    const occurred = counts[2 * bp + 1]!;
    const n = counts[2 * bp]! + occurred;
    if (n > 0) tally.set(bp, { n, occurred });
  }
  return tally;
}
