import { slugOf } from './slug.js';

export interface TopicName {
  slug: string;
  title: string;
}

/** Further candidates than these help nobody to choose. */
const MOST_CANDIDATES = 8;

/**
 * The topic that a short name means: its slug, or the only one that begins so. Otherwise what may be meant, the likeliest first:
 * words that begin so, then words that are a slip of the key away.
 *
 * @example matchTopic('ener', [{ slug: 'energy-2026', title: 'Energy 2026' }]).topic.slug // => 'energy-2026'
 */
export function matchTopic<T extends TopicName>(
  name: string,
  topics: readonly T[],
): { topic: T | null; candidates: T[] } {
  const slug = slugOf(name);
  const exact = topics.find((topic) => topic.slug === slug || slugOf(topic.title) === slug);
  if (exact) return { topic: exact, candidates: [] };
  const beginning = topics.filter((topic) => topic.slug.startsWith(slug));
  if (beginning.length === 1) return { topic: beginning[0]!, candidates: [] };
  const scored = topics
    .map((topic) => ({ topic, distance: distanceTo(slug, topic) }))
    .filter(({ distance }) => distance <= Math.min(2, slug.length / 3))
    .sort((a, b) => a.distance - b.distance);
  return { topic: null, candidates: scored.slice(0, MOST_CANDIDATES).map(({ topic }) => topic) };
}

/** 0 where a word of the slug begins so, else the least number of slips to such a word. */
function distanceTo(slug: string, topic: TopicName): number {
  const words = topic.slug.split('-').map((_, index, all) => all.slice(index).join('-'));
  return Math.min(
    ...words.map((word) => (word.startsWith(slug) ? 0 : slips(slug, word.slice(0, slug.length)))),
  );
}

/** Letters to change, add or leave out (Levenshtein). */
function slips(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j += 1)
      next.push(Math.min(next[j]! + 1, row[j + 1]! + 1, row[j]! + Number(letter !== b[j])));
    row = next;
  }
  return row[b.length]!;
}
