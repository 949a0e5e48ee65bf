import { findDays, isoDay, isIsoDay, resolveNear, resolveNotAfter, type FoundDay } from './dates.js';
import { toldDays } from './recounted.js';
import type { Stamp } from './stamps.js';
import type { Warning } from './types.js';

/** What a publication day can be read from. */
export interface DayEvidence {
  /** Stamps in the header, or behind a label. */
  stamps: Stamp[];
  /** Days of source lines. */
  sources: FoundDay[];
  /** Standfirst, takeaway and body, whose recounted days a publication day cannot precede. */
  recounting: string;
  topic: string | null;
  today?: string | undefined;
}

/** The day found, and what has to be said about it. */
export interface DayFinding {
  day: string | null;
  warnings: Warning[];
}

/**
 * The publication day: a full date in the header; else the source line's; else the header's day and month with the
 * year inferred. Never a date from the body; and a header date before a day that the body recounts is refused.
 */
export function findPublicationDay(evidence: DayEvidence): DayFinding {
  const { today } = evidence;
  const stamps = [...evidence.stamps].sort((a, b) => Number(a.updated) - Number(b.updated));
  const warnings: Warning[] = [];
  const ambiguous = stamps.find((stamp) => stamp.ambiguous !== null)?.ambiguous;
  if (ambiguous != null) {
    warnings.push({
      code: 'ambiguous_date',
      message: `“${ambiguous}” can be read day first or month first, so it was not used. Write it as YYYY-MM-DD.`,
    });
  }
  const finding = choose(stamps, evidence);
  if (finding.message) warnings.push({ code: 'publication_day', message: finding.message });
  if (finding.day && isIsoDay(today) && finding.day > today) {
    warnings.push({
      code: 'future_publication_day',
      message: `The publication day ${finding.day} lies after ${today}.`,
    });
  }
  return { day: finding.day, warnings };
}

function choose(stamps: Stamp[], evidence: DayEvidence): { day: string | null; message: string | null } {
  const refused: string[] = [];
  for (const { day } of stamps) {
    const full = day && day.year !== null ? isoDay(day.year, day.month, day.day) : null;
    if (!full) continue;
    const later = latestRecounted(evidence.recounting, full);
    if (!later || later <= full)
      return {
        day: full,
        message: refused.length > 0 ? said(refused, full, 'another date in the header') : null,
      };
    refused.push(`the header's ${full} (refused: the text recounts ${later})`);
  }
  const partial = stamps.find(({ day }) => day !== null && day.year === null)?.day ?? null;
  const source = sourceDay(evidence, partial);
  if (source) return fromSource(source, partial, refused, evidence);
  if (partial) return fromPartial(partial, refused, evidence);
  if (refused.length > 0)
    return { day: null, message: `No publication day: candidates were ${refused.join('; ')}.` };
  return {
    day: null,
    message:
      'No publication day was found: neither the header nor a source line holds a date. Dates in the body are never used.',
  };
}

function fromSource(source: string, partial: FoundDay | null, refused: string[], evidence: DayEvidence) {
  const candidates = [...refused];
  const header = partial && resolveNear(partial, source);
  if (header === source && refused.length === 0) return { day: source, message: null };
  if (partial && header) {
    const later = latestRecounted(evidence.recounting, header);
    const why = later && later > header ? `refused: the text recounts ${later}` : 'without a year';
    candidates.push(`the header's “${partial.words}” (${header}, ${why})`);
  }
  const own = latestRecounted(evidence.recounting, source);
  const doubt = own && own > source ? ` The text recounts ${own}, which is later: please check.` : '';
  return { day: source, message: said(candidates, source, 'the date of the source line') + doubt };
}

function fromPartial(partial: FoundDay, refused: string[], evidence: DayEvidence) {
  const inferred = inferYear(partial, evidence);
  if (!inferred) {
    const message = `The header's “${partial.words}” has no year, and nothing tells which: no publication day.`;
    return { day: null, message };
  }
  const later = latestRecounted(evidence.recounting, inferred.day);
  if (later && later > inferred.day) {
    const candidates = [
      ...refused,
      `the header's “${partial.words}” (${inferred.day}; refused: the text recounts ${later})`,
    ];
    return {
      day: null,
      message: `No publication day: candidates were ${candidates.join('; ')}. A date from the body is never used.`,
    };
  }
  return {
    day: inferred.day,
    message: said(
      refused,
      inferred.day,
      `the header's “${partial.words}”, its year inferred from ${inferred.from}`,
    ),
  };
}

function said(others: string[], day: string, where: string): string {
  const besides = others.length > 0 ? ` Other candidates: ${others.join('; ')}.` : '';
  return `The publication day ${day} was taken from ${where}.${besides}`;
}

/** The latest of the source lines' days; a missing year is inferred like the header's. */
function sourceDay(evidence: DayEvidence, partial: FoundDay | null): string | null {
  const days = evidence.sources
    .map((day) => inferYear(day, evidence)?.day ?? null)
    .filter((day) => day !== null);
  if (days.length === 0 || !partial) return days.sort().at(-1) ?? null;
  return days.sort().at(-1)!;
}

/** A day without a year: the year of other full dates, else the latest not after today, else one named in the topic. */
export function inferYear(
  day: FoundDay,
  evidence: Omit<DayEvidence, 'stamps'>,
): { day: string; from: string } | null {
  if (day.year !== null) {
    const iso = isoDay(day.year, day.month, day.day);
    return iso ? { day: iso, from: 'the date itself' } : null;
  }
  const anchor = fullDates(evidence).at(-1);
  const notAfter =
    isIsoDay(evidence.today) && anchor && anchor <= evidence.today ? evidence.today : undefined;
  const near = anchor ? resolveNear(day, anchor, notAfter) : null;
  if (near) return { day: near, from: `the full date ${anchor} in the text` };
  if (isIsoDay(evidence.today)) {
    const past = resolveNotAfter(day, evidence.today);
    if (past) return { day: past, from: `the day of reading, ${evidence.today}` };
  }
  const year = /\b(20\d\d)\b/.exec(evidence.topic ?? '')?.[1];
  const named = year ? isoDay(Number(year), day.month, day.day) : null;
  return named ? { day: named, from: `the year in the topic` } : null;
}

/** Full dates that say when the text was written: recounted ones first of all, and days still to come only without them. */
function fullDates(evidence: Omit<DayEvidence, 'stamps'>): string[] {
  const told = toldDays(evidence.recounting).filter(({ year }) => year !== null);
  const recounted = told.filter(({ telling }) => telling !== 'ahead');
  const days = [
    ...(recounted.length > 0 ? recounted : told),
    ...evidence.sources,
    ...findDays(evidence.topic ?? ''),
  ];
  return days
    .filter(({ year }) => year !== null)
    .map(({ year, month, day }) => isoDay(year!, month, day))
    .filter((day) => day !== null)
    .sort();
}

/** The latest day that the text tells as past, years inferred around `near`. */
function latestRecounted(text: string, near: string): string | null {
  return (
    toldDays(text)
      .filter(({ telling }) => telling === 'past')
      .map((day) => resolveNear(day, near))
      .filter((day) => day !== null)
      .sort()
      .at(-1) ?? null
  );
}
