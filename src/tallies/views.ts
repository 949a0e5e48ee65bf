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

/** The bit of a view in `views` of a counted forecast. */
export const bitOf = (view: View): number => 1 << VIEWS.indexOf(view);

/** Whether its tallies count ten-thousandths of a forecast, not whole ones. */
export const isWeighted = (view: View): boolean => view.startsWith('timeWeighted');
