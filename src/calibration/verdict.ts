import type { CalibrationBin } from './calibration-bins.js';
import { DEVIATIONS, type ExpectedOccurred } from './expected-occurred.js';
import { percentWords } from './percent-words.js';
import type { Figure } from './report.js';
import { excessGap } from './spiegelhalter-test.js';
import type { ChanceSums } from './shared-sums.js';
import type { Tally } from './tally.js';
import { tellingBin } from './telling-bin.js';

export type VerdictStatus =
  'insufficient' | 'calibrated' | 'overconfident' | 'underconfident' | 'biasedHigh' | 'biasedLow';

export interface Verdict {
  readonly status: VerdictStatus;
  /** It rests on under 100 scenarios. */
  readonly provisional: boolean;
  /** How many came true, against chance: deviations from the expected count, and the range. Null for averages over time. */
  readonly count: { readonly z: Figure; readonly low: Figure; readonly high: Figure } | null;
  /** The average squared error against chance, in deviations. Null for averages over time. */
  readonly gap: { readonly z: Figure } | null;
  readonly text: string;
}

/** Under this many scenarios with a counted forecast there is no verdict. */
export const VERDICT_FROM = 30;

/** Under this many a verdict is provisional. */
export const FIRM_FROM = 100;

/** What the two numbers of the verdict are, and where chance alone puts them. */
export interface Evidence {
  readonly expected: ExpectedOccurred;
  readonly chance: ChanceSums;
  /** Deviations of the count from what was expected; infinite where no chance was left. */
  readonly zCount: number;
  /** Deviations of the squared error; infinite where no chance was left. */
  readonly zGap: number;
}

export interface VerdictInput {
  /** Forecasts that were counted, and that came true. */
  readonly n: number;
  readonly occurred: number;
  /** Scenarios that they rest on; fewer than n where several forecasters share one. */
  readonly scenarios: number;
  /** Null where nothing was counted, and for averages over time. */
  readonly evidence: Evidence | null;
  readonly bins: readonly CalibrationBin[];
}

const SENTENCES: Record<Exclude<VerdictStatus, 'insufficient'>, string> = {
  calibrated: 'Forecasts come true about as often as their probabilities say.',
  overconfident:
    'Forecasts are too sure: what is called likely happens less often, what is called unlikely more often.',
  underconfident:
    'Forecasts hedge too much: what is called likely happens even more often, what is called unlikely even less often.',
  biasedHigh: 'Forecasts come true less often than their probabilities say.',
  biasedLow: 'Forecasts come true more often than their probabilities say.',
};

const NO_FORECASTS = 'No results yet.';
const OVER_TIME = 'No verdict for averages over time: choose First or Last forecast.';

/** Rounding in the last digits decides nothing. */
const ROUNDING = 1e-9;

/**
 * The two numbers of the verdict in deviations, from what was counted and what chance does to it:
 *
 *     z_c = (O − E) / √V,   z_g = Σ (y − p)(1 − 2p) / √W
 *
 * Without chance (V or W is 0) a difference is infinite and none is 0; the squared error then differs where its excess
 * passes 2 (Σ p² − U), which forecasters of one scenario who disagree cannot avoid.
 *
 * @example evidenceOf(tallyOf([[10000, false]]), { sum: 1, low: 1, high: 1 }, chanceSums(tallyOf([[10000, false]]))).zCount // => -Infinity
 */
export function evidenceOf(tally: Tally, expected: ExpectedOccurred, chance: ChanceSums): Evidence {
  let occurred = 0;
  for (const count of tally.values()) occurred += count.occurred;
  const difference = occurred - expected.sum;
  const excess = excessGap(tally);
  const zCount = difference === 0 ? 0 : difference / Math.sqrt(chance.countVariance);
  const isMore = excess - 2 * chance.spread > ROUNDING;
  const zGap = chance.gapVariance > 0 ? excess / Math.sqrt(chance.gapVariance) : isMore ? Infinity : 0;
  return { expected, chance, zCount, zGap };
}

/**
 * One word for a record, and why, in sentences a person understands. A record is well calibrated when two numbers both
 * lie where chance alone puts them 19 times in 20: how many came true, and the average squared error; whichever lies
 * further out names the verdict. In this order:
 *
 * 1. fewer than 30 scenarios, or averages over time: `insufficient`
 * 2. the count inside its range, and |z_g| ≤ 1.96: `calibrated`
 * 3. the count outside, and |z_g| ≤ 1.96 or |z_c| ≥ |z_g|: `biasedHigh` (below the range) or `biasedLow` (above)
 * 4. else `overconfident` (z_g > 0) or `underconfident`
 *
 * So no verdict contradicts the range printed beside it. How often it is right: docs/method.md.
 *
 * @example verdict({ n: 12, occurred: 3, scenarios: 12, evidence: null, bins: [] }).status // => 'insufficient'
 */
export function verdict(input: VerdictInput): Verdict {
  const { scenarios, evidence } = input;
  const status = statusOf(input);
  return {
    status,
    provisional: scenarios < FIRM_FROM,
    count: evidence && {
      z: evidence.chance.countVariance > 0 ? evidence.zCount : null,
      low: evidence.expected.low,
      high: evidence.expected.high,
    },
    gap: evidence && { z: evidence.chance.gapVariance > 0 ? evidence.zGap : null },
    text: textOf(input, status),
  };
}

function statusOf({ occurred, scenarios, evidence }: VerdictInput): VerdictStatus {
  if (scenarios < VERDICT_FROM || evidence === null) return 'insufficient';
  const { expected, zCount, zGap } = evidence;
  const isCountOff = occurred < expected.low || occurred > expected.high;
  const isGapOff = Math.abs(zGap) > DEVIATIONS;
  if (!isCountOff && !isGapOff) return 'calibrated';
  if (isCountOff && (!isGapOff || Math.abs(zCount) >= Math.abs(zGap) - ROUNDING))
    return occurred < expected.low ? 'biasedHigh' : 'biasedLow';
  return zGap > 0 ? 'overconfident' : 'underconfident';
}

function textOf({ n, occurred, scenarios, evidence, bins }: VerdictInput, status: VerdictStatus): string {
  if (n === 0) return NO_FORECASTS;
  if (evidence === null) return OVER_TIME;
  const sentences: string[] = [];
  if (status === 'insufficient')
    sentences.push(`Too early to say: ${scenarios} of the ${VERDICT_FROM} results a verdict needs.`);
  else {
    const sentence = SENTENCES[status];
    sentences.push(scenarios < FIRM_FROM ? `So far, ${lowerFirst(sentence)}` : sentence);
    const { low, high, sum } = evidence.expected;
    if (high > low) sentences.push(marginText((high - low) / (2 * n), (sum - occurred) / n, status));
    const bin = tellingBin(bins, status);
    if (bin !== null)
      sentences.push(
        `Forecast about ${percentWords(bin.meanForecast)}: ${percentWords(bin.observed)} happened ` +
          `(${grouped(bin.occurred)} of ${grouped(bin.n)}; ${percentWords(bin.interval.level)} range ` +
          `${Math.round(bin.interval.low * 100)}–${Math.round(bin.interval.high * 100)}%).`,
      );
  }
  if (n > scenarios)
    sentences.push(
      `${grouped(n)} forecasts on ${grouped(scenarios)} ${scenarios === 1 ? 'prediction' : 'predictions'}.`,
    );
  return sentences.join(' ');
}

const grouped = (count: number): string => count.toLocaleString('en-GB');

const lowerFirst = (sentence: string): string => sentence[0]!.toLowerCase() + sentence.slice(1);

/** How far off the forecasts could still be on average. */
function marginText(margin: number, tooHigh: number, status: VerdictStatus): string {
  if (status === 'biasedHigh' || status === 'biasedLow') {
    const [off, direction] = [pointsWords(Math.abs(tooHigh)), status === 'biasedHigh' ? 'high' : 'low'];
    return `On average they are ${off} too ${direction}, ±${pointsWords(margin)}.`;
  }
  return `On average they could still be off by ±${pointsWords(margin)}.`;
}

/** Percentage points: whole, or with one digit that counts where there is less than one. */
function pointsWords(share: number): string {
  const points = share * 100;
  const rounded = points < 1 ? Number(points.toPrecision(1)) : Math.round(points);
  return `${rounded} ${rounded === 1 ? 'point' : 'points'}`;
}
