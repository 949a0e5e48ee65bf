import { DateTime } from 'luxon';
import { actorsIn, repeatedNames, tellsOfAnAction } from './actors.js';
import type { ArticleOptions, ArticleReading, DayCandidate } from './article-types.js';
import { append } from './append.js';
import { claimsIn } from './claims.js';
import { findDays, isIsoDay, isoDay, resolveNear, resolveNotAfter, type FoundDay } from './dates.js';
import { isFurniture, isHeadingLike } from './headings.js';
import { readLabelled } from './labels.js';
import { readLines, type Line } from './lines.js';
import { joinWrapped } from './paragraphs.js';
import { splitSentences } from './sentences.js';
import { readSourceLine } from './sources.js';
import { isClockTime, readStamp } from './stamps.js';

const WEEKDAYS = 'monday tuesday wednesday thursday friday saturday sunday'.split(' ');
const WEEKDAY =
  /\b(?:on |last |this |late |early )?(Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)(?:['’]s)?\b(?: (?:morning|afternoon|evening|night))?/g;
const NEXT = /\b(?:next|by|until|before|will|would|on the coming) (?:\w+ )?$/i;
const SYNDICATED = /\bfirst appeared on ([\p{L}\p{N}][\p{L}\p{N} .&'’-]{1,58}[\p{L}\p{N}])\.?$/iu;

/** What is longer is no sentence: its beginning is read. */
const LONGEST_SENTENCE = 4000;

/**
 * Reads the text of an article for the logging of an event: the sentences that tell when and who, words that could name
 * the day, and measurable statements. It proposes and decides nothing.
 */
export function readArticle(text: string, options: ArticleOptions = {}): ArticleReading {
  const lines = joinWrapped(readLines(text)).filter((l) => !isFurniture(l.text) && !isClockTime(l.text));
  const labelled = (field: string) =>
    lines.map((line) => readLabelled(line.text)).find((found) => found?.field === field)?.value ?? null;
  const paragraphs = lines.filter(
    (line) => readLabelled(line.text) === null && readStamp(line.text) === null,
  );
  const headline = labelled('headline') ?? headlineOf(paragraphs);
  const sentences = paragraphs
    .flatMap((line) => splitSentences(line.text))
    .map((sentence) => sentence.slice(0, LONGEST_SENTENCE));
  const published = publishedOn(lines, options);
  const near = published ?? latestFullDay(sentences);
  const names = repeatedNames(sentences);
  const reading: ArticleReading = {
    headline,
    outlet: outletOf(lines, labelled('source')),
    sentences: [],
    candidates: [],
    claims: [],
  };
  let context = '';
  for (const sentence of sentences) {
    const found = findDays(sentence);
    const days = found.map((day) => resolve(day, near, options)).filter((day) => day !== null);
    const weekdays = weekdaysIn(sentence, published);
    const actors = actorsIn(sentence, names);
    if (found.length > 0 || weekdays.length > 0 || (actors.length > 0 && tellsOfAnAction(sentence))) {
      reading.sentences.push({ text: sentence, days: [...new Set(days)], actors });
    }
    const dated = found.map((day) => ({ day: resolve(day, near, options), words: day.words, sentence }));
    append(reading.candidates, [...dated, ...weekdays]);
    append(reading.claims, claimsIn(sentence, context));
    context = sentence;
  }
  return reading;
}

function headlineOf(lines: Line[]): string | null {
  const heading = lines.find(({ level }) => level === 1);
  if (heading) return heading.text;
  const [first] = lines;
  return first && lines.length > 1 && (isHeadingLike(first.text) || first.level > 0) ? first.text : null;
}

function outletOf(lines: Line[], labelled: string | null): string | null {
  if (labelled) return readSourceLine(labelled)?.outlet ?? null;
  for (const line of [...lines].reverse().slice(0, 5)) {
    const syndicated = SYNDICATED.exec(line.text.slice(-100));
    if (syndicated) return syndicated[1]!;
  }
  return null;
}

function publishedOn(lines: Line[], { publishedOn: given, today }: ArticleOptions): string | null {
  if (isIsoDay(given)) return given;
  for (const line of lines) {
    const label = readLabelled(line.text);
    const day = readStamp(label?.field === 'published' ? label.value : line.text)?.day;
    if (!day) continue;
    if (day.year !== null) return isoDay(day.year, day.month, day.day);
    if (isIsoDay(today)) return resolveNotAfter(day, today);
  }
  return null;
}

function latestFullDay(sentences: string[]): string | null {
  const days = sentences.flatMap(findDays).filter(({ year }) => year !== null);
  return (
    days
      .map(({ year, month, day }) => isoDay(year!, month, day))
      .filter((day) => day !== null)
      .sort()
      .at(-1) ?? null
  );
}

function resolve(day: FoundDay, near: string | null, { today }: ArticleOptions): string | null {
  if (day.year !== null || near) return resolveNear(day, near);
  return isIsoDay(today) ? resolveNotAfter(day, today) : null;
}

/** "on Tuesday": the last such day up to the day the article appeared; null where that day is not known. */
function weekdaysIn(sentence: string, published: string | null): DayCandidate[] {
  if (!sentence.includes('day')) return [];
  return [...sentence.matchAll(WEEKDAY)].map((m) => {
    const ahead = NEXT.test(sentence.slice(Math.max(0, m.index - 30), m.index));
    const wanted = WEEKDAYS.indexOf(m[1]!.toLowerCase()) + 1;
    const day = published && !ahead ? lastWeekday(published, wanted) : null;
    return { day, words: m[0], sentence };
  });
}

function lastWeekday(published: string, wanted: number): string | null {
  const from = DateTime.fromISO(published, { zone: 'utc' });
  return from.minus({ days: (from.weekday - wanted + 7) % 7 }).toISODate();
}
