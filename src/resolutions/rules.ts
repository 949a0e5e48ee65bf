import type { Day } from '../days.js';
import { type EventFacts, isLater, mustSettle, mustStand } from '../evidence/settling.js';
import { Problem } from '../problems.js';
import type { Basis, ScenarioState, Testability } from '../scenarios/scenario.entity.js';
import type { Annulment, Outcome } from './resolution.entity.js';

/** Rules 3 to 8 as functions of what is on record; no database, no clock. */

export interface ScenarioFacts {
  id: string;
  openedOn: Day;
  deadline: Day;
  hasPremise: boolean;
  testability: Testability;
  state: ScenarioState;
}

export interface Judgement {
  outcome: Outcome;
  outcomeOn?: Day;
  reason?: string;
  basis?: Basis;
  annulment?: Annulment;
  duplicateOf?: string;
}

export interface Ruling {
  outcomeOn: Day;
  reason: string;
  basis: Basis | null;
  onUnconfirmed: boolean;
}

/**
 * What an editor's judgement amounts to.
 *
 * @param events those that the judgement names
 * @param today in the scenario's zone
 * @throws {Problem} for what rules 3 to 8 refuse
 */
export function rule(
  scenario: ScenarioFacts,
  judgement: Judgement,
  events: EventFacts[],
  today: Day,
): Ruling {
  if (judgement.outcome === 'annulled') return annul(scenario, judgement, today);
  if (judgement.outcome === 'reopened') return reopen(scenario, judgement, today);
  const outcomeOn = outcomeDay(scenario, judgement, today);
  if (judgement.outcome === 'occurred') return occurred(scenario, { ...judgement, outcomeOn }, events);
  return notOccurred(scenario, { ...judgement, outcomeOn }, events, today);
}

/** Rule 4. */
function outcomeDay(scenario: ScenarioFacts, judgement: Judgement, today: Day): Day {
  const { openedOn, deadline } = scenario;
  const outcomeOn =
    judgement.outcomeOn ?? (judgement.outcome === 'not_occurred' && deadline < today ? deadline : undefined);
  if (outcomeOn === undefined)
    throw new Problem('outcome_day_required', 'Say on which day it was settled (outcomeOn).');
  if (outcomeOn < openedOn)
    throw new Problem(
      'outcome_before_opening',
      `The scenario was opened on ${openedOn}, after ${outcomeOn}.`,
      {
        openedOn,
      },
    );
  if (outcomeOn > today)
    throw new Problem('outcome_in_future', `${outcomeOn} has not come yet; today is ${today}.`, { today });
  if (outcomeOn > deadline)
    throw new Problem(
      'outcome_after_deadline',
      `The deadline was ${deadline}. What came on ${outcomeOn} came late: resolve as not_occurred on the deadline ` +
        `and link the event as evidence that settles it.`,
      { deadline },
    );
  return outcomeOn;
}

/** A precedent, or what only supports or undermines it, may be named beside what settled it. */
const maySettle = (event: EventFacts): boolean => event.bearing === null || event.bearing === 'settles';

/** Rules 3 and 6. */
function occurred(
  scenario: ScenarioFacts,
  judgement: Judgement & { outcomeOn: Day },
  events: EventFacts[],
): Ruling {
  if (judgement.basis === 'absence')
    throw new Problem('validation_failed', 'What occurred was seen: it cannot rest on absence (basis).');
  const settling = events.filter(maySettle);
  if (settling.length === 0)
    throw new Problem('settling_event_required', 'Name at least one event that settled it (evidence).');
  for (const event of settling) mustSettle(event, scenario.openedOn);
  const late = settling.find((event) => event.occurredOn > scenario.deadline);
  if (late && settling.every((event) => event.occurredOn > scenario.deadline))
    throw new Problem(
      'outcome_after_deadline',
      `“${late.headline}” happened on ${late.occurredOn}, after the deadline ${scenario.deadline}.`,
      { deadline: scenario.deadline, eventId: late.id },
    );
  return {
    outcomeOn: judgement.outcomeOn,
    reason: requireReason(judgement),
    basis: judgement.basis ?? (scenario.testability === 'judged' ? 'judged' : 'observed'),
    onUnconfirmed: settling.every((event) => event.standing !== 'confirmed'),
  };
}

/** Rules 3, 5 and 6. */
function notOccurred(
  scenario: ScenarioFacts,
  judgement: Judgement & { outcomeOn: Day },
  events: EventFacts[],
  today: Day,
): Ruling {
  const early = judgement.outcomeOn < scenario.deadline;
  const grounds = events.filter((event) => maySettle(event) || event.bearing === 'undermines');
  for (const event of grounds)
    if (maySettle(event)) mustSettle(event, scenario.openedOn);
    else mustStand(event);
  const later = grounds.filter((event) => isLater(event, scenario.openedOn));
  const basis =
    judgement.basis ??
    (scenario.testability === 'judged' ? 'judged' : early || events.length > 0 ? 'observed' : 'absence');
  if (early && !judgement.reason?.trim())
    throw new Problem(
      'impossibility_reason_required',
      `The deadline is ${scenario.deadline}: say why it can no longer occur by then (reason).`,
      { deadline: scenario.deadline },
    );
  if (basis === 'absence' && (early || today <= scenario.deadline))
    throw new Problem(
      'absence_before_deadline',
      `It can still occur until ${scenario.deadline} has passed; its absence so far settles nothing.`,
      { deadline: scenario.deadline },
    );
  return {
    outcomeOn: judgement.outcomeOn,
    reason: requireReason(judgement),
    basis,
    onUnconfirmed: later.length > 0 && later.every((event) => event.standing !== 'confirmed'),
  };
}

/** Rules 7 and 8. */
function annul(scenario: ScenarioFacts, judgement: Judgement, today: Day): Ruling {
  if (!judgement.annulment)
    throw new Problem(
      'annulment_reason_required',
      'Say why it is annulled (annulment): premise_false, ambiguous, duplicate or unverifiable.',
    );
  if (judgement.annulment === 'premise_false' && !scenario.hasPremise)
    throw new Problem('premise_missing', 'The scenario has no “if”, so no premise of it can have failed.');
  if (judgement.annulment === 'duplicate' && !judgement.duplicateOf)
    throw new Problem('duplicate_of_required', 'Name the scenario that it duplicates (duplicateOf).');
  return undatedRuling(scenario, judgement, today);
}

function reopen(scenario: ScenarioFacts, judgement: Judgement, today: Day): Ruling {
  if (scenario.state === 'open' || scenario.state === 'draft')
    throw new Problem('nothing_to_reopen', 'The scenario is open already.');
  return undatedRuling(scenario, judgement, today);
}

/** An annulment or reopening has the day it is decided on, unless it says another. */
function undatedRuling(scenario: ScenarioFacts, judgement: Judgement, today: Day): Ruling {
  const outcomeOn = judgement.outcomeOn ?? today;
  if (outcomeOn < scenario.openedOn)
    throw new Problem('outcome_before_opening', `The scenario was opened on ${scenario.openedOn}.`);
  if (outcomeOn > today) throw new Problem('outcome_in_future', `${outcomeOn} has not come yet.`, { today });
  return { outcomeOn, reason: requireReason(judgement), basis: null, onUnconfirmed: false };
}

function requireReason(judgement: Judgement): string {
  const reason = judgement.reason?.trim();
  if (!reason) throw new Problem('reason_required', 'Say why (reason): it is published beside the outcome.');
  return reason;
}
