import type { Report } from '../../calibration/index.js';
import type { RowOf } from './csv.js';

/** The figures of a report that one cell can hold, under the report's own names. */
const FIGURES = {
  brierScore: 'number',
  brierSkillScore: 'number',
  logScore: 'number',
  certainMisses: 'number',
  sphericalScore: 'number',
  sharpness: 'number',
  auc: 'number',
  calibrationError: 'number',
  boundsBest: 'number',
  boundsWorst: 'number',
  murphyReliability: 'number',
  murphyResolutionComponent: 'number',
  murphyUncertainty: 'number',
  corpMiscalibration: 'number',
  corpDiscrimination: 'number',
  scenarios: 'number',
  open: 'number',
  overdue: 'number',
  annulled: 'number',
  withdrawn: 'number',
  ended: 'number',
  predictionsScored: 'number',
  predictionsOccurred: 'number',
  predictionsNotOccurred: 'number',
  predictionsUnscored: 'number',
  verdict: 'text',
  provisional: 'flag',
  verdictCountZ: 'number',
  verdictCountLow: 'number',
  verdictCountHigh: 'number',
  verdictGapZ: 'number',
  verdictText: 'text',
} as const;

/** One row for each bin, and one for all of them with the figures of the report. */
export const BIN_COLUMNS = {
  bin: 'text',
  from: 'number',
  to: 'number',
  n: 'number',
  occurred: 'number',
  meanForecast: 'number',
  observed: 'number',
  intervalLevel: 'number',
  intervalLow: 'number',
  intervalHigh: 'number',
  ...FIGURES,
} as const;

/** One row for each group. */
export const GROUP_COLUMNS = {
  key: 'text',
  title: 'text',
  n: 'number',
  occurred: 'number',
  baseRate: 'number',
  expectedOccurred: 'number',
  expectedOccurredLow: 'number',
  expectedOccurredHigh: 'number',
  ...FIGURES,
} as const;

type Figures = RowOf<typeof FIGURES>;

const NO_FIGURES = Object.fromEntries(Object.keys(FIGURES).map((name) => [name, null])) as Figures;

export function binRows(report: Report): RowOf<typeof BIN_COLUMNS>[] {
  const { n, occurred, baseRate, expectedOccurred } = report;
  const bins = report.bins.map(({ interval, ...bin }) => ({
    ...{ bin: `${Math.round(bin.from * 100)}-${Math.round(bin.to * 100)}`, ...bin },
    ...{ intervalLevel: interval.level, intervalLow: interval.low, intervalHigh: interval.high },
    ...NO_FIGURES,
  }));
  const all = {
    ...{ bin: 'all', from: 0, to: 1, n, occurred, observed: baseRate },
    meanForecast: expectedOccurred.sum === null || n === 0 ? null : expectedOccurred.sum / n,
    ...{ intervalLevel: null, intervalLow: null, intervalHigh: null },
    ...figuresOf(report),
  };
  return [...bins, all];
}

export const groupRows = (
  groups: readonly { key: string; title: string; report: Report }[],
): RowOf<typeof GROUP_COLUMNS>[] =>
  groups.map(({ key, title, report }) => ({
    ...{ key, title, n: report.n, occurred: report.occurred, baseRate: report.baseRate },
    expectedOccurred: report.expectedOccurred.sum,
    expectedOccurredLow: report.expectedOccurred.low,
    expectedOccurredHigh: report.expectedOccurred.high,
    ...figuresOf(report),
  }));

const figuresOf = (report: Report): Figures => ({
  ...{ brierScore: report.brierScore, brierSkillScore: report.brierSkillScore, logScore: report.logScore },
  ...{ certainMisses: report.certainMisses, sphericalScore: report.sphericalScore },
  ...{ sharpness: report.sharpness, auc: report.auc, calibrationError: report.calibrationError },
  ...{ boundsBest: report.bounds.best, boundsWorst: report.bounds.worst },
  murphyReliability: report.murphy.reliability,
  murphyResolutionComponent: report.murphy.resolutionComponent,
  murphyUncertainty: report.murphy.uncertainty,
  corpMiscalibration: report.corp.miscalibration,
  corpDiscrimination: report.corp.discrimination,
  ...{ scenarios: report.scenarios, open: report.open, overdue: report.overdue },
  ...{ annulled: report.annulled, withdrawn: report.withdrawn, ended: report.ended },
  predictionsScored: report.predictions.scored,
  predictionsOccurred: report.predictions.occurred,
  predictionsNotOccurred: report.predictions.notOccurred,
  predictionsUnscored: report.predictions.unscored,
  ...{ verdict: report.verdict.status, provisional: report.verdict.provisional },
  verdictCountZ: report.verdict.count?.z ?? null,
  verdictCountLow: report.verdict.count?.low ?? null,
  verdictCountHigh: report.verdict.count?.high ?? null,
  verdictGapZ: report.verdict.gap?.z ?? null,
  verdictText: report.verdict.text === '' ? null : report.verdict.text,
});
