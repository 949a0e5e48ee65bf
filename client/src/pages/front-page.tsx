import { Filters } from '../components/filters.js';
import { GroupsSection } from '../components/groups-section.js';
import { OverTimeSection } from '../components/over-time-section.js';
import { PredictionList } from '../components/prediction-list.js';
import { isDrawn, RecordLead } from '../components/record-lead.js';
import { ReliabilitySection } from '../components/reliability-section.js';
import { Shell } from '../components/shell.js';
import { addressOf, filtersOf } from '../links.js';
import type { FrontPageData } from '../page-data.js';
import { grouped } from '../words.js';

/** The public front page: the record of the selection in the address. */
export function FrontPage(data: FrontPageData) {
  const { site, query, report, rereads, overTime, groups, worst, best, lately, newest, choices } = data;
  const filters = filtersOf(query);
  const drawn = isDrawn(report);
  const listed = (change: Parameters<typeof addressOf>[2]) => addressOf('/record', filters, change);
  return (
    <Shell site={site} here="front">
      <RecordLead report={report} rereads={rereads} query={query}>
        <Filters {...data} path="/" />
      </RecordLead>

      {drawn && <ReliabilitySection report={report} query={query} />}

      {(worst.length > 0 || best.length > 0) && (
        <section class="side-by-side" aria-label="Biggest misses and best calls">
          <PredictionList
            title="Biggest misses"
            items={worst}
            more={[listed({ sort: 'worst' }), 'All, biggest misses first']}
          />
          <PredictionList
            title="Best calls"
            items={best}
            more={[listed({ sort: 'best' }), 'All, best calls first']}
          />
        </section>
      )}

      {drawn && (
        <>
          <GroupsSection by="kind" groups={groups.kind} query={query} choices={choices} />
          <GroupsSection by="term" groups={groups.term} query={query} choices={choices} />
          <p class="more">
            Side by side as well:{' '}
            <a href={addressOf('/calibration', filters, { groupBy: 'topic' })}>by topic</a>,{' '}
            <a href={addressOf('/calibration', filters, { groupBy: 'forecaster' })}>by forecaster</a>,{' '}
            <a href={addressOf('/calibration', filters, { groupBy: 'month' })}>by month</a>.
          </p>
          <OverTimeSection overTime={overTime} />
        </>
      )}

      <section class="side-by-side" aria-label="What was resolved lately, and what is new">
        <PredictionList
          title="Resolved lately"
          items={lately}
          more={[listed({}), `All ${grouped(report.n)} scored predictions, searchable`]}
        />
        <PredictionList title="Newest predictions" items={newest} more={[listed({ state: 'open' }), 'All open']} />
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
            Feeds: <a href="/feeds/site.atom">Atom</a>, <a href="/feeds/site.json">JSON</a>
          </li>
          <li>
            Data: <a href={addressOf('/record.csv', filters)}>CSV</a>,{' '}
            <a href={addressOf('/record.json', filters)}>JSON</a>
          </li>
        </ul>
      </section>
    </Shell>
  );
}
