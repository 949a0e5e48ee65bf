import {
  baselineScore,
  BP,
  medianOverTime,
  peerScores,
  quantileOfSorted,
  type ScenarioWindow,
  type Span,
  timeAveragedBrier,
} from '../calibration/index.js';
import { startOfDay } from '../days.js';
import {
  type CountedPart,
  type CountingForecast,
  countingForecasts,
  type CountingScope,
  type ForecastFact,
  type RecordsFilter,
  type Vantage,
  VANTAGES,
} from '../forecasts/counting.js';

/** What decides over which time a scenario is scored, and by which outcome. */
export interface ScoredScenario extends CountingScope {
  openedOn: string;
  /** The instant at which its deadline has passed. */
  closesAt: string;
  /** Null until it is resolved, and where it was annulled. */
  occurred: number | null;
}

/** What counts of one forecaster, in one view. */
export type Counted = Pick<CountedPart, 'vantage' | 'records' | 'probabilityBp'>;

/** How the forecasts of one forecaster did for as long as they stood; all null where nothing is to be scored. */
export interface OverTime {
  records: RecordsFilter;
  timeAveragedBrier: number | null;
  coverage: number | null;
  baselineScore: number | null;
  peerScore: number | null;
}

/** The median of what counts at a vantage, of two forecasters or more. */
export interface CrowdMedian {
  vantage: Vantage;
  records: RecordsFilter;
  forecasters: number;
  probability: number;
  brierScore: number | null;
  coverage: number | null;
}

/**
 * The scores over time of some forecasters of a scenario, and their medians. With archival forecasts (`all`) only where
 * that makes a difference.
 *
 * @param forecasters what each has said of it
 * @param counted what counts of it at each vantage, as it is counted for reports
 * @returns `overTime` in the order of the forecasters: nothing for one of whose forecasts none counts
 */
export function scenarioScores(
  scenario: ScoredScenario,
  forecasters: readonly (readonly ForecastFact[])[],
  counted: readonly Counted[],
): { overTime: OverTime[][]; crowd: CrowdMedian[] } {
  const counting = forecasters.map((own) => countingForecasts(own, scenario));
  const scoresOf = (records: RecordsFilter) => {
    const spans = counting.map((own) => spansOfCounting(own[records]));
    const own = counted.filter((one) => one.records === records);
    return {
      overTime: overTimeOf(scenario, spans).map((one) => one && { records, ...one }),
      crowd: VANTAGES.map((vantage) => {
        const median = medianOf(scenario, vantage, own, spans);
        return median && { vantage, records, ...median };
      }),
    };
  };
  const live = scoresOf('live');
  const all = counting.every((own) => own.all.length === own.live.length) ? live : scoresOf('all');
  return {
    overTime: forecasters.map((_, who) => whereChanged(live.overTime[who]!, all.overTime[who]!)),
    crowd: VANTAGES.flatMap((_, index) => whereChanged(live.crowd[index]!, all.crowd[index]!)),
  };
}

/**
 * From the beginning of the day on which it was opened, for everyone alike: what was said before counts from there, as an
 * archival forecast must not move the scores of the live ones. Until the outcome was known: its instant, else the beginning
 * of its day, of which no live forecast counts; for what had not occurred by its deadline, the end of the deadline.
 */
export function windowOf(scenario: ScoredScenario): ScenarioWindow {
  const deadline = Date.parse(scenario.closesAt);
  const closes = Math.min(outcomeTime(scenario), deadline);
  const opens = Math.min(startOfDay(scenario.openedOn, scenario.zone).getTime(), closes);
  return { opens, closes, deadline, occurred: scenario.occurred === 1 };
}

function outcomeTime(scenario: ScoredScenario): number {
  const { outcomeAt, outcomeOn, occurred, deadline, closesAt, zone } = scenario;
  if (outcomeAt !== null) return Date.parse(outcomeAt);
  if (outcomeOn === null || (occurred === 0 && outcomeOn === deadline)) return Date.parse(closesAt);
  return startOfDay(outcomeOn, zone).getTime();
}

/** The times in which forecasts that count stood: until the next one or a withdrawal, the last one without end. */
export function spansOfCounting(counting: readonly CountingForecast[]): Span[] {
  return counting.map(({ at, withdrawnAt, probabilityBp }, index) => {
    const from = Date.parse(at);
    const ends = [counting[index + 1]?.at, withdrawnAt].map((end) => (end ? Date.parse(end) : Infinity));
    // The clock may have jumped back between a forecast and its withdrawal.
    return { from, to: Math.max(from, Math.min(...ends)), probabilityBp };
  });
}

/** One for each forecaster; null for one without a forecast. */
function overTimeOf(scenario: ScoredScenario, forecasters: readonly Span[][]) {
  const window = windowOf(scenario);
  const isScored = scenario.occurred !== null;
  const hasPeers = forecasters.filter((spans) => spans.length > 0).length > 1;
  const peers = isScored && hasPeers ? peerScores(window, forecasters) : [];
  return forecasters.map((spans, who): Omit<OverTime, 'records'> | null => {
    if (spans.length === 0) return null;
    if (!isScored) return { timeAveragedBrier: null, coverage: null, baselineScore: null, peerScore: null };
    const { score, coverage } = timeAveragedBrier(window, spans);
    return {
      ...{ timeAveragedBrier: score, coverage },
      baselineScore: baselineScore(window, spans).score,
      peerScore: peers[who]?.score ?? null,
    };
  });
}

/** At the first and the last the middle of one forecast each; over time the middle of those that stood together. */
function medianOf(
  scenario: ScoredScenario,
  vantage: Vantage,
  counted: readonly Counted[],
  forecasters: readonly Span[][],
): Omit<CrowdMedian, 'vantage' | 'records'> | null {
  const { occurred } = scenario;
  if (vantage === 'timeWeighted') {
    const median = medianOverTime(windowOf(scenario), forecasters);
    if (median.probability === null) return null;
    return {
      ...{ forecasters: median.forecasters, probability: median.probability },
      brierScore: occurred === null ? null : median.score,
      coverage: occurred === null ? null : median.coverage,
    };
  }
  const said = counted.filter((one) => one.vantage === vantage).map((one) => one.probabilityBp);
  if (said.length < 2) return null;
  const bp = quantileOfSorted(
    said.sort((a, b) => a - b),
    0.5,
  );
  return {
    forecasters: said.length,
    probability: bp / BP,
    brierScore: occurred === null ? null : (bp - BP * occurred) ** 2 / BP ** 2,
    coverage: null,
  };
}

/** What live forecasts give, and what all give where it is something else. */
function whereChanged<T extends { records: RecordsFilter }>(live: T | null, all: T | null): T[] {
  const changed = all !== null && JSON.stringify({ ...all, records: 'live' }) !== JSON.stringify(live);
  return [live, changed ? all : null].filter((one) => one !== null);
}
