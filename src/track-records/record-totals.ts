import { type Ground, GROUNDS, restsOn } from './disputes.js';
import type { RecordScenario } from './public-record.js';

/** How many scenarios of a record are resolved, and on each ground. */
export type RecordTotals = Record<'resolved' | Ground, number>;

export const noTotals = (): RecordTotals => ({ resolved: 0, judged: 0, unconfirmed: 0, absence: 0 });

export function addToTotals(totals: RecordTotals, scenario: RecordScenario): RecordTotals {
  if (scenario.state === 'resolved') totals.resolved += 1;
  for (const ground of GROUNDS) if (restsOn(scenario, ground)) totals[ground] += 1;
  return totals;
}
