import { findDays, resolveNear } from './dates.js';
import { isHeadingLike } from './headings.js';
import { readLabelled } from './labels.js';
import type { Line } from './lines.js';
import { toldDays } from './recounted.js';
import { wordsOf } from './sections.js';
import type { Perspective } from './types.js';

/** A perspective before its day is worked out; `asOf` is set where the text states it itself. */
export interface RawPerspective {
  actor: string;
  body: string[];
  asOf?: string | null;
}

const RUN_IN = /^([\p{Lu}\p{N}][^:.!?]{1,58}?)(?::| [—–-]) (?=\S)/u;

/** Takes the perspectives apart: an actor's name on a line (often pasted twice), or before a colon; then the text. */
export function readPerspectives(lines: Line[]): RawPerspective[] {
  const found: RawPerspective[] = [];
  const runIn = usesRunIn(lines);
  for (const line of lines) {
    const last = found.at(-1);
    const label = line.literal ? null : readLabelled(line.text);
    const stated = line.literal ? null : /^as of: ?(\d{4}-\d\d-\d\d|none)$/i.exec(line.text);
    if (label?.field === 'perspective') found.push({ actor: label.value, body: [] });
    else if (stated && last) last.asOf = stated[1]!.toLowerCase() === 'none' ? null : stated[1]!;
    else if (line.literal && last) last.body.push(line.text);
    else if (runIn && RUN_IN.test(line.text)) {
      const head = RUN_IN.exec(line.text)!;
      found.push({ actor: head[1]!.trim(), body: [line.text.slice(head[0].length)] });
    } else if (isActor(line)) {
      const actor = line.text.replace(/[:：]$/, '').trim();
      if (!last || last.body.length > 0 || last.actor !== actor) found.push({ actor, body: [] });
    } else if (last) last.body.push(wordsOf(line));
  }
  return found.filter(({ actor, body }) => actor !== '' && body.length > 0);
}

/** The latest day that a perspective recounts; a day still to come does not count. */
export function asOfDay({ body, asOf }: RawPerspective, near: string | null, today?: string): string | null {
  if (asOf !== undefined) return asOf;
  // What is recounted is past, so no day after the reading; unless the briefing itself claims to be later than that.
  const notAfter = today && near && today >= near ? today : undefined;
  const days = toldDays(body.join('\n'))
    .filter(({ telling }) => telling !== 'ahead')
    .map((day) => resolveNear(day, near, notAfter))
    .filter((day) => day !== null);
  return days.sort().at(-1) ?? null;
}

/** The perspectives as they go on record. */
export function datePerspectives(raw: RawPerspective[], near: string | null, today?: string): Perspective[] {
  return raw.map((p) => ({
    actor: p.actor,
    body: p.body.join('\n\n'),
    asOf: asOfDay(p, near, today),
  }));
}

function isActor(line: Line): boolean {
  if (line.level > 0) return true;
  const bare = line.text.replace(/[:：]$/, '');
  return (
    bare.length <= 70 && isHeadingLike(bare) && bare.split(' ').length <= 9 && findDays(bare).length === 0
  );
}

/** "Israel: …" on each line, rather than the name on a line of its own. */
function usesRunIn(lines: Line[]): boolean {
  const [first] = lines;
  return first !== undefined && !isActor(first) && !first.literal && RUN_IN.test(first.text);
}
