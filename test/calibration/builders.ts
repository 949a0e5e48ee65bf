import type { Report, ReportInput, Span, Tally } from '../../src/calibration/index.js';
import {
  assembleReport,
  NO_DOUBT,
  probabilityToBp,
  sharedSums,
  spansOf,
  tallyOf,
} from '../../src/calibration/index.js';

/** A tally from lines like `[0.7, 3, 2]`: said 0.7 three times, occurred twice. */
export function tally(...lines: readonly (readonly [p: number, n: number, occurred: number])[]): Tally {
  return new Map(lines.map(([p, n, occurred]) => [probabilityToBp(p)!, { n, occurred }]));
}

/** A tally from forecasts as the vectors write them. */
export function tallyOfForecasts(forecasts: readonly { p: number; outcome: number }[]): Tally {
  return tallyOf(forecasts.map(({ p, outcome }) => [probabilityToBp(p)!, outcome === 1] as const));
}

export type SpanLine = readonly [from: number, to: number, p: number];

/** Spans from lines like `[0, 5, 0.7]`: from 0 until 5 it said 0.7. */
export const spans = (...lines: readonly SpanLine[]): Span[] =>
  lines.map(([from, to, p]) => ({ from, to, probabilityBp: probabilityToBp(p)! }));

/** Statements from lines like `[3, 0.7]`, and `[5, null]` for a withdrawal. */
export const said = (...lines: readonly (readonly [number, number | null])[]) =>
  spansOf(lines.map(([at, p]) => ({ at, probabilityBp: p === null ? null : probabilityToBp(p)! })));

export const NO_COUNTS = {
  scenarios: 0,
  scenariosOccurred: 0,
  unscored: 0,
  open: 0,
  overdue: 0,
  annulled: 0,
  withdrawn: 0,
  judged: 0,
  selfResolved: 0,
  resolvedEarly: 0,
  undated: 0,
};

/** One scenario: the probabilities of its forecasters in ten-thousandths, and whether it occurred. */
export type SharedScenario = readonly [forecasts: readonly number[], occurred: boolean];

/** A report of scenarios, each with the forecasts of several forecasters. Nothing is drawn 1000 times. */
export function reportOfScenarios(
  scenarios: readonly SharedScenario[],
  more: Partial<ReportInput> = {},
): Report {
  return reportOf(tallyOf(scenarios.flatMap(([some, y]) => some.map((bp) => [bp, y] as const))), {
    shared: sharedSums(scenarios.map(([forecasts]) => forecasts)),
    counts: {
      ...NO_COUNTS,
      scenarios: scenarios.length,
      scenariosOccurred: scenarios.filter(([, occurred]) => occurred).length,
    },
    luck: null,
    ...more,
  });
}

/** A report of a tally, with one scenario per forecast and nothing open, unless said otherwise. */
export function reportOf(selected: Tally, more: Partial<ReportInput> = {}): Report {
  const n = [...selected.values()].reduce((sum, count) => sum + count.n, 0);
  return assembleReport({
    selection: { text: 'all forecasts' },
    tally: selected,
    counts: { ...NO_COUNTS, scenarios: n },
    doubt: NO_DOUBT,
    leadTime: [],
    terms: [],
    ...more,
  });
}
