import type { Report, TrackRecordItem } from '../data.js';
import { headline, sizeNote, sizeOf, unbroken } from '../words.js';
import { type CountLinks, Counts, Scores } from './counts.js';
import { isDrawn } from './record-lead.js';
import { PredictionItem } from './prediction-item.js';

interface RecordInShortProps {
  report: Report;
  /** where each part of the denominator is listed */
  links: CountLinks;
}

/** A record's verdict, its size and its whole denominator. */
export function RecordInShort({ report, links }: RecordInShortProps) {
  const size = sizeOf(report.n);
  const hasVerdict = (size === 'provisional' || size === 'full') && report.verdict.text !== '';
  const note = report.verdict.provisional && hasVerdict ? null : sizeNote(report.n);
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

/** The biggest misses and the best calls, as visible as each other. */
export function Extremes({ worst, best }: Record<'worst' | 'best', readonly TrackRecordItem[]>) {
  if (worst.length === 0) return null;
  return (
    <section class="extremes" aria-label="Biggest misses and best calls">
      {(
        [
          ['Biggest misses', worst],
          ['Best calls', best],
        ] as const
      ).map(([title, items]) => (
        <div key={title}>
          <h2>{title}</h2>
          <ol class="predictions predictions-brief">
            {items.map((item, place) => (
              <PredictionItem key={place} item={item} brief />
            ))}
          </ol>
        </div>
      ))}
    </section>
  );
}
