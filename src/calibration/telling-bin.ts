import type { CalibrationBin } from './calibration-bins.js';
import type { VerdictStatus } from './verdict.js';

/** A bin with forecasts, and so with a mean, a share and a range. */
export type TellingBin = CalibrationBin & {
  readonly meanForecast: number;
  readonly observed: number;
  readonly interval: { readonly level: number; readonly low: number; readonly high: number };
};

/** Fewer forecasts than these make no example. */
const EXAMPLE_FROM = 5;

/** Rounding in the last digits makes no bin the larger. */
const ROUNDING = 1e-9;

/**
 * The one bin that shows a verdict: of those with at least 5 forecasts, a range that excludes their mean forecast and a
 * miss in the direction of the verdict, the one with the largest n (mean − share)². The lower bin wins a tie.
 *
 * @returns null where no bin shows it, and for the verdicts that name no miss: `calibrated` and `insufficient`.
 * @example tellingBin(calibrationBins(tallyOf(Array.from({ length: 9 }, () => [7000, false]))), 'biasedHigh').meanForecast // => 0.7
 */
export function tellingBin(bins: readonly CalibrationBin[], status: VerdictStatus): TellingBin | null {
  let telling: TellingBin | null = null;
  for (const bin of bins) {
    if (bin.n < EXAMPLE_FROM) continue;
    const filled = bin as TellingBin;
    if (isWithin(filled) || !leans(filled, status)) continue;
    if (telling === null || weightOf(filled) > weightOf(telling) + ROUNDING) telling = filled;
  }
  return telling;
}

const isWithin = ({ meanForecast, interval: { low, high } }: TellingBin): boolean =>
  meanForecast >= low && meanForecast <= high;

const weightOf = ({ n, meanForecast, observed }: TellingBin): number => n * (meanForecast - observed) ** 2;

function leans({ meanForecast, observed }: TellingBin, status: VerdictStatus): boolean {
  const isAbove = observed > meanForecast;
  switch (status) {
    case 'biasedHigh':
      return !isAbove;
    case 'biasedLow':
      return isAbove;
    case 'overconfident':
      return meanForecast !== 0.5 && isAbove === meanForecast < 0.5;
    case 'underconfident':
      return meanForecast !== 0.5 && isAbove === meanForecast > 0.5;
    case 'calibrated':
    case 'insufficient':
      return false;
  }
}
