import { BP, PAIR_WEIGHT } from '../calibration/index.js';
import { FORECASTS, forecastKey, GAP_UNIT, KEY, LEAD_KEY } from './count-keys.js';
import type { Fate } from './fate.js';
import { leadTimeOf } from './lead-times.js';
import { isWeighted, type View } from './views.js';

/** What a counted forecast says in one view. */
export interface CountedPart {
  probabilityBp: number;
  weight: number;
  leadDays: number;
  withdrawn: number;
}

export type Count = (key: number, by: number) => void;

/**
 * All that one scenario adds to a tally: of everyone and of its topic with the parts of all its forecasters, of one
 * forecaster with theirs. The one place that says how records become counts; reports, changes and repairs all go
 * through it.
 *
 * @param parts that count in the view
 * @param count is told each key and by how much; sums of gaps tell two keys that follow each other
 */
export function contribute(fate: Fate, parts: readonly CountedPart[], view: View, count: Count): void {
  if (fate.state === 'draft') return;
  const unit = isWeighted(view) ? 1 : PAIR_WEIGHT;
  if (fate.state !== 'resolved') {
    count(KEY[fate.state], 1);
    if (fate.state === 'open') return;
    for (const { probabilityBp: bp, weight } of parts) {
      count(KEY.unsettled, weight / unit);
      addGap(count, KEY.unsettledBest, weight / unit, Math.min(bp, BP - bp));
      addGap(count, KEY.unsettledWorst, weight / unit, Math.max(bp, BP - bp));
    }
    return;
  }
  if (parts.length === 0) return;
  count(KEY.scenarios, 1);
  if (fate.judged) count(KEY.judged, 1);
  if (fate.selfResolved) count(KEY.selfResolved, 1);
  if (fate.early) count(KEY.resolvedEarly, 1);
  if (fate.undated) count(KEY.undated, 1);
  for (const { probabilityBp: bp, weight, leadDays, withdrawn } of parts) {
    const n = weight / unit;
    const gap = fate.occurred ? BP - bp : bp;
    const lead = LEAD_KEY[leadTimeOf(leadDays)]!;
    count(KEY.n, n);
    count(forecastKey(bp, fate.occurred), n);
    count(lead.n, n);
    addGap(count, lead.gap, n, gap);
    if (withdrawn) count(KEY.withdrawn, n);
    if (fate.late) count(KEY.late, n);
    if (fate.early) count(KEY.early, n);
    if (fate.judged) {
      addSquares(count, KEY.judgedBetter, n, gap ** 2 - Math.min(bp, BP - bp) ** 2);
      addSquares(count, KEY.judgedWorse, n, Math.max(bp, BP - bp) ** 2 - gap ** 2);
    }
  }
}

const addGap = (count: Count, key: number, n: number, gap: number): void =>
  addSquares(count, key, n, gap ** 2);

function addSquares(count: Count, key: number, n: number, squares: number): void {
  const sum = n * squares; // at most 1e12
  count(key, Math.floor(sum / GAP_UNIT));
  count(key + 1, sum % GAP_UNIT);
}

/** Reads such a sum back: squared gaps in ten-thousandths squared. */
export const gapAt = (counts: Float64Array, key: number): number =>
  counts[key]! * GAP_UNIT + counts[key + 1]!;

/** The forecasts of a tally by probability: ten-thousandths → how many, and how many of them occurred. */
export function forecastsOf(counts: Float64Array): Map<number, { n: number; occurred: number }> {
  const tally = new Map<number, { n: number; occurred: number }>();
  for (let bp = 0; bp <= BP; bp += 1) {
    const occurred = counts[FORECASTS + 2 * bp + 1]!;
    const n = counts[FORECASTS + 2 * bp]! + occurred;
    if (n > 0) tally.set(bp, { n, occurred });
  }
  return tally;
}
