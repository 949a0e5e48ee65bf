import { compareStatements } from '../statements/index.js';

/** What tells an edition of a running story from the others. */
export interface EditionMark {
  headline: string;
  edition: string | null;
  publishedOn: string;
}

/** Headlines of one story share most of their words: those of one topic may well share every second. */
const SIMILAR_FROM = 0.7;

/**
 * Whether a text may be a later edition of what is on record, and by what: a similar `headline`, or only a higher
 * `number` in the same series ("Update #16" after "Update #15"); null where it is neither.
 */
export function followsBy(before: EditionMark, text: EditionMark): 'headline' | 'number' | null {
  if (text.publishedOn < before.publishedOn) return null;
  const [was, now] = [numbered(before.edition), numbered(text.edition)];
  const isSeries = was !== null && now !== null && was.series === now.series;
  if (isSeries && now.number < was.number) return null;
  const isLater = isSeries && now.number > was.number;
  if (!isLater && text.publishedOn === before.publishedOn) return null;
  if (compareStatements(before.headline, text.headline).similarity >= SIMILAR_FROM) return 'headline';
  return isLater ? 'number' : null;
}

/** @example numbered('Update #16') // => { series: 'update', number: 16 } */
function numbered(edition: string | null): { series: string; number: number } | null {
  const found = edition?.match(/^(\D*)(\d+)\D*$/u);
  if (!found) return null;
  const series = found[1]!
    .replace(/(?<![#№\s])[#№\s]+$/u, '')
    .trim()
    .toLowerCase();
  return { series: series.replace(/[.:]$/, ''), number: Number(found[2]) };
}
