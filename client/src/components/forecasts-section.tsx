import { crowdSteps, forecastSeries } from '../charts/forecast-series.js';
import { MEDIAN, probabilityOverTime } from '../charts/probability-over-time.js';
import { OVER_TIME_SIZE } from '../charts/sizes.js';
import { SERIES_DASHES, SERIES_SHAPES } from '../charts/theme.js';
import type { Forecast, Scenario } from '../data.js';
import { forecasterLink } from '../story-links.js';
import { count, instant, saidPercent, shortDay } from '../words.js';
import { ChartFigure } from './chart-figure.js';

/** Who said what when: the line over time, and every forecast with its reason. */
export function ForecastsSection({ scenario, today }: { scenario: Scenario; today: string }) {
  const { forecasts, evidence } = scenario;
  const series = forecastSeries(scenario, today);
  const crowd = crowdSteps(scenario, today).filter(({ x }) => Number.isFinite(x));
  if (forecasts.length === 0)
    return (
      <section aria-labelledby="said">
        <h2 id="said">What was said</h2>
        <p class="none">No forecast is on record.</p>
      </section>
    );
  const label = `Probability over time: ${series
    .map(
      ({ forecaster, forecasts: own }) =>
        `${forecaster.name} from ${saidPercent(own[0]!.probability)} to ${saidPercent(own.at(-1)!.probability)}`,
    )
    .concat(
      crowd.length > 0
        ? `the median of all from ${saidPercent(crowd[0]!.y)} to ${saidPercent(crowd.at(-1)!.y)}`
        : [],
    )
    .join('; ')}. The table below holds the same figures.`;
  return (
    <section aria-labelledby="said">
      <h2 id="said">What was said</h2>
      <ChartFigure
        plots={[
          {
            ...{ name: 'time', label, build: (theme) => probabilityOverTime(scenario, theme, today) },
            picture: { address: `/pictures/over-time/${scenario.id}.png`, size: OVER_TIME_SIZE },
          },
        ]}
      >
        <figcaption>
          {series.length > 1 && (
            <ul class="legend">
              {series.map(({ forecaster }, i) => (
                <li key={forecaster.slug}>
                  <Swatch index={i} /> {forecaster.name}
                </li>
              ))}
              {crowd.length > 0 && (
                <li>
                  <MedianSwatch /> {MEDIAN}
                </li>
              )}
            </ul>
          )}
          {evidence.length > 0 && (
            <>
              <p>Diamonds are events, on the day that they happened:</p>
              <ol class="legend legend-events">
                {evidence.map(({ event }, i) => (
                  <li key={i}>
                    <span class="diamond">{i + 1}</span> <a href={`#event-${event.id}`}>{event.headline}</a>,{' '}
                    {shortDay(event.occurredOn)}
                  </li>
                ))}
              </ol>
            </>
          )}
          {forecasts.some((f) => f.archival) && (
            <p>A hollow point is archival: written down later than it was said.</p>
          )}
        </figcaption>
      </ChartFigure>
      <div class="scroll" role="region" aria-label="All forecasts" tabIndex={0}>
        <table class="forecasts">
          <caption>{count(forecasts.length, 'forecast')} on record, oldest first</caption>
          <thead>
            <tr>
              <th scope="col">Said</th>
              <th scope="col">Who, when</th>
              <th scope="col">Why</th>
            </tr>
          </thead>
          <tbody>
            {[...forecasts]
              .sort((a, b) => Date.parse(a.statedAt) - Date.parse(b.statedAt))
              .map((forecast) => (
                <Row
                  key={`${forecast.forecaster.slug}/${forecast.recordedAt}/${forecast.statedAt}`}
                  {...forecast}
                />
              ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Row(forecast: Forecast) {
  const { forecaster, probability, statedAt, recordedAt, archival, withdrawn, errata, loggedBy } = forecast;
  return (
    <tr>
      <th scope="row">{saidPercent(probability)}</th>
      <td>
        <a href={forecasterLink(forecaster.slug)}>{forecaster.name}</a>
        <br />
        <time dateTime={statedAt}>{instant(statedAt)}</time>
        {loggedBy && loggedBy !== forecaster.name && <span class="note">taken down by {loggedBy}</span>}
        {archival && (
          <span class="note">
            <em class="archival">archival</em>: written down {instant(recordedAt)}
          </span>
        )}
        {forecast.reconstructed && (
          <span class="note">
            <em class="archival">reconstructed</em>: the number was put to the words later; never scored
            {forecast.reconstruction && <q>{forecast.reconstruction.words}</q>}
          </span>
        )}
        {withdrawn && (
          <span class="note">
            withdrawn {instant(withdrawn.recordedAt)}
            {withdrawn.reason && `: ${withdrawn.reason}`}
          </span>
        )}
        {errata.map((erratum) => (
          <span class="note" key={erratum.recordedAt}>
            corrected {instant(erratum.recordedAt)}: {erratum.field} first stood as <s>{erratum.was}</s>,
            became {erratum.became}. {erratum.proof}
          </span>
        ))}
      </td>
      <td>{forecast.rationale ?? <span class="none">no reason given</span>}</td>
    </tr>
  );
}

function MedianSwatch() {
  return (
    <svg class="swatch swatch-median" viewBox="0 0 36 12" width="36" height="12" aria-hidden="true">
      <path class="broad" d="M0 6H36" />
      <path d="M14 2 22 10M22 2 14 10" />
    </svg>
  );
}

function Swatch({ index }: { index: number }) {
  const shape = SERIES_SHAPES[index % SERIES_SHAPES.length];
  return (
    <svg class={`swatch swatch-${index % 5}`} viewBox="0 0 36 12" width="36" height="12" aria-hidden="true">
      <path d="M0 6H36" stroke-dasharray={SERIES_DASHES[index % SERIES_DASHES.length]!.join(' ')} />
      {shape === 'circle' && <circle cx="18" cy="6" r="4" />}
      {shape === 'rect' && <rect x="14" y="2" width="8" height="8" />}
      {shape === 'triangle' && <path class="solid" d="M18 1 23 10H13Z" />}
      {shape === 'rectRot' && <path class="solid" d="M18 1 23 6 18 11 13 6Z" />}
      {shape === 'star' && <path d="M18 1V11M13 6H23M14.5 2.5 21.5 9.5M21.5 2.5 14.5 9.5" />}
    </svg>
  );
}
