/**
 * The calibration engine: pure functions from a tally of forecasts, or from the times that they stood, to scores. No
 * framework, no clock, no chance but a seeded one, so the server, the command line and the browser compute the same digits.
 */

// What is counted
export type { Tally, TallyCount, Group } from './tally.js';
export { BP, PAIR_WEIGHT } from './tally.js';
export { probabilityToBp } from './probability-to-bp.js';
export { bpToProbability } from './bp-to-probability.js';
export { tallyOf } from './tally-of.js';
export { addTallies } from './add-tallies.js';
export { subtractTallies } from './subtract-tallies.js';
export { groupsOf } from './groups-of.js';
export { totalsOf } from './totals-of.js';
export {
  addSharedSums,
  chanceSums,
  NO_SHARED,
  sharedSums,
  type ChanceSums,
  type SharedSums,
} from './shared-sums.js';
export { timeWeights } from './time-weights.js';

// Scores
export { brierScore } from './brier-score.js';
export { brierSkillScore } from './brier-skill-score.js';
export { brierBounds, NO_DOUBT, type BrierBounds, type Doubt } from './brier-bounds.js';
export { logScore } from './log-score.js';
export { certainMisses } from './certain-misses.js';
export { clipProbability } from './clip-probability.js';
export { sphericalScore } from './spherical-score.js';
export { sharpness } from './sharpness.js';
export { uncertainty } from './uncertainty.js';
export { areaUnderCurve } from './area-under-curve.js';

// Scores over time
export type { CoveredScore, ScenarioWindow, Span } from './timeline.js';
export { spansOf, type Statement } from './spans-of.js';
export { standingAt } from './standing-at.js';
export { rollingBrier, type RollingPoint, type ScoredStep } from './rolling-brier.js';
export { timeAveragedBrier } from './time-averaged-brier.js';
export { meanOverScenarios, type MeanOverScenarios } from './mean-over-scenarios.js';
export { baselineScore } from './baseline-score.js';
export { peerScores } from './peer-scores.js';
export { peerScoresAt } from './peer-scores-at.js';
export { medianSpans, type MedianSpan } from './median-spans.js';
export { medianOverTime, type MedianOverTime } from './median-over-time.js';

// One forecast of several
export { medianForecast } from './median-forecast.js';
export { meanForecast } from './mean-forecast.js';
export { trimmedMean } from './trimmed-mean.js';
export { geometricMean } from './geometric-mean.js';
export { geometricMeanOfOdds } from './geometric-mean-of-odds.js';
export { extremised } from './extremised.js';
export { extremisingFactor } from './extremising-factor.js';
export { recencyWeights } from './recency-weights.js';
export { recencyWeightedMedian } from './recency-weighted-median.js';
export { recencyWeightedMean } from './recency-weighted-mean.js';
export { recencyWeightedOdds } from './recency-weighted-odds.js';
export { weightedMedian } from './weighted-median.js';
export { meanLogOdds } from './mean-log-odds.js';

// Decompositions
export { murphyDecomposition, type MurphyDecomposition } from './murphy-decomposition.js';
export { stephensonDecomposition, type StephensonDecomposition } from './stephenson-decomposition.js';
export { corpDecomposition, type CorpDecomposition, type CurveBlock } from './corp-decomposition.js';
export { poolAdjacentViolators, type Pool } from './pool-adjacent-violators.js';
export { miscalibration } from './miscalibration.js';
export { compareShares } from './compare-shares.js';

// Calibration
export { calibrationBins, LEVEL, type CalibrationBin } from './calibration-bins.js';
export { binIndex, BIN_COUNT } from './bin-index.js';
export { calibrationError } from './calibration-error.js';
export { wilsonInterval, type Interval } from './wilson-interval.js';
export { excessGap, spiegelhalterTest, type SpiegelhalterTest } from './spiegelhalter-test.js';
export { coxRecalibration, type CoxRecalibration } from './cox-recalibration.js';
export { recalibrationObstacle } from './recalibration-obstacle.js';
export { COUNT_LEVEL, expectedOccurred, type ExpectedOccurred } from './expected-occurred.js';

// By luck alone
export { expectedUnderCalibration, RESAMPLES, SEED } from './expected-under-calibration.js';
export type { ExpectedUnderCalibration } from './expected-under-calibration.js';
export { luckOf, type Luck } from './luck.js';
export { consistencyBand, type BandPoint } from './consistency-band.js';
export { groupForResampling } from './group-for-resampling.js';
export { randomSource, type RandomSource } from './random-source.js';
export { sampleBinomial } from './sample-binomial.js';
export { poissonBinomialQuantiles } from './poisson-binomial-quantiles.js';
export { quantileOfSorted } from './quantile-of-sorted.js';
export { normalCdf } from './normal-cdf.js';
export { normalQuantile } from './normal-quantile.js';

// The report
export { assembleReport } from './assemble-report.js';
export type { Report, ReportInput, ReportCounts, Selection, TermCounts, Figure } from './report.js';
export { evidenceOf, verdict, VERDICT_FROM, FIRM_FROM } from './verdict.js';
export type { Evidence, Verdict, VerdictInput, VerdictStatus } from './verdict.js';
export { tellingBin, type TellingBin } from './telling-bin.js';
export { percentWords } from './percent-words.js';
