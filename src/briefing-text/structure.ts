import { isFurniture, partOf, type Part } from './headings.js';
import { readLabelled, type Field } from './labels.js';
import type { Line } from './lines.js';
import { readLabel, readStampLine, readTail } from './scenario-tokens.js';
import { isEditionShaped, isSourceShaped } from './sources.js';
import { isClockTime, readStamp } from './stamps.js';

/** A stretch of lines of one nature. */
export interface Zone {
  part: Part | 'header' | 'body';
  /** The heading that opened it. */
  heading: Line | null;
  lines: Line[];
}

/** A value that stood behind a label. */
export interface LabelledLine {
  field: Field;
  value: string;
  line: Line;
}

/** The text cut into zones, with the labelled lines taken out. */
export interface Structure {
  zones: Zone[];
  labelled: LabelledLine[];
  /** Scenarios were found under no heading. */
  unannounced: boolean;
}

const LOOK_AHEAD = 12;

/** Cuts a text at the headings of its known parts. */
export function cutIntoZones(lines: Line[]): Structure {
  const zones: Zone[] = [{ part: 'header', heading: null, lines: [] }];
  const labelled: LabelledLine[] = [];
  let unannounced = false;
  const open = (part: Zone['part'], heading: Line | null = null) => zones.push({ part, heading, lines: [] });

  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!;
    const zone = zones.at(-1)!;
    if (line.literal) {
      zone.lines.push(line);
      continue;
    }
    const part = partOf(line.text);
    const label = readLabelled(line.text);
    if (part && !(label && label.value)) {
      open(part, line);
    } else if (isFurniture(line.text) || (isClockTime(line.text) && !readStampLine(line.text))) {
      // "Read original" may carry the link of the source above it.
      const last = zone.lines.at(-1);
      if (last && line.urls.length > 0 && /original|source/i.test(line.text)) last.urls.push(...line.urls);
    } else if (label?.field === 'section' || label?.field === 'perspective') {
      const kind = label.field === 'section' ? 'body' : 'perspectives';
      if (zone.part !== kind) open(kind);
      zones.at(-1)!.lines.push(line);
    } else if (label) {
      const value = label.value || valueBelow(lines, i, label.field);
      if (value === null) continue;
      if (!label.value) i++;
      labelled.push({ field: label.field, value, line: { ...line, urls: lines[i]!.urls.concat(line.urls) } });
      if (zone.part !== 'header' && zone.part !== 'body') open('body');
    } else if (
      zone.part !== 'header' &&
      zone.part !== 'sources' &&
      zone.part !== 'edition' &&
      isSourceShaped(line.text)
    ) {
      labelled.push({ field: 'source', value: line.text, line });
      if (zone.part === 'scenarios') open('body');
    } else if (isEditionShaped(line.text) && zone.part !== 'edition') {
      labelled.push({ field: 'edition', value: line.text, line });
      if (zone.part === 'scenarios') open('edition');
    } else if (
      zone.part === 'scenarios' ? endsZone(zone, line) : zone.part === 'perspectives' && endsZone(zone, line)
    ) {
      open('body');
      zones.at(-1)!.lines.push(line);
    } else {
      if (zone.part !== 'scenarios' && zone.part !== 'perspectives' && startsItem(lines, i)) {
        open('scenarios');
        unannounced = true;
      }
      zones.at(-1)!.lines.push(line);
    }
  }
  return { zones, labelled, unannounced };
}

/** "Headline:" alone on its line has its value on the next; a label over nothing of the kind is dropped. */
function valueBelow(lines: Line[], i: number, _field: Field): string | null {
  const next = lines[i + 1];
  if (!next || next.level > 0 || partOf(next.text) || readLabelled(next.text) || readLabel(next.text))
    return null;
  return next.text;
}

/** A heading of the same or a higher rank than the one that opened the zone ends it, unless it labels an item. */
function endsZone(zone: Zone, line: Line): boolean {
  if (line.level === 0 || readLabel(line.text)) return false;
  const rank = zone.heading?.level ?? 0;
  return rank > 0 && line.level <= rank;
}

/**
 * Whether a scenario begins here although no heading announced one: the line is a kind's label, and a term and a
 * probability stand in it or follow before the next label or heading. The words alone prove nothing.
 */
function startsItem(lines: Line[], i: number): boolean {
  const label = readLabel(lines[i]!.text);
  if (!label) return false;
  let term = label.terms.length > 0;
  let probability = label.probabilities.length > 0;
  if (label.rest && readTail(label.rest, false)) return true;
  if (term && probability) return true;
  for (const line of lines.slice(i + 1, i + 1 + LOOK_AHEAD)) {
    if (line.level > 0 || partOf(line.text) || readLabel(line.text) || readStamp(line.text)) return false;
    if (readTail(line.text, false)) return true;
    const stamp = readStampLine(line.text);
    term ||= (stamp?.terms.length ?? 0) > 0;
    probability ||= (stamp?.probabilities.length ?? 0) > 0;
    if (term && probability) return true;
  }
  return false;
}
