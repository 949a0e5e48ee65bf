/** What was refused, and at which field it is said. Pure. */
import { Refusal } from './api.js';

/** Sentences by the name of their field; under '' what concerns the whole. */
export type Faults = Readonly<Record<string, string>>;

/** The refusals of the rules name no field; this is where they belong. */
const FIELD_OF: Readonly<Record<string, string>> = {
  ...{
    settling_event_required: 'evidence',
    event_precedes_scenario: 'evidence',
    event_retracted: 'evidence',
  },
  ...{ event_in_future: 'occurredOn', event_unknown: 'evidence' },
  ...{ outcome_day_required: 'outcomeOn', outcome_before_opening: 'outcomeOn' },
  ...{ outcome_in_future: 'outcomeOn', outcome_after_deadline: 'outcomeOn' },
  ...{ reason_required: 'reason', impossibility_reason_required: 'reason' },
  absence_before_deadline: 'basis',
  ...{ criteria_unknown: 'edgeCase', edge_case_unknown: 'edgeCase', edge_case_contradicts: 'edgeCase' },
  annulment_reason_required: 'annulment',
  ...{
    duplicate_of_required: 'duplicateOf',
    duplicate_cycle: 'duplicateOf',
    scenario_unknown: 'duplicateOf',
  },
  ...{ premise_missing: 'annulment', premise_after_deadline: 'premiseEvidence' },
};

/** What a form misses before anything is sent. */
export class Missing extends Error {
  constructor(
    readonly field: string,
    message: string,
  ) {
    super(message);
  }
}

export function faultsOf(error: unknown): Faults {
  if (error instanceof Missing) return { [error.field]: error.message };
  if (!(error instanceof Refusal)) return { '': error instanceof Error ? error.message : String(error) };
  if (error.fields.length === 0) return { [FIELD_OF[error.code] ?? '']: error.message };
  return Object.fromEntries(error.fields.map(({ field, message }) => [nameOf(field), `This ${message}.`]));
}

/** @example nameOf('items.0.reason') // => 'reason' */
const nameOf = (path: string): string =>
  path
    .split('.')
    .filter((part) => !/^\d+$/.test(part))
    .at(-1) ?? '';

/** The first sentence that concerns none of the fields that are there to show their own. */
export const firstOf = (faults: Faults, ...shown: readonly string[]): string | undefined =>
  Object.entries(faults).find(([name]) => !shown.includes(name))?.[1];

/** What was read has changed since. */
export const isStale = (error: unknown): boolean =>
  error instanceof Refusal && error.code === 'stale_version';

/** Somebody else was faster, or what was read has changed since. */
export const isConflict = (error: unknown): error is Refusal =>
  error instanceof Refusal &&
  ['already_resolved', 'resolution_superseded', 'stale_version'].includes(error.code);
