import type { components } from './api/schema.js';
import type { Kind, Term } from './data.js';

/** A figure, or null with its reason under `undefined`. */
export type Figure = number | null;

export interface Bin {
  from: number;
  to: number;
  n: number;
  occurred: number;
  meanForecast: Figure;
  observed: Figure;
  interval: { level: number; low: Figure; high: Figure };
}
export interface CorpBlock {
  from: number;
  to: number;
  n: number;
  occurred: number;
  observed: number;
}
export interface BandPoint {
  forecast: number;
  low: number;
  high: number;
}
export interface Selection {
  kind?: Kind | null;
  text: string;
  [filter: string]: unknown;
}
export interface MeanAndTail {
  mean: Figure;
  p95: Figure;
}
export interface Report {
  selection: Selection;
  n: number;
  occurred: number;
  baseRate: Figure;
  scenarios: number;
  open: number;
  overdue: number;
  annulled: number;
  withdrawn: number;
  judged: number;
  selfResolved: number;
  resolvedEarly: number;
  undated: number;
  expectedOccurred: { sum: Figure; low: Figure; high: Figure };
  brierScore: Figure;
  brierSkillScore: Figure;
  logScore: Figure;
  certainMisses: number;
  sphericalScore: Figure;
  sharpness: Figure;
  auc: Figure;
  bounds: { best: Figure; worst: Figure };
  murphy: { reliability: Figure; resolutionComponent: Figure; uncertainty: Figure };
  corp: { miscalibration: Figure; discrimination: Figure; uncertainty: Figure; curve: readonly CorpBlock[] };
  expectedUnderCalibration: { miscalibration: MeanAndTail; calibrationError: MeanAndTail };
  calibrationError: Figure;
  bins: readonly Bin[];
  consistencyBand: { level: number; points: readonly BandPoint[] | null };
  spiegelhalter: { z: Figure; pValue: Figure };
  recalibration: { intercept: Figure; slope: Figure };
  leadTime: readonly { fromDays: number; toDays: number | null; n: number; brierScore: Figure }[];
  terms: readonly { term: Term; n: number; late: number; early: number }[];
  verdict: {
    status: 'insufficient' | 'calibrated' | 'overconfident' | 'underconfident' | 'biasedHigh' | 'biasedLow';
    provisional: boolean;
    text: string;
  };
  /** Dotted name of each figure that is null, and why. */
  undefined: Readonly<Record<string, string>>;
}

/** One part of a selection, with what pages show of its report. */
export interface Group {
  key: string;
  title: string;
  report: Pick<
    Report,
    | 'n'
    | 'occurred'
    | 'baseRate'
    | 'brierScore'
    | 'brierSkillScore'
    | 'calibrationError'
    | 'expectedUnderCalibration'
    | 'bins'
    | 'verdict'
  >;
}

/** The Brier score of the last `window` forecasts, as it rolled along. */
export type OverTime = components['schemas']['OverTime'];
