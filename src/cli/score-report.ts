import { basename } from 'node:path';
import { assembleReport, NO_DOUBT, type Report } from '../calibration/index.js';
import type { RowCounts } from './score-file.js';
import type { QuestionTally } from './score-tally.js';

/** Refused rows beyond this share of those with an outcome leave no verdict. */
const REFUSED_LIMIT = 0.05;

/** Chance is drawn for so many forecasters; for more it would take minutes. */
const DRAWN_GROUPS = 50;

const NO_VERDICT = 'more than 5% of the rows with an outcome were refused';

export interface ForecasterReport {
  key: string;
  title: string;
  report: Report;
}

/** The report on all scored rows of a file. */
export function reportOfFile(file: string, all: QuestionTally, rows: RowCounts): Report {
  return reportOn({ text: basename(file), file }, all, rows, true);
}

/** A report for each forecaster, the one with the most forecasts first. */
export function reportsByForecaster(
  file: string,
  groups: ReadonlyMap<string, QuestionTally>,
  rows: RowCounts,
): ForecasterReport[] {
  return [...groups]
    .sort(([a, one], [b, other]) => other.n - one.n || (a < b ? -1 : 1))
    .map(([key, tally]) => {
      const title = key === '' ? '(no forecaster)' : key;
      const selection = { text: `${basename(file)}: ${title}`, file, forecaster: key };
      return { key, title, report: reportOn(selection, tally, rows, groups.size <= DRAWN_GROUPS) };
    });
}

function reportOn(
  selection: Report['selection'],
  counted: QuestionTally,
  rows: RowCounts,
  isDrawn: boolean,
): Report {
  const report = assembleReport({
    selection,
    tally: counted.tally,
    counts: {
      ...counted.scenarios(),
      unscored: 0,
      open: 0,
      overdue: 0,
      annulled: 0,
      withdrawn: 0,
      judged: 0,
      selfResolved: 0,
      resolvedEarly: 0,
      undated: 0,
    },
    shared: counted.shared(),
    doubt: NO_DOUBT,
    leadTime: [],
    terms: [],
    ...(!isDrawn && { luck: null }),
  });
  return rows.refused > REFUSED_LIMIT * (rows.scored + rows.refused) ? withoutVerdict(report, rows) : report;
}

/** What was refused could change the verdict, so none is given. */
function withoutVerdict(report: Report, { scored, refused }: RowCounts): Report {
  const text =
    `No verdict: ${grouped(refused)} of ${grouped(scored + refused)} rows with an outcome were refused, ` +
    'more than 5%. Mend them first.';
  return {
    ...report,
    verdict: {
      status: 'insufficient',
      provisional: report.verdict.provisional,
      count: null,
      gap: null,
      text,
    },
    undefined: { ...report.undefined, 'verdict.count': NO_VERDICT, 'verdict.gap': NO_VERDICT },
  };
}

export const grouped = (count: number): string => count.toLocaleString('en-GB');
