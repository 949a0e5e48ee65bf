import { describe, expect, it } from '@jest/globals';
import { matchTopic } from '../../src/topics/topic-match.js';

const TOPICS = ['Energy 2026', 'Energy Islands', 'Harbour strike', 'Gulf shipping'].map((title) => ({
  ...{ title, slug: title.toLowerCase().replace(' ', '-') },
}));
const match = (name: string) => {
  const { topic, candidates } = matchTopic(name, TOPICS);
  return [topic?.slug ?? null, candidates.map(({ slug }) => slug)];
};

describe('a short name of a topic', () => {
  it.each([
    ['its slug', 'energy-2026', 'energy-2026'],
    ['its slug in capitals', 'Energy-2026', 'energy-2026'],
    ['the only one that begins so', 'harb', 'harbour-strike'],
  ])('is taken: %s', (_, name, slug) => {
    expect(match(name)).toEqual([slug, []]);
  });

  it.each([
    ['two begin so', 'energy', ['energy-2026', 'energy-islands']],
    ['it is a later word', 'strike', ['harbour-strike']],
    ['it is a slip of the key away', 'habrour', ['harbour-strike']],
    ['it is nothing like any', 'football', []],
  ])('is asked about where %s', (_, name, candidates) => {
    expect(match(name)).toEqual([null, candidates]);
  });
});
