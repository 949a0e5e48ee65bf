import { isBanner, isFurniture, isHeadingLike, partOf } from './headings.js';
import { escapeInline } from './inline.js';
import { readLabelled } from './labels.js';
import { splitPremise } from './premise.js';
import { readLabel, readOddStamp, readStampLine } from './scenario-tokens.js';
import { isEditionShaped, isSourceShaped } from './sources.js';
import { readStamp } from './stamps.js';
import type { BriefingReading, DraftScenario, Perspective, Section, Source } from './types.js';

type Draft = Pick<BriefingReading, 'briefing' | 'scenarios'>;

/**
 * Writes a draft as text in the pasted format, so that it can be corrected by hand and read again. What the order of
 * lines alone could not carry is labelled; a line that would be taken for something else begins with a backslash.
 */
export function renderBriefing({ briefing: b, scenarios }: Draft): string {
  const blocks = [
    labelled('Topic', b.topic),
    labelled('Headline', b.headline),
    labelled('Published', b.publishedOn),
    labelled('Standfirst', b.standfirst),
    labelled('Category', b.category),
    labelled('Status', b.status),
    labelled('Key takeaway', b.takeaway),
    ...b.sections.map(section),
    scenarios.length > 0 ? ['What could happen next?', ...scenarios.map(scenario)].join('\n\n') : null,
    labelled('Edition', b.edition),
    labelled('Edition title', b.editionTitle ?? null),
    ...b.sources.map(source),
    b.perspectives.length > 0
      ? ['Different Perspectives', ...b.perspectives.map(perspective)].join('\n\n')
      : null,
  ];
  return blocks.filter((block) => block !== null).join('\n\n') + '\n';
}

function labelled(label: string, value: string | null): string | null {
  return value === null ? null : `${label}: ${escapeInline(value)}`;
}

function section({ heading, body }: Section): string {
  const plain = heading !== null && isPlainHeading(heading);
  const head = plain ? `## ${escapeInline(heading)}` : `Section: ${escapeInline(heading ?? '')}`.trim();
  return `${head}\n\n${paragraphs(body)}`;
}

function isPlainHeading(heading: string): boolean {
  return (
    /^\p{L}/u.test(heading) &&
    !partOf(heading) &&
    !readLabelled(heading) &&
    !readLabel(heading) &&
    !isFurniture(heading) &&
    !isEditionShaped(heading) &&
    !isSourceShaped(heading) &&
    !readStamp(heading) &&
    !/[ #]$/.test(heading)
  );
}

function scenario({ kind, term, probability, statement, premise }: DraftScenario): string {
  const name = kind[0]!.toUpperCase() + kind.slice(1);
  const condition = premise ?? (splitPremise(statement).premise === null ? null : 'none');
  return [
    `• ${name}`,
    condition === null ? null : `Premise: ${escapeInline(condition)}`,
    paragraph(statement),
    `${term[0]!.toUpperCase()}${term.slice(1)} term · ${probability}`,
  ]
    .filter((line) => line !== null)
    .join('\n\n');
}

function source({ outlet, publishedOn, url }: Source): string {
  return ['Source: ' + escapeInline(outlet), publishedOn ?? 'undated', url]
    .filter((part) => part !== null)
    .join(' · ');
}

function perspective({ actor, body, asOf }: Perspective): string {
  return `Perspective: ${escapeInline(actor)}\n\nAs of: ${asOf ?? 'none'}\n\n${paragraphs(body)}`;
}

function paragraphs(body: string): string {
  return body.split('\n\n').map(paragraph).join('\n\n');
}

/** A paragraph, with a backslash before it where it could be read as a heading, a label, a stamp or furniture. */
function paragraph(text: string): string {
  const escaped = escapeInline(text);
  return isPlain(text) || escaped.startsWith('\\') ? escaped : `\\${escaped}`;
}

function isPlain(text: string): boolean {
  return (
    /^\p{Lu}.{30,}[.!?]$/u.test(text) &&
    !isHeadingLike(text) &&
    !readLabelled(text) &&
    !readLabel(text) &&
    !readStampLine(text) &&
    !readOddStamp(text) &&
    !isSourceShaped(text) &&
    !isBanner(text) &&
    !/^(?:premise|condition|as of|risk|opportunity|consequence)\b/i.test(text)
  );
}
