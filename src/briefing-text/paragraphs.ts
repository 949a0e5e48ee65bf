import { isFurniture, partOf } from './headings.js';
import { readLabelled } from './labels.js';
import type { Line } from './lines.js';
import { readLabel, readOddStamp, readStampLine } from './scenario-tokens.js';
import { readStamp } from './stamps.js';
import { isStatus } from './status.js';

const ENDED = /[.!?:;…]["”’')\]]{0,2}$/;
const WIDEST = 110;

/**
 * Joins the lines of a hard-wrapped paragraph. A text counts as wrapped where several lines break off in the middle of
 * a sentence; in any other text only a line that goes on in lower case belongs to the one above.
 */
export function joinWrapped(lines: Line[]): Line[] {
  const wrapped = isWrapped(lines);
  const joined: Line[] = [];
  let lastLength = 0;
  for (const line of lines) {
    const last = joined.at(-1);
    if (last && continues(last, line, lastLength, wrapped)) {
      last.text += ` ${line.text}`;
      last.urls = [...last.urls, ...line.urls];
    } else joined.push({ ...line });
    lastLength = line.text.length;
  }
  return joined;
}

function continues(last: Line, line: Line, lastLength: number, wrapped: boolean): boolean {
  if (line.gap || line.marker !== null || line.level > 0 || last.level > 0 || line.literal) return false;
  if (lastLength <= 20) return false;
  const goesOn = /^[\p{Ll}(,;–—]/u.test(line.text) && !ENDED.test(last.text);
  if (!goesOn && !(wrapped && lastLength >= 45)) return false;
  return !isSpecial(line.text) && !isSpecial(last.text);
}

function isWrapped(lines: Line[]): boolean {
  let breaks = 0;
  for (const [i, line] of lines.entries()) {
    if (line.text.length > WIDEST) return false;
    const next = lines[i + 1];
    if (!next || next.gap || next.marker !== null || next.level > 0 || line.level > 0) continue;
    if (line.text.length >= 45 && !ENDED.test(line.text) && !isSpecial(next.text)) breaks++;
  }
  return breaks >= 2;
}

/** A line with a meaning of its own, which never runs on from the line above. */
function isSpecial(text: string): boolean {
  if (text.length > 160) return false;
  return (
    partOf(text) !== null ||
    isFurniture(text) ||
    isStatus(text) ||
    readLabelled(text) !== null ||
    readStamp(text) !== null ||
    readStampLine(text) !== null ||
    readOddStamp(text) !== null ||
    readLabel(text) !== null
  );
}
