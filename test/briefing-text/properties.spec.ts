import { describe, expect, it } from '@jest/globals';
import {
  readArticle,
  readBriefing,
  renderBriefing,
  WARNING_CODES,
  type BriefingReading,
} from '../../src/briefing-text/index.js';
import fc from '../support/fast-check.js';

function draft({ briefing, scenarios }: Pick<BriefingReading, 'briefing' | 'scenarios'>) {
  return { briefing, scenarios: scenarios.map(({ line: _, ...scenario }) => scenario) };
}

/** Lines that mean something to the reader, and lines that only look so. */
const FRAGMENTS = [
  'Risk',
  '• Opportunity',
  'Consequence:',
  'Risk (short term, 82%): It snows.',
  'Short term · 0.82',
  'Medium-term | 40 %',
  'Long term · 7',
  'What could happen next?',
  'Outlook',
  'Key takeaway',
  'Different Perspectives',
  'First Reported In',
  'Update #4 · A title',
  'Gazette · 3 May 2026',
  'Read original',
  'Norland',
  'Norland',
  '21APR',
  '3 May 2026',
  'TradeStalled',
  'If rain falls, the lake would fill.',
  'The board met on 4 May and said so.',
  'Topic: X',
  'Headline: *Y* and _Z_',
  'Section: ',
  'Perspective: Owners',
  '## A heading',
  '# Topic',
  '- a point',
  '\\# not a heading',
  '---',
  '| a | b |',
  '> quoted',
  '<p>Risk</p>',
  '<script>1 < 2</script>',
  '&amp; &lt;b&gt;',
  '',
  '',
  'a very long line that goes on without a stop '.repeat(4),
  'As of: none',
  'Premise: none',
  'Sources',
  'https://example.org/x',
  '[a](https://example.org)',
  '10:51UTC',
  '•',
  '**',
  '\\',
];
const junk = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...FRAGMENTS) },
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.string(),
    ),
    { maxLength: 30 },
  )
  .map((lines) => lines.join('\n'));

const word = fc.constantFrom(
  'pit',
  'mill',
  'Risk',
  'Oda',
  'term',
  '*stars*',
  '_under_',
  '<b>',
  'May',
  '0.4',
  'If',
  'a\\b',
  '[x]',
  'ice-free',
  'Outlook',
  '“so”',
  '82%',
  '#4',
);
const phrase = fc.array(word, { minLength: 1, maxLength: 9 }).map((words) => words.join(' '));
const sentence = phrase.map((words) => `The ${words} would hold.`);
const day = fc
  .integer({ min: 0, max: 4000 })
  .map((n) => new Date(Date.UTC(2020, 0, 1 + n)).toISOString().slice(0, 10));
const orNull = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const body = fc
  .array(fc.oneof(sentence, phrase), { minLength: 1, maxLength: 3 })
  .map((list) => list.join('\n\n'));
const anyDraft: fc.Arbitrary<Pick<BriefingReading, 'briefing' | 'scenarios'>> = fc.record({
  briefing: fc.record({
    topic: orNull(phrase),
    headline: orNull(phrase),
    standfirst: orNull(sentence),
    category: orNull(fc.constantFrom('Trade', 'Foreign Policy', 'Weather')),
    status: orNull(fc.constantFrom('Developing', 'Simmering')),
    takeaway: orNull(sentence),
    edition: orNull(fc.constantFrom('Update #4', 'Morning')),
    publishedOn: orNull(day),
    sections: fc.array(fc.record({ heading: orNull(phrase), body }), { maxLength: 4 }),
    perspectives: fc.array(fc.record({ actor: phrase, body, asOf: orNull(day) }), { maxLength: 3 }),
    sources: fc.array(
      fc.record({
        outlet: fc.constantFrom('Gazette', 'Post / Wire'),
        publishedOn: orNull(day),
        url: orNull(fc.constantFrom('https://example.org/a_b_c', 'http://example.org/?q=*x*&y=1')),
      }),
      { maxLength: 3 },
    ),
  }),
  scenarios: fc.uniqueArray(
    fc.record({
      kind: fc.constantFrom('risk' as const, 'opportunity' as const, 'consequence' as const),
      term: fc.constantFrom('short' as const, 'medium' as const, 'long' as const),
      probability: fc.integer({ min: 0, max: 10_000 }).map((n) => n / 10_000),
      statement: sentence,
      premise: orNull(phrase),
      line: fc.constant(1),
    }),
    {
      maxLength: 5,
      selector: ({ statement, premise }) =>
        `${premise}|${statement}`.replace(/[^\p{L}\p{N}|]+/gu, ' ').toLowerCase(),
    },
  ),
});

describe('The reader, whatever it is given', () => {
  it('never throws, and answers in the agreed shape', () => {
    fc.assert(
      fc.property(junk, (text) => {
        const reading = readBriefing(text);
        for (const { probability, statement, line } of reading.scenarios) {
          expect(probability).toBeGreaterThanOrEqual(0);
          expect(probability).toBeLessThanOrEqual(1);
          expect(statement).not.toBe('');
          expect(line).toBeGreaterThanOrEqual(1);
          expect(line).toBeLessThanOrEqual(text.split(/\r\n|[\n\r\u0085\u2028\u2029]/).length);
        }
        for (const { reason } of reading.refused) expect(reason).toMatch(/\.$/);
        for (const { code } of reading.warnings) expect(Object.keys(WARNING_CODES)).toContain(code);
        readArticle(text);
      }),
      { numRuns: 400 },
    );
  });

  it('reads its own rendering of what it read as the same draft', () => {
    fc.assert(
      fc.property(junk, (text) => {
        const reading = readBriefing(text);
        expect(draft(readBriefing(renderBriefing(reading)))).toEqual(draft(reading));
      }),
      { numRuns: 400 },
    );
  });

  it('reads the rendering of any draft as that draft', () => {
    fc.assert(
      fc.property(anyDraft, (given) => {
        expect(draft(readBriefing(renderBriefing(given)))).toEqual(draft(given));
      }),
      { numRuns: 400 },
    );
  });

  it.each([
    '[',
    '**a ',
    '<div>',
    '<a><b>',
    'If a, ',
    '9 May ',
    'Short term · ',
    'Risk\n',
    '• ',
    '\n',
    'x. (short term, 0.4)\n',
    'Mr. ',
  ])('takes time in proportion to a text of %j', (fragment) => {
    const time = (length: number) => {
      const text = fragment.repeat(Math.ceil(length / fragment.length));
      const start = performance.now();
      readBriefing(text);
      return performance.now() - start;
    };
    time(30_000);
    // Eight times the text may not take more than some multiple of eight times as long; the floor forgives a busy machine.
    expect(time(240_000)).toBeLessThan(Math.max(1500, 40 * time(30_000)));
  });

  it('says that an empty text is empty', () => {
    for (const text of ['', ' \n\t\u00a0\n', '\ufeff']) {
      const { briefing, warnings } = readBriefing(text);
      expect(warnings.map(({ code }) => code)).toEqual(['empty_text', 'no_scenarios']);
      expect(briefing).toMatchObject({
        topic: null,
        headline: null,
        publishedOn: null,
        sections: [],
        perspectives: [],
      });
    }
  });
});
