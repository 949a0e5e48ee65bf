import type { Report } from '../data.js';
import { addressOf, filtersOf } from '../links.js';
import type { ListState, RecordQuery } from '../page-data.js';
import { grouped, NBSP } from '../words.js';

/** The whole denominator, each part a link to its list. */
export function Counts({ report, query }: { report: Report; query: RecordQuery }) {
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
          <a href={addressOf('/record', filtersOf(query), { state })}>{`${grouped(n)}${NBSP}${word}`}</a>
        </>
      ))}
    </p>
  );
}
