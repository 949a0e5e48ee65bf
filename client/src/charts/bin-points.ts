import type { Bin } from '../data.js';
import type { XY } from './frame.js';

export interface BinPoint extends XY {
  bin: Bin;
  /** fewer than five forecasts: hollow, and no line leads to it */
  hollow: boolean;
}

const LEAST_SOLID = 5;
const GAP: XY = { x: Number.NaN, y: Number.NaN };

/** The bins that hold forecasts, each at its mean forecast; an empty bin gives no point. */
export function binPoints(bins: readonly Bin[]): BinPoint[] {
  return bins.flatMap((bin) =>
    bin.n > 0 && bin.meanForecast !== null && bin.observed !== null
      ? [{ x: bin.meanForecast, y: bin.observed, bin, hollow: bin.n < LEAST_SOLID }]
      : [],
  );
}

/** The line through solid points that are neighbours; it breaks at a hollow or an empty bin. */
export function connection(bins: readonly Bin[]): XY[] {
  return bins.map((bin) =>
    bin.n >= LEAST_SOLID && bin.meanForecast !== null && bin.observed !== null
      ? { x: bin.meanForecast, y: bin.observed }
      : GAP,
  );
}

/** A plot this wide has room for everything at full size. */
export const ROOMY = 440;

/** Radius in pixels: the area grows with the number of forecasts, and all shrink a little on a narrow screen. */
export function pointRadius(n: number, most: number, plotWidth = ROOMY): number {
  return (4 + 8 * Math.sqrt(n / most)) * Math.min(1, Math.max(0.6, plotWidth / ROOMY));
}
