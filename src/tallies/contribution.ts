import { BP, NO_SHARED, type SharedSums, sharedSums } from '../calibration/index.js';
import type { Term } from '../topics/terms.js';
import { FORECASTS, forecastKey, GAP_UNIT, KEY, LEAD_KEY, SHARED_UNIT, TERM_KEY } from './count-keys.js';
import type { Fate } from './fate.js';
import { leadTimeOf } from './lead-times.js';
import { bitOf, EVERY_VIEW, isWeighted, VIEWS } from './views.js';

/** What a counted forecast says, and in which views. */
export interface CountedPart {
  views: number;
  probabilityBp: number;
  /** Ten-thousandths of a forecast. */
  weight: number;
  leadDays: number;
  withdrawn: number;
}

/** Is told by how much the count of a key changes, in the views of a set of bits. */
export type Count = (views: number, key: number, by: number) => void;

/**
 * All that one scenario adds to tallies: of everyone and of its topic with the parts of all its forecasters, of one
 * forecaster with theirs. Scenarios are counted by one, forecasts and their squared gaps by ten-thousandths in every
 * view, so that whole forecasts and shares of one add up alike. The one place that says how records become counts;
 * reports, changes and repairs all go through it.
 */
export function contribute(term: Term, fate: Fate, parts: readonly CountedPart[], count: Count): void {
  if (fate.state === 'draft') return;
  if (fate.state !== 'resolved') {
    count(EVERY_VIEW, KEY[fate.state], 1);
    if (fate.state !== 'open') for (const part of parts) contributeUnsettled(part, count);
    return;
  }
  const seenIn = parts.reduce((views, part) => views | part.views, 0);
  if (seenIn !== EVERY_VIEW) count(EVERY_VIEW & ~seenIn, KEY.unscored, 1);
  if (seenIn === 0) return;
  count(seenIn, KEY.scenarios, 1);
  if (fate.occurred) count(seenIn, KEY.scenariosOccurred, 1);
  if (fate.judged) count(seenIn, KEY.judged, 1);
  if (fate.selfResolved) count(seenIn, KEY.selfResolved, 1);
  if (fate.early) count(seenIn, KEY.resolvedEarly, 1);
  if (fate.undated) count(seenIn, KEY.undated, 1);
  for (const part of parts) if (part.views !== 0) contributeResolved(part, term, fate, count);
  contributeShared(parts, count);
}

/** The bits of the views in which a forecast is whole. */
const WHOLE = VIEWS.filter((view) => !isWeighted(view)).map(bitOf);

/** What the forecasts of one scenario add to ranges and tests because they share its outcome; nothing for a single one. */
function contributeShared(parts: readonly CountedPart[], count: Count): void {
  if (parts.length < 2) return;
  const alike = new Map<string, { views: number; forecasts: number[] }>();
  for (const bit of WHOLE) {
    const forecasts = parts.filter(({ views }) => (views & bit) !== 0).map((part) => part.probabilityBp);
    if (forecasts.length < 2) continue;
    const known = alike.get(forecasts.join());
    if (known) known.views |= bit;
    else alike.set(forecasts.join(), { views: bit, forecasts });
  }
  for (const { views, forecasts } of alike.values()) {
    const { countVariance, gapVariance, spread } = sharedSums([forecasts]);
    addLarge(count, views, KEY.sharedCountVariance, countVariance, GAP_UNIT);
    if (gapVariance >= 0n) addLarge(count, views, KEY.sharedGapMore, gapVariance, SHARED_UNIT);
    else addLarge(count, views, KEY.sharedGapLess, -gapVariance, SHARED_UNIT);
    addLarge(count, views, KEY.sharedSpread, spread, SHARED_UNIT);
  }
}

/** Counts a sum in units, and the rest in the key below. */
function addLarge(count: Count, views: number, key: number, sum: bigint, unit: number): void {
  count(views, key, Number(sum / BigInt(unit)));
  count(views, key - 1, Number(sum % BigInt(unit)));
}

/** Reads back what forecasts of shared scenarios add. */
export function sharedOf(counts: Float64Array): SharedSums {
  const at = (key: number, unit: number) => BigInt(counts[key]!) * BigInt(unit) + BigInt(counts[key - 1]!);
  const countVariance = at(KEY.sharedCountVariance, GAP_UNIT);
  if (countVariance === 0n) return NO_SHARED;
  return {
    countVariance,
    gapVariance: at(KEY.sharedGapMore, SHARED_UNIT) - at(KEY.sharedGapLess, SHARED_UNIT),
    spread: at(KEY.sharedSpread, SHARED_UNIT),
  };
}

function contributeUnsettled({ views, probabilityBp: bp, weight }: CountedPart, count: Count): void {
  if (views === 0) return;
  count(views, KEY.unsettled, weight);
  addSquares(count, views, KEY.unsettledBest, weight, Math.min(bp, BP - bp) ** 2);
  addSquares(count, views, KEY.unsettledWorst, weight, Math.max(bp, BP - bp) ** 2);
}

function contributeResolved(part: CountedPart, term: Term, fate: Fate, count: Count): void {
  const { views, probabilityBp: bp, weight } = part;
  const squares = (fate.occurred ? BP - bp : bp) ** 2;
  const lead = LEAD_KEY[leadTimeOf(part.leadDays)]!;
  count(views, TERM_KEY[term].n, weight);
  count(views, forecastKey(bp, fate.occurred), weight);
  count(views, lead.n, weight);
  addSquares(count, views, lead.gap, weight, squares);
  if (part.withdrawn) count(views, KEY.withdrawn, weight);
  if (fate.late) count(views, TERM_KEY[term].late, weight);
  if (fate.early) count(views, TERM_KEY[term].early, weight);
  if (fate.judged) {
    addSquares(count, views, KEY.judgedBetter, weight, squares - Math.min(bp, BP - bp) ** 2);
    addSquares(count, views, KEY.judgedWorse, weight, Math.max(bp, BP - bp) ** 2 - squares);
  }
}

function addSquares(count: Count, views: number, key: number, weight: number, squares: number): void {
  const sum = weight * squares; // at most 1e12
  count(views, key, Math.floor(sum / GAP_UNIT));
  count(views, key + 1, sum % GAP_UNIT);
}

/**
 * Reads such a sum back: squared gaps in ten-thousandths squared, of forecasts in units of so many ten-thousandths.
 * Whole forecasts have whole sums.
 */
export const gapAt = (counts: Float64Array, key: number, unit: number): number =>
  counts[key]! * (GAP_UNIT / unit) + counts[key + 1]! / unit;

/** The forecasts of a tally by probability, in units of so many ten-thousandths: how many, and how many occurred. */
export function forecastsOf(
  counts: Float64Array,
  unit: number,
): Map<number, { n: number; occurred: number }> {
  const tally = new Map<number, { n: number; occurred: number }>();
  for (let bp = 0, key = FORECASTS; bp <= BP; bp += 1, key += 2) {
    const occurred = counts[key + 1]!;
    const n = counts[key]! + occurred;
    if (n !== 0) tally.set(bp, { n: n / unit, occurred: occurred / unit });
  }
  return tally;
}
