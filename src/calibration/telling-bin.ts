import type { CalibrationBin } from './calibration-bins.js';

/** Which way a bin has to miss to bear a verdict out. */
export type Lean = 'any' | 'tooExtreme' | 'tooTimid' | 'tooHigh' | 'tooLow';

/** A bin that holds forecasts. */
export type FilledBin = CalibrationBin & { readonly meanForecast: number; readonly observed: number };

/**
 * The bin that says most: of those that miss in the given direction, the one whose miss is least likely to be luck, the
 * largest |ō − p̄| · √n / √(p̄ (1 − p̄)) (infinite where a certainty missed); where none misses that way, of all. The fuller bin wins a tie. For `any`, the
 * fullest bin: it shows best that things agree.
 *
 * @returns null where all bins are empty.
 * @example tellingBin(calibrationBins(tallyOf([[7000, true], [2000, false], [2000, false]])), 'any').meanForecast // => 0.2
 */
export function tellingBin(bins: readonly CalibrationBin[], lean: Lean): FilledBin | null {
  const filled = bins.filter(isFilled);
  const leaning = filled.filter((bin) => leans(bin, lean));
  const candidates = leaning.length > 0 ? leaning : filled;
  const weight = (bin: FilledBin) => (lean === 'any' ? bin.n : surprise(bin));
  return candidates.reduce<FilledBin | null>((best, bin) => {
    if (best === null) return bin;
    return weight(bin) > weight(best) || (weight(bin) === weight(best) && bin.n > best.n) ? bin : best;
  }, null);
}

function isFilled(bin: CalibrationBin): bin is FilledBin {
  return bin.n > 0;
}

function leans({ meanForecast: said, observed }: FilledBin, lean: Lean): boolean {
  switch (lean) {
    case 'any':
      return true;
    case 'tooHigh':
      return observed < said;
    case 'tooLow':
      return observed > said;
    case 'tooExtreme':
      return said > 0.5 ? observed < said : observed > said;
    case 'tooTimid':
      return said > 0.5 ? observed > said : observed < said;
  }
}

function surprise({ meanForecast, observed, n }: FilledBin): number {
  const miss = Math.abs(observed - meanForecast);
  return miss === 0 ? 0 : miss * Math.sqrt(n / (meanForecast * (1 - meanForecast)));
}
