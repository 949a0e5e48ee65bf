import { type Doubt, PAIR_WEIGHT, type ReportInput } from '../calibration/index.js';
import { KEY, LEAD_KEY } from '../tallies/count-keys.js';
import { forecastsOf, gapAt } from '../tallies/contribution.js';
import { LEAD_TIMES } from '../tallies/lead-times.js';
import type { SelectionCounts } from '../tallies/read-selection.js';
import { TERMS } from '../topics/topic.entity.js';

/** What was counted of a selection, as the engine takes it. */
export function reportInput(
  { counts, terms }: SelectionCounts,
  weighted: boolean,
): Omit<ReportInput, 'selection'> {
  const unit = weighted ? PAIR_WEIGHT : 1;
  const scenarios = (name: (typeof SCENARIO_COUNTS)[number]) => [name, counts[KEY[name]]!] as const;
  return {
    weighted,
    pairs: counts[KEY.n]! / unit,
    tally: forecastsOf(counts),
    doubt: doubtOf(counts),
    leadTime: LEAD_TIMES.map(([fromDays, toDays], index) => ({
      ...{ fromDays, toDays, n: counts[LEAD_KEY[index]!.n]!, gaps: gapAt(counts, LEAD_KEY[index]!.gap) },
    })),
    terms: TERMS.map((term) => {
      const own = terms[term];
      return {
        ...{ term, n: own[KEY.n]! / unit, late: own[KEY.late]! / unit, early: own[KEY.early]! / unit },
      };
    }).filter(({ n }) => n > 0),
    counts: {
      ...(Object.fromEntries(SCENARIO_COUNTS.map(scenarios)) as Record<
        (typeof SCENARIO_COUNTS)[number],
        number
      >),
      withdrawn: counts[KEY.withdrawn]! / unit,
    },
  };
}

const SCENARIO_COUNTS = [
  ...(['scenarios', 'open', 'overdue', 'annulled'] as const),
  ...(['judged', 'selfResolved', 'resolvedEarly', 'undated'] as const),
] as const;

const doubtOf = (counts: Float64Array): Doubt => ({
  judgedBetter: gapAt(counts, KEY.judgedBetter),
  judgedWorse: gapAt(counts, KEY.judgedWorse),
  unsettled: {
    n: counts[KEY.unsettled]!,
    best: gapAt(counts, KEY.unsettledBest),
    worst: gapAt(counts, KEY.unsettledWorst),
  },
});
