import { Counts, listsOf } from '../components/counts.js';
import { Filters } from '../components/filters.js';
import { PredictionItem } from '../components/prediction-item.js';
import { Shell } from '../components/shell.js';
import { addressOf, dataLink, filtersOf } from '../links.js';
import type { RecordPageData } from '../page-data.js';
import { LIST_EMPTY, LIST_TITLES, ONLY_WORDS, SORT_WORDS } from '../record-words.js';
import { NBSP } from '../words.js';

const EVERYTHING = { bin: undefined, only: undefined, q: undefined, cursor: undefined };

/** Every prediction, searchable, in parts at addresses that stay. */
export function RecordPage(data: RecordPageData) {
  const { site, query, report, list } = data;
  const { bin, only, q, cursor } = query;
  const sort = query.sort ?? (bin ? 'worst' : 'recent');
  const isScored = list.state === 'resolved'; // what has no score is in no bin, and has no marks
  const asked = [
    isScored && bin && `forecasts of ${bin.replace('-', '–')}${NBSP}%`,
    isScored && only && ONLY_WORDS[only],
    q && `statements that hold “${q}”`,
  ];
  const narrowed = asked.filter(Boolean).join('; ');
  return (
    <Shell site={site} here="record">
      <section class="lead" aria-labelledby="predictions">
        <h1 id="predictions">{LIST_TITLES[list.state]}</h1>
        <Counts report={report} links={listsOf(query)} />
        <Filters {...data} path="/record" />
      </section>
      <section aria-label="List">
        <p class="selection">
          {narrowed && (
            <>
              <span class="label">Only</span> {narrowed}.{' '}
              <a href={addressOf('/record', query, EVERYTHING)}>All</a>{' '}
            </>
          )}
          {isScored && (
            <>
              <span class="label">Order:</span> {SORT_WORDS[sort]}.
            </>
          )}
        </p>
        {list.items.length === 0 ? (
          <p class="none">{narrowed ? 'Nothing of this selection fits.' : LIST_EMPTY[list.state]}</p>
        ) : (
          <ol class="predictions">
            {list.items.map((item, place) => (
              <PredictionItem key={place} item={item} />
            ))}
          </ol>
        )}
        <p class="pager">
          {cursor && <a href={addressOf('/record', query, { cursor: undefined })}>From the start</a>}
          {list.next && (
            <a rel="next" href={addressOf('/record', query, { cursor: list.next })}>
              More predictions
            </a>
          )}
        </p>
        <p class="elsewhere">
          The whole list as <a href={dataLink(query, 'csv')}>CSV</a>,{' '}
          <a href={dataLink(query, 'json')}>JSON</a>; how well it was calibrated:{' '}
          <a href={addressOf('/calibration', filtersOf(query))}>the diagram</a>.
        </p>
      </section>
    </Shell>
  );
}
