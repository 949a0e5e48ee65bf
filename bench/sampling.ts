/** How long something took, over and over, in milliseconds. */
export interface Timing {
  median: number;
  p99: number;
  samples: number;
}

/** How often things are measured: enough to trust, or just enough to see that they run. */
export interface Thoroughness {
  reads: number;
  /** What takes tens of milliseconds. */
  slow: number;
  /** What takes seconds. */
  slowest: number;
  /** Reports that the server is asked for. */
  served: number;
  /** Commands that are started, each. */
  starts: number;
  /** Pages and lists, each. */
  asks: number;
  /** Open scenarios that are resolved: with 1,000 forecasters, and with three. The first of each warms up. */
  crowds: number;
  trios: number;
  /** Forecasts that are put on record by the domain as well. */
  lived: number;
}

export const THOROUGH: Thoroughness = {
  ...{ reads: 300, slow: 100, slowest: 3, served: 300, starts: 9, asks: 30 },
  ...{ crowds: 6, trios: 31, lived: 10_000 },
};
export const QUICK: Thoroughness = {
  ...{ reads: 10, slow: 3, slowest: 1, served: 20, starts: 1, asks: 3 },
  ...{ crowds: 2, trios: 3, lived: 200 },
};

/**
 * Runs `fn` some times unmeasured, then measures it.
 *
 * @param fn is told the number of the run, so that each may ask for something else
 */
export async function sample(times: number, fn: (run: number) => unknown): Promise<Timing> {
  const warmUp = Math.min(times, 30);
  for (let run = 0; run < warmUp; run += 1) await fn(times + run);
  const took: number[] = [];
  for (let run = 0; run < times; run += 1) took.push(await timed(() => fn(run)));
  return timingOf(took);
}

/** How long it took once, in milliseconds. */
export async function timed(fn: () => unknown): Promise<number> {
  const from = performance.now();
  await fn();
  return performance.now() - from;
}

export function timingOf(took: readonly number[]): Timing {
  const sorted = [...took].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
  return { median: at(0.5), p99: at(0.99), samples: sorted.length };
}
