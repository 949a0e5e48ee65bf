import { append } from './append.js';
import { isHeadingLike } from './headings.js';
import { readLabelled } from './labels.js';
import type { Line } from './lines.js';
import type { Section } from './types.js';

/**
 * Takes running text apart into sections. A heading without text of its own above another heading only groups, and is
 * left out; three or more short lines in a row are a list, not headings.
 */
export function readSections(lines: Line[]): Section[] {
  const sections: Section[] = [];
  let heading: string | null = null;
  let body: string[] = [];
  const flush = () => {
    if (body.length > 0) sections.push({ heading, body: body.join('\n\n') });
    body = [];
  };
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!;
    const label = line.literal ? null : readLabelled(line.text);
    if (label?.field === 'section') {
      flush();
      heading = label.value || null;
    } else if (line.level > 0) {
      flush();
      heading = line.text;
    } else if (isPlainHeading(line)) {
      const run = headingRun(lines, i);
      const text = lines[i + run];
      if (!text || text.level > 0) {
        append(body, lines.slice(i, i + run).map(wordsOf));
      } else {
        if (run > 2) append(body, lines.slice(i, i + run - 1).map(wordsOf));
        flush();
        heading = lines[i + run - 1]!.text;
      }
      i += run - 1;
    } else body.push(wordsOf(line));
  }
  flush();
  return sections;
}

function isPlainHeading(line: Line): boolean {
  return line.level === 0 && line.marker === null && !line.literal && isHeadingLike(line.text);
}

function headingRun(lines: Line[], from: number): number {
  let to = from;
  while (to < lines.length && isPlainHeading(lines[to]!)) to++;
  return to - from;
}

/** A paragraph's words, a list item's with its marker. */
export function wordsOf(line: Line): string {
  return line.marker === null ? line.text : `${line.marker} ${line.text}`;
}
