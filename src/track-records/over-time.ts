import type { EntityManager } from 'typeorm';
import { type ReportInput, rollingBrier, type ScoredStep } from '../calibration/index.js';
import { UNDATED } from '../tallies/periods.js';
import { isWeighted } from '../tallies/views.js';
import { possibleGroups } from './groups.js';
import type { OverTime } from './over-time.dto.js';
import { countedSelection, resolved, type Scope } from './selection.js';
import { GAP, GAP_UNIT, OCCURRED } from './rows-among.js';

/** The score over time is the mean of so many forecasts, */
export const WINDOW = 50;
/** begins with so many, as a chart does, */
const LEAST = 10;
/** and is given at so many days at most. */
export const MOST_POINTS = 200;
/** Up to so many forecasts are read one by one. A larger record goes by months, which come from the tallies. */
const ONE_BY_ONE = 5000;

/**
 * How the Brier score of a selection rolled along, and the work it takes: a row for each forecast of a small record, a
 * few tallies for each of the last 200 months of a large one.
 *
 * @param inputOf reads what is counted of a selection
 */
export async function overTimeOf(
  manager: EntityManager,
  scope: Scope,
  inputOf: (manager: EntityManager, scope: Scope) => Promise<ReportInput>,
): Promise<OverTime> {
  const { pairs = 0 } = await inputOf(manager, scope);
  if (pairs <= ONE_BY_ONE) {
    const points = rollingBrier(await forecastsByDay(manager, scope), WINDOW, LEAST);
    return { window: WINDOW, by: 'forecast', points: thinned(points, MOST_POINTS) };
  }
  const steps: ScoredStep[] = [];
  for (const { key, narrower } of (await possibleGroups(manager, scope, 'month')).slice(-MOST_POINTS)) {
    const input = await inputOf(manager, { ...scope, filters: { ...scope.filters, ...narrower } });
    if (input.tally.size > 0) steps.push(stepOf(key, input));
  }
  return { window: WINDOW, by: 'month', points: rollingBrier(steps, WINDOW, LEAST) };
}

/** Every counted forecast that has a day, in the order of the outcomes. */
async function forecastsByDay(manager: EntityManager, scope: Scope): Promise<ScoredStep[]> {
  const weighted = isWeighted(countedSelection(scope).view);
  const occurred = `CASE WHEN ${OCCURRED} > 0 THEN 1 ELSE 0 END`;
  const query = resolved(manager, scope)
    .select('s."day"', 'on')
    .addSelect(weighted ? `SUM(${GAP})` : GAP, 'gap')
    .addSelect(weighted ? `MAX(${occurred})` : occurred, 'occurred')
    .andWhere('s."day" > :undated', { undated: UNDATED });
  if (weighted) query.groupBy('s."day", s."scenarioId", c."forecasterId"');
  const rows = await query
    .orderBy('s."day"')
    .addOrderBy('s."scenarioId"')
    .addOrderBy('c."forecasterId"')
    .getRawMany<{ on: string; gap: number; occurred: number }>();
  return rows.map(({ on, gap, occurred }) => ({
    ...{ on, n: 1, occurred: Number(occurred), gaps: Number(gap) / GAP_UNIT },
  }));
}

/** The forecasts of a month as one step. Time weights are shares of a forecast. */
function stepOf(on: string, { tally, weighted }: ReportInput): ScoredStep {
  const unit = weighted ? 10_000 : 1;
  const step = { on, n: 0, occurred: 0, gaps: 0 };
  for (const [bp, { n, occurred }] of tally) {
    step.n += n / unit;
    step.occurred += occurred / unit;
    step.gaps += (occurred * (1 - bp / 10_000) ** 2 + (n - occurred) * (bp / 10_000) ** 2) / unit;
  }
  return step;
}

/** So many of them at most, evenly spaced, the first and the last among them. */
export function thinned<T>(points: readonly T[], most: number): T[] {
  if (points.length <= most) return [...points];
  return Array.from(
    { length: most },
    (_, index) => points[Math.round((index * (points.length - 1)) / (most - 1))]!,
  );
}
