import { isHeadingLike } from './headings.js';
import type { Line } from './lines.js';
import {
  readLabel,
  readOddStamp,
  readStampLine,
  readTail,
  type Label,
  type Marks,
} from './scenario-tokens.js';
import type { Kind } from './types.js';

/** One item of a scenario section as gathered, before it is judged. */
export interface Item {
  kind: Kind | null;
  line: number;
  marks: Marks[];
  premise: string | null;
  /** The paragraphs of the statement. */
  words: string[];
  /** Every line of it, as shown when the item is refused. */
  raw: string[];
  plural: boolean;
  /** Its first words stood behind a bullet, its label did not: further bullets are further items. */
  listed: boolean;
  /** Its label stood behind a bullet. */
  bulleted: boolean;
  stamped: boolean;
  /** What stood on the label's own line. */
  title: boolean;
}

/** A scenario section taken apart: its items, and the lines that belong to none. */
export interface Gathered {
  items: Item[];
  rest: Line[];
}

const QUALIFIED = /^(risk|opportunity|consequence) (?:of|to|for|from|in|that) [^:.]{1,60}:\s+(?=\S)/i;
const TABLE_HEAD =
  /^(?:(?:kind|type|scenario|term|horizon|probability|likelihood|statement|no\.?|#)(?: ?\| ?|$)){2,6}$/i;
const PREMISE = /^(?:premise|condition):\s+(?=\S)/i;

/** Gathers the items of a scenario section. */
export function gatherItems(all: Line[]): Gathered {
  const lines = all.filter(({ text }) => !TABLE_HEAD.test(text));
  if (labelsFollow(lines)) return gatherReversed(lines);
  const items: Item[] = [];
  const rest: Line[] = [];
  let loose: Line[] = [];
  let item: Item | null = null;

  const begin = (kind: Kind | null, line: Line): Item => {
    const next = emptyItem(kind, line);
    items.push(next);
    return next;
  };
  const dropLoose = () => {
    rest.push(...loose);
    loose = [];
  };

  for (const line of lines) {
    const label = line.literal ? null : labelOf(line);
    if (label) {
      dropLoose();
      item = begin(label.kinds[0]!, line);
      item.plural = label.plural;
      addMarks(item, label);
      if (label.rest) {
        item.words.push(label.rest);
        item.title = true;
        item.stamped ||= readTail(label.rest, false) !== null;
      }
      continue;
    }
    const stamp = line.literal ? null : (readStampLine(line.text) ?? readOddStamp(line.text));
    if (stamp) {
      if (!item || (isFull(item) && item.words.length > 0)) {
        item = begin(null, loose[0] ?? line);
        item.raw = [...loose.map((l) => l.text), ...(loose.includes(line) ? [] : [line.text])];
        item.words = loose.map((l) => l.text);
        loose = [];
      } else item.raw.push(line.text);
      addMarks(item, stamp);
      continue;
    }
    const done = item !== null && item.words.length > 0 && (isFull(item) || item.stamped);
    if (item && done && line.marker && (item.plural || item.listed)) {
      item = { ...begin(item.kind, line), plural: item.plural, listed: true };
      items[items.length - 1] = item;
      addWords(item, line);
    } else if (item && !done && !(item.plural && line.marker && item.words.length > 0)) {
      if (item.words.length === 0) item.listed = line.marker !== null && !item.bulleted;
      item.raw.push(line.text);
      addWords(item, line);
    } else if (item && !done) {
      item = { ...begin(item.kind, line), plural: true, listed: true };
      items[items.length - 1] = item;
      addWords(item, line);
    } else {
      if (item && isHeadingLike(line.text) && line.marker === null) item = null;
      loose.push(line);
      if (readTail(line.text, false)) {
        const stray = begin(null, line);
        addWords(stray, loose.pop()!);
        item = null;
        dropLoose();
      } else if (item) item = null;
    }
  }
  dropLoose();
  return { items, rest };
}

function emptyItem(kind: Kind | null, line: Line): Item {
  return {
    kind,
    line: line.n,
    marks: [],
    premise: null,
    words: [],
    raw: [line.text],
    plural: false,
    listed: false,
    bulleted: line.marker !== null,
    stamped: false,
    title: false,
  };
}

function addWords(item: Item, line: Line): void {
  const premise = line.literal ? null : PREMISE.exec(line.text);
  if (premise) {
    item.premise = line.text.slice(premise[0].length);
    return;
  }
  item.words.push(line.text);
  item.stamped ||= readTail(line.text, false) !== null;
}

function addMarks(item: Item, marks: Marks): void {
  if (marks.terms.length + marks.probabilities.length > 0) item.marks.push(marks);
}

function isFull(item: Item): boolean {
  return (
    item.marks.some(({ terms }) => terms.length > 0) &&
    item.marks.some(({ probabilities }) => probabilities.length > 0)
  );
}

/** The label at the start of a line, also one qualified in words ("Risk of shortage: …"). */
function labelOf(line: Line): Label | null {
  const label = readLabel(line.text);
  if (label) return label;
  const qualified = QUALIFIED.exec(line.text);
  if (!qualified) return null;
  return { ...readLabel(qualified[1]!)!, rest: line.text.slice(qualified[0].length) };
}

/** Some desks put "Risk · Short term · 0.4" under the statement: then the section ends with such a line. */
function labelsFollow(lines: Line[]): boolean {
  const [first, last] = [lines[0], lines.at(-1)];
  if (!first || !last || labelOf(first) || !isWholeLabel(last)) return false;
  return lines.every((line) => !labelOf(line) || isWholeLabel(line));
}

function isWholeLabel(line: Line): boolean {
  const label = readLabel(line.text);
  return label?.rest === '' && label.terms.length > 0 && label.probabilities.length > 0;
}

function gatherReversed(lines: Line[]): Gathered {
  const items: Item[] = [];
  let words: Line[] = [];
  for (const line of lines) {
    if (!isWholeLabel(line)) {
      words.push(line);
      continue;
    }
    const label = readLabel(line.text)!;
    const item = emptyItem(label.kinds[0]!, words[0] ?? line);
    item.raw = [...words.map(({ text }) => text), line.text];
    words.forEach((l) => addWords(item, l));
    addMarks(item, label);
    items.push(item);
    words = [];
  }
  return { items, rest: words };
}
