import { describe, expect, it } from '@jest/globals';
import { conflictingClaims, readArticle, readBriefing, splitPremise } from '../../src/briefing-text/index.js';
import { match, NO_LEXICON, readEvent, readScenario } from '../../src/matching/index.js';
import {
  compareStatements,
  findDayPhrases,
  lintStatement,
  matchStatements,
  proposeEdgeCases,
  readQuickLine,
} from '../../src/statements/index.js';
import { slugOf } from '../../src/topics/slug.js';
import { hostileTexts } from './hostile-texts.js';
import { BoundedWork } from './work.js';

/** As the API takes them (the `max` of the DTOs). */
const STATEMENT = 4000;
const BRIEFING = 200_000;

const TODAY = '2026-11-20';
const CONTEXT = { today: TODAY, deadline: '2027-11-20', term: 'medium', answered: [] } as const;
const stated = (statement: string) => ({ kind: 'risk', term: 'short', premise: statement, statement });
const dated = { openedOn: '2026-01-01', deadline: '2027-01-01' };

const READERS: [name: string, longest: number, read: (text: string) => unknown][] = [
  ['lintStatement', STATEMENT, (text) => lintStatement(text, { ...CONTEXT, answered: [] })],
  [
    'proposeEdgeCases',
    STATEMENT,
    (text) => proposeEdgeCases(text, { ...CONTEXT, answered: [text.slice(0, 500)] }),
  ],
  ['readQuickLine', STATEMENT, (text) => readQuickLine(text, TODAY)],
  ['findDayPhrases', STATEMENT, (text) => findDayPhrases(text, TODAY)],
  ['splitPremise', STATEMENT, splitPremise],
  ['compareStatements', STATEMENT, (text) => compareStatements(text, `${text} more`)],
  [
    'matchStatements',
    STATEMENT,
    (text) => matchStatements([stated(text), stated('It rains.')], [stated(text), stated(`${text} a`)]),
  ],
  [
    'match',
    STATEMENT,
    (text) =>
      match(
        readScenario({ statement: text, criteria: text, premise: text, ...dated }, NO_LEXICON),
        readEvent({ headline: text.slice(0, 500), summary: text, sources: [text], occurredOn: TODAY }),
        { lexicon: NO_LEXICON, rarity: () => 1 },
      ).why,
  ],
  ['slugOf', STATEMENT, slugOf],
  ['readBriefing', BRIEFING, (text) => readBriefing(text, { today: TODAY })],
  [
    'readBriefing, in its parts',
    BRIEFING,
    (text) => {
      const half = text.slice(0, BRIEFING / 2 - 100);
      return readBriefing(
        `Rain 2026\n3 May 2026\n\nIt rains\n\nWhat could happen next?\n\nRisk\n\nShort term · 0.4\n\n${half}\n\nSources\n\n${half}`,
        { today: TODAY },
      );
    },
  ],
  [
    'readArticle',
    BRIEFING,
    (text) => {
      const reading = readArticle(text, { today: TODAY });
      return conflictingClaims(['A', 'B'].map((outlet) => ({ outlet, reading })));
    },
  ],
];

/** In proportion to the text, the slowest takes less than a twentieth of this. */
const LIMIT = 20_000;

describe('a hostile text, as long as may be,', () => {
  it.each(READERS)('does not hold up %s', (_, longest, read) => {
    const work = new BoundedWork(read, LIMIT);
    const short = hostileTexts(200).filter(({ text }) => !work.ends(text));
    expect(short.map(({ of }) => of)).toEqual([]);
    const long = hostileTexts(longest).filter(({ text }) => !work.ends(text));
    expect(long.map(({ of }) => of)).toEqual([]);
  });
});
