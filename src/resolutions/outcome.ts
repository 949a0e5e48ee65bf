import type { Scenario } from '../scenarios/scenario.entity.js';
import type { Resolution } from './resolution.entity.js';

/** What a scenario says of its latest resolution. */
export type OutcomeColumns = Pick<
  Scenario,
  'state' | 'outcomeOn' | 'outcomeAt' | 'occurred' | 'basis' | 'selfResolved'
>;

/** How a scenario stands after a resolution, or where there is none. */
export function outcomeOf(
  resolution: Pick<Resolution, 'outcome' | 'outcomeOn' | 'outcomeAt' | 'basis' | 'selfResolved'> | null,
): OutcomeColumns {
  if (resolution === null || resolution.outcome === 'reopened')
    return { state: 'open', outcomeOn: null, outcomeAt: null, occurred: null, basis: null, selfResolved: 0 };
  const { outcome, outcomeOn, outcomeAt, basis, selfResolved } = resolution;
  return {
    state: outcome === 'annulled' ? 'annulled' : 'resolved',
    ...{ outcomeOn, outcomeAt, basis, selfResolved },
    occurred: outcome === 'annulled' ? null : Number(outcome === 'occurred'),
  };
}
