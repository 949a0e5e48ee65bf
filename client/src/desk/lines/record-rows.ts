import { ask, Refusal } from '../api.js';
import { type Reading, scenarioOf } from '../quick/quick-draft.js';
import type { Row } from './lines-draft.js';

export interface Recording {
  readingOf: (row: Row) => Reading;
  /** who said what names nobody; undefined: the server knows */
  forecaster: string | undefined;
  /** told of each row as it is done, and how many are */
  onRow: (row: Row, done: number) => void;
}

/** What became of rows that were sent. */
export interface Recorded {
  recorded: number;
  refused: number;
  /** why it went no further: nobody answers, or knows who asks */
  stopped: string | null;
}

/** Records rows, each by itself and under a key of its own: whatever stops it, going on records nothing twice. */
export async function recordRows(rows: readonly Row[], how: Recording): Promise<Recorded> {
  const sum: Recorded = { recorded: 0, refused: 0, stopped: null };
  for (const [index, row] of rows.entries()) {
    const { onceKey, chosen } = row.draft;
    const forecaster = chosen.forecaster ?? how.forecaster;
    const draft = { ...row.draft, chosen: { ...chosen, ...(forecaster && { forecaster }) } };
    try {
      const body = scenarioOf(draft, how.readingOf(row));
      const { id } = await ask<{ id: string }>('scenarios', { body, onceKey });
      sum.recorded += 1;
      how.onRow({ ...row, recorded: id, refusal: null }, index + 1);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      if (error.status === 0 || error.status === 401) return { ...sum, stopped: error.message };
      sum.refused += 1;
      how.onRow({ ...row, refusal: error.message }, index + 1);
    }
  }
  return sum;
}
