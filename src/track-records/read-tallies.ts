import type { EntityManager } from 'typeorm';
import { PAIR_WEIGHT, type ReportInput, type TallyCount } from '../calibration/index.js';
import { TERMS } from '../topics/topic.entity.js';
import { counted, DEADLINE, OUTCOME_DAY, scenarios, type Scope, within } from './selection.js';

/** Distances between a forecast and its outcome, in days: from, up to but without `to`. */
const LEAD_TIMES: readonly [from: number, to: number | null][] = [
  [0, 7],
  [7, 30],
  [30, 90],
  [90, 365],
  [365, null],
];
const LEAD_BUCKET = `CASE ${LEAD_TIMES.map(([, to], index) => (to === null ? `ELSE ${index}` : `WHEN c."leadDays" < ${to} THEN ${index}`)).join(' ')} END`;

/** Counts of one kind of counted forecast: those that share everything that the report tells apart. */
interface Cell {
  bp: number;
  occurred: number;
  lead: number;
  judged: number;
  term: string;
  late: number;
  early: number;
  weight: number;
}

/** Everything that a report needs of a selection; to be read in one snapshot. */
export async function readTallies(
  manager: EntityManager,
  scope: Scope,
): Promise<Omit<ReportInput, 'selection' | 'resample'>> {
  const weighted = scope.filters.vantage === 'timeWeighted';
  const unit = weighted ? 1 : PAIR_WEIGHT;
  const cells = (await readCells(manager, scope)).map((cell) => ({ ...cell, n: cell.weight / unit }));
  const settled = await readCounts(manager, scope);
  return {
    weighted,
    pairs: settled.pairs,
    tally: tallyOfCells(cells),
    judgedTally: tallyOfCells(cells.filter((cell) => cell.judged === 1)),
    unsettled: new Map(
      (await readUnsettled(manager, scope)).map(({ bp, weight }) => [bp, weight / unit] as const),
    ),
    leadTime: LEAD_TIMES.map(([fromDays, toDays], index) => ({
      fromDays,
      toDays,
      tally: tallyOfCells(cells.filter((cell) => cell.lead === index)),
    })),
    terms: TERMS.map((term) => {
      const own = cells.filter((cell) => cell.term === term);
      const count = (some: typeof own) => some.reduce((sum, cell) => sum + cell.weight, 0) / PAIR_WEIGHT;
      return {
        term,
        n: count(own),
        late: count(own.filter((cell) => cell.late === 1)),
        early: count(own.filter((cell) => cell.early === 1)),
      };
    }).filter(({ n }) => n > 0),
    counts: { ...settled.counts, ...(await readUnresolved(manager, scope)) },
  };
}

function tallyOfCells(cells: readonly (Cell & { n: number })[]): Map<number, TallyCount> {
  const tally = new Map<number, TallyCount>();
  for (const { bp, occurred, n } of cells) {
    const before = tally.get(bp) ?? { n: 0, occurred: 0 };
    tally.set(bp, { n: before.n + n, occurred: before.occurred + (occurred === 1 ? n : 0) });
  }
  return tally;
}

async function readCells(manager: EntityManager, scope: Scope): Promise<Cell[]> {
  const columns = {
    bp: 'c."probabilityBp"',
    occurred: 's."occurred"',
    lead: LEAD_BUCKET,
    judged: `CASE WHEN s."basis" = 'judged' THEN 1 ELSE 0 END`,
    term: 's."term"',
    late: 'CASE WHEN s."lateOn" IS NOT NULL THEN 1 ELSE 0 END',
    early: 'CASE WHEN s."outcomeOn" < s."deadline" THEN 1 ELSE 0 END',
  };
  const query = within(counted(manager, scope), OUTCOME_DAY, scope.filters)
    .andWhere(`s."state" = 'resolved'`)
    .select('SUM(c."weight")', 'weight');
  for (const [name, expression] of Object.entries(columns)) {
    query.addSelect(expression, name).addGroupBy(expression);
  }
  return (await query.getRawMany<Cell>()).map((cell) => ({ ...cell, weight: Number(cell.weight) }));
}

async function readCounts(manager: EntityManager, scope: Scope) {
  const distinct = (condition: string) => `COUNT(DISTINCT CASE WHEN ${condition} THEN s."id" END)`;
  const row = await within(counted(manager, scope), OUTCOME_DAY, scope.filters)
    .andWhere(`s."state" = 'resolved'`)
    .select('COUNT(CASE WHEN c."part" = 0 THEN 1 END)', 'pairs')
    .addSelect('COUNT(CASE WHEN c."part" = 0 AND c."withdrawn" = 1 THEN 1 END)', 'withdrawn')
    .addSelect('COUNT(DISTINCT s."id")', 'scenarios')
    .addSelect(distinct(`s."basis" = 'judged'`), 'judged')
    .addSelect(distinct('s."selfResolved" = 1'), 'selfResolved')
    .addSelect(distinct('s."outcomeOn" < s."deadline"'), 'resolvedEarly')
    .addSelect(distinct('s."outcomeOn" IS NULL'), 'undated')
    .getRawOne<Record<string, number>>();
  const { pairs, ...counts } = Object.fromEntries(
    Object.entries(row!).map(([name, value]) => [name, Number(value)]),
  );
  return {
    pairs: pairs!,
    counts: counts as Pick<
      ReportInput['counts'],
      'withdrawn' | 'scenarios' | 'judged' | 'selfResolved' | 'resolvedEarly' | 'undated'
    >,
  };
}

const OVERDUE = `s."state" = 'open' AND s."closesAt" <= :clock`;

/** Scenarios that have no outcome to score: no hidden denominator. */
async function readUnresolved(manager: EntityManager, scope: Scope) {
  const clock = { clock: scope.sight.now };
  const count = async (state: string, day: typeof OUTCOME_DAY | typeof DEADLINE) =>
    Number(
      (await within(scenarios(manager, scope), day, scope.filters)
        .andWhere(state, clock)
        .select('COUNT(*)', 'n')
        .getRawOne<{ n: number }>())!.n,
    );
  return {
    open: await count(`s."state" = 'open' AND s."closesAt" > :clock`, DEADLINE),
    overdue: await count(OVERDUE, DEADLINE),
    annulled: await count(`s."state" = 'annulled'`, OUTCOME_DAY),
  };
}

/** What the overdue and the annulled would add, had they gone best or worst. */
async function readUnsettled(
  manager: EntityManager,
  scope: Scope,
): Promise<{ bp: number; weight: number }[]> {
  const sums = new Map<number, number>();
  const read = async (state: string, day: typeof OUTCOME_DAY | typeof DEADLINE) => {
    const rows = await within(counted(manager, scope), day, scope.filters)
      .andWhere(state, { clock: scope.sight.now })
      .select('c."probabilityBp"', 'bp')
      .addSelect('SUM(c."weight")', 'weight')
      .groupBy('c."probabilityBp"')
      .getRawMany<{ bp: number; weight: number }>();
    for (const { bp, weight } of rows) sums.set(bp, (sums.get(bp) ?? 0) + Number(weight));
  };
  await read(OVERDUE, DEADLINE);
  await read(`s."state" = 'annulled'`, OUTCOME_DAY);
  return [...sums].map(([bp, weight]) => ({ bp, weight }));
}
