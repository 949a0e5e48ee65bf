import type { Report } from '../data.js';
import { scenarioLink, binLink } from '../links.js';
import type { MethodPageData } from '../page-data.js';
import {
  binName,
  count,
  day,
  decimal,
  intervalOf,
  OUTCOME_WORDS,
  percent,
  range,
  saidPercent,
} from '../words.js';

/** The method on this very record: one prediction that counts, and one point of the diagram as it stands today. */
export function WorkedExample({ item, report }: NonNullable<MethodPageData['example']>) {
  const { scenario, probability, outcome, outcomeOn, forecaster } = item;
  const happened = outcome === 'occurred' ? 1 : 0;
  const gap = Math.abs((probability ?? 0) - happened);
  const bin = fullest(report.bins);
  return (
    <section aria-labelledby="example" class="worked">
      <h2 id="example">Worked through on this record</h2>
      <h3>One prediction</h3>
      <p>
        {forecaster?.name ?? 'A person'} said {saidPercent(probability ?? 0)}:{' '}
        <a href={scenarioLink(scenario.id)}>{scenario.statement}</a>
      </p>
      <p>
        {outcome && OUTCOME_WORDS[outcome]}
        {outcomeOn && <> on {day(outcomeOn)}</>}, which is {happened}. The gap is |
        {decimal(probability ?? 0, 4)} − {happened}| = {decimal(gap, 4)}; squared, {decimal(gap * gap, 4)}.
        That is its score.
      </p>
      {report.brierScore !== null && (
        <p>
          The average over all {count(report.n, 'counted prediction')} is {decimal(report.brierScore, 4)}: the
          Brier score of this record.
        </p>
      )}
      {bin && (
        <>
          <h3>One point of the diagram</h3>
          <p>
            <a href={binLink({}, bin)}>{count(bin.n, 'forecast')}</a> lay in {binName(bin)}, on average{' '}
            {percent(bin.meanForecast, 1)}: there the point stands from left to right. {bin.occurred} of them
            came true, {bin.occurred} ÷ {bin.n} = {percent(bin.observed, 1)}: there it stands from bottom to
            top.
          </p>
          <p>
            Its bar is Wilson’s interval at {percent(bin.level)} for {bin.occurred} of {bin.n}
            {report.scenarios < report.n &&
              ', taken as fewer forecasts because forecasters of one prediction share its outcome'}
            : <b>{range(bin)}</b>. If the true rate lay outside it, a share as far off as this one would be
            rare. The dashed line at {percent(bin.meanForecast, 1)} lies{' '}
            {bin.meanForecast >= bin.low && bin.meanForecast <= bin.high
              ? 'within it: the gap is small enough to be chance.'
              : 'outside it: so large a gap is hardly chance alone.'}
          </p>
        </>
      )}
    </section>
  );
}

/** The bin with the most forecasts, with its range; null where nothing is counted. */
function fullest(bins: Report['bins']) {
  const [bin] = [...bins].sort((a, b) => b.n - a.n);
  const interval = bin && intervalOf(bin);
  if (!interval || bin.meanForecast === null || bin.observed === null) return null;
  return { ...bin, ...interval, meanForecast: bin.meanForecast, observed: bin.observed };
}
