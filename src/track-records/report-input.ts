import { type Doubt, PAIR_WEIGHT, type ReportInput } from '../calibration/index.js';
import { KEY, LEAD_KEY, TERM_KEY } from '../tallies/count-keys.js';
import { forecastsOf, gapAt, sharedOf } from '../tallies/contribution.js';
import { LEAD_TIMES } from '../tallies/lead-times.js';
import { TERMS } from '../topics/terms.js';

/** What was counted of a selection, as the engine takes it: whole forecasts, or ten-thousandths where weighted. */
export function reportInput(counts: Float64Array, weighted: boolean): Omit<ReportInput, 'selection'> {
  const unit = weighted ? 1 : PAIR_WEIGHT;
  const terms = TERMS.map((term) => {
    const { n, late, early } = TERM_KEY[term];
    const of = (key: number) => counts[key]! / PAIR_WEIGHT;
    return { term, n: of(n), late: of(late), early: of(early) };
  });
  return {
    weighted,
    pairs: terms.reduce((sum, { n }) => sum + n, 0),
    tally: forecastsOf(counts, unit),
    shared: sharedOf(counts),
    doubt: doubtOf(counts, unit),
    leadTime: LEAD_TIMES.map(([fromDays, toDays], index) => {
      const { n, gap } = LEAD_KEY[index]!;
      return { fromDays, toDays, n: counts[n]! / unit, gaps: gapAt(counts, gap, unit) };
    }),
    terms: terms.filter(({ n }) => n > 0),
    counts: {
      scenarios: counts[KEY.scenarios]!,
      ...{ scenariosOccurred: counts[KEY.scenariosOccurred]!, unscored: counts[KEY.unscored]! },
      ...{ open: counts[KEY.open]!, overdue: counts[KEY.overdue]! },
      ...{ annulled: counts[KEY.annulled]!, withdrawn: counts[KEY.withdrawn]! / PAIR_WEIGHT },
      ...{ judged: counts[KEY.judged]!, selfResolved: counts[KEY.selfResolved]! },
      ...{ resolvedEarly: counts[KEY.resolvedEarly]!, undated: counts[KEY.undated]! },
    },
  };
}

const doubtOf = (counts: Float64Array, unit: number): Doubt => ({
  judgedBetter: gapAt(counts, KEY.judgedBetter, unit),
  judgedWorse: gapAt(counts, KEY.judgedWorse, unit),
  unsettled: {
    n: counts[KEY.unsettled]! / unit,
    best: gapAt(counts, KEY.unsettledBest, unit),
    worst: gapAt(counts, KEY.unsettledWorst, unit),
  },
});
