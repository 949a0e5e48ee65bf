import type { Group, TrackRecordItem } from '../../client/src/data.js';
import type { ScenarioListItem } from '../scenarios/scenario.dto.js';
import type { ReportGroup, TrackRecordItem as Counted } from '../track-records/track-record.dto.js';

/** A scored prediction as a page lists it: no more of it than is shown, for the page carries its data twice. */
export function predictionOf({ scenario, forecaster, ...counted }: Counted): TrackRecordItem {
  return {
    ...scenarioOf(scenario),
    forecaster: forecaster && { slug: forecaster.slug, name: forecaster.name },
    probability: counted.probability,
    archival: counted.archival,
    leadDays: counted.leadDays,
    brierScore: counted.brierScore,
  };
}

/** A scenario that is not scored, as a page lists it. */
export function scenarioOf(scenario: ScenarioListItem): TrackRecordItem {
  const { id, kind, term, statement, premise, topic, openedOn, deadline, zone } = scenario;
  return {
    scenario: { id, kind, term, statement, premise, topic, openedOn, deadline, zone },
    forecaster: null,
    probability: null,
    archival: false,
    leadDays: null,
    outcome: scenario.outcome,
    outcomeOn: scenario.outcomeOn,
    lateOn: scenario.lateOn,
    brierScore: null,
  };
}

/** A group with what is shown of its report: the curves and bands of many would weigh more than the page. */
export function groupOf({ key, title, report }: ReportGroup): Group {
  const { n, scenarios, occurred, baseRate, brierScore, brierSkillScore, calibrationError } = report;
  return {
    ...{ key, title },
    report: {
      ...{ n, scenarios, occurred, baseRate, brierScore, brierSkillScore, calibrationError },
      ...{ bins: report.bins, verdict: report.verdict },
      expectedUnderCalibration: report.expectedUnderCalibration,
    },
  };
}
