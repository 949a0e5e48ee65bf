import type { Report, TrackRecordItem } from '../data.js';
import { brierInWords, grouped, headline, NBSP, sizeNote, sizeOf, skillInWords, unbroken } from '../words.js';
import { PredictionItem } from './prediction-item.js';

interface RecordInShortProps {
  report: Report;
  /** where each part of the denominator is listed */
  links: Record<'resolved' | 'open' | 'overdue' | 'annulled', string>;
}

/** A record's verdict, its size and its whole denominator. */
export function RecordInShort({ report, links }: RecordInShortProps) {
  const size = sizeOf(report.n);
  const hasVerdict = (size === 'provisional' || size === 'full') && report.verdict.text !== '';
  const note = report.verdict.provisional && hasVerdict ? null : sizeNote(report.n);
  const scores = size === 'none' || size === 'few' ? [] : [skillInWords(report), brierInWords(report)];
  const parts = [
    [report.n, 'scored', links.resolved],
    [report.open, 'open', links.open],
    [report.overdue, 'overdue', links.overdue],
    [report.annulled, 'annulled', links.annulled],
  ] as const;
  return (
    <>
      {hasVerdict && <p class="verdict">{unbroken(report.verdict.text)}</p>}
      <p>{headline(report)}</p>
      {note && <p class="size-note">{note}</p>}
      {scores.length > 0 && (
        <ul class="scores" aria-label="Score">
          {scores.flatMap((line) => (line === null ? [] : <li key={line}>{line}</li>))}
        </ul>
      )}
      <p class="counts">
        <span class="counts-n">
          n{NBSP}={NBSP}
        </span>
        {parts.map(([n, word, link], i) => (
          <>
            {i > 0 && ' · '}
            <a href={link}>{`${grouped(n)}${NBSP}${word}`}</a>
          </>
        ))}
      </p>
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
