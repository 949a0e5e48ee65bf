import type { RandomSource } from '../src/calibration/index.js';
import { addDays, type Day, daysBetween } from '../src/days.js';
import { FORECASTERS } from './world.js';

/** What one forecaster says of one scenario: a forecast, for some a revision, for a few a withdrawal. */
export interface Opinion {
  forecaster: number;
  forecasts: PlannedForecast[];
  withdrawnAt: string | null;
}

export interface PlannedForecast {
  recordedAt: string;
  /** Earlier than `recordedAt` where it is archival. */
  statedAt: string;
  probabilityBp: number;
}

interface Circumstances {
  draw: RandomSource;
  /** How likely it truly is. */
  truth: number;
  /** The day on which it is settled: nothing is said from then on. */
  until: Day;
  count: number;
}

/** Forecasters are picked by steps that reach all of them before any comes twice. */
const STEPS = [1, 3, 7, 9, 11, 13, 17, 19, 21, 23, 27, 29, 31, 33, 37, 39];
const DAYS_OF_FIRST_FORECASTS = 10;

export function opinionsOf(
  scenario: { openedOn: Day; openedAt: string },
  { draw, truth, until, count }: Circumstances,
): Opinion[] {
  const start = Math.floor(draw() * FORECASTERS);
  const step = STEPS[Math.floor(draw() * STEPS.length)]!;
  const opinions: Opinion[] = [];
  for (let index = 0; index < count; index += 1) {
    const forecaster = (start + index * step) % FORECASTERS;
    const day = addDays(scenario.openedOn, Math.floor(draw() * DAYS_OF_FIRST_FORECASTS));
    // A scenario is opened with its first forecast.
    const recordedAt = index === 0 ? scenario.openedAt : `${day}T${timeOfDay(draw)}`;
    const isArchival = draw() < 0.04 && index > 0;
    const statedAt = isArchival ? `${addDays(day, -1)}T07:00:00.000Z` : recordedAt;
    const first = { recordedAt, statedAt, probabilityBp: said(forecaster, truth, draw) };
    if (recordedAt.slice(0, 10) >= until && index > 0) continue;
    opinions.push({ forecaster, ...afterwards(first, { forecaster, truth, until, draw }) });
  }
  return opinions;
}

/** One in seven is revised, one in a hundred withdrawn, each some time before it is settled. */
function afterwards(
  first: PlannedForecast,
  { forecaster, truth, until, draw }: Omit<Circumstances, 'count'> & { forecaster: number },
): Pick<Opinion, 'forecasts' | 'withdrawnAt'> {
  const [revised, withdrawn] = [draw() < 0.15, draw() < 0.01];
  const day = first.recordedAt.slice(0, 10);
  const left = daysBetween(day, until);
  if (left < 4) return { forecasts: [first], withdrawnAt: null };
  const later = (share: number) => `${addDays(day, 1 + Math.floor((left - 2) * share))}T`;
  const at = `${later(draw() / 2)}${timeOfDay(draw)}`;
  const second = { recordedAt: at, statedAt: at, probabilityBp: said(forecaster, truth, draw) };
  return {
    forecasts: revised ? [first, second] : [first],
    withdrawnAt: withdrawn ? `${later(0.5 + draw() / 2)}20:30:00.000Z` : null,
  };
}

/** Two decimals, said with a little too much confidence, more or less of it by forecaster. */
function said(forecaster: number, truth: number, draw: RandomSource): number {
  const confidence = 1 + (forecaster % 7) / 20;
  const noise = 0.8 * (draw() + draw() + draw() - 1.5);
  const logit = confidence * Math.log(truth / (1 - truth)) + noise;
  return Math.round(100 / (1 + Math.exp(-logit))) * 100;
}

/** Between nine and eight in UTC, so that it is the same day in all zones of the topics. */
function timeOfDay(draw: RandomSource): string {
  const second = Math.floor(draw() * 11 * 3600);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(9 + Math.floor(second / 3600))}:${two(Math.floor(second / 60) % 60)}:${two(second % 60)}.000Z`;
}
