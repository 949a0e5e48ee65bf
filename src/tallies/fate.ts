/** How a scenario stands for the tallies; overdue is open by state and past its deadline by the clock. */
export const FATES = ['resolved', 'annulled', 'overdue', 'open', 'draft'] as const;

/** What has become of a scenario, as far as reports tell it. Its marks are false where it is not resolved. */
export interface Fate {
  state: (typeof FATES)[number];
  occurred: boolean;
  /** Its outcome was a judgement. */
  judged: boolean;
  /** Resolved by an account that had logged a forecast on it. */
  selfResolved: boolean;
  /** Its outcome came before its deadline. */
  early: boolean;
  /** It occurred after all, past its deadline. */
  late: boolean;
  /** Imported without a day: counted in all-time reports only. */
  undated: boolean;
}

/** The marks that a resolved scenario may have, in the order of their bits. */
export const MARKS = ['occurred', 'judged', 'selfResolved', 'early', 'late', 'undated'] as const;

/** A fate as the number it is stored as: its state in the lowest three bits, then a bit for each mark. */
export function fateCode(fate: Fate): number {
  return MARKS.reduce((code, mark, index) => code + (fate[mark] ? 8 << index : 0), FATES.indexOf(fate.state));
}

/** That a stored fate has a mark, in SQL. @param column its column */
export const hasMark = (column: string, mark: (typeof MARKS)[number]): string =>
  `(${column} & ${8 << MARKS.indexOf(mark)}) <> 0`;

/** Reads a code back. */
export function fateOf(code: number): Fate {
  return ALL[code]!;
}

const ALL: readonly Fate[] = Array.from({ length: 8 << MARKS.length }, (_, code) => {
  const marks = MARKS.map((mark, index) => [mark, (code & (8 << index)) !== 0]);
  return { state: FATES[code & 7]!, ...(Object.fromEntries(marks) as Omit<Fate, 'state'>) };
});
