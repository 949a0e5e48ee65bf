import { addDays, type Day } from '../src/days.js';
import { TERMS } from '../src/topics/topic.entity.js';
import type { Opinion, PlannedForecast } from './opinions.js';
import {
  CROWD,
  crowdNumber,
  openPlan,
  type Plan,
  type PlannedResolution,
  plansOf,
  TRIO,
  trioNumber,
} from './plan.js';
import { endOf, type World } from './world.js';

/** One thing that is put on record. A scenario comes with its first forecast. */
export type Act =
  | { type: 'scenario'; at: string; plan: Plan }
  | { type: 'forecast'; at: string; plan: Plan; opinion: Opinion; forecast: PlannedForecast }
  | { type: 'withdrawal'; at: string; plan: Plan; opinion: Opinion }
  | { type: 'resolution'; at: string; plan: Plan; resolution: PlannedResolution }
  | { type: 'late'; at: string; plan: Plan };

/**
 * The whole record of a world, act by act in the order of time, as the database of a desk grows. Only what is still to
 * come of open scenarios is held in memory.
 */
export function* actsOf(world: World): Generator<Act> {
  const end = endOf(world);
  const ahead = new Map<Day, Act[]>();
  const plan = (act: Act) => {
    if (act.at > end) return;
    const day = act.at.slice(0, 10);
    const acts = ahead.get(day);
    if (acts) acts.push(act);
    else ahead.set(day, [act]);
  };
  const openings = [...TERMS.map((term) => plansOf(world, term)), openPlans(world)].map((plans) => ({
    plans,
    next: plans.next().value as Plan | undefined,
  }));
  const first = openings.flatMap(({ next }) => (next ? [next.openedOn] : [])).sort()[0]!;
  for (let day = first; day <= world.endOn; day = addDays(day, 1)) {
    for (const opening of openings)
      for (
        ;
        opening.next && opening.next.openedOn <= day;
        opening.next = opening.plans.next().value as Plan | undefined
      )
        for (const act of actsOn(opening.next)) plan(act);
    const today = ahead.get(day) ?? [];
    ahead.delete(day);
    yield* today.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  }
}

function* openPlans(world: World): Generator<Plan> {
  for (let index = 0; index < world.crowds; index += 1)
    yield openPlan(world, crowdNumber(world, index), CROWD);
  for (let index = 0; index < world.trios; index += 1) yield openPlan(world, trioNumber(world, index), TRIO);
}

function* actsOn(plan: Plan): Generator<Act> {
  yield { type: 'scenario', at: plan.openedAt, plan };
  for (const [index, opinion] of plan.opinions.entries()) {
    for (const [place, forecast] of opinion.forecasts.entries())
      if (index > 0 || place > 0)
        yield { type: 'forecast', at: forecast.recordedAt, plan, opinion, forecast };
    if (opinion.withdrawnAt !== null) yield { type: 'withdrawal', at: opinion.withdrawnAt, plan, opinion };
  }
  for (const resolution of plan.resolutions)
    yield { type: 'resolution', at: resolution.at, plan, resolution };
  if (plan.late) yield { type: 'late', at: plan.late.at, plan };
}
