import type { Span } from './timeline.js';

/** What a forecaster said at one time: a probability in ten-thousandths, or null to withdraw. */
export interface Statement {
  readonly at: number;
  readonly probabilityBp: number | null;
}

/**
 * The spans of one forecaster's statements about one scenario: each forecast stands until the next statement, a forecast or
 * a withdrawal; the last one without end (scores cut it at the outcome or the deadline). Of statements at one time, the last
 * given holds. A withdrawal with nothing to withdraw does nothing.
 *
 * @param statements in any order of time; times in any one unit.
 * @returns spans by rising time, none of them empty, none overlapping; neighbours may touch.
 * @throws RangeError where a time is not a finite number.
 * @example spansOf([{ at: 0, probabilityBp: 8000 }, { at: 6, probabilityBp: null }]) // => [{ from: 0, to: 6, probabilityBp: 8000 }]
 */
export function spansOf(statements: readonly Statement[]): Span[] {
  for (const { at } of statements) {
    if (!Number.isFinite(at)) throw new RangeError(`a statement is made at a finite time, not at ${at}`);
  }
  const inOrder = [...statements].sort((a, b) => a.at - b.at); // stable: equals stay as given
  return inOrder.flatMap(({ at: from, probabilityBp }, index) => {
    const to = inOrder[index + 1]?.at ?? Infinity;
    return probabilityBp === null || from === to ? [] : [{ from, to, probabilityBp }];
  });
}
