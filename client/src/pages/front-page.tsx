import { Filters } from '../components/filters.js';
import { GroupsSection } from '../components/groups-section.js';
import { OverTimeSection } from '../components/over-time-section.js';
import { Extremes, PredictionList } from '../components/prediction-list.js';
import { isDrawn, RecordLead } from '../components/record-lead.js';
import { ReliabilitySection } from '../components/reliability-section.js';
import { Shell } from '../components/shell.js';
import { Still } from '../components/still.js';
import { addressOf, filtersOf } from '../links.js';
import type { FrontPageData } from '../page-data.js';
import { grouped } from '../words.js';

/** The public front page: the record of the selection in the address. */
export function FrontPage(data: FrontPageData) {
  const { site, query, report, overTime } = data;
  const drawn = isDrawn(report);
  return (
    <Shell site={site} here="front">
      <Still>
        {() => (
          <RecordLead report={report} rereads={data.rereads} query={query}>
            <Filters {...data} path="/" />
          </RecordLead>
        )}
      </Still>
      {drawn && <ReliabilitySection report={report} query={query} />}
      <Still>{() => <Parts {...data} />}</Still>
      {drawn && <OverTimeSection overTime={overTime} />}
      <Still>{() => <Further {...data} />}</Still>
    </Shell>
  );
}

/** Misses as visible as hits, and the kinds and terms side by side. */
function Parts({ query, report, worst, best, groups, choices }: FrontPageData) {
  const filters = filtersOf(query);
  return (
    <>
      <Extremes
        {...{ worst, best }}
        more={{
          worst: [addressOf('/record', filters, { sort: 'worst' }), 'All, biggest misses first'],
          best: [addressOf('/record', filters, { sort: 'best' }), 'All, best calls first'],
        }}
      />
      {isDrawn(report) && (
        <>
          <GroupsSection by="kind" groups={groups.kind} query={query} choices={choices} />
          <GroupsSection by="term" groups={groups.term} query={query} choices={choices} />
          <p class="more">
            Side by side as well:{' '}
            <a href={addressOf('/calibration', filters, { groupBy: 'topic' })}>by topic</a>,{' '}
            <a href={addressOf('/calibration', filters, { groupBy: 'forecaster' })}>by forecaster</a>,{' '}
            <a href={addressOf('/calibration', filters, { groupBy: 'month' })}>by month</a>.
          </p>
        </>
      )}
    </>
  );
}

/** What happened last, and the ways to everything else. */
function Further({ query, report, lately, newest }: FrontPageData) {
  const filters = filtersOf(query);
  return (
    <>
      <section class="side-by-side" aria-label="What was resolved lately, and what is new">
        <PredictionList
          title="Resolved lately"
          items={lately}
          more={[addressOf('/record', filters), `All ${grouped(report.n)} scored predictions, searchable`]}
        />
        <PredictionList
          title="Newest predictions"
          items={newest}
          more={[addressOf('/record', filters, { state: 'open' }), 'All open']}
        />
      </section>
      <section aria-labelledby="further">
        <h2 id="further">Look further</h2>
        <ul class="further">
          <li>
            <a href="/record">Search every prediction</a>
          </li>
          <li>
            <a href="/calibration">Calibration by any filter</a>
          </li>
          <li>
            <a href="/topics">Topics</a>, <a href="/briefings">briefings</a>, <a href="/events">events</a>
          </li>
          <li>
            <a href="/forecasters">Forecasters</a>
          </li>
          <li>
            Feeds: <a href={addressOf('/feeds/site.atom', filters)}>Atom</a>,{' '}
            <a href={addressOf('/feeds/site.json', filters)}>JSON</a>
          </li>
          <li>
            Data: <a href={addressOf('/record.csv', filters)}>CSV</a>,{' '}
            <a href={addressOf('/record.json', filters)}>JSON</a>
          </li>
        </ul>
      </section>
    </>
  );
}
