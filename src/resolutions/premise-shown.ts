import type { Day } from '../days.js';
import { type EventFacts, mustStand } from '../evidence/settling.js';
import { invalid } from '../http/validation.js';
import { Problem } from '../problems.js';
import type { Annulment, Outcome, Resolution } from './resolution.entity.js';

export const PREMISE_STATES = ['held', 'failed', 'undetermined'] as const;
export type PremiseState = (typeof PREMISE_STATES)[number];

/** Rule 8: an outcome asserts that the premise held, an annulment as premise_false that it failed; null: neither. */
export function premiseSays(judgement: {
  outcome: Outcome;
  annulment?: Resolution['annulment'];
}): 'held' | 'failed' | null {
  if (judgement.outcome === 'occurred' || judgement.outcome === 'not_occurred') return 'held';
  const failed = judgement.outcome === 'annulled' && judgement.annulment === 'premise_false';
  return failed ? 'failed' : null;
}

/**
 * Rule 8: what a judgement names as evidence of the premise must be able to show what it says of it.
 *
 * @throws {Problem} premise_missing, event_retracted, premise_after_deadline, validation_failed
 */
export function mustShowPremise(
  scenario: { hasPremise: boolean; deadline: Day },
  judgement: { outcome: Outcome; annulment?: Annulment },
  events: readonly EventFacts[],
): void {
  if (events.length === 0) return;
  if (!scenario.hasPremise)
    throw new Problem(
      'premise_missing',
      'The scenario has no “if” that an event could show (premiseEvidence).',
    );
  const says = premiseSays(judgement);
  if (says === null)
    throw invalid([
      { field: 'premiseEvidence', message: 'is for what says whether the premise held: this says neither' },
    ]);
  for (const event of events) {
    mustStand(event);
    if (says === 'held' && event.occurredOn > scenario.deadline)
      throw new Problem(
        'premise_after_deadline',
        `“${event.headline}” happened on ${event.occurredOn}, after the deadline ${scenario.deadline}: a premise that was ` +
          'met only then was not met in time (annulled, premise_false).',
        { eventId: event.id, deadline: scenario.deadline },
      );
  }
}
