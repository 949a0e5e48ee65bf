import {
  TOPICS,
  type ScenarioSource,
  type Step,
  type StepBody,
  type TopicSource,
} from '../../src/example-desk/index.js';
import { addDays } from '../../src/days.js';
import { termDays } from '../../src/example-desk/days.js';

type Of<T extends StepBody['type']> = Extract<Step, { type: T }>;

export interface ScenarioState {
  ref: string;
  topic: TopicSource;
  source: ScenarioSource;
  openedOn: string;
  deadline: string;
  state: 'open' | 'resolved' | 'annulled';
  forecasts: { forecaster: string; probability: number; at: string; rationale?: string }[];
  withdrawals: Of<'withdrawal'>[];
  criteria: Of<'criteria'>[];
  evidence: Of<'evidence'>[];
  resolutions: Of<'resolution'>[];
  deferrals: Of<'deferral'>[];
}

export interface Desk {
  scenarios: Map<string, ScenarioState>;
  events: Map<string, { occurredOn: string; standing: string }>;
  /** Every rule that a step would have broken, as a sentence. */
  refused: string[];
}

/** Plays a script against the rules that the domain enforces, in so far as a script can break them. */
export function replay(script: readonly Step[]): Desk {
  const refused: string[] = [];
  const topics = new Set<string>();
  const forecasters = new Set<string>();
  const events: Desk['events'] = new Map();
  const scenarios: Desk['scenarios'] = new Map();
  const must = (holds: boolean, step: Step, rule: string): void => {
    if (!holds) refused.push(`${rule}: ${JSON.stringify({ ...step, text: undefined })}`);
  };
  const known = (step: Step, ref: string): ScenarioState | undefined => {
    const scenario = scenarios.get(ref);
    must(scenario !== undefined, step, 'unknown scenario');
    return scenario;
  };

  for (const step of script) {
    const today = step.at.slice(0, 10);
    switch (step.type) {
      case 'topic':
        must(!topics.has(step.slug), step, 'topic twice');
        topics.add(step.slug);
        break;
      case 'forecaster':
        forecasters.add(step.slug);
        break;
      case 'briefing': {
        must(forecasters.has(step.forecaster), step, 'unknown forecaster');
        const topic = TOPICS.find(({ briefings }) => briefings.some(({ ref }) => ref === step.ref));
        const briefing = topic?.briefings.find(({ ref }) => ref === step.ref);
        if (topic === undefined || briefing === undefined) throw new Error(`No source for ${step.ref}`);
        must(topics.has(topic.slug), step, 'unknown topic');
        briefing.scenarios.forEach((source, index) => {
          const ref = `${step.ref}/${index}`;
          scenarios.set(ref, {
            ref,
            topic,
            source,
            openedOn: today,
            deadline: addDays(today, termDays(topic, source.term)),
            state: 'open',
            forecasts: [{ forecaster: step.forecaster, probability: source.probability, at: step.at }],
            withdrawals: [],
            criteria: [],
            evidence: [],
            resolutions: [],
            deferrals: [],
          });
        });
        break;
      }
      case 'criteria': {
        const scenario = known(step, step.scenario);
        must(scenario?.state === 'open', step, 'criteria after the end');
        scenario?.criteria.push(step);
        break;
      }
      case 'forecast': {
        const scenario = known(step, step.scenario);
        must(forecasters.has(step.forecaster), step, 'unknown forecaster');
        must(scenario?.state === 'open', step, 'scenario_not_open');
        must(scenario !== undefined && today <= scenario.deadline, step, 'forecast after the deadline');
        must(step.probability >= 0 && step.probability <= 1, step, 'probability_invalid');
        must(Number(step.probability.toFixed(4)) === step.probability, step, 'more than four decimals');
        must(
          !scenario?.withdrawals.some(({ forecaster }) => forecaster === step.forecaster),
          step,
          'forecast after a withdrawal',
        );
        scenario?.forecasts.push(step);
        break;
      }
      case 'withdrawal': {
        const scenario = known(step, step.scenario);
        must(scenario?.state === 'open', step, 'scenario_not_open');
        must(
          scenario?.forecasts.some(({ forecaster }) => forecaster === step.forecaster) ?? false,
          step,
          'nothing_to_withdraw',
        );
        scenario?.withdrawals.push(step);
        break;
      }
      case 'event':
        must(topics.has(step.topic), step, 'unknown topic');
        must(!events.has(step.ref), step, 'event twice');
        must(step.occurredOn <= today, step, 'event_in_future');
        must(step.sources.length > 0, step, 'event without a source');
        must(
          step.sources.every(({ publishedOn }) => publishedOn <= today && publishedOn >= step.occurredOn),
          step,
          'source outside its time',
        );
        events.set(step.ref, { occurredOn: step.occurredOn, standing: step.standing });
        break;
      case 'standing': {
        const event = events.get(step.event);
        must(event !== undefined, step, 'unknown event');
        if (event) event.standing = step.standing;
        break;
      }
      case 'evidence': {
        const scenario = known(step, step.scenario);
        const event = events.get(step.event);
        must(event !== undefined, step, 'unknown event');
        if (step.bearing === 'settles') {
          must(event?.standing !== 'retracted', step, 'event_retracted');
          must((event?.occurredOn ?? '') > (scenario?.openedOn ?? ''), step, 'event_precedes_scenario');
        }
        scenario?.evidence.push(step);
        break;
      }
      case 'resolution': {
        const scenario = known(step, step.scenario);
        if (scenario === undefined) break;
        checkResolution(step, scenario, events, scenarios, (holds, rule) => must(holds, step, rule));
        scenario.resolutions.push(step);
        scenario.state =
          step.outcome === 'reopened' ? 'open' : step.outcome === 'annulled' ? 'annulled' : 'resolved';
        break;
      }
      case 'deferral': {
        const scenario = known(step, step.scenario);
        must(scenario?.state === 'open', step, 'scenario_not_open');
        must(scenario !== undefined && scenario.deadline < today, step, 'deferred before it is overdue');
        must(step.until > today, step, 'deferred into the past');
        scenario?.deferrals.push(step);
        break;
      }
    }
  }
  return { scenarios, events, refused };
}

function checkResolution(
  step: Of<'resolution'>,
  scenario: ScenarioState,
  events: Desk['events'],
  scenarios: Desk['scenarios'],
  must: (holds: boolean, rule: string) => void,
): void {
  const today = step.at.slice(0, 10);
  const settling = step.evidence.map((ref) => events.get(ref));
  must(step.reason.length > 10, 'reason_required');
  must(scenario.openedOn <= step.outcomeOn, 'outcome_before_opening');
  must(step.outcomeOn <= today, 'outcome_in_future');
  must(
    settling.every((event) => event !== undefined),
    'unknown event',
  );
  switch (step.outcome) {
    case 'occurred':
      must(step.outcomeOn <= scenario.deadline, 'outcome_after_deadline');
      must(settling.length > 0, 'settling_event_required');
      break;
    case 'not_occurred':
      if (step.outcomeOn === scenario.deadline) must(today > scenario.deadline, 'absence_before_deadline');
      else must(step.basis === 'observed' && settling.length > 0, 'impossibility_reason_required');
      break;
    case 'annulled':
      must(step.annulment !== undefined, 'annulment_reason_required');
      if (step.annulment === 'premise_false') must(scenario.source.premise !== undefined, 'premise_missing');
      if (step.annulment === 'duplicate')
        must(step.duplicateOf !== undefined && scenarios.has(step.duplicateOf), 'duplicate_of_required');
      break;
    case 'reopened':
      must(scenario.state !== 'open', 'nothing_to_reopen');
      break;
  }
  if (step.outcome === 'occurred' || step.outcome === 'not_occurred')
    for (const event of settling) {
      must((event?.occurredOn ?? '') > scenario.openedOn, 'event_precedes_scenario');
      must((event?.occurredOn ?? '') <= scenario.deadline, 'event after the deadline');
      must(event?.standing !== 'retracted', 'event_retracted');
    }
}

/** The final outcome that counts, or undefined. */
export function outcome(scenario: ScenarioState): { occurred: boolean; on: string } | undefined {
  const last = scenario.resolutions.at(-1);
  if (last?.outcome !== 'occurred' && last?.outcome !== 'not_occurred') return undefined;
  return { occurred: last.outcome === 'occurred', on: last.outcomeOn };
}

/** Counted forecasts of one forecaster at the vantage `first`. */
export function counted(desk: Desk, forecaster: string): { probability: number; occurred: boolean }[] {
  return [...desk.scenarios.values()].flatMap((scenario) => {
    const known = outcome(scenario);
    const first = scenario.forecasts.find(
      (forecast) => forecast.forecaster === forecaster && forecast.at.slice(0, 10) < (known?.on ?? ''),
    );
    return known && first ? [{ probability: first.probability, occurred: known.occurred }] : [];
  });
}

export interface Figures {
  n: number;
  baseRate: number;
  brierScore: number;
  /** Of the logistic recalibration: under 1 overconfident, over 1 underconfident. */
  slope: number;
  /** Mean forecast and observed share of what was called at 0.7 or more. */
  top: { n: number; said: number; observed: number };
  /** The same of what was called at 0.3 or less. */
  bottom: { n: number; said: number; observed: number };
}

export function figures(pairs: readonly { probability: number; occurred: boolean }[]): Figures {
  const mean = (numbers: readonly number[]): number =>
    numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
  const part = (some: typeof pairs) => ({
    n: some.length,
    said: mean(some.map(({ probability }) => probability)),
    observed: mean(some.map(({ occurred }) => Number(occurred))),
  });
  return {
    n: pairs.length,
    baseRate: mean(pairs.map(({ occurred }) => Number(occurred))),
    brierScore: mean(pairs.map(({ probability, occurred }) => (probability - Number(occurred)) ** 2)),
    slope: recalibrationSlope(pairs),
    top: part(pairs.filter(({ probability }) => probability >= 0.7)),
    bottom: part(pairs.filter(({ probability }) => probability <= 0.3)),
  };
}

/** Newton's method on the log likelihood of `logit P = a + b · logit p`. */
function recalibrationSlope(pairs: readonly { probability: number; occurred: boolean }[]): number {
  let [a, b] = [0, 1];
  for (let round = 0; round < 30; round++) {
    let [ga, gb, haa, hab, hbb] = [0, 0, 0, 0, 0];
    for (const { probability, occurred } of pairs) {
      const x = Math.log(probability / (1 - probability));
      const p = 1 / (1 + Math.exp(-a - b * x));
      const weight = p * (1 - p);
      ga += Number(occurred) - p;
      gb += (Number(occurred) - p) * x;
      haa += weight;
      hab += weight * x;
      hbb += weight * x * x;
    }
    const determinant = haa * hbb - hab * hab;
    a += (hbb * ga - hab * gb) / determinant;
    b += (haa * gb - hab * ga) / determinant;
  }
  return b;
}
