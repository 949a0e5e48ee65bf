import { scoreOverTime } from '../charts/score-over-time.js';
import type { OverTime } from '../data.js';
import { overTimeInWords, pointName } from '../record-words.js';
import { decimal, percent } from '../words.js';
import { ChartFigure } from './chart-figure.js';

/** The score over time: whether the forecasts get better, beside the simplest rival on the same predictions. */
export function OverTimeSection({ overTime }: { overTime: OverTime }) {
  const words = overTimeInWords(overTime);
  return (
    <section aria-labelledby="over-time">
      <h2 id="over-time">Score over time</h2>
      <p class="reading">{words}</p>
      {overTime.points.length < 2 ? (
        <p class="none">Too few days with an outcome for a chart.</p>
      ) : (
        <ChartFigure
          plots={[
            {
              name: 'over-time',
              label: `Score over time. ${words} The table below holds the same figures.`,
              build: (theme) => scoreOverTime(overTime, theme),
            },
          ]}
          table={{ title: 'The same as a table', content: <OverTimeTable overTime={overTime} /> }}
        />
      )}
    </section>
  );
}

function OverTimeTable({ overTime: { by, points } }: { overTime: OverTime }) {
  return (
    <div class="scroll" role="region" aria-label="Table of the score over time" tabIndex={0}>
      <table class="numbers">
        <caption>
          Average squared gap of the latest predictions, and of always quoting their base rate
        </caption>
        <thead>
          <tr>
            <th scope="col">{by === 'month' ? 'Month' : 'Up to'}</th>
            <th scope="col">n</th>
            <th scope="col">Squared gap</th>
            <th scope="col">Base rate</th>
            <th scope="col">Its squared gap</th>
          </tr>
        </thead>
        <tbody>
          {points.map(({ on, n, brierScore, baseRate, baseRateScore }) => (
            <tr key={on}>
              <th scope="row">{pointName(on)}</th>
              <td>{n}</td>
              <td>{decimal(brierScore)}</td>
              <td>{percent(baseRate)}</td>
              <td>{decimal(baseRateScore)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
