import type { CalibrationBin } from './calibration-bins.js';
import { normalQuantile } from './normal-quantile.js';
import { percentWords } from './percent-words.js';
import type { Lean } from './telling-bin.js';
import { tellingBin } from './telling-bin.js';

export type VerdictStatus =
  'insufficient' | 'calibrated' | 'overconfident' | 'underconfident' | 'biasedHigh' | 'biasedLow';

export interface Verdict {
  readonly status: VerdictStatus;
  readonly provisional: boolean;
  readonly text: string;
}

/** Under this many counted forecasts there is no verdict. */
export const VERDICT_FROM = 30;

/** Under this many a verdict is provisional. */
export const FIRM_FROM = 100;

export interface VerdictInput {
  readonly n: number;
  readonly occurred: number;
  /** The sum of the probabilities that were said. */
  readonly expected: number;
  /** How many scenarios the forecasts are about; fewer than n where several forecasters spoke about one. */
  readonly scenarios: number;
  /** With the 95th percentile that a calibrated forecaster would get. */
  readonly miscalibration: { readonly value: number; readonly p95: number } | null;
  /** Why `miscalibration` could not be held against luck, where it is null. */
  readonly unknown?: string;
  readonly spiegelhalter: { readonly pValue: number } | null;
  readonly recalibration: { readonly slope: number; readonly slopeError: number } | null;
  readonly bins: readonly CalibrationBin[];
}

const SAYINGS: Record<Exclude<VerdictStatus, 'insufficient'>, { text: string; lean: Lean }> = {
  calibrated: { text: 'Well calibrated, as far as luck lets one tell.', lean: 'any' },
  overconfident: {
    text: 'Overconfident: the forecasts were more extreme than what happened.',
    lean: 'tooExtreme',
  },
  underconfident: {
    text: 'Underconfident: the forecasts were more timid than what happened.',
    lean: 'tooTimid',
  },
  biasedHigh: { text: 'Too high: things happened less often than was said.', lean: 'tooHigh' },
  biasedLow: { text: 'Too low: things happened more often than was said.', lean: 'tooLow' },
};

/**
 * One word for a record, and a sentence a person understands. In this order:
 *
 * 1. fewer than 30 forecasts, or nothing to hold the miscalibration against: `insufficient`
 * 2. miscalibration within the 95th percentile of luck, and Spiegelhalter's p ≥ 0.05: `calibrated`
 *    (where that test is undefined, the first half decides)
 * 3. the 90 % interval of the recalibration slope (Wald) excludes 1: `overconfident` below, `underconfident` above
 * 4. else by whether more was said to happen than did: `biasedHigh` or `biasedLow`; at a draw `overconfident`
 *
 * The tests of step 2 err for a perfectly calibrated forecaster in one case of twenty each, so at most one in ten is called
 * something else. The interval of step 3 errs in one case of ten too, so a bias over widely spread forecasts is named so
 * in nine of ten cases, and else called over- or underconfident.
 *
 * @example verdict({ n: 12, occurred: 3, expected: 4, scenarios: 12, miscalibration: null, spiegelhalter: null, recalibration: null, bins: [] }).status // => 'insufficient'
 */
export function verdict(input: VerdictInput): Verdict {
  const provisional = input.n < FIRM_FROM;
  const status = statusOf(input);
  const sentences =
    status === 'insufficient' ? [insufficientText(input)] : [SAYINGS[status].text, binText(input, status)];
  if (provisional && status !== 'insufficient') {
    sentences.push(`Provisional: only ${input.n} forecasts.`);
  }
  if (input.n > input.scenarios) {
    const subject = input.scenarios === 1 ? '1 scenario' : `${input.scenarios} scenarios`;
    sentences.push(`These ${input.n} forecasts rest on ${subject}, so the intervals are too narrow.`);
  }
  return { status, provisional, text: sentences.join(' ') };
}

function statusOf({ n, occurred, expected, ...tests }: VerdictInput): VerdictStatus {
  const { miscalibration, spiegelhalter, recalibration } = tests;
  if (n < VERDICT_FROM || miscalibration === null) return 'insufficient';
  const withinLuck = miscalibration.value <= miscalibration.p95 + 1e-12; // equal up to rounding is within
  if (withinLuck && (spiegelhalter === null || spiegelhalter.pValue >= 0.05)) return 'calibrated';
  if (recalibration !== null) {
    const half = normalQuantile(0.95) * recalibration.slopeError;
    if (recalibration.slope + half < 1) return 'overconfident';
    if (recalibration.slope - half > 1) return 'underconfident';
  }
  if (expected === occurred) return 'overconfident';
  return expected > occurred ? 'biasedHigh' : 'biasedLow';
}

function insufficientText({ n, unknown }: VerdictInput): string {
  if (n === 0) return 'No forecasts counted yet.';
  if (n >= VERDICT_FROM) return `No verdict: ${unknown ?? 'nothing to compare with'}.`;
  return `Too few for a verdict: ${n} of at least ${VERDICT_FROM} forecasts.`;
}

function binText({ bins }: VerdictInput, status: Exclude<VerdictStatus, 'insufficient'>): string {
  const bin = tellingBin(bins, SAYINGS[status].lean)!;
  const low = Math.round(bin.interval.low! * 100);
  const high = Math.round(bin.interval.high! * 100);
  return (
    `When the forecast was about ${percentWords(bin.meanForecast)}, it happened ${percentWords(bin.observed)} ` +
    `of the time (${bin.occurred} of ${bin.n}; 90 % range ${low}–${high} %).`
  );
}
