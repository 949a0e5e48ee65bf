import type { Day } from '../days.js';
import { invalid } from '../http/validation.js';
import { Problem } from '../problems.js';
import type { CreateReread } from './reread.dto.js';

/** What is known of a scenario before it is judged again. */
interface Facts {
  openedOn: Day;
  deadline: Day;
  hasPremise: boolean;
}

/**
 * Rules 4, 7 and 8, for what is read and not resolved: it needs no event and no reason.
 *
 * @param today in the scenario's zone
 * @throws {Problem}
 */
export function checkReading(scenario: Facts, reading: CreateReread, today: Day): void {
  const { outcome, outcomeOn, annulment } = reading;
  if (outcome === 'annulled' && !annulment)
    throw new Problem(
      'annulment_reason_required',
      'Say why it would be annulled (annulment): premise_false, ambiguous, duplicate or unverifiable.',
    );
  if (outcome !== 'annulled' && annulment)
    throw invalid([{ field: 'annulment', message: 'goes with the outcome annulled alone' }]);
  if (annulment === 'premise_false' && !scenario.hasPremise)
    throw new Problem('premise_missing', 'The scenario has no “if”, so no premise of it can have failed.');
  if (outcomeOn === undefined) return;
  if (outcomeOn < scenario.openedOn)
    throw new Problem('outcome_before_opening', `The scenario was opened on ${scenario.openedOn}.`);
  if (outcomeOn > today)
    throw new Problem('outcome_in_future', `${outcomeOn} has not come yet; today is ${today}.`, { today });
  if (outcome !== 'annulled' && outcomeOn > scenario.deadline)
    throw new Problem(
      'outcome_after_deadline',
      `The deadline was ${scenario.deadline}. What came later came late: the outcome is not_occurred.`,
      { deadline: scenario.deadline },
    );
}
