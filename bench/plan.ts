import { type RandomSource, randomSource } from '../src/calibration/index.js';
import { addDays, type Day, daysBetween } from '../src/days.js';
import { type Kind, KINDS, type Testability } from '../src/scenarios/scenario.entity.js';
import { type Term, TERMS } from '../src/topics/topic.entity.js';
import { type Opinion, opinionsOf } from './opinions.js';
import { endOf, firstDay, FORECASTERS, TERM_DAYS, TOPICS, type World } from './world.js';

export interface PlannedResolution {
  at: string;
  outcome: 'occurred' | 'not_occurred' | 'annulled';
  on: Day;
  /** Resolved by the account that logged the forecasts. */
  byAnalyst: boolean;
}

/** All that will ever be on record of one scenario, known from its number. */
export interface Plan {
  number: number;
  topic: number;
  kind: Kind;
  term: Term;
  testability: Testability;
  openedAt: string;
  openedOn: Day;
  deadline: Day;
  opinions: Opinion[];
  /** In order; the last one stands. */
  resolutions: PlannedResolution[];
  /** The day on which it occurred after all, and when that was put on record. */
  late: { on: Day; at: string } | null;
}

/** Scenarios have ten forecasters on average, and nine in ten of them are resolved when the record ends. */
const COUNTED_PER_SCENARIO = 9;

export const ordinaryCount = ({ size }: World): number => Math.ceil(size / COUNTED_PER_SCENARIO);
/** The numbers of the scenarios that stay open for the benchmark follow those of the ordinary ones. */
export const crowdNumber = (world: World, index: number): number => ordinaryCount(world) + index;
export const trioNumber = (world: World, index: number): number =>
  ordinaryCount(world) + world.crowds + index;

/**
 * The scenarios of one term in the order of their opening. Deadlines are spread evenly over the 60 months and two more,
 * so that some are open at the end.
 */
export function* plansOf(world: World, term: Term): Generator<Plan> {
  const first = TERMS.indexOf(term);
  const count = ordinaryCount(world);
  const span = daysBetween(firstDay(world), world.endOn) + 60;
  for (let number = first; number < count; number += TERMS.length) {
    const deadline = addDays(firstDay(world), Math.floor((number / count) * span));
    yield ordinary(world, number, term, apartFromEnd(world, deadline));
  }
}

/** While the benchmark runs, the clock must not change the record: no deadline passes in the days around the end. */
function apartFromEnd({ endOn }: World, deadline: Day): Day {
  return deadline >= addDays(endOn, -2) && deadline < addDays(endOn, 5) ? addDays(endOn, 5) : deadline;
}

function ordinary(world: World, number: number, term: Term, deadline: Day): Plan {
  const draw = randomSource(number);
  const openedOn = addDays(deadline, -TERM_DAYS[term]);
  const truth = 1 / (1 + Math.exp(0.7 - 1.5 * normal(draw)));
  const plan = {
    ...{ number, term, deadline, openedOn, openedAt: `${openedOn}T08:00:00.000Z` },
    topic: Math.floor(draw() * TOPICS),
    kind: KINDS[Math.floor(draw() * KINDS.length)]!,
    testability: testability(draw()),
  };
  const { resolutions, late } = fate(world, plan, truth, draw);
  const until = [resolutions[0]?.on, deadline, world.endOn].filter((day) => day !== undefined).sort()[0]!;
  const opinions = opinionsOf(plan, { draw, truth, until, count: 6 + Math.floor(draw() * 9) });
  return { ...plan, opinions, resolutions, late };
}

/** A scenario opened forty days before the end and open for fifty more. */
export function openPlan(world: World, number: number, forecasters: number): Plan {
  const draw = randomSource(number);
  const openedOn = addDays(world.endOn, -40);
  const plan = {
    ...{ number, term: 'short' as const, openedOn, openedAt: `${openedOn}T08:00:00.000Z` },
    ...{ deadline: addDays(openedOn, TERM_DAYS.short), topic: number % TOPICS, kind: 'risk' as const },
    testability: 'observable' as const,
  };
  const opinions = opinionsOf(plan, {
    draw,
    truth: 0.4,
    until: addDays(world.endOn, -20),
    count: forecasters,
  });
  return { ...plan, opinions, resolutions: [], late: null };
}

export const CROWD = FORECASTERS;
export const TRIO = 3;

const testability = (draw: number): Testability =>
  draw < 0.6 ? 'observable' : draw < 0.8 ? 'judged' : 'untested';

/** What becomes of a scenario: some are never judged, some annulled, some corrected, some occur late. */
function fate(
  world: World,
  { openedOn, deadline }: { openedOn: Day; deadline: Day },
  truth: number,
  draw: RandomSource,
): Pick<Plan, 'resolutions' | 'late'> {
  const earliest = [addDays(openedOn, 12), firstDay(world)].sort()[1]!;
  const some =
    earliest < deadline ? addDays(earliest, Math.floor(draw() * daysBetween(earliest, deadline))) : deadline;
  const [neglected, annulled, corrected, early, isLate] = [0.015, 0.03, 0.01, 0.06, 0.04].map(
    (p) => draw() < p,
  );
  const occurred = draw() < truth;
  const on = annulled || occurred || early ? some : deadline;
  const at = (days: number) => `${addDays(on, days)}T14:00:00.000Z`;
  const delay = 1 + Math.floor(draw() * 4);
  const byAnalyst = draw() < 0.02;
  const outcome = annulled ? 'annulled' : occurred ? 'occurred' : 'not_occurred';
  const judged: PlannedResolution = { at: at(delay), outcome, on, byAnalyst };
  const inDoubt = { ...judged, outcome: 'annulled' as const };
  const all = corrected && !annulled ? [inDoubt, { ...judged, at: at(delay + 7) }] : [judged];
  const resolutions = neglected ? [] : all.filter((one) => one.at <= endOf(world));
  const stands = resolutions.at(-1)?.outcome === 'not_occurred' && on === deadline;
  const late = { on: addDays(deadline, 15), at: `${addDays(deadline, 16)}T15:00:00.000Z` };
  return { resolutions, late: isLate && stands && late.at <= endOf(world) ? late : null };
}

/** A normal deviate, near enough: the sum of twelve even draws. */
function normal(draw: RandomSource): number {
  let sum = -6;
  for (let count = 0; count < 12; count += 1) sum += draw();
  return sum;
}
