import type { BandPoint } from './consistency-band.js';
import type { Doubt } from './brier-bounds.js';
import type { CalibrationBin } from './calibration-bins.js';
import type { CurveBlock } from './corp-decomposition.js';
import type { Luck } from './luck.js';
import type { SharedSums } from './shared-sums.js';
import type { Tally } from './tally.js';
import type { Verdict } from './verdict.js';

/** A figure, or null with its reason under `undefined`. */
export type Figure = number | null;

/** Counts that stand beside every score, so that no denominator is hidden. */
export interface ReportCounts {
  /** Resolved scenarios with a counted forecast. */
  readonly scenarios: number;
  /** Those of them that occurred. */
  readonly scenariosOccurred: number;
  /** Resolved scenarios without a forecast that counts. */
  readonly unscored: number;
  readonly open: number;
  readonly overdue: number;
  readonly annulled: number;
  readonly withdrawn: number;
  readonly judged: number;
  readonly selfResolved: number;
  readonly resolvedEarly: number;
  readonly undated: number;
}

/** How one term's deadlines held: n resolved, of which `late` occurred after and `early` well before the deadline. */
export interface TermCounts {
  readonly term: string;
  readonly n: number;
  readonly late: number;
  readonly early: number;
}

/** The filters in force, as values, and in words. */
export type Selection = Record<string, unknown> & { text: string };

export interface ReportInput {
  readonly selection: Selection;
  readonly tally: Tally;
  /** With `weighted`: how many (forecaster, scenario) pairs the weights add up to. */
  readonly pairs?: number;
  /** The tally counts time weights, 10000 per pair, in place of forecasts. */
  readonly weighted?: boolean;
  readonly counts: ReportCounts;
  /** What forecasts on the same scenario share. Missing: each forecast has a scenario of its own. */
  readonly shared?: SharedSums;
  /** What could still go the other way, in the units of `tally`. */
  readonly doubt: Doubt;
  /**
   * By distance to the outcome: forecasts in the units of `tally`, and the sum of their squared gaps in ten-thousandths
   * squared. `toDays` null: no upper end.
   */
  readonly leadTime: readonly { fromDays: number; toDays: number | null; n: number; gaps: number }[];
  readonly terms: readonly TermCounts[];
  /** Where the parts that are drawn 1000 times come from; null leaves them out. Drawn anew if missing. */
  readonly luck?: ((tally: Tally, designEffect: number) => Luck) | null;
}

/** How any selection of counted forecasts held up. Numbers are unrounded; an undefined one is null. */
export interface Report {
  readonly selection: Selection;
  /** Scenarios, each in one of scored (occurred or not), open, overdue, annulled and unscored. */
  readonly predictions: {
    readonly scored: number;
    readonly occurred: number;
    readonly notOccurred: number;
    readonly open: number;
    readonly overdue: number;
    readonly annulled: number;
    readonly unscored: number;
  };
  readonly n: number;
  readonly occurred: number;
  readonly baseRate: Figure;
  readonly scenarios: number;
  readonly open: number;
  readonly overdue: number;
  readonly annulled: number;
  readonly withdrawn: number;
  readonly judged: number;
  readonly selfResolved: number;
  readonly resolvedEarly: number;
  readonly undated: number;
  readonly expectedOccurred: {
    readonly level: number;
    readonly sum: Figure;
    readonly low: Figure;
    readonly high: Figure;
  };
  readonly brierScore: Figure;
  readonly brierSkillScore: Figure;
  readonly logScore: Figure;
  readonly certainMisses: number;
  readonly sphericalScore: Figure;
  readonly sharpness: Figure;
  readonly auc: Figure;
  readonly bounds: { readonly best: Figure; readonly worst: Figure };
  readonly murphy: {
    readonly reliability: Figure;
    readonly resolutionComponent: Figure;
    readonly uncertainty: Figure;
  };
  readonly corp: {
    readonly miscalibration: Figure;
    readonly discrimination: Figure;
    readonly uncertainty: Figure;
    readonly curve: readonly CurveBlock[];
  };
  readonly expectedUnderCalibration: {
    readonly miscalibration: { readonly mean: Figure; readonly p95: Figure };
    readonly calibrationError: { readonly mean: Figure; readonly p95: Figure };
  };
  readonly calibrationError: Figure;
  readonly bins: readonly CalibrationBin[];
  readonly consistencyBand: { readonly level: number; readonly points: readonly BandPoint[] | null };
  readonly spiegelhalter: { readonly z: Figure; readonly pValue: Figure };
  readonly recalibration: { readonly intercept: Figure; readonly slope: Figure };
  readonly leadTime: readonly {
    readonly fromDays: number;
    readonly toDays: number | null;
    readonly n: number;
    readonly brierScore: Figure;
  }[];
  readonly terms: readonly TermCounts[];
  readonly verdict: Verdict;
  /** Dotted name of each figure that is null → why. An empty bin has one entry for all of its figures: `bins.3`. */
  readonly undefined: Readonly<Record<string, string>>;
}
