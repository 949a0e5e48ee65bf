import type { Report } from '../data.js';
import { addressOf, filtersOf } from '../links.js';
import type { Asked, Filters as Chosen, Grouping, RecordQuery } from '../page-data.js';
import {
  GROUPING_WORDS,
  RECORDS_WORDS,
  SORT_WORDS,
  STATE_WORDS,
  TESTABILITY_WORDS,
} from '../record-words.js';
import { KIND_WORDS, TERM_WORDS, VANTAGE_WORDS } from '../words.js';
import { Choice } from './choice.js';

interface FiltersProps extends Asked {
  report: Report;
  /** the page that the form leads back to */
  path: '/' | '/record' | '/calibration';
}

/** What counts: a plain form whose answers stand in the page's address. */
export function Filters({ query, ignored, choices, report, path }: FiltersProps) {
  const { topic, kind, term, forecaster, from, to, vantage, records, testability } = query;
  const chosen = Object.values(filtersOf(query)).some(Boolean);
  return (
    <div class="filters">
      {ignored.length > 0 && (
        <div class="ignored" role="status">
          {ignored.map(({ name, value, why }) => (
            <p key={name}>
              Not followed: <b>{name}</b>
              {value && <> “{value}”</>} {why}.
            </p>
          ))}
        </div>
      )}
      <p class="selection">
        <span class="label">Counted here:</span> {report.selection.text}.{' '}
        {chosen && <a href={addressOf(path, query, NOTHING)}>Show everything</a>}
      </p>
      <Vantages query={query} path={path} />
      <details open={chosen || path === '/record'}>
        <summary>Choose what counts</summary>
        <form method="get" action={path}>
          {path === '/record' && <Search query={query} />}
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
            <span>Settled from</span>
            <input type="date" name="from" value={from} />
          </label>
          <label>
            <span>Settled until</span>
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
            options={Object.entries(RECORDS_WORDS)}
          />
          <Choice
            name="testability"
            label="How it can be judged"
            chosen={testability}
            options={Object.entries(TESTABILITY_WORDS)}
          />
          {path === '/calibration' && (
            <Choice
              name="groupBy"
              label="Side by side"
              chosen={query.groupBy}
              any="by kind and by term"
              options={Object.entries(GROUPING_WORDS).map(([by, words]) => [by as Grouping, `by ${words}`])}
            />
          )}
          <button type="submit">Show</button>
        </form>
      </details>
    </div>
  );
}

const NOTHING: Record<keyof Chosen, undefined> & { cursor: undefined } = {
  ...{ topic: undefined, kind: undefined, term: undefined, forecaster: undefined, from: undefined },
  ...{ to: undefined, vantage: undefined, records: undefined, testability: undefined, cursor: undefined },
};

/** Which of several forecasts on one thing counts: the choice that changes most, and the one least expected. */
function Vantages({ query, path }: Pick<FiltersProps, 'query' | 'path'>) {
  const now = query.vantage ?? 'first';
  return (
    <p class="selection vantages">
      <span class="label">Which forecast counts:</span>{' '}
      {(['first', 'last', 'timeWeighted'] as const).map((vantage, i) => (
        <>
          {i > 0 && ' · '}
          <a
            href={addressOf(path, query, {
              vantage: vantage === 'first' ? undefined : vantage,
              cursor: undefined,
            })}
            aria-current={vantage === now ? 'true' : undefined}
          >
            {VANTAGE_WORDS[vantage]}
          </a>
        </>
      ))}
    </p>
  );
}

/** What only a list is asked. */
function Search({ query: { q, state = 'resolved', sort, bin } }: { query: RecordQuery }) {
  return (
    <>
      <label class="wide">
        <span>Words that the statement holds</span>
        <input type="search" name="q" value={q} maxLength={200} />
      </label>
      <Choice name="state" label="State" chosen={state} any={null} options={Object.entries(STATE_WORDS)} />
      {state === 'resolved' && (
        <Choice
          name="sort"
          label="Order"
          chosen={sort ?? (bin ? 'worst' : 'recent')}
          any={null}
          options={Object.entries(SORT_WORDS)}
        />
      )}
      {bin && <input type="hidden" name="bin" value={bin} />}
    </>
  );
}
