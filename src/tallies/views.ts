import { RECORDS, type RecordsFilter, type Vantage, VANTAGES } from '../forecasts/counting.js';

/**
 * The six ways to look at one record: each vantage, on live forecasts alone and on all. A tally has a column for each,
 * and a counted forecast a bit.
 */
export const VIEWS = [
  'firstLive',
  'lastLive',
  'timeWeightedLive',
  'firstAll',
  'lastAll',
  'timeWeightedAll',
] as const;
export type View = (typeof VIEWS)[number];

export function viewOf(vantage: Vantage, records: RecordsFilter): View {
  return VIEWS[RECORDS.indexOf(records) * VANTAGES.length + VANTAGES.indexOf(vantage)]!;
}

/** The bits of all views. */
export const EVERY_VIEW = 2 ** VIEWS.length - 1;

/** The bit of a view in `views` of a counted forecast. */
export const bitOf = (view: View): number => 1 << VIEWS.indexOf(view);

/** Whether it shares a forecast out over several probabilities. */
export const isWeighted = (view: View): boolean => view.startsWith('timeWeighted');
