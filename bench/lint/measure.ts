import { LINT_CODES, type LintCode, lintStatement, overlap } from '../../src/statements/index.js';
import type { Labelled } from './labelled.js';

/** How well the marks of one code meet the labels. */
export interface Figures {
  code: LintCode;
  /** Labels, those of them that a mark meets, and marks that meet no label. */
  labels: number;
  found: number;
  wrong: number;
  precision: number;
  recall: number;
}

export interface Measurement {
  statements: number;
  clean: number;
  figures: Figures[];
  /** Each label missed and each mark that should not be, as a line to read. */
  misses: string[];
}

interface Span {
  code: LintCode;
  from: number;
  to: number;
}

/** The stretches that the labels of a statement name. */
export function labelsOf({ statement, marks }: Labelled): Span[] {
  return Object.entries(marks).flatMap(([code, words]) =>
    [words].flat().map((part) => {
      const from = wordAt(statement, part);
      if (from < 0) throw new Error(`“${part}” does not stand in “${statement}”`);
      const to = from + (part.length || statement.length);
      return { code: code as LintCode, from, to };
    }),
  );
}

/** Where the words begin, as words: "or" does not stand in "storm". */
function wordAt(statement: string, words: string): number {
  let from = statement.indexOf(words);
  while (from > 0 && words !== '' && /\p{L}/u.test(statement[from - 1]!))
    from = statement.indexOf(words, from + 1);
  return from;
}

/** Precision and recall of each mark; a mark is right where a label of its code overlaps it. */
export function measure(set: readonly Labelled[]): Measurement {
  const misses: string[] = [];
  const tally = new Map(LINT_CODES.map((code) => [code, { labels: 0, found: 0, right: 0, wrong: 0 }]));
  for (const labelled of set) {
    const labels = labelsOf(labelled);
    const marks = lintStatement(labelled.statement, labelled.context);
    const meets = (a: Span, b: Span) => a.code === b.code && overlap(a, b);
    for (const label of labels) {
      const row = tally.get(label.code)!;
      row.labels += 1;
      if (marks.some((mark) => meets(mark, label))) row.found += 1;
      else misses.push(`missed ${label.code}: ${labelled.statement}`);
    }
    for (const mark of marks) {
      const row = tally.get(mark.code)!;
      if (labels.some((label) => meets(label, mark))) row.right += 1;
      else {
        row.wrong += 1;
        const words = labelled.statement.slice(mark.from, mark.to);
        misses.push(`wrong ${mark.code} “${words}”: ${labelled.statement}`);
      }
    }
  }
  const figures = [...tally].map(([code, { labels, found, right, wrong }]) => ({
    ...{ code, labels, found, wrong },
    precision: right + wrong === 0 ? 1 : right / (right + wrong),
    recall: labels === 0 ? 1 : found / labels,
  }));
  const clean = set.filter(({ marks }) => Object.keys(marks).length === 0).length;
  return { statements: set.length, clean, figures, misses };
}
