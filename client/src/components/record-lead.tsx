import type { ComponentChildren } from 'preact';
import type { Report } from '../data.js';
import { agreementInWords } from '../judging-words.js';
import { addressOf, filtersOf } from '../links.js';
import type { Agreement, Only, RecordQuery } from '../page-data.js';
import { count, grouped, headline, sizeNote, sizeOf, unbroken } from '../words.js';
import { Counts, listsOf, Scores } from './counts.js';

interface RecordLeadProps {
  report: Report;
  rereads: Agreement;
  query: RecordQuery;
  /** above the headline, where the page has another title */
  kicker?: string;
  children?: ComponentChildren;
}

/** What a hurried reader takes away: how many came true, the verdict, the score in words, and the whole denominator. */
export function RecordLead({ report, rereads, query, kicker, children }: RecordLeadProps) {
  const size = sizeOf(report.scenarios);
  // The verdict says itself that it is provisional.
  const note =
    report.verdict.provisional && size === 'provisional' && report.verdict.text
      ? null
      : sizeNote(report.scenarios);
  const agreement = agreementInWords(rereads);
  const drawn = isDrawn(report);
  return (
    <section class="lead" aria-labelledby="headline">
      {kicker && <p class="kicker">{kicker}</p>}
      <h1 id="headline">{headline(report)}</h1>
      {drawn && size !== 'noVerdict' && report.verdict.text && (
        <p class="verdict">{unbroken(report.verdict.text)}</p>
      )}
      {note && <p class="size-note">{note}</p>}
      {drawn && <Scores report={report} />}
      <Counts report={report} links={listsOf(query)} />
      <Remarks report={report} query={query} />
      {agreement && <p class="note">{agreement}</p>}
      {children}
    </section>
  );
}

/** Whether a record is large enough for a chart. */
export function isDrawn({ scenarios }: Pick<Report, 'scenarios'>): boolean {
  const size = sizeOf(scenarios);
  return size !== 'none' && size !== 'few';
}

/** What a reader should know before trusting the score; only what there is, with the rows behind it where they are listed. */
function Remarks({ report, query }: { report: Report; query: RecordQuery }) {
  const { withdrawn, ended, judged, selfResolved, resolvedEarly, undated, certainMisses } = report;
  const remarks: [n: number, what: string, only?: Only][] = [
    [certainMisses, 'called certain, and wrong'],
    [resolvedEarly, 'settled before the deadline', 'early'],
    [judged, 'on an editor’s judgement', 'judged'],
    [selfResolved, 'judged by the person who said it', 'selfResolved'],
    [withdrawn, 'withdrawn before the outcome, still counted'],
    [undated, 'without a date, counted in the all-time record only', 'undated'],
  ];
  const there = remarks.filter(([n]) => n > 0);
  const list = (only: Only) => addressOf('/record', filtersOf(query), { only });
  return (
    <>
      {there.length > 0 && (
        <p class="note">
          Among them:{' '}
          {there.map(([n, what, only], i) => (
            <>
              {i > 0 && '; '}
              {only ? <a href={list(only)}>{grouped(n)}</a> : grouped(n)}
              {` ${what}`}
            </>
          ))}
          .
        </p>
      )}
      {ended > 0 && (
        <p class="note">
          Not among them: <a href={list('ended')}>{count(ended, 'forecast')}</a> ended by a changed question.
        </p>
      )}
    </>
  );
}
