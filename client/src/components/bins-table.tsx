import type { Bin } from '../data.js';
import type { RecordQuery } from '../page-data.js';
import { binLink } from '../links.js';
import { binName, intervalOf, percent, range } from '../words.js';

/** The diagram's data. An empty bin says so; it has no share. */
export function BinsTable({ bins, query }: { bins: readonly Bin[]; query?: RecordQuery }) {
  return (
    <div
      class="scroll"
      role="region"
      aria-label="Table of what was said and how often it happened"
      tabIndex={0}
    >
      <table class="numbers">
        <caption>What was said in n forecasts, how often it happened, and its 90&nbsp;% range</caption>
        <thead>
          <tr>
            <th scope="col">Said</th>
            <th scope="col">n</th>
            <th scope="col">Average</th>
            <th scope="col">Happened</th>
            <th scope="col">Share</th>
            <th scope="col">Range</th>
          </tr>
        </thead>
        <tbody>
          {bins.map((bin) => (
            <tr key={bin.from}>
              <th scope="row">
                {bin.n > 0 && query ? <a href={binLink(query, bin)}>{binName(bin)}</a> : binName(bin)}
              </th>
              {bin.n === 0 || bin.meanForecast === null || bin.observed === null ? (
                <td colSpan={5} class="none">
                  no forecasts
                </td>
              ) : (
                <>
                  <td>{bin.n}</td>
                  <td>{percent(bin.meanForecast)}</td>
                  <td>{bin.occurred}</td>
                  <td>{percent(bin.observed)}</td>
                  <td>{rangeOf(bin)}</td>
                </>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function rangeOf(bin: Bin): string {
  const interval = intervalOf(bin);
  return interval ? range(interval) : '';
}
