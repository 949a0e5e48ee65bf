import type { Report } from '../data.js';
import { addressOf, filtersOf } from '../links.js';
import type { ListState, RecordQuery } from '../page-data.js';
import { denominator } from '../record-words.js';
import { brierInWords, grouped, NBSP, skillInWords } from '../words.js';

/** Where each part of the denominator is listed. */
export type CountLinks = Record<ListState | 'unscored', string>;

/** The lists of a selection, on the page of the record. */
export const listsOf = (query: RecordQuery): CountLinks => {
  const list = (state?: ListState) => addressOf('/record', filtersOf(query), { state });
  return {
    resolved: list(),
    open: list('open'),
    overdue: list('overdue'),
    annulled: list('annulled'),
    unscored: addressOf('/record', filtersOf(query), { only: 'unscored' }),
  };
};

/** The whole denominator, each part a link to its list. */
export function Counts({ report, links }: { report: Report; links: CountLinks }) {
  return (
    <p class="counts">
      <span class="counts-n">Predictions: </span>
      {denominator(report).map(([n, words, list], i) => (
        <>
          {i > 0 && ' · '}
          <a href={links[list]}>{`${grouped(n)}${NBSP}${words}`}</a>
        </>
      ))}
    </p>
  );
}

/** The score in words. */
export function Scores({ report }: { report: Report }) {
  const lines = [skillInWords(report), brierInWords(report)].filter((line) => line !== null);
  return (
    <ul class="scores" aria-label="Score">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
