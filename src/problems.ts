/**
 * The closed list of refusals: one stable `code` each, with its HTTP status and a title that does not vary.
 * Every layer (domain, HTTP, command line) refuses by throwing a `Problem`; the sentence for the person at hand goes
 * into `detail`, and facts a program may want (the current state, the candidates) into `extra`.
 *
 * Source of the wire shape: RFC 9457.
 */
export const PROBLEMS = {
  // asking
  malformed_request: [400, 'The request could not be read'],
  unauthorized: [401, 'A valid token is needed'],
  forbidden: [403, 'Your role does not allow this'],
  login_failed: [401, 'The login failed'],
  too_many_attempts: [429, 'Too many attempts'],
  too_many_requests: [429, 'Too many requests'],
  login_needed: [403, 'A token may not do this'],
  link_void: [404, 'This link no longer works'],
  last_administrator: [409, 'Somebody must remain who can run this'],
  cross_origin: [403, 'This was asked for by another site'],
  not_found: [404, 'There is nothing here that you may see'],
  method_not_allowed: [405, 'This address does not take that method'],
  request_timeout: [408, 'The request took too long'],
  payload_too_large: [413, 'The request is too large'],
  unsupported_media_type: [415, 'Send JSON'],
  headers_too_large: [431, 'The headers of the request are too large'],
  validation_failed: [422, 'The request has values that cannot be accepted'],
  stale_version: [412, 'This has changed since you read it'],
  idempotency_key_reused: [422, 'That key belongs to another request'],
  already_done: [409, 'This was done before, under the same key'],
  internal_error: [500, 'Something went wrong on our side'],
  database_busy: [503, 'The database is busy'],
  storage_full: [507, 'There is no space left to write'],
  not_ready: [503, 'Not ready'],
  too_busy: [503, 'Too much is asked for at once'],
  // rule 1
  probability_invalid: [422, 'A probability is a number from 0 to 1 with at most four decimals'],
  // rule 2
  scenario_not_open: [409, 'The scenario is not open'],
  stated_at_reserved: [403, 'Only an editor may record a forecast as stated earlier'],
  stated_in_future: [422, 'A forecast cannot be stated in the future'],
  nothing_to_withdraw: [409, 'This forecaster has no standing forecast here'],
  forecaster_not_allowed: [403, 'This account may not log for that forecaster'],
  // rule 3
  event_precedes_scenario: [422, 'A scenario settles only on a later event'],
  event_retracted: [422, 'A retracted event settles nothing'],
  event_in_future: [422, 'An event cannot lie in the future'],
  // rules 4 to 6
  outcome_before_opening: [422, 'The outcome lies before the scenario was opened'],
  outcome_in_future: [422, 'The outcome lies in the future'],
  outcome_after_deadline: [422, 'The outcome lies after the deadline'],
  outcome_day_required: [422, 'The day of the outcome is missing'],
  reason_required: [422, 'A reason is missing'],
  impossibility_reason_required: [422, 'Before the deadline, say why it has become impossible'],
  absence_before_deadline: [422, 'Absence proves nothing before the deadline has passed'],
  settling_event_required: [422, 'What occurred needs the event that settled it'],
  criteria_unknown: [422, 'There is no such version of the criteria'],
  edge_case_unknown: [422, 'The table of edge cases has no such row'],
  edge_case_contradicts: [422, 'This edge case says otherwise'],
  // rules 7 and 8
  annulment_reason_required: [422, 'An annulment carries one of its reasons'],
  duplicate_of_required: [422, 'Name the scenario that this one duplicates'],
  duplicate_cycle: [422, 'Of two scenarios, only one can duplicate the other'],
  premise_missing: [422, 'This scenario has no premise'],
  premise_after_deadline: [422, 'The premise was met after the deadline only'],
  // rules 10 and 11
  already_resolved: [409, 'The scenario has been resolved already'],
  resolution_superseded: [409, 'Another resolution came first'],
  bulk_refused: [422, 'Nothing was recorded, as some of it is refused'],
  nothing_to_reopen: [409, 'Only what is resolved can be reopened'],
  already_reread: [409, 'Somebody has re-read this already'],
  not_resolved: [409, 'The scenario is not resolved'],
  not_blind: [403, 'Whoever re-reads must not know the judgement'],
  nothing_to_reread: [409, 'There is nothing to draw from'],
  erratum_not_allowed: [422, 'This field has no errata'],
  // rule 12
  briefing_changed: [409, 'This briefing is on record with another text'],
  edition_unanswered: [409, 'This edition needs to be told what became of some scenarios'],
  edition_not_public: [409, 'What is not public yet cannot change what is'],
  choice_reserved: [403, 'Only an editor says what became of a reworded scenario'],
  choice_unknown: [422, 'This answer fits nothing in the edition'],
  handover_ended: [409, 'This handover has ended already'],
  no_scenarios: [422, 'The text holds no scenario'],
  briefing_incomplete: [422, 'The briefing lacks what identifies it'],
  // files, at the command line
  file_unreadable: [400, 'The file cannot be read'],
  file_not_text: [422, 'The file is not text'],
  file_exists: [409, 'The file is there already'],
  file_unwritable: [400, 'The file cannot be written'],
  event_day_required: [422, 'The day it happened is missing'],
  // rule 13
  publication_in_past: [422, 'A publication is never dated back'],
  publication_reserved: [403, 'Only an editor publishes from a topic of the desk'],
  topic_private: [409, 'This would show a topic that keeps to the desk'],
  standing_needs_editor: [403, 'Only an editor says what is believed of an event'],
  // names
  topic_unknown: [422, 'There is no such topic'],
  scenario_unknown: [422, 'There is no such scenario'],
  event_unknown: [422, 'There is no such event'],
  name_taken: [409, 'That name is taken'],
  link_exists: [409, 'That link is on record already'],
  link_ended: [409, 'That link has been ended already'],
  change_reserved: [403, 'This would end forecasts of others'],
  change_overdue: [409, 'After the deadline the question stands'],
  change_after_event: [409, 'Once an event is linked the question stands'],
  change_after_judgement: [409, 'Once it has been judged the question stands'],
  testability_reserved: [403, 'Only an editor says otherwise of how this can be judged'],
  link_of_another: [403, 'Only who made a link, or an editor, takes it back'],
  evidence_of_another: [403, 'Only who linked an event, or an editor, says otherwise of it'],
  criteria_unchanged: [409, 'These criteria are on record already'],
  deadline_invalid: [422, 'The deadline cannot be accepted'],
} as const satisfies Record<string, readonly [number, string]>;

export type ProblemCode = keyof typeof PROBLEMS;

/** A refusal that a person understands: stable `code`, sentence in `detail`, further facts in `extra`. */
export class Problem extends Error {
  readonly status: number;
  readonly title: string;

  constructor(
    readonly code: ProblemCode,
    readonly detail: string,
    readonly extra: Record<string, unknown> = {},
  ) {
    super(detail);
    this.name = 'Problem';
    [this.status, this.title] = PROBLEMS[code];
  }

  /** The body of an `application/problem+json` answer, and of a failed `--json` command. */
  toJSON(): Record<string, unknown> {
    return {
      type: 'about:blank',
      title: this.title,
      status: this.status,
      code: this.code,
      detail: this.detail,
      ...this.extra,
    };
  }
}
