import { Filters } from '../components/filters.js';
import { PredictionItem } from '../components/prediction-item.js';
import { ReliabilitySection } from '../components/reliability-section.js';
import { Shell } from '../components/shell.js';
import type { Report, TrackRecordItem } from '../data.js';
import type { FrontPageData, ListState } from '../page-data.js';
import { agreementInWords } from '../judging-words.js';
import { frontLink } from '../links.js';
import { brierInWords, grouped, headline, NBSP, sizeNote, sizeOf, skillInWords, unbroken } from '../words.js';

/** The public front page: the record of the selection in the address. */
export function FrontPage({ site, query, report, rereads, list, worst, best, choices }: FrontPageData) {
  const size = sizeOf(report.n);
  // The verdict says itself that it is provisional.
  const note =
    report.verdict.provisional && size === 'provisional' && report.verdict.text ? null : sizeNote(report.n);
  const agreement = agreementInWords(rereads);
  const drawn = size !== 'none' && size !== 'few';
  return (
    <Shell site={site} here="front">
      <section class="lead" aria-labelledby="headline">
        <h1 id="headline">{headline(report)}</h1>
        {drawn && size !== 'noVerdict' && report.verdict.text && (
          <p class="verdict">{unbroken(report.verdict.text)}</p>
        )}
        {note && <p class="size-note">{note}</p>}
        {drawn && <Scores report={report} />}
        <Counts report={report} query={query} />
        <Remarks report={report} />
        {agreement && <p class="note">{agreement}</p>}
        <Filters query={query} choices={choices} report={report} />
      </section>

      {drawn && <ReliabilitySection report={report} query={query} />}

      {(worst.length > 0 || best.length > 0) && (
        <section class="extremes" aria-label="Biggest misses and best calls">
          <Extremes title="Biggest misses" items={worst} />
          <Extremes title="Best calls" items={best} />
        </section>
      )}

      <section aria-labelledby="predictions">
        <h2 id="predictions">
          {query.bin
            ? `Forecasts of ${query.bin.replace('-', '–')}${NBSP}%, worst first`
            : LIST_TITLES[list.state]}
        </h2>
        {query.bin && (
          <p>
            <a href={frontLink(query, { bin: undefined, cursor: undefined }, 'predictions')}>
              All resolved predictions
            </a>
          </p>
        )}
        {list.items.length === 0 ? (
          <p class="none">{LIST_EMPTY[list.state]}</p>
        ) : (
          <ol class="predictions">
            {list.items.map((item, place) => (
              <PredictionItem key={place} item={item} />
            ))}
          </ol>
        )}
        <p class="pager">
          {query.cursor && (
            <a href={frontLink(query, { cursor: undefined }, 'predictions')}>From the start</a>
          )}
          {list.next && (
            <a rel="next" href={frontLink(query, { cursor: list.next }, 'predictions')}>
              More predictions
            </a>
          )}
        </p>
      </section>
    </Shell>
  );
}

const LIST_TITLES: Record<ListState, string> = {
  resolved: 'Resolved predictions',
  open: 'Open predictions',
  overdue: 'Overdue: awaiting evidence',
  annulled: 'Annulled predictions',
};
const LIST_EMPTY: Record<ListState, string> = {
  resolved: 'No prediction of this selection has been resolved yet.',
  open: 'No prediction of this selection is open.',
  overdue: 'Nothing is overdue.',
  annulled: 'Nothing has been annulled.',
};

/** The whole denominator, each part a link to its list. */
function Counts({ report, query }: Pick<FrontPageData, 'report' | 'query'>) {
  const parts: [n: number, word: string, state: ListState | undefined][] = [
    [report.n, 'scored', undefined],
    [report.open, 'open', 'open'],
    [report.overdue, 'overdue', 'overdue'],
    [report.annulled, 'annulled', 'annulled'],
  ];
  return (
    <p class="counts">
      <span class="counts-n">
        n{NBSP}={NBSP}
      </span>
      {parts.map(([n, word, state], i) => (
        <>
          {i > 0 && ' · '}
          <a
            href={frontLink(query, { state, bin: undefined, cursor: undefined }, 'predictions')}
          >{`${grouped(n)}${NBSP}${word}`}</a>
        </>
      ))}
    </p>
  );
}

function Scores({ report }: { report: Report }) {
  const lines = [skillInWords(report), brierInWords(report)].filter((line) => line !== null);
  return (
    <ul class="scores" aria-label="Score">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

/** What a reader should know before trusting the score; only what there is. */
function Remarks({ report }: { report: Report }) {
  const { withdrawn, judged, selfResolved, resolvedEarly, undated, certainMisses } = report;
  const remarks = [
    [certainMisses, 'called certain, and wrong'],
    [resolvedEarly, 'settled before the deadline'],
    [judged, 'on an editor’s judgement'],
    [selfResolved, 'judged by the person who said it'],
    [withdrawn, 'withdrawn before the outcome, still counted'],
    [undated, 'without a date, counted in the all-time record only'],
  ] as const;
  const there = remarks.filter(([n]) => n > 0);
  if (there.length === 0) return null;
  return <p class="note">Among them: {there.map(([n, what]) => `${grouped(n)} ${what}`).join('; ')}.</p>;
}

function Extremes({ title, items }: { title: string; items: TrackRecordItem[] }) {
  return (
    <div>
      <h2>{title}</h2>
      {items.length === 0 ? (
        <p class="none">None yet.</p>
      ) : (
        <ol class="predictions predictions-brief">
          {items.slice(0, 5).map((item, place) => (
            <PredictionItem key={place} item={item} brief />
          ))}
        </ol>
      )}
    </div>
  );
}
