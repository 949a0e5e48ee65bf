import { newOnceKey } from '../draft.js';
import {
  changed,
  EMPTY as EMPTY_LINE,
  missingIn,
  type QuickDraft,
  questionOf,
  type Reading,
} from '../quick/quick-draft.js';
import { type Line, MOST_LINES, readGrammar, tableMark } from './lines.js';
import { readTable } from './table.js';

/** One prediction of the grid, as it is being edited. */
export interface Row extends Pick<Line, 'at' | 'source' | 'notes'> {
  /** tells it from the others, whatever changes */
  key: string;
  draft: QuickDraft;
  /** the scenario that it became */
  recorded: string | null;
  /** why the server did not record it */
  refusal: string | null;
}

/** What was pasted or opened, and what was chosen beside it. */
export interface LinesDraft {
  text: string;
  rows: Row[];
  /** of what names none: the slug of a topic, or '' */
  topic: string;
  unread: string[];
  /** why nothing was read of it */
  fault: string | null;
}

export const EMPTY: LinesDraft = { text: '', rows: [], topic: '', unread: [], fault: null };

/** Another text. A line that stays as it was keeps what was chosen for it, and that it is on record. */
export function withText(text: string, { rows: before, topic }: LinesDraft): LinesDraft {
  const left = [...before];
  const kept = (source: string): Row | undefined => {
    const index = left.findIndex((row) => row.source === source);
    return index < 0 ? undefined : left.splice(index, 1)[0];
  };
  try {
    const mark = tableMark(text);
    const { lines, unread } = mark === null ? readGrammar(text) : readTable(text, mark);
    if (lines.length > MOST_LINES)
      throw new Error(
        `These are ${lines.length} predictions: take ${MOST_LINES} at once, and the others after them.`,
      );
    return {
      text,
      topic,
      unread,
      fault: null,
      rows: lines.map((line) => rowOf(line, kept(line.source))),
    };
  } catch (error) {
    return { text, topic, unread: [], fault: (error as Error).message, rows: [] };
  }
}

const rowOf = ({ at, source, notes, line, chosen, criteria }: Line, kept: Row | undefined): Row =>
  kept
    ? { ...kept, at }
    : {
        ...{ at, source, notes, key: newOnceKey(), recorded: null, refusal: null },
        draft: { ...EMPTY_LINE, line, chosen, criteria, onceKey: newOnceKey() },
      };

/** A row after a change of it: what was refused may be taken now. */
export const changedRow = (row: Row, part: Partial<QuickDraft>): Row => ({
  ...row,
  refusal: null,
  draft: { ...row.draft, ...changed(part) },
});

/** Whether a row says 0 % or 100 %. */
export function isCertain({ draft }: Row, reading: Reading): boolean {
  const probability = draft.chosen.probability ?? reading.probability;
  return probability === 0 || probability === 1;
}

/** What the server is asked of a row, as JSON. @param topic of what names none */
export const questionIn = (row: Row, topic: string): string =>
  JSON.stringify(questionOf(row.draft, topic || null));

/** What keeps a row from being recorded, in words; null where nothing does. That somebody is certain is asked at the end. */
export function obstacleTo({ draft, notes }: Row, reading: Reading): string | null {
  const note = notes.find(({ about }) => draft.chosen[about] === undefined);
  return note?.says ?? missingIn({ ...draft, certain: true }, reading)?.message ?? null;
}

/** Rows that say the same of the same topic as one before them: the line that says it first, by the row's place. */
export function repeated(rows: readonly Row[], readingOf: (row: Row) => Reading | null): Map<Row, number> {
  const first = new Map<string, number>();
  const again = new Map<Row, number>();
  for (const row of rows) {
    const reading = readingOf(row);
    if (!reading) continue;
    const said = `${reading.topic?.slug} ${reading.premise?.toLowerCase()} ${reading.statement.toLowerCase()}`;
    const before = first.get(said);
    if (before === undefined) first.set(said, row.at);
    else again.set(row, before);
  }
  return again;
}
