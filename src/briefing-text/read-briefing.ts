import { resolveNear } from './dates.js';
import { readHeader } from './header.js';
import { isHeadingLike } from './headings.js';
import { readLines, type Line } from './lines.js';
import { joinWrapped } from './paragraphs.js';
import { datePerspectives, readPerspectives } from './perspectives.js';
import { findPublicationDay, inferYear, type DayEvidence } from './publication-day.js';
import { gatherItems, type Item } from './scenario-items.js';
import { judgeItems } from './scenarios.js';
import { readSections } from './sections.js';
import { httpUrl, readEdition, readSourceLine, type EditionLine, type SourceLine } from './sources.js';
import { readStamp } from './stamps.js';
import { splitStatus } from './status.js';
import { cutIntoZones, type LabelledLine, type Structure, type Zone } from './structure.js';
import type { Field } from './labels.js';
import type { Briefing, BriefingReading, ReadOptions, Section, Warning } from './types.js';

/**
 * Reads a briefing as a person pastes it: plain text, Markdown, or the HTML of its page. What the text does not say is
 * null, what had to be guessed is in `warnings`, and a scenario that cannot be taken is in `refused` without blocking
 * the others. Never throws, runs in time linear in the text.
 *
 * @example readBriefing('Harbour strike\n2 May 2026\nPilots walk out\n…').briefing.topic // => 'Harbour strike'
 */
export function readBriefing(text: string, options: ReadOptions = {}): BriefingReading {
  const lines = joinWrapped(readLines(text));
  const structure = cutIntoZones(lines);
  const known = options.overrides ?? {};
  if (lines.length === 0) {
    return finish(emptyBriefing(), [{ code: 'empty_text', message: 'The text is empty.' }], [], options);
  }
  const label = labels(structure);
  const ground = readGround(structure, label);
  const warnings = [...ground.warnings];

  const stated = (field: Field) => label(field)?.value ?? null;
  const title = stated('editionTitle') ?? ground.edition?.title ?? null;
  const briefing: Briefing = {
    topic: stated('topic') ?? ground.topic,
    headline: stated('headline') ?? ground.headline,
    standfirst: stated('standfirst') ?? ground.standfirst,
    category: ground.category,
    status: ground.status,
    takeaway: stated('takeaway') ?? ground.takeaway,
    edition: ground.edition?.edition ?? null,
    ...(title === null ? {} : { editionTitle: title }),
    publishedOn: null,
    sections: ground.sections,
    perspectives: [],
    sources: [],
  };

  const evidence: DayEvidence = {
    stamps: [...labelledStamps(structure.labelled), ...ground.stamps],
    sources: ground.sources.flatMap(({ day }) => (day ? [day] : [])),
    recounting: [briefing.standfirst, briefing.takeaway, ...ground.sections.map(({ body }) => body)].join(
      '\n',
    ),
    topic: known.topic ?? briefing.topic,
    today: options.today,
  };
  const finding = findPublicationDay(evidence);
  briefing.publishedOn = finding.day;
  warnings.push(...finding.warnings);
  const day = known.publishedOn ?? finding.day;
  briefing.sources = ground.sources.map(({ outlet, day: on, url }) => ({
    outlet,
    publishedOn: on ? (day ? resolveNear(on, day) : (inferYear(on, evidence)?.day ?? null)) : null,
    url,
  }));
  briefing.perspectives = datePerspectives(ground.perspectives, day, options.today);
  return finish(briefing, warnings, ground.items, options, structure.unannounced);
}

function emptyBriefing(): Briefing {
  return {
    topic: null,
    headline: null,
    standfirst: null,
    category: null,
    status: null,
    takeaway: null,
    edition: null,
    publishedOn: null,
    sections: [],
    perspectives: [],
    sources: [],
  };
}

/** The first labelled line of a matter. */
function labels({ labelled }: Structure): (field: Field) => LabelledLine | undefined {
  return (field) => labelled.find((line) => line.field === field);
}

function labelledStamps(labelled: LabelledLine[]) {
  return labelled
    .filter(({ field }) => field === 'published' || field === 'updated')
    .map(({ field, value }) => {
      const stamp = readStamp(value);
      return stamp && { ...stamp, updated: field === 'updated' };
    })
    .filter((stamp) => stamp !== null);
}

/** Everything read from the zones, before days are worked out. */
function readGround(structure: Structure, label: (field: Field) => LabelledLine | undefined) {
  const { zones, labelled } = structure;
  const warnings: Warning[] = [];
  const sections: Section[] = [];
  const items: Item[] = [];
  const perspectives = [];
  const sources: SourceLine[] = labelled
    .filter(({ field }) => field === 'source')
    .flatMap(({ value, line }) => sourceOf(value, line));
  const editionLabel = label('edition');
  let edition: EditionLine | null = editionLabel ? readEdition(editionLabel.value) : null;
  let takeaway: string | null = null;

  const headerZone = zones[0]!;
  const header = readHeader(headerZone.lines, {
    topic: label('topic') !== undefined,
    headline: label('headline') !== undefined,
    standfirst: label('standfirst') !== undefined,
    status: label('status') !== undefined,
    takeawayFollows: zones[1]?.part === 'takeaway' || label('takeaway') !== undefined,
  });
  warnings.push(...header.warnings);
  sections.push(...readSections(header.rest));

  for (const zone of zones.slice(1)) {
    switch (zone.part) {
      case 'takeaway': {
        const [first, rest] = takeawayOf(zone);
        if (takeaway === null) takeaway = first;
        else if (first) rest.unshift(...zone.lines.slice(0, 1));
        sections.push(...readSections(rest));
        break;
      }
      case 'scenarios': {
        const gathered = gatherItems(zone.lines);
        items.push(...gathered.items);
        // A heading such as "Outlook" over ordinary text is a section like any other.
        const heading = gathered.items.length === 0 ? zone.heading : null;
        const whole = heading
          ? [{ ...heading, level: Math.max(1, heading.level) }, ...gathered.rest]
          : gathered.rest;
        sections.push(...readSections(whole));
        break;
      }
      case 'edition': {
        const read = readEditionZone(zone);
        edition ??= read.edition;
        sources.push(...read.sources);
        sections.push(...readSections(read.rest));
        break;
      }
      case 'sources': {
        const read = readSourceLines(zone.lines);
        sources.push(...read.sources);
        sections.push(...readSections(read.rest));
        break;
      }
      case 'perspectives':
        perspectives.push(...readPerspectives(zone.lines));
        break;
      case 'header':
      case 'body':
        sections.push(...readSections(zone.lines));
        break;
    }
  }
  const stated = statedStatus(label);
  return {
    ...header,
    category: stated.category ?? header.category,
    status: stated.status ?? header.status,
    takeaway,
    edition,
    sources,
    sections,
    items,
    perspectives,
    warnings,
  };
}

/** Category and status behind labels; "Category: Trade · Stalled" states both. */
function statedStatus(label: (field: Field) => LabelledLine | undefined) {
  const category = label('category')?.value ?? null;
  const status = label('status')?.value ?? null;
  const split = category && !status ? splitStatus(category, false) : null;
  return split?.category && split.status ? split : { category, status };
}

/** The takeaway is the first paragraph, or the list, under its heading; the body follows. */
function takeawayOf(zone: Zone): [string | null, Line[]] {
  const [first] = zone.lines;
  if (!first || first.level > 0) return [null, zone.lines];
  let count = 1;
  if (first.marker !== null) while (zone.lines[count]?.marker != null) count++;
  return [
    zone.lines
      .slice(0, count)
      .map(({ text }) => text)
      .join(' '),
    zone.lines.slice(count),
  ];
}

function readEditionZone({ lines }: Zone) {
  const [first, ...others] = lines;
  if (!first) return { edition: null, sources: [], rest: [] };
  const source = readSourceLine(first.text);
  // The source line may stand right under the heading.
  const isSource = source?.day != null && source.outlet !== '';
  const read = readSourceLines(isSource ? lines : others);
  return { edition: isSource ? null : readEdition(first.text), ...read };
}

function readSourceLines(lines: Line[]): { sources: SourceLine[]; rest: Line[] } {
  const sources: SourceLine[] = [];
  for (const [i, line] of lines.entries()) {
    const stamp = readStamp(line.text);
    const last = sources.at(-1);
    if (stamp?.day && last && !last.day) last.day = stamp.day;
    else if (line.level === 0 && !line.literal && (isHeadingLike(line.text) || isDated(line.text))) {
      sources.push(...sourceOf(line.text, line));
    } else if (/^https?:/i.test(line.text) && last && !last.url) last.url = httpUrl(line.text);
    else if (/^https?:/i.test(line.text)) sources.push(...sourceOf(line.text, line));
    else return { sources, rest: lines.slice(i) };
  }
  return { sources, rest: [] };
}

function isDated(text: string): boolean {
  const source = readSourceLine(text);
  return text.length <= 300 && source !== null && (source.day !== null || source.url !== null);
}

function sourceOf(text: string, line: Line): SourceLine[] {
  const source = readSourceLine(text);
  if (!source) return [];
  return [{ ...source, url: source.url ?? httpUrl(line.urls.find((url) => httpUrl(url) !== null)) }];
}

/** Warnings that an override makes pointless. */
const SILENCED: Partial<Record<keyof Briefing, Warning['code'][]>> = {
  topic: ['no_topic'],
  headline: ['no_headline'],
  category: ['category_status'],
  status: ['category_status'],
  publishedOn: ['publication_day', 'ambiguous_date'],
};

function finish(
  read: Briefing,
  warnings: Warning[],
  items: Item[],
  { overrides = {} }: ReadOptions,
  unannounced = false,
): BriefingReading {
  const judged = judgeItems(items);
  const given = Object.fromEntries(Object.entries(overrides).filter(([, value]) => value !== undefined));
  const briefing: Briefing = { ...read, ...given };
  const all = [...warnings, ...judged.warnings];
  if (!all.some(({ code }) => code === 'empty_text')) {
    if (briefing.topic === null) all.push({ code: 'no_topic', message: 'No topic was found.' });
    if (briefing.headline === null) all.push({ code: 'no_headline', message: 'No headline was found.' });
  }
  if (judged.scenarios.length === 0) {
    const refused = judged.refused.length > 0 ? ' that could be taken' : '';
    all.push({ code: 'no_scenarios', message: `The text holds no scenario${refused}.` });
  } else if (unannounced) {
    const message =
      'Scenarios were read by their shape: no heading such as “What could happen next?” announces them.';
    all.push({ code: 'no_scenario_heading', message });
  }
  const day = briefing.publishedOn;
  const later = day === null ? [] : briefing.perspectives.filter(({ asOf }) => asOf !== null && asOf > day);
  if (later.length > 0) {
    const actors = [...new Set(later.map(({ actor }) => actor))].join(', ');
    const message = `Perspectives recount days after the publication day ${day}: ${actors}. They were captured later than the briefing.`;
    all.push({ code: 'later_than_briefing', message });
  }
  const silenced = new Set(Object.keys(given).flatMap((key) => SILENCED[key as keyof Briefing] ?? []));
  if (given['topic'] !== undefined && given['headline'] !== undefined) silenced.add('header_guessed');
  return {
    briefing,
    scenarios: judged.scenarios,
    refused: judged.refused,
    warnings: all.filter(({ code }) => !silenced.has(code)),
  };
}
