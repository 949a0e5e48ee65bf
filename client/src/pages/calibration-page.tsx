import { Filters } from '../components/filters.js';
import { GroupsSection } from '../components/groups-section.js';
import { OverTimeSection } from '../components/over-time-section.js';
import { isDrawn, RecordLead } from '../components/record-lead.js';
import { ReliabilitySection } from '../components/reliability-section.js';
import { Shell } from '../components/shell.js';
import { Still } from '../components/still.js';
import { EmbedCode } from '../components/embed-code.js';
import { addressOf, filtersOf } from '../links.js';
import type { CalibrationPageData, Grouping } from '../page-data.js';

/** The report of any selection, and the same side by side for its parts. */
export function CalibrationPage(data: CalibrationPageData) {
  const { site, query, report, overTime } = data;
  const drawn = isDrawn(report);
  return (
    <Shell site={site} here="front">
      <Still>
        {() => (
          <>
            <RecordLead report={report} rereads={data.rereads} query={query} kicker="Calibration">
              <Filters {...data} path="/calibration" />
            </RecordLead>
            {/* What was asked for comes first. */}
            {query.groupBy && <Groups {...data} />}
            {!drawn && (
              <p class="more">
                <a href={addressOf('/record', filtersOf(query))}>What is scored so far</a>
              </p>
            )}
          </>
        )}
      </Still>
      {drawn && <ReliabilitySection report={report} query={query} />}
      <Still>{() => !query.groupBy && drawn && <Groups {...data} />}</Still>
      {drawn && <OverTimeSection overTime={overTime} />}
      <EmbedCode
        site={site}
        path={addressOf('/embed/calibration', filtersOf(query))}
        title="A track record"
        height={840}
      />
    </Shell>
  );
}

function Groups({ query, groups, choices }: CalibrationPageData) {
  const parts = Object.entries(groups) as [Grouping, (typeof groups)[Grouping] & object][];
  return (
    <>
      {parts.map(([by, found]) => (
        <GroupsSection key={by} by={by} groups={found} query={query} choices={choices} />
      ))}
    </>
  );
}
