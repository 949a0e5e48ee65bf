import type { Report } from '../data.js';
import { headline, sizeNote, sizeOf, unbroken } from '../words.js';
import { type CountLinks, Counts, Scores } from './counts.js';
import { isDrawn } from './record-lead.js';

interface RecordInShortProps {
  report: Report;
  /** where each part of the denominator is listed */
  links: CountLinks;
}

/** A record's verdict, its size and its whole denominator. */
export function RecordInShort({ report, links }: RecordInShortProps) {
  const size = sizeOf(report.scenarios);
  const hasVerdict = (size === 'provisional' || size === 'full') && report.verdict.text !== '';
  const note = report.verdict.provisional && hasVerdict ? null : sizeNote(report.scenarios);
  return (
    <>
      {hasVerdict && <p class="verdict">{unbroken(report.verdict.text)}</p>}
      <p>{headline(report)}</p>
      {note && <p class="size-note">{note}</p>}
      {isDrawn(report) && <Scores report={report} />}
      <Counts report={report} links={links} />
    </>
  );
}
