import type { FrontPageData } from '../page-data.js';
import { KIND_WORDS, TERM_WORDS, VANTAGE_WORDS } from '../words.js';
import { Choice } from './choice.js';

type FiltersProps = Pick<FrontPageData, 'query' | 'choices' | 'report'>;

/** What counts: a plain form whose answers stand in the page's address. */
export function Filters({ query, choices, report }: FiltersProps) {
  const { topic, kind, term, forecaster, from, to, vantage, records, state } = query;
  const chosen = [topic, kind, term, forecaster, from, to, vantage, records].some(Boolean);
  return (
    <div class="filters">
      <p class="selection">
        <span class="label">Counted here:</span> {report.selection.text}{' '}
        {chosen && <a href="/">Show everything</a>}
      </p>
      <details open={chosen}>
        <summary>Choose what counts</summary>
        <form method="get" action="/">
          {state && <input type="hidden" name="state" value={state} />}
          <Choice
            name="topic"
            label="Topic"
            chosen={topic}
            options={choices.topics.map((t) => [t.slug, t.title])}
          />
          <Choice name="kind" label="Kind" chosen={kind} options={Object.entries(KIND_WORDS)} />
          <Choice name="term" label="Term" chosen={term} options={Object.entries(TERM_WORDS)} />
          <Choice
            name="forecaster"
            label="Who said it"
            chosen={forecaster}
            options={choices.forecasters.map((f) => [f.slug, f.name])}
          />
          <label>
            <span>From</span>
            <input type="date" name="from" value={from} />
          </label>
          <label>
            <span>To</span>
            <input type="date" name="to" value={to} />
          </label>
          <Choice
            name="vantage"
            label="Which forecast counts"
            chosen={vantage}
            any={null}
            options={Object.entries(VANTAGE_WORDS)}
          />
          <Choice
            name="records"
            label="Records"
            chosen={records}
            any={null}
            options={[
              ['live', 'taken down at the time'],
              ['all', 'archival ones too'],
            ]}
          />
          <button type="submit">Show</button>
        </form>
      </details>
    </div>
  );
}
