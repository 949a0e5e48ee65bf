import { Filters } from '../components/filters.js';
import { GroupsSection } from '../components/groups-section.js';
import { OverTimeSection } from '../components/over-time-section.js';
import { isDrawn, RecordLead } from '../components/record-lead.js';
import { ReliabilitySection } from '../components/reliability-section.js';
import { Shell } from '../components/shell.js';
import { addressOf, filtersOf } from '../links.js';
import type { CalibrationPageData, Grouping } from '../page-data.js';

/** The report of any selection, and the same side by side for its parts. */
export function CalibrationPage(data: CalibrationPageData) {
  const { site, query, report, rereads, overTime, groups, choices } = data;
  const drawn = isDrawn(report);
  const parts = Object.entries(groups) as [Grouping, (typeof groups)[Grouping] & object][];
  const sections = parts.map(([by, found]) => (
    <GroupsSection key={by} by={by} groups={found} query={query} choices={choices} />
  ));
  return (
    <Shell site={site} here="front">
      <RecordLead report={report} rereads={rereads} query={query} kicker="Calibration">
        <Filters {...data} path="/calibration" />
      </RecordLead>
      {/* What was asked for comes first. */}
      {query.groupBy && sections}
      {drawn ? (
        <ReliabilitySection report={report} query={query} />
      ) : (
        <p class="more">
          <a href={addressOf('/record', filtersOf(query))}>What is scored so far</a>
        </p>
      )}
      {!query.groupBy && drawn && sections}
      {drawn && <OverTimeSection overTime={overTime} />}
    </Shell>
  );
}
