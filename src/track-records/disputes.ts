import type { ScenarioFacts } from '../tallies/projection.js';
import type { RecordScenario } from './public-record.js';

export const RULINGS = ['occurred', 'not_occurred', 'out'] as const;
/** How a reader settles one scenario, where it is not as recorded. */
export type Ruling = (typeof RULINGS)[number];

export const GROUNDS = ['judged', 'unconfirmed', 'absence'] as const;
/** On what an outcome rests that a reader may distrust: a judgement, an event not confirmed, nothing having been seen. */
export type Ground = (typeof GROUNDS)[number];

/** What a reader would have otherwise. Nothing in it changes the record. */
export interface Disputes {
  rulings: Readonly<Record<string, Ruling>>;
  /** Slugs of topics and forecasters, and grounds, that are left out. */
  topics: readonly string[];
  forecasters: readonly string[];
  grounds: readonly Ground[];
}

export const NO_DISPUTES: Disputes = { rulings: {}, topics: [], forecasters: [], grounds: [] };

/** Whether the outcome of a scenario rests on a ground. */
export function restsOn(
  { state, basis, onUnconfirmed }: Pick<RecordScenario, 'state' | 'basis' | 'onUnconfirmed'>,
  ground: Ground,
): boolean {
  if (state !== 'resolved') return false;
  return ground === 'unconfirmed' ? onUnconfirmed : basis === ground;
}

/** Whether a reader can rule on it: it has an outcome, or should have one. */
export const isDisputable = ({ state, closesAt }: RecordScenario, asOf: string): boolean =>
  state !== 'open' || closesAt <= asOf;

/**
 * A scenario as it counts for a reader; null where it is left out. A ruling on the one scenario goes before a ground, as
 * it puts another ground in its place.
 *
 * A ruling says what happened, not when: the day stays as recorded, so the same forecasts count. What was annulled or is
 * overdue has the day of its annulment, or its deadline, whichever came first.
 *
 * @param asOf the instant of the record
 */
export function disputedFacts(
  scenario: RecordScenario,
  asOf: string,
  { rulings, topics, grounds }: Disputes,
): ScenarioFacts | null {
  const ruling = Object.hasOwn(rulings, scenario.id) ? rulings[scenario.id] : undefined;
  if (ruling === 'out' || topics.includes(scenario.topic)) return null;
  const facts = factsOf(scenario, asOf);
  if (ruling === undefined || !isDisputable(scenario, asOf))
    return grounds.some((ground) => restsOn(scenario, ground)) ? null : facts;
  const occurred = Number(ruling === 'occurred');
  const lateOn = occurred === 1 ? null : facts.lateOn;
  if (scenario.state === 'resolved') return { ...facts, occurred, lateOn };
  const { outcomeOn, outcomeAt, deadline } = scenario;
  const isInTime = outcomeOn !== null && outcomeOn <= deadline;
  return {
    ...{ ...facts, state: 'resolved', occurred, lateOn },
    outcomeOn: isInTime ? outcomeOn : deadline,
    outcomeAt: isInTime ? outcomeAt : null,
  };
}

const factsOf = (scenario: RecordScenario, asOf: string): ScenarioFacts => ({
  ...{ id: scenario.id, topicId: scenario.topic, kind: scenario.kind, term: scenario.term },
  ...{ testability: scenario.testability, state: scenario.state, zone: scenario.zone },
  ...{ deadline: scenario.deadline, closesAt: scenario.closesAt, publicAt: asOf },
  ...{ outcomeOn: scenario.outcomeOn, outcomeAt: scenario.outcomeAt, lateOn: scenario.lateOn },
  occurred: scenario.state === 'resolved' ? Number(scenario.outcome === 'occurred') : null,
  ...{ basis: scenario.basis, selfResolved: Number(scenario.selfResolved) },
});
