import { useState } from 'preact/hooks';
import { forecastHistogram } from '../charts/forecast-histogram.js';
import { HISTOGRAM_SIZE, RELIABILITY_SIZE } from '../charts/sizes.js';
import { reliabilityDiagram } from '../charts/reliability-diagram.js';
import { tellingBin } from '../../../src/calibration/telling-bin.js';
import type { Report } from '../data.js';
import type { RecordQuery } from '../page-data.js';
import type { PlacedPoint } from '../charts/placed-points.js';
import { addressOf, binLink, filtersOf, pictureLink } from '../links.js';
import { binInWords, count, headline, percent, unbroken } from '../words.js';
import { BinsTable } from './bins-table.js';
import { ChartFigure } from './chart-figure.js';
import { PointLinks } from './point-links.js';
import { Statisticians } from './statisticians.js';

export interface ReliabilitySectionProps {
  report: Report;
  /** The filters in force: points and rows lead to their forecasts. Missing where there is no such page. */
  query?: RecordQuery;
  /** The diagram is drawn anew when this changes, where the report can. */
  revision?: string;
}

/** The reliability diagram with its table, how to read it, and what only a statistician wants. */
export function ReliabilitySection({ report, query, revision = '' }: ReliabilitySectionProps) {
  const [statistician, setStatistician] = useState(false);
  const [points, setPoints] = useState<PlacedPoint[]>([]);
  const onPlaced = (now: PlacedPoint[]) =>
    setPoints((before) => (JSON.stringify(before) === JSON.stringify(now) ? before : now));
  const verdict = unbroken(report.verdict.text || headline(report));
  return (
    <section aria-labelledby="diagram">
      <h2 id="diagram">Said, and happened</h2>
      <div class="beside">
        <ChartFigure
          variant={`${statistician ? 'statistician' : 'plain'} ${revision}`}
          plots={[
            {
              name: 'reliability',
              label: `Reliability diagram. ${verdict} The table below holds the same figures.`,
              ...(query && {
                picture: { address: pictureLink('reliability', query), size: RELIABILITY_SIZE },
              }),
              build: (theme) =>
                reliabilityDiagram(report, theme, {
                  statistician,
                  ...(query && { onBin: (bin) => location.assign(binLink(query, bin)), onPlaced }),
                }),
              ...(query && { over: <PointLinks points={points} query={query} /> }),
            },
            {
              name: 'histogram',
              label: `Histogram: how many of the ${report.n} forecasts fell into each tenth. The table below holds the same figures.`,
              ...(query && { picture: { address: pictureLink('histogram', query), size: HISTOGRAM_SIZE } }),
              build: (theme) => forecastHistogram(report, theme),
            },
          ]}
          table={{
            title: 'The same as a table',
            content: <BinsTable bins={report.bins} {...(query && { query })} />,
          }}
        >
          {query && <Elsewhere query={query} />}
        </ChartFigure>
        <HowToRead report={report} />
      </div>
      <Statisticians report={report} onToggle={setStatistician} />
    </section>
  );
}

/** The same figures in other forms. */
function Elsewhere({ query }: { query: RecordQuery }) {
  const filters = filtersOf(query);
  return (
    <p class="elsewhere">
      The forecasts behind a point: click it, or press Enter on it. The same as{' '}
      <a href={addressOf('/calibration.csv', filters)}>CSV</a>,{' '}
      <a href={addressOf('/calibration.json', filters)}>JSON</a>,{' '}
      <a href={addressOf('/pictures/reliability.png', filters)}>a picture</a>,{' '}
      <a href={addressOf('/embed/calibration', filters)}>to embed</a>.
    </p>
  );
}

function HowToRead({ report }: { report: Report }) {
  const example = tellingBin(report.bins, report.verdict.status);
  return (
    <div class="reading">
      <h3>How to read this</h3>
      <p>
        Every forecast on record is put with the others of about the same probability. A point shows how often
        such forecasts came true. On the dashed line it happened as often as was said; below it, less often
        (overconfident); above it, more often (underconfident).
      </p>
      {example && (
        <p>
          <strong>The point that shows the verdict:</strong> {binInWords(example)}
        </p>
      )}
      <ul>
        <li>
          The number beside a point says how many forecasts it stands for. A hollow point has fewer than five.
        </li>
        <li>Bar: where the true share probably lies (90%). Fewer forecasts, longer bar.</li>
        <li>With ten points, expect about one outside its bar by chance.</li>
        {report.baseRate !== null && (
          <li>
            The dotted line is the base rate: {percent(report.baseRate)} of all these predictions came true.
          </li>
        )}
      </ul>
      {report.scenarios < report.n && (
        <p>
          {count(report.n, 'forecast')} on {count(report.scenarios, 'prediction')}: forecasters of the same
          prediction share its outcome, and the ranges allow for that.
        </p>
      )}
    </div>
  );
}
