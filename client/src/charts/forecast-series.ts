import { medianSpans } from '../../../src/calibration/median-spans.js';
import type { Forecast, Scenario } from '../data.js';
import { dayMs } from '../words.js';
import type { XY } from './frame.js';

export const DAY_MS = 86_400_000;

export interface Series {
  forecaster: { slug: string; name: string };
  forecasts: Forecast[];
  /** steps: each number holds until the next one, the withdrawal, the outcome, the deadline or today */
  steps: XY[];
}

/** One stepped line per forecaster, in the order in which they first spoke. */
export function forecastSeries(scenario: Scenario, today: string): Series[] {
  const byForecaster = new Map<string, Forecast[]>();
  const ordered = [...scenario.forecasts].sort((a, b) => timeOf(a) - timeOf(b));
  for (const forecast of ordered) {
    const own = byForecaster.get(forecast.forecaster.slug);
    if (own) own.push(forecast);
    else byForecaster.set(forecast.forecaster.slug, [forecast]);
  }
  const end = standsUntil(scenario, today);
  return [...byForecaster.values()].map((forecasts) => ({
    forecaster: forecasts[0]!.forecaster,
    forecasts,
    steps: stepsOf(forecasts, end),
  }));
}

function stepsOf(forecasts: readonly Forecast[], end: number): XY[] {
  const steps: XY[] = [];
  forecasts.forEach((forecast, i) => {
    steps.push({ x: timeOf(forecast), y: forecast.probability });
    const next = forecasts[i + 1];
    const until = next ? timeOf(next) : end;
    const withdrawn = forecast.withdrawn
      ? Date.parse(forecast.withdrawn.recordedAt)
      : Number.POSITIVE_INFINITY;
    if (withdrawn <= until)
      steps.push({ x: withdrawn, y: forecast.probability }, { x: Number.NaN, y: Number.NaN });
    else if (!next && until > timeOf(forecast)) steps.push({ x: until, y: forecast.probability });
  });
  return steps;
}

/** When it was said. */
export const timeOf = (forecast: Forecast): number => Date.parse(forecast.statedAt);

/** The end of a day, in milliseconds: a deadline is the last day on which it can still happen. */
export const endOf = (iso: string): number => dayMs(iso) + DAY_MS;

function standsUntil(scenario: Scenario, today: string): number {
  const last = scenario.resolutions.at(-1);
  if (last && last.outcome !== 'reopened' && last.outcomeOn) return endOf(last.outcomeOn);
  return Math.min(endOf(scenario.deadline), endOf(today));
}

/**
 * The median of the forecasts that stand at each moment, where at least two forecasters have one; what was put to words
 * later has no part in it.
 *
 * @returns steps: the two ends of each stretch, and a gap where there is none
 */
export function crowdSteps(scenario: Scenario, today: string): XY[] {
  const end = standsUntil(scenario, today);
  const spans = forecastSeries(scenario, today).map(({ forecasts }) =>
    spansOf(
      forecasts.filter((forecast) => !forecast.reconstructed),
      end,
    ),
  );
  const opens = Math.min(...spans.flat().map(({ from }) => from));
  if (!(opens <= end)) return [];
  const window = { opens, closes: end, deadline: end, occurred: true };
  const medians = medianSpans(window, spans);
  return medians.flatMap(({ from, to, medianBp }, i) => {
    const stretch = [from, to].map((x) => ({ x, y: medianBp / 10_000 }));
    const next = medians[i + 1];
    return next && next.from > to ? [...stretch, { x: Number.NaN, y: Number.NaN }] : stretch;
  });
}

function spansOf(forecasts: readonly Forecast[], end: number) {
  return forecasts.flatMap((forecast, i) => {
    const next = forecasts[i + 1];
    const withdrawn = forecast.withdrawn ? Date.parse(forecast.withdrawn.recordedAt) : end;
    const from = timeOf(forecast);
    const to = Math.min(next ? timeOf(next) : end, withdrawn);
    return to > from ? [{ from, to, probabilityBp: Math.round(forecast.probability * 10_000) }] : [];
  });
}
