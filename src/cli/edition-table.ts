import type { BriefingReadingView } from '../forecasts/forecast.dto.js';
import type { CommandOutput } from './output.js';

/** One line of the differences: what is on record, and what the text says. */
export interface EditionRow {
  /** From 1: by it the row is answered. */
  number: number;
  standing: 'unchanged' | 'new probability' | 'reworded' | 'new' | 'dropped';
  /** Of the scenario on record; null for what is new. */
  id: string | null;
  was: Said | null;
  now: Said | null;
  note: string | null;
}

interface Said {
  statement: string;
  probability: number | null;
}

const WIDTH = 36;

/** The rows of an edition: what it says in its order, then what it leaves out. */
export function editionRows({ scenarios, differences }: BriefingReadingView): EditionRow[] {
  if (!differences) return [];
  const { newProbability, reworded, new: added, dropped } = differences;
  const unchanged = [...differences.unchanged];
  const rows = scenarios.map((now, index): Omit<EditionRow, 'number'> => {
    const revised = newProbability.find((one) => one.index === index);
    if (revised)
      return {
        ...{ standing: 'new probability', id: revised.id, now, note: null },
        was: { statement: now.statement, probability: revised.was },
      };
    const other = reworded.find((one) => one.index === index);
    if (other)
      return {
        ...{ standing: 'reworded', id: other.id, now },
        was: { statement: other.was, probability: other.wasProbability },
        note: [
          `looks ${other.suggests === 'clarified' ? 'like the same question' : 'like a new scenario'}`,
          ...other.differs.map(({ what, was, now: becomes }) => `${what} ${was || '—'} → ${becomes || '—'}`),
        ].join('; '),
      };
    if (added.some((one) => one.index === index))
      return { standing: 'new', id: null, was: null, now, note: null };
    return { standing: 'unchanged', id: unchanged.shift() ?? null, was: now, now, note: null };
  });
  const left = dropped.map((was) => ({
    ...{ standing: 'dropped' as const, id: was.id, was, now: null },
    note: 'stays open',
  }));
  return [...rows, ...left].map((row, index) => ({ number: index + 1, ...row }));
}

/** Prints them side by side. */
export function tellRows(rows: readonly EditionRow[], output: CommandOutput): void {
  output.line(`  ${' '.repeat(3)} ${'was'.padEnd(WIDTH)} | now`);
  for (const { number, standing, was, now, note } of rows) {
    output.line(`  ${String(number).padStart(2)}. ${standing}${note ? `: ${note}` : ''}`);
    const [left, right] = [linesOf(was), linesOf(now)];
    for (let at = 0; at < Math.max(left.length, right.length); at += 1)
      output.line(`      ${(left[at] ?? '').padEnd(WIDTH)} | ${right[at] ?? ''}`);
  }
}

function linesOf(said: Said | null): string[] {
  if (!said) return ['—'];
  return [said.probability === null ? 'no probability' : String(said.probability), ...wrap(said.statement)];
}

/** Words in lines of at most that width; a longer word has a line of its own. */
function wrap(text: string): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + 1 + word.length <= WIDTH)
      lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}
