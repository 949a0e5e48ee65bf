import type { Kind } from '../../data.js';
import type { Chosen } from '../quick/quick-draft.js';

/** One prediction of a text that holds one a line. */
export interface Line {
  /** where it begins in the text; the first line is 1 */
  at: number;
  /** as the text has it */
  source: string;
  /** for the grammar of one line */
  line: string;
  /** what columns say of it */
  chosen: Chosen;
  criteria: string;
  /** what columns say that cannot be taken */
  notes: Note[];
}

export interface Note {
  /** it holds until this is chosen */
  about: keyof Chosen;
  says: string;
}

export interface Lines {
  lines: Line[];
  /** columns that nothing is taken from */
  unread: string[];
}

/** So many at once: each is read, checked and recorded by itself. */
export const MOST_LINES = 500;

export const SIGNS: Record<string, Kind> = { '!': 'risk', '+': 'opportunity', '>': 'consequence' };

/**
 * Whether a text holds one prediction a line, and is no briefing: each line has the sign of a kind, or a percentage; or it
 * is a table of them.
 */
export const areLines = (text: string): boolean =>
  tableMark(text) !== null ||
  linesOf(text).every(({ source }) => source.charAt(0) in SIGNS || /\d ?(?:%|percent\b)/.test(source));

/** Predictions in the grammar of the quick box. */
export const readGrammar = (text: string): Lines => ({
  lines: linesOf(text).map((one) => ({
    ...{ ...one, line: one.source, chosen: {}, criteria: '', notes: [] },
  })),
  unread: [],
});

const linesOf = (text: string): { at: number; source: string }[] =>
  text
    .split(/\r\n|\r|\n/)
    .map((line, index) => ({ at: index + 1, source: line.trim() }))
    .filter(({ source }) => source !== '');

/**
 * What stands between the columns of a table whose first line names one `statement`: what that line has most of; null for
 * what is no table.
 */
export function tableMark(text: string): string | null {
  const head = linesOf(text)[0]?.source ?? '';
  const mark = [',', ';', '\t'].reduce((a, b) => (head.split(b).length > head.split(a).length ? b : a));
  return head.split(mark).map(nameOf).includes('statement') ? mark : null;
}

/** A column, as it is told from others. */
export const nameOf = (head: string): string =>
  head
    .replace(/^\uFEFF/, '')
    .replaceAll('"', '')
    .trim()
    .toLowerCase();
