import { isBanner, isHeadingLike } from './headings.js';
import type { Line } from './lines.js';
import { isClockTime, readStamp, type Stamp } from './stamps.js';
import { isFurniture } from './headings.js';
import { isCategory, splitStatus } from './status.js';
import type { Warning } from './types.js';

/** What stands above the body, as far as labels did not state it. */
export interface Header {
  topic: string | null;
  headline: string | null;
  standfirst: string | null;
  category: string | null;
  status: string | null;
  stamps: Stamp[];
  /** Paragraphs that belong to the body. */
  rest: Line[];
  warnings: Warning[];
}

/** What labels have already stated, and whether the key takeaway comes next. */
export interface Known {
  topic: boolean;
  headline: boolean;
  standfirst: boolean;
  status: boolean;
  takeawayFollows: boolean;
}

const LONGEST_STANDFIRST = 400;

/** Reads the lines above the body by their order and shape. */
export function readHeader(lines: Line[], known: Known): Header {
  const header: Header = {
    topic: null,
    headline: null,
    standfirst: null,
    category: null,
    status: null,
    stamps: [],
    rest: [],
    warnings: [],
  };
  const shorts: Line[] = [];
  const paragraphs: Line[] = [];
  let stampAfter = -1;
  let statusAt = -1;
  const unnamed = !(known.topic && known.headline);
  const parts = lines.flatMap(splitParts);
  parts.forEach((line, i) => {
    // A header is short: past its first few dozen lines, text is text.
    if (line.literal || i > 60) return void paragraphs.push(line);
    const stamp = readStamp(line.text);
    if (stamp && paragraphs.length === 0) {
      header.stamps.push(withDatetime(stamp, line.day));
      if (stampAfter < 0) stampAfter = shorts.length;
      return;
    }
    const late =
      (shorts.length > 1 || (shorts.length > 0 && known.topic) || known.headline) && isEdge(parts, i);
    const open = statusAt < 0 || header.status === null;
    const split = open && !known.status && line.level === 0 ? splitStatus(line.text, late) : null;
    if (split && !(split.status === null && header.category !== null)) {
      header.category = split.category ?? header.category;
      header.status = split.status;
      if (paragraphs.length > 0) statusAt = paragraphs.length;
      if (split.category && split.status) header.warnings.push(told(line.text, split.category, split.status));
    } else if (paragraphs.length === 0 && shorts.length === 0 && isBanner(line.text)) {
      // A notice of the site, above the piece.
    } else if (/^by \p{Lu}.{1,60}[^.!?]$/iu.test(line.text) && shorts.length > 0) {
      // A byline: a briefing's forecaster is stated by whoever records it.
    } else if (paragraphs.length === 0 && unnamed && isShort(line)) shorts.push(line);
    else paragraphs.push(line);
  });
  if (header.stamps.length === 0) stampAfter = -1;
  const left = nameShorts(header, shorts, stampAfter, known);
  takeStandfirst(header, [...left, ...paragraphs], statusAt, known);
  return header;
}

/** "Topic · 21 APR · 3 min read": a line of several statements, where at least one is plainly such. */
function splitParts(line: Line): Line[] {
  if (line.literal || line.text.length > 160 || !/[·|•]/.test(line.text)) return [line];
  if (splitStatus(line.text, false)) return [line];
  const parts = line.text
    .split(/[·|•]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const telling = (part: string) =>
    readStamp(part) !== null || isFurniture(part) || isClockTime(part) || splitStatus(part, false)?.status;
  if (!parts.some(telling)) return [line];
  return parts.filter((p) => !isFurniture(p) && !isClockTime(p)).map((text) => ({ ...line, text }));
}

function withDatetime(stamp: Stamp, day: string | null): Stamp {
  if (!stamp.day || stamp.day.year !== null || !day) return stamp;
  const [year, month, date] = day.split('-').map(Number);
  const same = month === stamp.day.month && date === stamp.day.day;
  return same ? { ...stamp, day: { ...stamp.day, year: year! } } : stamp;
}

/** A line that can be a topic or a headline. */
function isShort(line: Line): boolean {
  if (line.level > 0) return true;
  if (line.marker !== null && /^[-*]$/.test(line.marker)) return false;
  return (
    isHeadingLike(line.text) ||
    (line.text.length <= 140 && !/[.!;:]$/.test(line.text) && line.text.split(' ').length <= 20)
  );
}

/** At the end of the header, or beside its paragraphs: where a category stands. */
function isEdge(parts: Line[], i: number): boolean {
  return i > 0 && i >= parts.length - 3;
}

function told(words: string, category: string, status: string): Warning {
  return {
    code: 'category_status',
    message: `“${words}” was read as the category “${category}” and the status “${status}”.`,
  };
}

/** Names topic and headline among the short lines; the short lines left over are text. */
function nameShorts(header: Header, shorts: Line[], stampAfter: number, known: Known): Line[] {
  const queue = [...shorts];
  const ranked = queue.filter(({ level }) => level > 0);
  const take = (line: Line) => void queue.splice(queue.indexOf(line), 1);
  const guessed = (message: string) => header.warnings.push({ code: 'header_guessed', message });
  if (ranked.length > 0) {
    const top = ranked.reduce((least, { level }) => Math.min(least, level), 6);
    let headline = ranked.find(({ level }) => level === top)!;
    const below = queue[queue.indexOf(headline) + 1];
    // A lower heading right under the top one: topic and headline, if nothing stands above them.
    if (queue[0] === headline && below && below.level > headline.level && !known.topic && !known.headline) {
      header.topic = headline.text;
      take(headline);
      headline = below;
    }
    const above = queue.indexOf(headline);
    if (!known.headline) header.headline = headline.text;
    else if (!known.topic) header.topic = headline.text;
    if (!known.headline && !known.topic && header.topic === null && above > 0) {
      header.topic = lastCrumb(queue[above - 1]!.text);
    }
    return queue.slice(above + 1);
  }
  const wanted = (known.topic ? 0 : 1) + (known.headline ? 0 : 1);
  if (wanted === 2 && stampAfter > 0 && stampAfter < queue.length) {
    header.topic = lastCrumb(queue[stampAfter - 1]!.text);
    header.headline = queue[stampAfter]!.text;
    return queue.slice(stampAfter + 1);
  }
  if (wanted === 2 && queue.length === 1) {
    header.headline = queue[0]!.text;
    guessed(
      `“${header.headline}” was taken for the headline: no second line of that shape stands above the text.`,
    );
    return [];
  }
  if (!known.topic && queue.length > 0) header.topic = lastCrumb(queue.shift()!.text);
  if (!known.headline && queue.length > 0) header.headline = queue.shift()!.text;
  if (wanted === 2 && queue.length > 0) {
    guessed(
      `“${header.topic}” was taken for the topic and “${header.headline}” for the headline, by their order.`,
    );
  }
  return queue;
}

/** The last step of a trail such as "World › Ports › Harbour strike". */
function lastCrumb(text: string): string {
  return text
    .split(/ [>›»] /)
    .at(-1)!
    .trim();
}

function takeStandfirst(header: Header, paragraphs: Line[], statusAt: number, known: Known): void {
  const [first, ...others] = paragraphs;
  if (!first) return;
  // A heading, or a list, is no standfirst.
  const fit = first.level === 0 && first.marker === null && !first.literal && !isCategory(first.text);
  const announced = statusAt > 0 || known.takeawayFollows;
  if (known.standfirst || !fit || (!announced && first.text.length > LONGEST_STANDFIRST)) {
    header.rest = paragraphs;
    return;
  }
  if (header.headline === null && header.topic === null && !known.headline && !announced) {
    header.rest = paragraphs;
    return;
  }
  header.standfirst = first.text;
  header.rest = others;
  if (!announced) {
    header.warnings.push({
      code: 'header_guessed',
      message: 'The first paragraph was taken for the standfirst: nothing marks where the body begins.',
    });
  }
}
