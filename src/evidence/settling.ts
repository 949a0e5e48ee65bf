import type { Day } from '../days.js';
import type { Standing } from '../events/event.entity.js';
import { Problem } from '../problems.js';
import type { Subject } from '../scenarios/criteria.entity.js';
import type { Scenario } from '../scenarios/scenario.entity.js';
import type { Bearing } from './evidence.entity.js';

/** What the rules ask of an event. */
export interface EventFacts {
  id: string;
  headline: string;
  occurredOn: Day;
  standing: Standing;
  /** How it was linked to the same of the scenario before, or is to be; null where it was not. */
  bearing: Bearing | null;
  /** Stated to have come after publication, on the day of publication. */
  afterPublication: boolean;
}

/** Rule 3, the day alone: later than the opening, or on its day if stated to be after publication. */
export const isLater = (event: Pick<EventFacts, 'occurredOn' | 'afterPublication'>, openedOn: Day): boolean =>
  event.occurredOn > openedOn || (event.occurredOn === openedOn && event.afterPublication);

/**
 * Rule 3: whether an event can be a ground of anything.
 *
 * @throws {Problem} event_retracted
 */
export function mustStand(event: EventFacts): void {
  if (event.standing === 'retracted')
    throw new Problem('event_retracted', `“${event.headline}” has been retracted; name another event.`, {
      eventId: event.id,
    });
}

/**
 * Rule 3: whether an event may settle a scenario that was opened on a day.
 *
 * @throws {Problem} event_retracted, event_precedes_scenario
 */
export function mustSettle(event: EventFacts, openedOn: Day): void {
  mustStand(event);
  if (!isLater(event, openedOn))
    throw new Problem(
      'event_precedes_scenario',
      `“${event.headline}” happened on ${event.occurredOn}, the scenario was opened on ${openedOn}: ` +
        `only a later event settles it. An earlier one may be linked as evidence that supports or undermines it.`,
      { eventId: event.id, occurredOn: event.occurredOn, openedOn },
    );
}

/**
 * Whether an event may be linked to a scenario as it is to be: what settles the statement must be later than the scenario,
 * what settles the premise need only stand.
 *
 * @throws {Problem} event_retracted, event_precedes_scenario, premise_missing
 */
export function mustBear(
  scenario: Pick<Scenario, 'openedOn' | 'premise'>,
  event: EventFacts & { on: Subject },
): void {
  if (event.on === 'premise' && scenario.premise === null)
    throw new Problem('premise_missing', 'The scenario has no “if” that an event could bear on (on).');
  if (event.bearing !== 'settles') return;
  if (event.on === 'premise') mustStand(event);
  else mustSettle(event, scenario.openedOn);
}

/**
 * Rule 4: the day on which what had not occurred by its deadline occurred after all; null where it did not.
 *
 * @param settledOn days of the events that stand linked as settling it
 */
export function lateOnOf(
  scenario: Pick<Scenario, 'occurred' | 'outcomeOn' | 'deadline'>,
  settledOn: readonly Day[],
): Day | null {
  if (scenario.occurred !== 0 || scenario.outcomeOn !== scenario.deadline) return null;
  return settledOn.filter((day) => day > scenario.deadline).sort()[0] ?? null;
}
