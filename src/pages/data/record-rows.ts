import type { ScenarioListItem } from '../../scenarios/scenario.dto.js';
import type { TrackRecordItem } from '../../track-records/track-record.dto.js';
import type { RowOf } from './csv.js';

/** What is said of one prediction, in the words of the API. */
export const RECORD_COLUMNS = {
  id: 'text',
  page: 'text',
  kind: 'text',
  term: 'text',
  topic: 'text',
  topicTitle: 'text',
  premise: 'text',
  statement: 'text',
  testability: 'text',
  openedOn: 'text',
  deadline: 'text',
  zone: 'text',
  state: 'text',
  overdue: 'flag',
  outcome: 'text',
  outcomeOn: 'text',
  lateOn: 'text',
  forecaster: 'text',
  forecasterName: 'text',
  probability: 'number',
  archival: 'flag',
  leadDays: 'number',
  brierScore: 'number',
} as const;

export type RecordRow = RowOf<typeof RECORD_COLUMNS>;

/** A prediction that is not scored: open, overdue, annulled. */
export function scenarioRow(scenario: ScenarioListItem, origin: string | null): RecordRow {
  const { id, kind, term, topic, premise, statement, testability, openedOn, deadline, zone } = scenario;
  return {
    ...{ id, page: `${origin ?? ''}/scenarios/${id}`, kind, term },
    ...{ topic: topic.slug, topicTitle: topic.title, premise, statement, testability },
    ...{ openedOn, deadline, zone, state: scenario.state, overdue: scenario.overdue },
    ...{ outcome: scenario.outcome, outcomeOn: scenario.outcomeOn, lateOn: scenario.lateOn },
    ...{ forecaster: null, forecasterName: null, probability: null },
    ...{ archival: null, leadDays: null, brierScore: null },
  };
}

/** A scored one: the forecast that counts, with its squared gap; empty where none counts. A person whose scores are private has no name here. */
export const scoredRow = (item: TrackRecordItem, origin: string | null): RecordRow => ({
  ...scenarioRow(item.scenario, origin),
  ...{ forecaster: item.forecaster?.slug ?? null, forecasterName: item.forecaster?.name ?? null },
  ...{ probability: item.probability, archival: item.probability === null ? null : item.archival },
  ...{ leadDays: item.leadDays, brierScore: item.brierScore },
});
