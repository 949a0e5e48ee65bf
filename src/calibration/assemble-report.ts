import { areaUnderCurve } from './area-under-curve.js';
import { brierBounds } from './brier-bounds.js';
import { brierScore } from './brier-score.js';
import { brierSkillScore } from './brier-skill-score.js';
import { LEVEL, calibrationBins } from './calibration-bins.js';
import { calibrationError } from './calibration-error.js';
import { certainMisses } from './certain-misses.js';
import { corpDecomposition } from './corp-decomposition.js';
import { coxRecalibration } from './cox-recalibration.js';
import { COUNT_LEVEL, expectedOccurred } from './expected-occurred.js';
import { groupsOf, orderedTally } from './groups-of.js';
import { logScore } from './log-score.js';
import { luckOf } from './luck.js';
import { murphyDecomposition } from './murphy-decomposition.js';
import { recalibrationObstacle } from './recalibration-obstacle.js';
import type { Report, ReportInput } from './report.js';
import { chanceSums } from './shared-sums.js';
import { sharpness } from './sharpness.js';
import { sphericalScore } from './spherical-score.js';
import { spiegelhalterTest } from './spiegelhalter-test.js';
import { BP, PAIR_WEIGHT } from './tally.js';
import { totalsOf } from './totals-of.js';
import { evidenceOf, verdict } from './verdict.js';

const EMPTY = 'no forecasts counted';
const ONE_CLASS = 'only one outcome class';
const WEIGHTED = 'parts of one forecast share an outcome, so its time-weighted parts are not independent';
const CERTAIN = 'only forecasts of 0 or 100%';
const NO_GAP = 'only forecasts of 0, 50 or 100%';
const NO_GAP_SHARED = 'the mean forecast of every scenario is 0, 50 or 100%';
const NOT_DRAWN = 'resampling was left out';

/**
 * The one report: everything that is said about a selection of counted forecasts, as a function of its tally. No
 * forecasts give a report with n 0, not an error.
 *
 * Forecasts of one scenario share its outcome: `shared` is what ranges and tests need beyond the tally to treat the
 * scenario, not the forecast, as what chance draws.
 *
 * With `weighted`, the tally counts 10000 per (forecaster, scenario) pair: n counts pairs, and what supposes whole
 * forecasts (expected values, bands, Spiegelhalter, recalibration, hence the verdict) is null.
 *
 * @throws RangeError where the tally is none, or the weights do not add up to `pairs`.
 * @example assembleReport({ selection: { text: 'all' }, tally: tallyOf([[7000, true]]), counts: { scenarios: 1, scenariosOccurred: 1, unscored: 0, open: 0, overdue: 0, annulled: 0, withdrawn: 0, judged: 0, selfResolved: 0, resolvedEarly: 0, undated: 0 }, doubt: NO_DOUBT, leadTime: [], terms: [] }).brierScore // => 0.09
 */
export function assembleReport(input: ReportInput): Report {
  const { counts, weighted = false, luck: drawLuck = luckOf } = input;
  const groups = groupsOf(input.tally);
  const tally = orderedTally(groups); // checked and sorted once, not by every score
  const unit = weighted ? PAIR_WEIGHT : 1;
  const totals = totalsOf(groups);
  if (weighted && totals.n !== (input.pairs ?? 0) * PAIR_WEIGHT) {
    throw new RangeError(`${input.pairs ?? 0} pairs should weigh 10000 each, not ${totals.n} together`);
  }
  const n = totals.n / unit;
  const occurred = totals.occurred / unit;
  const oneClass = n === 0 ? EMPTY : ONE_CLASS;
  const supposing = weighted ? WEIGHTED : EMPTY;
  const drawing = weighted ? WEIGHTED : drawLuck ? EMPTY : NOT_DRAWN;

  const murphy = murphyDecomposition(tally);
  const corp = corpDecomposition(tally);
  const bounds = brierBounds(tally, input.doubt);
  const chance = weighted ? null : chanceSums(tally, input.shared);
  const expected = weighted ? null : expectedOccurred(tally, input.shared);
  const spiegelhalter = weighted ? null : spiegelhalterTest(tally, input.shared);
  const recalibration = weighted ? null : coxRecalibration(tally);
  const drawn = chance === null || !drawLuck ? null : drawLuck(tally, chance.designEffect);
  const luck = drawn?.expected ?? null;
  // Of averages over time, the forecasters of a scenario are taken to agree: then no range is too narrow.
  const designEffect = chance?.designEffect ?? Math.max(1, n / Math.max(1, counts.scenarios));
  const bins = calibrationBins(tally, unit, designEffect);

  const reasons: Record<string, string> = {};
  /** Writes the reason down where the figure is undefined. */
  const why = <T>(value: T | null | undefined, name: string, reason: string): T | null => {
    if (value !== null && value !== undefined) return value;
    reasons[name] = reason;
    return null;
  };
  const noGap = n > counts.scenarios ? NO_GAP_SHARED : NO_GAP;
  const reasonOfTest = weighted ? WEIGHTED : n === 0 ? EMPTY : noGap;
  const reasonOfFit = weighted ? WEIGHTED : recalibrationObstacle(tally)!;
  for (const [index, bin] of bins.entries()) {
    if (bin.n === 0) reasons[`bins.${index}`] = 'no forecasts in this bin';
  }

  const judged = verdict({
    ...{ n, occurred, scenarios: counts.scenarios, bins },
    evidence: expected && chance && evidenceOf(tally, expected, chance),
  });

  return {
    selection: input.selection,
    predictions: {
      scored: counts.scenarios,
      occurred: counts.scenariosOccurred,
      notOccurred: counts.scenarios - counts.scenariosOccurred,
      open: counts.open,
      overdue: counts.overdue,
      annulled: counts.annulled,
      unscored: counts.unscored,
    },
    n,
    occurred,
    baseRate: why(n === 0 ? null : occurred / n, 'baseRate', EMPTY),
    scenarios: counts.scenarios,
    open: counts.open,
    overdue: counts.overdue,
    annulled: counts.annulled,
    withdrawn: counts.withdrawn,
    judged: counts.judged,
    selfResolved: counts.selfResolved,
    resolvedEarly: counts.resolvedEarly,
    undated: counts.undated,
    expectedOccurred: {
      level: COUNT_LEVEL,
      sum: why(expected?.sum, 'expectedOccurred.sum', supposing),
      low: why(expected?.low, 'expectedOccurred.low', supposing),
      high: why(expected?.high, 'expectedOccurred.high', supposing),
    },
    brierScore: why(brierScore(tally), 'brierScore', EMPTY),
    brierSkillScore: why(brierSkillScore(tally), 'brierSkillScore', oneClass),
    logScore: why(logScore(tally), 'logScore', EMPTY),
    certainMisses: certainMisses(tally) / unit,
    sphericalScore: why(sphericalScore(tally), 'sphericalScore', EMPTY),
    sharpness: why(sharpness(tally), 'sharpness', EMPTY),
    auc: why(areaUnderCurve(tally), 'auc', oneClass),
    bounds: {
      best: why(bounds?.best, 'bounds.best', EMPTY),
      worst: why(bounds?.worst, 'bounds.worst', EMPTY),
    },
    murphy: {
      reliability: why(murphy?.reliability, 'murphy.reliability', EMPTY),
      resolutionComponent: why(murphy?.resolutionComponent, 'murphy.resolutionComponent', EMPTY),
      uncertainty: why(murphy?.uncertainty, 'murphy.uncertainty', EMPTY),
    },
    corp: {
      miscalibration: why(corp?.miscalibration, 'corp.miscalibration', EMPTY),
      discrimination: why(corp?.discrimination, 'corp.discrimination', EMPTY),
      uncertainty: why(corp?.uncertainty, 'corp.uncertainty', EMPTY),
      curve: (corp?.curve ?? []).map((block) => ({
        ...block,
        n: block.n / unit,
        occurred: block.occurred / unit,
      })),
    },
    expectedUnderCalibration: {
      miscalibration: {
        mean: why(luck?.miscalibration.mean, 'expectedUnderCalibration.miscalibration.mean', drawing),
        p95: why(luck?.miscalibration.p95, 'expectedUnderCalibration.miscalibration.p95', drawing),
      },
      calibrationError: {
        mean: why(luck?.calibrationError.mean, 'expectedUnderCalibration.calibrationError.mean', drawing),
        p95: why(luck?.calibrationError.p95, 'expectedUnderCalibration.calibrationError.p95', drawing),
      },
    },
    calibrationError: why(calibrationError(tally), 'calibrationError', EMPTY),
    bins,
    consistencyBand: { level: LEVEL, points: why(drawn?.band, 'consistencyBand.points', drawing) },
    spiegelhalter: {
      z: why(spiegelhalter?.z, 'spiegelhalter.z', reasonOfTest),
      pValue: why(spiegelhalter?.pValue, 'spiegelhalter.pValue', reasonOfTest),
    },
    recalibration: {
      intercept: why(recalibration?.intercept, 'recalibration.intercept', reasonOfFit),
      slope: why(recalibration?.slope, 'recalibration.slope', reasonOfFit),
    },
    leadTime: input.leadTime.map(({ fromDays, toDays, n: some, gaps }, index) => ({
      fromDays,
      toDays,
      n: some / unit,
      brierScore: why(
        some === 0 ? null : gaps / (some * BP ** 2),
        `leadTime.${index}.brierScore`,
        'no forecasts at this distance',
      ),
    })),
    terms: input.terms.map(({ term, n: resolved, late, early }) => ({ term, n: resolved, late, early })),
    verdict: {
      ...judged,
      count: why(judged.count, 'verdict.count', supposing) && {
        ...judged.count!,
        z: why(judged.count!.z, 'verdict.count.z', CERTAIN),
      },
      gap: why(judged.gap, 'verdict.gap', supposing) && {
        z: why(judged.gap!.z, 'verdict.gap.z', reasonOfTest),
      },
    },
    undefined: reasons,
  };
}
