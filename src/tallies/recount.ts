import { Brackets, type EntityManager } from 'typeorm';
import { addDays, type Day } from '../days.js';
import { Scenario } from '../scenarios/scenario.entity.js';
import { UNDATED } from './periods.js';
import type { Projection } from './projection.js';
import { projectionsOf, scenarioFacts } from './projections.js';

/** Scenarios at once: few enough that their forecasts fit in memory, and their ids in one statement. */
const BATCH = 500;

/** Some scenarios of one month as they should count; an empty month has those without a day. */
export interface Recounted {
  month: string;
  ids: string[];
  projections: Projection[];
}

/** Counts the whole record anew, month by month of the days that scenarios count for, in batches. */
export async function* recount(manager: EntityManager, now: string): AsyncGenerator<Recounted> {
  for (const month of [UNDATED, ...(await months(manager))]) {
    const ids = await idsOf(manager, month);
    for (let from = 0; from < ids.length; from += BATCH) {
      const batch = ids.slice(from, from + BATCH);
      const facts = await scenarioFacts(manager, batch);
      yield { month, ids: batch, projections: await projectionsOf(manager, facts, now) };
    }
  }
}

/** From the first to the last month that any scenario could count for. */
async function months(manager: EntityManager): Promise<string[]> {
  const { first, last, opens, closes } = (await manager
    .createQueryBuilder()
    .select('MIN(s."outcomeOn")', 'first')
    .addSelect('MAX(s."outcomeOn")', 'last')
    .addSelect('MIN(s."deadline")', 'opens')
    .addSelect('MAX(s."deadline")', 'closes')
    .from(Scenario, 's')
    .getRawOne<Record<'first' | 'last' | 'opens' | 'closes', Day | null>>())!;
  const days = [first, last, opens, closes].filter((day): day is Day => day !== null).sort();
  const found: string[] = [];
  for (let day = days[0]?.slice(0, 7); day && day <= days.at(-1)!; day = next(day)) found.push(day);
  return found;
}

const next = (month: string): string => addDays(`${month}-01`, 31).slice(0, 7);

async function idsOf(manager: EntityManager, month: string): Promise<string[]> {
  const query = manager.createQueryBuilder().select('s."id"', 'id').from(Scenario, 's');
  if (month === UNDATED) query.where(`s."state" IN ('resolved', 'annulled') AND s."outcomeOn" IS NULL`);
  else {
    const [first, last] = [`${month}-01`, addDays(`${next(month)}-01`, -1)];
    // The instant at which a deadline closes lies within a day or two of it in every zone, and has an index.
    const near = { opens: addDays(first, -1), closes: addDays(last, 3) };
    query.where(
      new Brackets((either) =>
        either
          .where(`s."state" IN ('resolved', 'annulled') AND s."outcomeOn" BETWEEN :first AND :last`)
          .orWhere(
            `s."state" IN ('open', 'draft') AND s."deadline" BETWEEN :first AND :last
              AND s."closesAt" BETWEEN :opens AND :closes`,
          ),
      ),
      { first, last, ...near },
    );
  }
  return (await query.getRawMany<{ id: string }>()).map(({ id }) => id);
}
