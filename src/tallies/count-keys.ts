import { type Term, TERMS } from '../topics/terms.js';
import { LEAD_TIMES } from './lead-times.js';

/**
 * What is counted in a tally, by key. First the figures that no probability is needed for, then, for each probability
 * and outcome, the forecasts: `forecastKey(7000, true)` counts those of 70 % that occurred.
 *
 * Forecasts are counted in ten-thousandths. Squared gaps, in 1e-8 of the Brier score and likewise weighted, have sums that
 * pass 2⁵³, so each stands in two keys, in millions and the rest, which add up without a carry.
 */
const NAMES = [
  // Scenarios, whatever was forecast
  ...(['open', 'overdue', 'annulled'] as const),
  // Resolved scenarios with a counted forecast
  ...(['scenarios', 'judged', 'selfResolved', 'resolvedEarly', 'undated'] as const),
  // Their counted forecasts that were withdrawn
  'withdrawn',
  // How much lower and higher the squared gaps of judged items could be
  ...(['judgedBetter', 'judgedBetterRest', 'judgedWorse', 'judgedWorseRest'] as const),
  // Counted forecasts of overdue and annulled scenarios, and their squared gaps at best and at worst
  ...(['unsettled', 'unsettledBest', 'unsettledBestRest', 'unsettledWorst', 'unsettledWorstRest'] as const),
] as const;

type FigureName = (typeof NAMES)[number];

/**
 * Figures with a fixed key, counted down from the forecasts: whatever is added to `NAMES` does not move them. A sum that
 * passes 2⁵³ has its rest in the key below.
 */
const FIXED = {
  /** Of the resolved scenarios with a counted forecast, those that occurred */
  scenariosOccurred: 63,
  /** Resolved scenarios without a counted forecast */
  unscored: 62,
  /** What forecasts that share a scenario add to V, in `GAP_UNIT`s of 1e-8 */
  sharedCountVariance: 61,
  sharedCountVarianceRest: 60,
  /** What they add to W, and what they take from it, in `SHARED_UNIT`s of 1e-16 */
  sharedGapMore: 59,
  sharedGapMoreRest: 58,
  sharedGapLess: 57,
  sharedGapLessRest: 56,
  /** How far they differ, Σ p² − U, in `SHARED_UNIT`s of 1e-16 */
  sharedSpread: 55,
  sharedSpreadRest: 54,
} as const;

/** The key of each figure. */
export const KEY = {
  ...(Object.fromEntries(NAMES.map((name, key) => [name, key])) as Record<FigureName, number>),
  ...FIXED,
};

/** By term, the keys of its counted forecasts, and of those whose outcome came late or early. */
export const TERM_KEY = Object.fromEntries(
  TERMS.map((term, index) => {
    const first = NAMES.length + 3 * index;
    return [term, { n: first, late: first + 1, early: first + 2 }];
  }),
) as Record<Term, { n: number; late: number; early: number }>;

const LEADS = NAMES.length + 3 * TERMS.length;

/** By distance to the outcome, the keys of its forecasts and of their squared gaps. */
export const LEAD_KEY = LEAD_TIMES.map((_, index) => ({ n: LEADS + 3 * index, gap: LEADS + 3 * index + 1 }));

/** Keys below this are figures; forecasts by probability begin here. */
export const FORECASTS = 64;

/** The key of the forecasts of one probability that occurred, or did not. */
export const forecastKey = (probabilityBp: number, occurred: boolean): number =>
  FORECASTS + 2 * probabilityBp + Number(occurred);

/** One more than the largest key. */
export const KEYS = forecastKey(10_000, true) + 1;

/** The larger of the two keys of a sum of squared gaps counts these. */
export const GAP_UNIT = 1_000_000;

/**
 * The larger of the two keys of a sum in units of 1e-16 counts these. The sums stay exact in doubles up to two million
 * scenarios with several forecasters, and up to 6e10 for Σ m² over their numbers of forecasters.
 */
export const SHARED_UNIT = 2 ** 32;

/** A key in words, for messages. */
export function keyName(key: number): string {
  if (key < NAMES.length) return NAMES[key]!;
  const place = (key - NAMES.length) % 3;
  if (key < LEADS) return `${TERMS[(key - NAMES.length - place) / 3]}: ${['n', 'late', 'early'][place]}`;
  const fixed = Object.entries(FIXED).find(([, one]) => one === key);
  if (fixed) return fixed[0];
  if (key < FORECASTS)
    return `${['n', 'gap', 'gap, rest'][place]} from ${LEAD_TIMES[(key - LEADS - place) / 3]?.[0]} days on`;
  const rest = key - FORECASTS;
  return `forecasts of ${Math.floor(rest / 2) / 100} % that ${rest % 2 === 1 ? 'occurred' : 'did not occur'}`;
}
